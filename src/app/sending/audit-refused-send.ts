/** Says of every send that a limit refused when that ends and what else there is to do, and leaves a trace (R124). */

import type { CompanyId, UserId } from '../../domain/ids.js';
import { auditOf } from '../audit-of.js';
import type { Call } from '../call.js';
import { RefusalError, type ErrorCode } from '../errors.js';
import type { SignInDeps } from '../sign-in/sign-in-deps.js';
import { alternativesTo } from './alternatives.js';

const LIMITS = new Set<ErrorCode>(['resend_cooldown', 'send_limit_reached', 'factor_locked']);

interface Refusable<Answer> {
  readonly call: Call;
  readonly person: {
    readonly companyId: CompanyId;
    readonly userId: UserId;
    readonly standing: { readonly now: Date };
  };
  /** Whether a code of the challenge is out already. */
  readonly hasCode?: boolean;
  readonly send: () => Promise<Answer>;
}

/** The refusal stands whether or not its trace can be written: nothing is let through. */
export async function auditRefusal<Answer>(
  deps: Pick<SignInDeps, 'audit' | 'events'>,
  refusable: Refusable<Answer>,
): Promise<Answer> {
  try {
    return await refusable.send();
  } catch (error) {
    if (!(error instanceof RefusalError) || !LIMITS.has(error.code)) throw error;
    const { companyId, userId } = refusable.person;
    const facts = { code: error.code, limit: error.facts.limit ?? null };
    const audit = auditOf(refusable.call, 'send.limited', { companyId, userId, facts });
    await deps.audit.append(audit).catch(() => {
      deps.events.deferred('audit_refusal');
    });
    throw explained(error, refusable);
  }
}

/** By the database's clock, to the next whole second: whoever waits until then has waited long enough. */
function explained(
  { code, facts }: RefusalError,
  { person, hasCode = false }: Pick<Refusable<unknown>, 'person' | 'hasCode'>,
): RefusalError {
  const { retryAfterSeconds = 1 } = facts;
  const seconds = Math.floor(person.standing.now.getTime() / 1_000) + 1 + retryAfterSeconds;
  const alternatives = alternativesTo({ code, facts }, hasCode);
  return new RefusalError(code, { ...facts, limitEndsAt: new Date(seconds * 1_000), alternatives });
}
