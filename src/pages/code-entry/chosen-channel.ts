/** By which channel a person asked for a code: the button says it. */

import { CHANNELS, type Channel } from '../../domain/challenge.js';
import { PageError } from '../page-error.js';

/** The field that the buttons of a resend form have. */
export const CHANNEL_FIELDS = { channel: 'one' } as const;

/** Null where none was chosen: it goes as the last time. */
export function chosenChannel(sent: string): Channel | null {
  if (sent === '') return null;
  const chosen = CHANNELS.find((channel) => channel === sent);
  if (chosen === undefined) throw new PageError('badRequest');
  return chosen;
}
