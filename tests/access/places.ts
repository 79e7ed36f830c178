/** Where a call of the matrix goes: a company of the caller's, one that is not, and one that does not exist. */

import { randomBytes, randomUUID } from 'node:crypto';

import type { InProcess } from '../support/in-process.js';
import type { LoginService } from '../support/login-service.js';
import { enrolled, freshNumber } from '../support/portal.js';
import { RETURN_URL } from './callers.js';

export const WHERE = ['own', 'foreign', 'nonexistent'] as const;
export type Where = (typeof WHERE)[number];

export interface Place {
  readonly companyId: string;
  /** Known, without a phone. */
  readonly listed: string;
  /** With a phone. */
  readonly enrolled: string;
  /** Who may do everything there; null where there is nothing. */
  readonly owner: LoginService | null;
}

/** Waiting for a number, with a code on its way, or with a page of its own. */
export type Kind = 'unsent' | 'sent' | 'page';

/** A challenge with what its own client could send to it. */
export interface OpenedChallenge {
  readonly id: string;
  readonly code: string;
  readonly nonce: string;
}

export async function existingPlace(assay: InProcess, owner: LoginService, companyId: string) {
  const listed = `u-${randomUUID()}`;
  const path = `/v1/companies/${companyId}/employees/${listed}`;
  await assay.login.call(path, { method: 'PUT', body: {} });
  const { userId } = await enrolled(assay, companyId);
  return { companyId, listed, enrolled: userId, owner } satisfies Place;
}

/** Ids of the same shape and length: nothing but their existence tells them apart. */
export function nowhere(): Place {
  const companyId = `c-${randomUUID()}`;
  const [listed, someone] = [`u-${randomUUID()}`, `u-${randomUUID()}`];
  return { companyId, listed, enrolled: someone, owner: null };
}

const shared = new WeakMap<LoginService, Map<Kind, Promise<OpenedChallenge>>>();

/**
 * The owner's challenge that everybody may knock at in vain: one for all of them, so that a knock that
 * did anything to it would show.
 */
export function sharedChallenge(
  assay: InProcess,
  place: Place,
  kind: Kind,
): Promise<OpenedChallenge> {
  if (!place.owner) return openChallenge(assay, place, kind);
  const kept = shared.get(place.owner) ?? new Map<Kind, Promise<OpenedChallenge>>();
  shared.set(place.owner, kept);
  const challenge = kept.get(kind) ?? openChallenge(assay, place, kind);
  kept.set(kind, challenge);
  return challenge;
}

/** A challenge of the owner's; in a place that does not exist, the id of none. */
export async function openChallenge(
  assay: InProcess,
  { companyId, owner }: Place,
  kind: Kind,
): Promise<OpenedChallenge> {
  const nonce = randomUUID();
  if (!owner) return { id: idOfNone(), code: '000000', nonce };
  const wayBack = kind === 'page' ? { returnUrl: RETURN_URL } : {};
  const { id } = await owner.begin(companyId, `u-${randomUUID()}`, { nonce, ...wayBack });
  if (kind !== 'sent') return { id, code: '000000', nonce };
  const number = freshNumber();
  const { body } = await assay.login.call(`/v1/companies/${companyId}/notice`);
  const enrolment = { phoneNumber: number, noticeVersion: body['version'] };
  const { status } = await owner.post(id, 'enrolment', enrolment);
  if (status !== 201) throw new Error(`enrolment answered ${status}`);
  return { id, code: assay.codeFor(number), nonce };
}

/** As `newId` of the stores makes it, in a partition that holds challenges. */
function idOfNone(): string {
  return `0f3.${randomBytes(16).toString('base64url')}`;
}
