/** Ends of challenges in the in-process store. */

import type { EndCommand } from '../../app/ports/challenge-commands.js';
import type { EmployeeRef } from '../../domain/ids.js';
import { COUNTER_TTL_MS } from '../../domain/limits.js';
import { nameOf, type PendingRecord, type Records } from './records.js';

/** The first end stays, but an approval stands above every other. */
export function endChallenge(records: Records, { id, status, epoch }: EndCommand): boolean {
  const remembered = records.remembered.get(id);
  const end = remembered?.end ?? null;
  if (!remembered || end === 'approved' || (end !== null && status !== 'approved')) return false;
  records.remembered.replace(id, { ...remembered, end: status });
  const record = records.challenges.get(id);
  if (!record) return true;
  records.challenges.delete(id);
  records.removeOpen(id, record);
  if (status !== 'approved') return true;
  endGap(records, record);
  if (epoch !== undefined) startEpoch(records, record, epoch);
  return true;
}

export function cancelAll(records: Records, employee: EmployeeRef): void {
  for (const [id] of records.openOnes(employee)) {
    const remembered = records.remembered.get(id);
    if (remembered?.end !== null) continue;
    records.remembered.replace(id, { ...remembered, end: 'canceled' });
    records.challenges.delete(id);
  }
  records.open.delete(nameOf(employee));
}

/** The running wait ends; how it grows, and the wider windows, stay (decision 12). */
function endGap(records: Records, { sent }: PendingRecord): void {
  const gap = sent ? records.gaps.get(sent.gapName) : undefined;
  if (!sent || !gap || gap.nextMs <= records.now()) return;
  records.gaps.replace(sent.gapName, { ...gap, nextMs: records.now() });
}

function startEpoch(records: Records, employee: EmployeeRef, epoch: number): void {
  const name = nameOf(employee);
  if (epoch <= (records.counters.get(name)?.epoch ?? -1)) return;
  records.counters.set(name, { epoch, failures: 0, lockedUntilMs: 0 }, COUNTER_TTL_MS);
}
