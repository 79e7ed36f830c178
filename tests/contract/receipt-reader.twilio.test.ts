/** Twilio's reader runs the contract, with one auth token and with two. */

import { TwilioReceiptReader } from '../../src/adapters/twilio/receipt-reader.js';
import { formOf, signatureOf, type Parameters } from '../support/twilio-reports.js';
import { receiptReaderContract, type ReceiptReaderHarness } from './receipt-reader.contract.js';

const PUBLIC_URL = 'https://mfa.example.com';
const [NEW, OLD, OTHER] = ['a', 'b', 'c'].map((letter) => letter.repeat(32)) as [
  ...[string, string, string],
];

function harness(authTokens: readonly string[], signing: string): ReceiptReaderHarness {
  return {
    reader: new TwilioReceiptReader({ authTokens, publicUrl: PUBLIC_URL }),
    signed: (target, status) => {
      const parameters: Parameters = [
        ['MessageSid', `SM${'0'.repeat(32)}`],
        ['MessageStatus', status],
      ];
      return {
        ...{ target, contentType: 'application/x-www-form-urlencoded' },
        body: Buffer.from(formOf(parameters)),
        signature: signatureOf(signing, PUBLIC_URL + target, parameters),
      };
    },
  };
}

describe('ReceiptReader contract: Twilio', () => receiptReaderContract(harness([NEW], NEW)));
describe('ReceiptReader contract: Twilio, while its token is exchanged', () =>
  receiptReaderContract(harness([NEW, OLD], OLD)));

it('T20: a token that is not held signs nothing', () => {
  const { reader, signed } = harness([NEW, OLD], OTHER);
  expect(reader.read(signed('/v1/twilio/status/t', 'sent'))).toBeUndefined();
});
