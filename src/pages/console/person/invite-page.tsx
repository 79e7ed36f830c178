/** Invites a person: leave to register one phone, with a reason, until a day. */

import { RefusalError } from '../../../app/errors.js';
import { startOf, START_HOUR } from '../../../domain/deadline.js';
import { INVITATION_MAX_DAYS } from '../../../domain/limits.js';
import type { FieldError } from '../../components/error-summary.js';
import { redirectTo, type PageRoute } from '../../page.js';
import type { Guest } from '../../portal/guest.js';
import { portalPost } from '../../portal/portal-page.js';
import { personTexts } from '../../texts/person.js';
import type { ConsolePagesDeps } from '../console-deps.js';
import { isOneself, personOf, type Desk } from './desk.js';
import { INVITE_FIELDS, type InviteFields } from './invite-form.js';
import { personAddress, personPath } from './person-address.js';
import { personView } from './person-view.js';
import { readPerson } from './read-person.js';
import { plainReason, reasonFaults } from './read-reason.js';

export function invitePage(deps: ConsolePagesDeps, desk: Desk): PageRoute {
  return portalPost(deps, {
    ...{ id: `page.${desk.name}-invite`, path: `${personPath(desk.base)}/invite` },
    ...{ roles: desk.roles, fields: INVITE_FIELDS },
    handle: async (guest, keys, sent) => {
      const employee = personOf(guest);
      const found = await readPerson(deps, guest, employee);
      const address = personAddress(desk.base, employee.userId);
      const until = endOf(sent.until.trim(), guest.company.timeZone);
      if (isOneself(guest, employee)) return redirectTo(address);
      // The same form sent twice: it is open until then already.
      if (until && found.person.enrolment?.expiresAt.getTime() === until.getTime())
        return redirectTo(`${address}?done=invited`);
      const errors = faultsOf(guest, sent, until);
      const faults = errors.length > 0 ? errors : await invite(deps, guest, { ...sent, until });
      if (faults.length === 0) return redirectTo(`${address}?done=invited`);
      const view = personView({
        ...{ guest, keys, desk, ...found, now: deps.now(), sent, errors: faults },
      });
      return { kind: 'page', status: 422, view };
    },
  });
}

/** Answers what was wrong with it; who has a phone meanwhile needs no invitation. */
async function invite(
  { useCases }: ConsolePagesDeps,
  guest: Guest,
  { reason, until }: { readonly reason: string; readonly until: Date | null },
): Promise<readonly FieldError[]> {
  const input = { reason: plainReason(reason), expiresAt: until };
  try {
    await useCases.grantEnrolment(guest.call(), personOf(guest), input);
    return [];
  } catch (error) {
    if (!(error instanceof RefusalError)) throw error;
    if (error.code === 'factor_active') return [];
    if (error.code === 'invalid_request') return [untilFault(guest)];
    throw error;
  }
}

function faultsOf(guest: Guest, sent: InviteFields, until: Date | null): readonly FieldError[] {
  const faults = reasonFaults(guest, sent.reason);
  return until === null ? [...faults, untilFault(guest)] : faults;
}

function untilFault({ locale }: Guest): FieldError {
  const text = personTexts(locale)('inviteUntilWrong', { days: INVITATION_MAX_DAYS });
  return { field: 'until', text };
}

const HOUR_MS = 60 * 60 * 1_000;

/** The last minute of a day there; null for what is no day. A change of clocks that day moves it by an hour. */
function endOf(day: string, timeZone: string): Date | null {
  const start = startOf(day, timeZone);
  return start && new Date(start.getTime() + (24 - START_HOUR) * HOUR_MS - 60_000);
}
