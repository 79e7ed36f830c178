/** What every answer must hold, and invariants 3 and 4: never "not required" by accident, never a secret in a log. */

import type { CallEvent, History, Violation } from '../history/events.js';

/** How long an instance may act on the policy before. */
const POLICY_LAG_MS = 5_000;
/** Seven seconds for what sends, and the machine's own slowness. */
const LONGEST_MS = 15_000;

export function outagesOnly({ calls }: History): Violation[] {
  return calls
    .filter(({ status }) => status >= 500 && status !== 503)
    .map(({ n, kind, status, code = '' }) => ({
      ...{ check: 'no bug', what: `${kind}: ${String(status)} ${code}`, operations: [n] },
    }));
}

export function asDescribed({ calls }: History): Violation[] {
  return calls
    .filter(({ undescribed }) => undescribed !== undefined)
    .map(({ n, undescribed = '' }) => ({
      ...{ check: 'as described', what: undescribed, operations: [n] },
    }));
}

export function answeredInTime({ calls }: History): Violation[] {
  return calls
    .filter(({ kind, fromMs, toMs }) => kind !== 'mode' && toMs - fromMs > LONGEST_MS)
    .map(({ n, kind, fromMs, toMs }) => ({
      ...{ check: 'in time', what: `${kind}: ${String(toMs - fromMs)} ms`, operations: [n] },
    }));
}

/** "Not required" is the company's setting at some moment of the request, or it is wrong. */
export function requiredStaysRequired({ calls }: History): Violation[] {
  const modes = calls.filter(({ kind }) => kind === 'mode');
  return calls
    .filter((call) => call.answer?.status === 'not_required' && !mayBeOff(modes, call))
    .map(({ n, answer }) => ({
      check: 'required',
      what: `not_required: ${answer?.reason ?? ''}`,
      operations: [n],
    }));
}

function mayBeOff(modes: readonly CallEvent[], call: CallEvent): boolean {
  const mine = modes.filter(({ companyId }) => companyId === call.companyId);
  return mine.some(
    (off) =>
      off.mode !== 'required' &&
      off.fromMs <= call.toMs &&
      !mine.some(
        (on) =>
          on.mode === 'required' &&
          on.status === 200 &&
          on.fromMs >= off.toMs &&
          on.toMs + POLICY_LAG_MS < call.fromMs,
      ),
  );
}

export function everyKeyExpires({ scans }: History): Violation[] {
  const bad = new Set(scans.flatMap(({ withoutExpiry }) => withoutExpiry));
  return [...bad].map((key) => ({ check: 'every key expires', what: key, operations: [] }));
}

export function nothingInLogs({ leaks }: History): Violation[] {
  return leaks.map(({ instance, what, count }) => ({
    check: 'nothing in logs',
    what: `${String(count)} times a ${what} in the log of instance ${String(instance)}`,
    operations: [],
  }));
}
