/** T36: the SDK's own client keeps nothing of what it sent. */

import { inspect } from 'node:util';

import twilio from 'twilio';

import { makeHttpClient } from '../../../src/adapters/twilio/sdk-client.js';
import { Transport } from '../../../src/adapters/twilio/transport.js';
import { ACCOUNT_SID, AUTH_TOKEN, SEEDED } from '../../support/twilio.js';
import {
  accept,
  refuse,
  startTwilioStandIn,
  type Behaviour,
} from '../../support/twilio-stand-in.js';

test.each<[string, Behaviour]>([
  ['an accepted message', accept],
  ['a refused message', refuse(400, 21211)],
  ['a message without an answer', (response) => void response.socket?.destroy()],
])(
  'R125 T36: after %s neither the client nor its HTTP client holds number or code',
  async (_what, behaviour) => {
    const standIn = await startTwilioStandIn();
    standIn.behave(behaviour);
    const transport = new Transport(1);
    const httpClient = makeHttpClient(twilio.RequestClient, standIn.url, transport);
    const client = twilio(ACCOUNT_SID, AUTH_TOKEN, { httpClient });
    const form = { to: SEEDED.number, body: SEEDED.code, from: '+15005550006' };
    await client.messages.create(form).catch(() => undefined);
    expect(standIn.messages[0]?.form).toMatchObject({ To: SEEDED.number, Body: SEEDED.code });
    expect([httpClient.lastRequest, httpClient.lastResponse]).toEqual([undefined, undefined]);
    const shown = inspect([client, httpClient], {
      depth: Infinity,
      showHidden: true,
      maxStringLength: null,
    });
    expect(shown).not.toMatch(/7700900123|83920174/);
    transport.close();
    await standIn.close();
  },
);
