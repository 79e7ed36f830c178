/** The button that begins "prove it is you": sends the code and goes on to where it is entered. */

import type { VNode } from 'preact';

import type { Action } from '../../domain/challenge.js';
import { Button } from '../components/button.js';
import { Form } from '../components/form.js';
import type { FormKeys } from '../form-keys.js';
import { proofAddress } from './proof-address.js';

export interface StartProofProps {
  readonly keys: FormKeys;
  readonly action: Action;
  /** Our own address, with its query, to go on to once the code was right. */
  readonly next: string;
  readonly label: string;
}

export function StartProof({ keys, action, next, label }: StartProofProps): VNode {
  return (
    <Form action={`${proofAddress(action, next)}/start`} keys={keys}>
      <Button>{label}</Button>
    </Form>
  );
}
