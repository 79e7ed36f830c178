/** `npm run bench:failover -- cluster|sentinel`: masters are killed under load; what callers saw, and whether all held. */

import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import { checkAll } from '../chaos/check/all.js';
import { readFinalState } from '../chaos/history/final-state.js';
import type { History } from '../chaos/history/events.js';
import { lookAtRedis } from '../chaos/history/look.js';
import { GROUPS, type Group, type Kind } from './failover/groups.js';
import { signInSteadily } from './failover/load.js';
import { outagesOf, type Kill, type Outage } from './failover/measure.js';
import { CODE_LIFE_MS, openFailoverStage, type FailoverStage } from './failover/stage.js';
import { median } from './statistics.js';

const KILLS: Readonly<Record<Kind, number>> = { cluster: 10, sentinel: 5 };
/** Undisturbed before each kill; Sentinel does not fail over again before six seconds. Milliseconds. */
const QUIET_MS = 8_000;
/** Numbers operations after those of the load. */
const AFTERWARDS = 1_000_000;

async function main(kind: Kind): Promise<void> {
  const group = await GROUPS[kind]();
  const stage = await openFailoverStage(group.url);
  try {
    await stage.signIn(AFTERWARDS);
    const { kills, untilMs } = await killUnderLoad(stage, group, KILLS[kind]);
    await stage.signIn(AFTERWARDS * 2);
    const final = await readFinalState(stage.databaseUrl);
    const history = stage.recorder.history(final, CODE_LIFE_MS);
    report(kind, history, outagesOf(history.calls, kills, untilMs));
  } finally {
    await stage.close();
    await group.stop();
  }
}

async function killUnderLoad(
  stage: FailoverStage,
  group: Group,
  count: number,
): Promise<{ kills: readonly Kill[]; untilMs: number }> {
  const ended = new AbortController();
  const load = signInSteadily(stage, ended.signal);
  const kills: Kill[] = [];
  for (let n = 0; n < count; n += 1) {
    await pause(QUIET_MS);
    kills.push(await killOne(stage, group, n));
    for (const { port } of await group.masters()) {
      await lookAtRedis({ redis: { port } }, stage.recorder);
    }
  }
  await pause(QUIET_MS);
  ended.abort();
  await load;
  return { kills, untilMs: Date.now() };
}

/** The masters in turn. What one acknowledged and had not handed on yet is forgotten with it. */
async function killOne({ recorder }: FailoverStage, group: Group, n: number): Promise<Kill> {
  const masters = await group.masters();
  const master = masters[n % masters.length];
  if (!master) throw new Error('no master');
  const atMs = Date.now();
  await master.kill();
  await group.replaced(master);
  const replacedMs = Date.now();
  await group.mend(master);
  const kill = { atMs, replacedMs, mendedMs: Date.now() };
  recorder.add({
    ...{ type: 'fault', n, kind: 'failover', fromMs: atMs, toMs: kill.mendedMs, isLossy: true },
  });
  process.stderr.write(`${JSON.stringify({ n, ...kill })}\n`);
  return kill;
}

function report(kind: Kind, history: History, outages: readonly Outage[]): void {
  const violations = checkAll(history);
  // The same without the excuse that Redis forgot: what a failover really cost.
  const forgotten = checkAll({ ...history, faults: [] }).length - violations.length;
  const machine = { node: process.version, cpu: cpus()[0]?.model, cores: cpus().length };
  const result = { at: new Date().toISOString(), kind, machine, outages, violations, forgotten };
  const folder = join(import.meta.dirname, 'results');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `failover-${kind}.json`), `${JSON.stringify(result, null, 2)}\n`);
  const approved = history.final.attempts.filter(({ outcome }) => outcome === 'approved').length;
  const keys = history.scans.reduce((sum, scan) => sum + scan.keys, 0);
  const bare = history.scans.reduce((sum, scan) => sum + scan.withoutExpiry.length, 0);
  const kept = history.farewells.filter(({ end }) => end !== 'signed_in');
  const signedIn = history.farewells.length - kept.length;
  const lines = [
    ...tableOf(outages),
    '',
    `${String(history.calls.length)} calls, ${String(approved)} approvals, ${String(history.sms.length)} SMS;`,
    `${String(bare)} of ${String(keys)} keys seen without expiry; ${String(signedIn)} of ${String(history.farewells.length)} sign-ins before and after succeeded;`,
    `violations: ${String(violations.length)}; forgotten by a failover: ${String(forgotten)}`,
    ...kept.map(({ code = '', limit = '' }) => `not signed in: ${code} ${limit}`),
    ...violations.map(({ check, what }) => `VIOLATION ${check}: ${what}`),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
  process.exitCode = violations.length > 0 ? 1 : 0;
}

function tableOf(outages: readonly Outage[]): string[] {
  const cell = (value: number | null): string => value?.toFixed(1) ?? 'none';
  const row = (name: string, one: Outage): string =>
    `| ${[
      ...[name, cell(one.replaced), cell(one.first503), cell(one.last503), cell(one.served)],
      ...[String(one.refused), String(one.calls), String(one.inProgress)],
      ...[cell(one.longestWait), cell(one.mended)],
    ].join(' | ')} |`;
  const served = outages.map((one) => one.served ?? 0);
  return [
    '| kill | another master after s | first 503 | last 503 | all served again | 503s | of calls | 409 in progress | longest wait of a caller | node back in step |',
    '|---|---|---|---|---|---|---|---|---|---|',
    ...outages.map((one, n) => row(String(n + 1), one)),
    '',
    `all served again: median ${median(served).toFixed(1)} s, longest ${Math.max(...served).toFixed(1)} s`,
  ];
}

const [kind] = process.argv.slice(2);
if (kind !== 'cluster' && kind !== 'sentinel') throw new Error('say cluster or sentinel');
await main(kind);
