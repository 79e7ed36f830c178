/** Who is signed in, the pages of the area, and the way out. */

import type { ComponentChildren, VNode } from 'preact';

import { Button } from '../components/button.js';
import { Form } from '../components/form.js';
import type { FormKeys } from '../form-keys.js';
import { portalTexts } from '../texts/portal.js';
import type { Guest } from './guest.js';

export interface PortalBarProps {
  readonly guest: Guest;
  readonly keys: FormKeys;
  /** Links to the pages of the area. */
  readonly children: ComponentChildren;
}

export function PortalBar({ guest, keys, children }: PortalBarProps): VNode {
  const t = portalTexts(guest.locale);
  return (
    <>
      {children}
      <div class="navigation">
        <Form action="/portal/leave" keys={keys} isInline>
          <span>{t('signedInAs', { userId: guest.session.userId })}</span>
          <Button kind="link">{t('leave')}</Button>
        </Form>
      </div>
    </>
  );
}
