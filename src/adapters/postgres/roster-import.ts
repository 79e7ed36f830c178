/** Takes a roster in: a handful of statements, whatever the number of people. */

import { z } from 'zod';
import type { ImportOutcome, RosterImport } from '../../app/ports/roster-store.js';
import type { AuditEvent } from '../../domain/audit-event.js';
import { foldId, type CompanyId, type UserId } from '../../domain/ids.js';
import { insertAudit } from './audit-rows.js';
import type { DatabaseConnection } from './database.js';
import { readRosterState } from './roster-state.js';
import * as sql from './roster-statements.js';

export interface Import {
  readonly companyId: CompanyId;
  readonly roster: RosterImport;
  readonly audits: { readonly listed: AuditEvent; readonly imported: AuditEvent };
}

/** Rolls the transaction back; `importRoster`'s caller makes an outcome of it. */
export class IdConflictError extends Error {
  override readonly name = 'IdConflictError';

  constructor(readonly userIds: readonly UserId[]) {
    super('an id looks like a known one');
  }
}

/** Runs in a transaction of its own; throws `IdConflictError`. People are locked in order of their ids. */
export async function importRoster(
  connection: DatabaseConnection,
  { companyId, roster, audits }: Import,
): Promise<ImportOutcome> {
  const { people, isComplete } = roster;
  const userIds = people.map(({ userId }) => userId);
  const known = await connection.rows(sql.KNOW_COMPANY, [companyId]);
  if (known.length === 0) return { kind: 'company_not_found' };
  const created = await listEverybody(connection, companyId, userIds);
  const { stored, ignored } = await storeNumbers(connection, companyId, people);
  await connection.rows(sql.AUDIT_LISTED, [
    ...[companyId, JSON.stringify(changed(created, stored))],
    ...auditValues(audits.listed),
  ]);
  const counts = {
    created: created.length,
    unchanged: people.length - created.length,
    numbersStored: stored.length,
    numbersIgnored: ignored,
  };
  const facts = { ...audits.imported.facts, ...counts };
  await insertAudit(connection.orm, { ...audits.imported, facts });
  if (isComplete) await connection.rows(sql.COMPLETE_ROSTER, [companyId]);
  const state = await readRosterState(connection, companyId);
  return { kind: 'imported', counts: { ...counts, roster: state } };
}

const userRows = z.array(z.object({ user_id: z.string().transform((id) => id as UserId) }));

/** Answers who was not on the roster before. */
async function listEverybody(
  { rows }: DatabaseConnection,
  companyId: CompanyId,
  userIds: readonly UserId[],
): Promise<UserId[]> {
  const folded = userIds.map(foldId);
  const inserted = userRows.parse(await rows(sql.INSERT_PEOPLE, [companyId, [...userIds], folded]));
  const locked = userRows.parse(await rows(sql.LOCK_PEOPLE, [companyId, folded]));
  refuseConflicts(userIds, new Set(locked.map((row) => row.user_id)));
  const listed = userRows.parse(await rows(sql.LIST_PEOPLE, [companyId, [...userIds]]));
  return [...inserted, ...listed].map((row) => row.user_id);
}

/** A given id that is not among the known ones is known in another spelling (decision 19). */
function refuseConflicts(given: readonly UserId[], known: ReadonlySet<UserId>): void {
  const conflicts = given.filter((userId) => !known.has(userId));
  if (conflicts.length > 0) throw new IdConflictError(conflicts);
}

/** Never over a proven number; replaces an earlier import. */
async function storeNumbers(
  { rows }: DatabaseConnection,
  companyId: CompanyId,
  people: RosterImport['people'],
): Promise<{ readonly stored: readonly UserId[]; readonly ignored: number }> {
  const given = people.flatMap(({ userId, phone }) => (phone ? [{ userId, phone }] : []));
  if (given.length === 0) return { stored: [], ignored: 0 };
  const userIds = given.map(({ userId }) => userId);
  const proven = userRows.parse(await rows(sql.FIND_PROVEN, [companyId, userIds]));
  const hasProven = new Set(proven.map((row) => row.user_id));
  const open = given.filter(({ userId }) => !hasProven.has(userId));
  const phones = JSON.stringify(open.map(phoneItem));
  await rows(sql.DROP_IMPORTED, [companyId, phones]);
  const stored = userRows.parse(await rows(sql.STORE_IMPORTED, [companyId, phones]));
  return { stored: stored.map((row) => row.user_id), ignored: proven.length };
}

type Given = RosterImport['people'][number];

function phoneItem({ userId, phone }: { userId: UserId; phone: NonNullable<Given['phone']> }) {
  return {
    user_id: userId,
    factor_id: phone.factorId,
    sealed_number: Buffer.from(phone.number).toString('hex'),
    sealed_mask: Buffer.from(phone.mask).toString('hex'),
    number_index: phone.index,
    country: phone.country,
  };
}

/** Everybody once, with whether a number came along. */
function changed(created: readonly UserId[], stored: readonly UserId[]) {
  const withNumber = new Set(stored);
  const all = new Set([...created, ...stored]);
  return [...all].map((userId) => ({ user_id: userId, with_number: withNumber.has(userId) }));
}

function auditValues({ kind, clientId, actor, correlationId, facts }: AuditEvent) {
  const { role, id } = actor ?? { role: null, id: null };
  return [kind, clientId, role, id, correlationId, JSON.stringify(facts)];
}
