/** Who looks at a person, and what they may do there: administrators in the console, support at its desk. */

import type { VNode } from 'preact';

import { foldId, type EmployeeRef } from '../../../domain/ids.js';
import type { PortalRole } from '../../../domain/portal.js';
import type { Guest } from '../../portal/guest.js';
import { ConsoleNav } from '../console-nav.js';
import { personNamed, type DeskBase } from './person-address.js';

export interface Desk {
  readonly name: 'console' | 'support';
  readonly base: DeskBase;
  readonly roles: readonly PortalRole[];
  /** Support opens no way in: it resets alone. */
  readonly canInvite: boolean;
  readonly navigation?: (guest: Guest) => VNode;
}

export const CONSOLE_DESK: Desk = {
  ...{ name: 'console', base: '/console', roles: ['admin'], canInvite: true },
  navigation: ({ locale }) => <ConsoleNav locale={locale} current="/console/people" />,
};

/** Of the session's own company, whatever the address says. */
export function personOf(guest: Guest): EmployeeRef {
  return { companyId: guest.session.companyId, userId: personNamed(guest.visit) };
}

/**
 * Nobody resets their own phone: that would be a change of number without the fresh code that one takes
 * (decision 22).
 */
export function isOneself({ session }: Guest, { userId }: Pick<EmployeeRef, 'userId'>): boolean {
  return foldId(session.userId) === foldId(userId);
}
