/** The phone calls of the client: what they send, and that none of their answers signs anybody in. */

import { APPROVED, FakeAssay, ID, json, PENDING, problem } from './fake-assay.js';

const PERSON = { companyId: 'acme', userId: 'u-1001' };
const CALL = { actor: 'employee:u-1001', stepUp: 'a.b.c' } as const;
const NUMBER = { phoneNumber: '+44 7700 900456', noticeVersion: 'en-1' };
const { token: _, tokenExpiresAt: __, ...proven } = APPROVED;
const PROVEN = { ...proven, nonce: null };

it('changes and removes a number with the proof, for an actor', async () => {
  const assay = new FakeAssay([
    json(201, PENDING),
    json(201, PENDING),
    new Response(null, { status: 204 }),
    problem(403, 'step_up_required'),
  ]);
  const changed = await assay.client.changePhone({ ...PERSON, ...NUMBER }, CALL);
  expect(changed).toMatchObject({ outcome: 'pending', challenge: { id: ID } });
  await assay.client.changePhone({ ...PERSON, ...NUMBER }, { ...CALL, stepUp: null });
  expect(await assay.client.removePhone(PERSON, CALL)).toEqual({ outcome: 'removed' });
  const refused = await assay.client.removePhone(PERSON, CALL);
  expect(refused).toMatchObject({ outcome: 'refused', problem: { code: 'step_up_required' } });
  const path = '/v1/companies/acme/employees/u-1001/phone';
  expect(assay.requests.map(({ request }) => [request.method, request.url.slice(21)])).toEqual([
    ['POST', path],
    ['POST', path],
    ['DELETE', path],
    ['DELETE', path],
  ]);
  expect(JSON.parse(assay.requests[0]?.body ?? '')).toEqual(NUMBER);
  expect(assay.header(0, 'assay-step-up')).toBe('a.b.c');
  expect(assay.header(0, 'assay-actor')).toBe('employee:u-1001');
  expect(assay.header(0, 'idempotency-key')).toMatch(/^[0-9a-f-]{36}$/);
  expect(assay.header(1, 'assay-step-up')).toBeNull();
  expect(assay.header(2, 'assay-step-up')).toBe('a.b.c');
});

it('proves a number by its code, and takes no sign-in and no other challenge for it', async () => {
  const assay = new FakeAssay([
    json(200, PROVEN),
    json(200, APPROVED),
    json(200, { ...PROVEN, challengeId: 'another' }),
    json(200, { ...PROVEN, status: 'pending' }),
  ]);
  const prove = () => assay.client.provePhone({ challengeId: ID, code: '123 456' });
  const { companyId, userId } = PROVEN;
  expect(await prove()).toEqual({ outcome: 'proven', challengeId: ID, companyId, userId });
  const others = [await prove(), await prove(), await prove()];
  const outcomes = others.map(({ outcome }) => outcome);
  expect(outcomes).toEqual(['unavailable', 'unavailable', 'unavailable']);
});

it('is told by `verify` as no approval: nobody is let in without a token', async () => {
  const assay = new FakeAssay([json(200, PROVEN)]);
  const answer = await assay.client.verify({ challengeId: ID, code: '123456' });
  expect(answer).toMatchObject({ outcome: 'unavailable', reason: 'unrecognised' });
});
