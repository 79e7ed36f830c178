/** The phone calls: another number in place of the proven one, or none. */

import { randomUUID } from 'node:crypto';

import type { Client } from 'openapi-fetch';

import type { PhoneProven, PhoneProvenAnswer, PhoneRemovedAnswer, SendAnswer } from './answers.js';
import { readAnswer, type ReadSuccess } from './read-answer.js';
import { readPending } from './read-challenge.js';
import type { components, paths } from './schema.js';

type Schemas = components['schemas'];
type Actor = `${'admin' | 'employee' | 'support' | 'system'}:${string}`;

export interface PhoneOwner {
  readonly companyId: string;
  readonly userId: string;
}

/** Who causes it, and the proof: the token of a step-up. Null for the first number of a person. */
export interface PhoneCall {
  readonly actor: Actor;
  readonly stepUp: string | null;
  /** Of an earlier call that came back `unavailable`; otherwise one is drawn. */
  readonly idempotencyKey?: string;
}

export interface PhoneCalls {
  /** Sends a code to the new number; the old one stays until `provePhone`. Typos: `enrol` on the challenge. */
  changePhone(input: Schemas['ChangePhone'] & PhoneOwner, call: PhoneCall): Promise<SendAnswer>;
  /** The code of such a challenge. Proves a number and signs nobody in: there is no token. */
  provePhone(
    input: { readonly challengeId: string; readonly code: string },
    call?: { readonly idempotencyKey?: string },
  ): Promise<PhoneProvenAnswer>;
  removePhone(owner: PhoneOwner, call: PhoneCall): Promise<PhoneRemovedAnswer>;
}

const PATH = '/v1/companies/{companyId}/employees/{userId}/phone';

export function makePhoneCalls(api: Client<paths, 'application/json'>): PhoneCalls {
  return {
    changePhone: ({ companyId, userId, ...body }, call) => {
      const key = call.idempotencyKey ?? randomUUID();
      const header = { ...headerOf(call), 'Idempotency-Key': key };
      const params = { header, path: { companyId, userId } };
      return readAnswer(() => api.POST(PATH, { params, body }), readPending, key);
    },
    provePhone: ({ challengeId, code }, call) => {
      const key = call?.idempotencyKey ?? randomUUID();
      const params = { header: { 'Idempotency-Key': key }, path: { challengeId } };
      const send = () =>
        api.POST('/v1/challenges/{challengeId}/verify', { params, body: { code } });
      return readAnswer(send, makeReadProven(challengeId), key);
    },
    removePhone: ({ companyId, userId }, call) =>
      readAnswer(
        async () => {
          const params = { header: headerOf(call), path: { companyId, userId } };
          const answer = await api.DELETE(PATH, { params });
          return answer.response.status === 204 ? { ...answer, data: {} } : answer;
        },
        ({ status }) => (status === 204 ? { outcome: 'removed' as const } : undefined),
        null,
      ),
  };
}

function headerOf({ actor, stepUp }: PhoneCall) {
  return { 'Assay-Actor': actor, ...(stepUp !== null && { 'Assay-Step-Up': stepUp }) };
}

/** This very challenge, and no token: with one it was a sign-in, which `verify` reads. */
function makeReadProven(expected: string): ReadSuccess<PhoneProven> {
  return ({ status, body }) => {
    const { challengeId, companyId, userId } = body;
    if (status !== 200 || body['status'] !== 'approved' || challengeId !== expected)
      return undefined;
    if (typeof companyId !== 'string' || typeof userId !== 'string') return undefined;
    return 'token' in body
      ? undefined
      : { outcome: 'proven', challengeId: expected, companyId, userId };
  };
}
