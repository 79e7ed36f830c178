/** Leaves a trace of every send that a limit refused (R124). */

import type { CompanyId, UserId } from '../../domain/ids.js';
import { auditOf } from '../audit-of.js';
import type { Call } from '../call.js';
import { RefusalError, type ErrorCode } from '../errors.js';
import type { SignInDeps } from '../sign-in/sign-in-deps.js';

const LIMITS = new Set<ErrorCode>(['resend_cooldown', 'send_limit_reached', 'factor_locked']);

interface Refusable<Answer> {
  readonly call: Call;
  readonly person: { readonly companyId: CompanyId; readonly userId: UserId };
  readonly send: () => Promise<Answer>;
}

/** The refusal stands whether or not its trace can be written: nothing is let through. */
export async function auditRefusal<Answer>(
  deps: Pick<SignInDeps, 'audit' | 'events'>,
  { call, person, send }: Refusable<Answer>,
): Promise<Answer> {
  try {
    return await send();
  } catch (error) {
    if (error instanceof RefusalError && LIMITS.has(error.code)) {
      const facts = { code: error.code, limit: error.facts.limit ?? null };
      await deps.audit.append(auditOf(call, 'send.limited', { ...person, facts })).catch(() => {
        deps.events.deferred('audit_refusal');
      });
    }
    throw error;
  }
}
