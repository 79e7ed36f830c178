/** The second button of a form that asks for a code: as a call, where a text was refused and a call is left. */

import type { VNode } from 'preact';

import type { Locale } from '../../domain/texts/texts.js';
import { Button } from '../components/button.js';
import { codeEntryTexts } from '../texts/code-entry.js';
import type { Trouble } from './trouble.js';

interface CallButtonProps {
  readonly locale: Locale;
  readonly trouble: Trouble | undefined;
}

export function CallButton({ locale, trouble }: CallButtonProps): VNode | null {
  if (trouble?.canCall !== true) return null;
  return (
    <Button kind="secondary" name="channel" value="call">
      {codeEntryTexts(locale)('callMe')}
    </Button>
  );
}
