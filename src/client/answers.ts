/** What the client answers: told apart by `outcome`, and only `approved` is an approval. */

import type { components } from './schema.js';

type Schemas = components['schemas'];

export type Pending = Schemas['Pending'];
export type EnrolmentRequired = Schemas['EnrolmentRequired'];
export type Ended = Schemas['Ended'];

/** RFC 9457. The list of codes may grow: treat one you do not know like any other refusal. */
export type Problem = Omit<Schemas['Problem'], 'code'> & {
  readonly code: Schemas['ErrorCode'] | (string & {});
};

/** Assay says no, and why. The identical request will not succeed now. */
export interface Refused {
  readonly outcome: 'refused';
  readonly problem: Problem;
}

/** Nothing can be said: no answer, an outage, or an answer this client does not know. Let nobody in. */
export interface Unavailable {
  readonly outcome: 'unavailable';
  readonly reason: 'timeout' | 'network' | 'outage' | 'unrecognised';
  readonly problem: Problem | null;
  /** When the identical request may succeed; null where nobody knows. */
  readonly retryAfterSeconds: number | null;
  /** Repeat the call with it, and what took effect is not done twice. Null for reads. */
  readonly idempotencyKey: string | null;
}

/** The right code, proven. `token` is what to check, keep or hand on. */
export interface Approved {
  readonly outcome: 'approved';
  readonly token: string;
  readonly tokenExpiresAt: Date;
  readonly challengeId: string;
  readonly companyId: string;
  readonly userId: string;
  readonly nonce: string | null;
}

export interface NotRequired {
  readonly outcome: 'not_required';
  readonly reason: Schemas['NotRequired']['reason'];
}

export type PendingAnswer = { readonly outcome: 'pending'; readonly challenge: Pending };
export type EnrolmentAnswer = {
  readonly outcome: 'enrolment_required';
  readonly challenge: EnrolmentRequired;
};
/** It has ended, which is no approval: whoever verified it holds the token. */
export type EndedAnswer = { readonly outcome: 'ended'; readonly status: Ended['status'] };

export type StartAnswer = NotRequired | PendingAnswer | EnrolmentAnswer | Refused | Unavailable;
export type VerifyAnswer = Approved | Refused | Unavailable;
export type SendAnswer = PendingAnswer | Refused | Unavailable;
export type ChallengeAnswer = PendingAnswer | EnrolmentAnswer | EndedAnswer | Refused | Unavailable;
export type CancelAnswer = EndedAnswer | Refused | Unavailable;

export type PortalSessionAnswer =
  | { readonly outcome: 'opened'; readonly url: string; readonly expiresAt: Date }
  | Refused
  | Unavailable;
export type PortalEndedAnswer = { readonly outcome: 'ended' } | Refused | Unavailable;

/** The right code, proven: the number is the person's. It signs nobody in. */
export interface PhoneProven {
  readonly outcome: 'proven';
  readonly challengeId: string;
  readonly companyId: string;
  readonly userId: string;
}
export type PhoneProvenAnswer = PhoneProven | Refused | Unavailable;
export type PhoneRemovedAnswer = { readonly outcome: 'removed' } | Refused | Unavailable;

export type ImportAnswer =
  | { readonly outcome: 'imported'; readonly counts: Schemas['ImportedEmployees'] }
  | Refused
  | Unavailable;
export type PreviewAnswer =
  | { readonly outcome: 'previewed'; readonly preview: Schemas['PolicyPreview'] }
  | Refused
  | Unavailable;
