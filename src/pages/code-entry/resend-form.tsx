/** The form that has a code sent again: as a text, in a call, or whichever is left. */

import type { VNode } from 'preact';

import type { PendingAnswer } from '../../app/answers.js';
import type { Channel } from '../../domain/challenge.js';
import type { Locale } from '../../domain/texts/texts.js';
import { Button } from '../components/button.js';
import { Form } from '../components/form.js';
import { LiveRegion } from '../components/notice.js';
import type { FormKeys } from '../form-keys.js';
import { codeEntryTexts } from '../texts/code-entry.js';
import { waitText } from './wait.js';

export interface ResendFormProps {
  readonly action: string;
  readonly keys: FormKeys;
  readonly locale: Locale;
  /** Seconds until it is possible; the server enforces them. */
  readonly waitSeconds: number;
  readonly challenge: Pick<PendingAnswer, 'availableChannels'>;
}

export function ResendForm(props: ResendFormProps): VNode {
  const { action, keys, locale, waitSeconds, challenge } = props;
  const { availableChannels: channels } = challenge;
  const t = codeEntryTexts(locale);
  if (channels.length === 0) return <p>{t('phoneUnreachable')}</p>;
  const waits = waitSeconds > 0;
  const wait = waits && { waitSeconds, waitStatus: 'resend-ready' };
  return (
    <Form action={action} keys={keys}>
      {waits && (
        <noscript>
          <p class="hint">{t('sendAgainFrom', { wait: waitText(locale, waitSeconds) })}</p>
        </noscript>
      )}
      {channels.map((channel) => (
        <Button kind="secondary" name="channel" value={channel} {...wait}>
          {t(labelOf(channel, channels))}
        </Button>
      ))}
      <LiveRegion id="resend-ready" text={t('sendAgainReady')} />
    </Form>
  );
}

/** Where a text is the only way there is nothing to choose between. */
function labelOf(channel: Channel, channels: readonly Channel[]) {
  if (channel === 'call') return 'callMe';
  return channels.length === 1 ? 'sendAgain' : 'sendText';
}
