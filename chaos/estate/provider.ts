/** The SMS provider of a run: takes messages, remembers them as history, misbehaves when told. */

import type { Recorder } from '../history/recorder.js';
import { ownerOf } from '../plan/people.js';
import {
  accept,
  answer,
  refuse,
  startTwilioStandIn,
  type Behaviour,
} from '../../tests/support/twilio-stand-in.js';
import { startTcpProxy, type TcpProxy } from '../../tests/support/tcp-proxy.js';

export type Misbehaviour = 'reset' | 'hang' | 'late' | '5xx' | '429' | 'opted_out' | 'html';

const LATE_MS = 1_200;

/** Whether the message goes out all the same, and what is answered. */
const WAYS: Readonly<Record<Misbehaviour | 'accept', { isTaken: boolean; answers: Behaviour }>> = {
  accept: { isTaken: true, answers: accept },
  reset: { isTaken: true, answers: (response) => response.socket?.destroy() },
  hang: { isTaken: true, answers: () => undefined },
  late: { isTaken: true, answers: (response) => void setTimeout(() => accept(response), LATE_MS) },
  '5xx': { isTaken: false, answers: refuse(503, 20503) },
  '429': { isTaken: false, answers: refuse(429, 20429) },
  opted_out: { isTaken: false, answers: refuse(400, 21610) },
  html: {
    isTaken: false,
    answers: answer(502, '<html>Bad gateway</html>', { 'content-type': 'text/html' }),
  },
};

export interface Provider {
  /** For `TWILIO_API_URL`. */
  readonly url: string;
  readonly proxy: TcpProxy;
  behave(how: Misbehaviour | 'accept'): void;
  /** Codes that were sent to this person at or after `sinceMs`, newest first. */
  codesTo(person: number, sinceMs: number): readonly string[];
  close(): Promise<void>;
}

export async function openProvider(recorder: Recorder): Promise<Provider> {
  const standIn = await startTwilioStandIn();
  const proxy = await startTcpProxy(Number(new URL(standIn.url).port));
  const sent = new Map<number, { readonly atMs: number; readonly code: string }[]>();
  const behave = (how: Misbehaviour | 'accept'): void => {
    standIn.behave((response, message) => {
      const { isTaken, answers } = WAYS[how];
      const to = message.form['To'] ?? '';
      const code = /^\d{6,8}/.exec(message.form['Body'] ?? '')?.[0];
      const atMs = Date.now();
      recorder.add({ type: 'sms', atMs, to, code, isTaken, how });
      const owner = ownerOf(to);
      if (isTaken && code !== undefined)
        sent.set(owner, [{ atMs, code }, ...(sent.get(owner) ?? [])]);
      answers(response, message);
    });
  };
  behave('accept');
  return {
    url: proxy.through(standIn.url).replace(/\/$/, ''),
    proxy,
    behave,
    codesTo: (person, sinceMs) =>
      (sent.get(person) ?? []).filter(({ atMs }) => atMs >= sinceMs).map(({ code }) => code),
    close: async () => {
      await proxy.close();
      await standIn.close();
    },
  };
}
