/** The client of the login service: what is a refusal, and what is worth one repeat. */

import { APPROVED, FakeAssay, ID, json, problem, verify } from './fake-assay.js';

describe('refusals', () => {
  it.each([
    [400, 'invalid_request'],
    [401, 'unauthenticated'],
    [404, 'challenge_not_found'],
    [410, 'challenge_expired'],
    [422, 'code_incorrect'],
    [422, 'a_code_of_next_year'],
  ])('%i %s is refused with its problem, and not repeated', async (status, code) => {
    const assay = new FakeAssay([problem(status, code), json(200, APPROVED)]);
    await expect(verify(assay)).resolves.toMatchObject({
      outcome: 'refused',
      problem: { code, status },
    });
    expect(assay.requests).toHaveLength(1);
  });

  it('an ended challenge is ended, also one that was approved', async () => {
    const assay = new FakeAssay([json(200, { id: ID, status: 'approved' })]);
    await expect(assay.client.getChallenge(ID)).resolves.toEqual({
      outcome: 'ended',
      status: 'approved',
    });
  });
});

describe('repeating', () => {
  it.each([
    ['a lost connection', 'lost' as const, 250],
    [
      '503 with a short Retry-After',
      problem(503, 'temporarily_unavailable', { 'retry-after': '1' }),
      1_000,
    ],
    [
      'its own first try still in flight',
      problem(409, 'idempotency_in_progress', { 'retry-after': '2' }),
      2_000,
    ],
  ])(
    'happens once after %s, under the same key and with the same body',
    async (_name, first, waitMs) => {
      const assay = new FakeAssay([first, json(200, APPROVED)]);
      await expect(verify(assay)).resolves.toMatchObject({ outcome: 'approved' });
      expect(assay.sleeps).toEqual([waitMs]);
      expect(assay.requests[1]?.body).toBe(assay.requests[0]?.body);
      expect(assay.header(1, 'idempotency-key')).toBe(assay.header(0, 'idempotency-key'));
    },
  );

  it('happens once and not twice', async () => {
    const assay = new FakeAssay(['lost', 'lost', json(200, APPROVED)]);
    const answer = await verify(assay);
    expect(answer).toMatchObject({ outcome: 'unavailable', reason: 'network' });
    expect(answer).toHaveProperty('idempotencyKey', assay.header(0, 'idempotency-key'));
    expect(assay.requests).toHaveLength(2);
  });

  it('goes on under the key of the call that stayed unanswered', async () => {
    const assay = new FakeAssay([json(200, APPROVED)]);
    await verify(assay, 'key-of-before');
    expect(assay.header(0, 'idempotency-key')).toBe('key-of-before');
  });

  it.each([
    ['a long Retry-After', problem(503, 'sms_unavailable', { 'retry-after': '10' }), 10],
    [
      'a date',
      problem(503, 'sms_unavailable', { 'retry-after': 'Sun, 22 Nov 2026 09:30:00 GMT' }),
      null,
    ],
    ['no Retry-After', problem(503, 'temporarily_unavailable'), null],
    ['a 500', problem(500, 'internal_error'), null],
    ['a proxy’s 502', new Response('bad gateway', { status: 502 }), null],
  ])('is left to the caller after %s', async (_name, first, retryAfterSeconds) => {
    const assay = new FakeAssay([first, json(200, APPROVED)]);
    await expect(verify(assay)).resolves.toMatchObject({
      outcome: 'unavailable',
      reason: 'outage',
      retryAfterSeconds,
    });
    expect(assay.requests).toHaveLength(1);
    expect(assay.sleeps).toEqual([]);
  });

  it('a 429 is a refusal that says when', async () => {
    const assay = new FakeAssay([
      problem(429, 'factor_locked', { 'retry-after': '1' }),
      json(200, APPROVED),
    ]);
    await expect(verify(assay)).resolves.toMatchObject({
      outcome: 'refused',
      problem: { code: 'factor_locked' },
    });
    expect(assay.requests).toHaveLength(1);
  });

  it('an answer that does not come in time is none', async () => {
    const assay = new FakeAssay(['slow', 'slow'], { timeoutMs: 5 });
    await expect(verify(assay)).resolves.toMatchObject({
      outcome: 'unavailable',
      reason: 'timeout',
    });
  });
});
