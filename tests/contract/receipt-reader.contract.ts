/** What every ReceiptReader does, whoever the provider is (R042). */

import type { ReceiptReader, SignedRequest } from '../../src/app/ports/receipt-reader.js';
import { RECEIPT_STATUSES, type ReceiptStatus } from '../../src/domain/delivery.js';

export interface ReceiptReaderHarness {
  readonly reader: ReceiptReader;
  /** As the provider reports this on a message to this address. */
  signed(target: string, status: ReceiptStatus): SignedRequest;
}

const TARGET = '/v1/twilio/status/a-token';

export function receiptReaderContract({ reader, signed }: ReceiptReaderHarness): void {
  it.each(RECEIPT_STATUSES)(
    'reads that a message was %s, and how the provider names it',
    (status) => {
      const receipt = reader.read(signed(TARGET, status));
      expect(receipt).toMatchObject({ status, providerId: expect.any(String) as string });
      expect(receipt?.reason === null).toBe(status !== 'undelivered');
    },
  );

  it('R043: reads the same request as often as it comes: replays are the store’s to ignore', () => {
    const request = signed(TARGET, 'delivered');
    expect(reader.read(request)).toEqual(reader.read(request));
  });

  it.each<[string, (request: SignedRequest) => SignedRequest]>([
    ['no signature', (request) => ({ ...request, signature: '' })],
    ['another signature', (request) => ({ ...request, signature: `x${request.signature}` })],
    [
      'the signature of another request',
      (request) => ({
        ...request,
        signature: signed(TARGET, 'sent').signature,
      }),
    ],
    ['another address', (request) => ({ ...request, target: `${TARGET}x` })],
    ['a query', (request) => ({ ...request, target: `${TARGET}?a=b` })],
    ['a whole address for a path', (request) => ({ ...request, target: `@evil.test${TARGET}` })],
    ['another media type', (request) => ({ ...request, contentType: 'text/plain' })],
    [
      'a byte more',
      (request) => ({ ...request, body: Buffer.concat([request.body, Buffer.from('x')]) }),
    ],
    ['no body', (request) => ({ ...request, body: Buffer.alloc(0) })],
    [
      'bytes that are no text',
      (request) => ({ ...request, body: Buffer.from([0xff, 0xfe, 0, 0x80]) }),
    ],
  ])('R042: believes nothing with %s', (_, forge) => {
    expect(reader.read(forge(signed(TARGET, 'delivered')))).toBeUndefined();
  });
}
