/** The identifiers of the domain: branded strings, and the one rule for ids that callers choose. */

declare const brand: unique symbol;
type Branded<Name extends string> = string & { readonly [brand]: Name };

/** A company as the login service names it. */
export type CompanyId = Branded<'CompanyId'>;
/** A person within one company, as the login service names them. */
export type UserId = Branded<'UserId'>;
/** A calling service; the audience of the tokens it asks for. */
export type ClientId = Branded<'ClientId'>;
export type ChallengeId = Branded<'ChallengeId'>;
/** The way in and out of one browser's act on the hosted pages. */
export type PageId = Branded<'PageId'>;
export type FactorId = Branded<'FactorId'>;
/** One SMS handed, or about to be handed, to the provider. */
export type MessageId = Branded<'MessageId'>;
/** One submission of a code; written into the row it leads to, so that a retry recognises its own. */
export type AttemptId = Branded<'AttemptId'>;

/** One person: ids mean nothing outside their company. */
export interface EmployeeRef {
  readonly companyId: CompanyId;
  readonly userId: UserId;
}

/** Ids that callers choose: they stand in URLs, logs and keys. No "@": an id is opaque, not an address. */
export const CALLER_ID = /^[A-Za-z0-9][A-Za-z0-9._~:-]{0,127}$/;

/**
 * What two ids are compared by when deciding whether they look like the same one (decision 19):
 * NFKC, case folding, trimming. "ALICE" is not a new person beside "alice".
 */
export function foldId(id: string): string {
  return id.normalize('NFKC').trim().toLowerCase();
}
