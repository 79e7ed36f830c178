/** The kinds of fault, and a seeded plan of them over a run. */

import { Random } from './random.js';

/** `lossy`: Redis forgets writes it had acknowledged, so what it alone counts starts anew. */
const FAULTS = {
  kill: { weight: 10, mostMs: 400, lossy: false },
  roll: { weight: 4, mostMs: 0, lossy: false },
  redis_cut: { weight: 8, mostMs: 0, lossy: false },
  redis_lose_reply: { weight: 8, mostMs: 0, lossy: false },
  redis_refuse: { weight: 5, mostMs: 1_500, lossy: false },
  redis_hang: { weight: 4, mostMs: 1_500, lossy: false },
  redis_hold: { weight: 5, mostMs: 2_500, lossy: false },
  redis_delay: { weight: 4, mostMs: 1_500, lossy: false },
  redis_oom: { weight: 3, mostMs: 2_000, lossy: false },
  redis_read_only: { weight: 3, mostMs: 2_000, lossy: false },
  redis_script_flush: { weight: 3, mostMs: 0, lossy: false },
  redis_failover: { weight: 16, mostMs: 1_500, lossy: true },
  redis_flush: { weight: 6, mostMs: 0, lossy: true },
  postgres_cut: { weight: 8, mostMs: 0, lossy: false },
  postgres_lose_reply: { weight: 8, mostMs: 0, lossy: false },
  postgres_refuse: { weight: 5, mostMs: 1_500, lossy: false },
  postgres_hang: { weight: 4, mostMs: 1_500, lossy: false },
  postgres_hold: { weight: 5, mostMs: 2_500, lossy: false },
  postgres_delay: { weight: 4, mostMs: 1_500, lossy: false },
  postgres_terminate: { weight: 5, mostMs: 0, lossy: false },
  postgres_restart: { weight: 2, mostMs: 300, lossy: false },
  twilio_refuse: { weight: 3, mostMs: 1_500, lossy: false },
  twilio_reset: { weight: 4, mostMs: 1_000, lossy: false },
  twilio_hang: { weight: 2, mostMs: 800, lossy: false },
  twilio_late: { weight: 3, mostMs: 1_000, lossy: false },
  twilio_5xx: { weight: 4, mostMs: 1_500, lossy: false },
  twilio_429: { weight: 3, mostMs: 1_500, lossy: false },
  twilio_opted_out: { weight: 1, mostMs: 200, lossy: false },
  twilio_html: { weight: 2, mostMs: 1_000, lossy: false },
} as const satisfies Record<string, { weight: number; mostMs: number; lossy: boolean }>;

export type FaultKind = keyof typeof FAULTS;
export const FAULT_KINDS = Object.keys(FAULTS) as readonly FaultKind[];

export interface PlannedFault {
  readonly n: number;
  readonly kind: FaultKind;
  /** Set off once this many requests are planned to have been made. */
  readonly afterOperation: number;
  readonly durationMs: number;
  /** Which instance, how many bytes, which reply: what the kind needs, from 0 to under 1. */
  readonly dice: number;
  readonly isLossy: boolean;
}

export interface FaultPlan {
  readonly seed: string;
  readonly faults: number;
  readonly operations: number;
  /** Where a run is aimed at something: only these. */
  readonly only?: readonly FaultKind[] | undefined;
}

/**
 * Faults that make Redis forget come in the first part of a run alone, so that the ten-minute budgets,
 * which Redis alone counts, can be held to the letter in the rest of it.
 */
const LOSSY_PART = 0.4;

export function planFaults({ seed, faults, operations, only }: FaultPlan): readonly PlannedFault[] {
  const random = new Random(`faults ${seed}`);
  const every = operations / (faults + 1);
  return Array.from({ length: faults }, (_, n) => {
    const isLate = n > faults * LOSSY_PART;
    const weights = Object.fromEntries(
      FAULT_KINDS.map((kind) => {
        const isOut = only ? !only.includes(kind) : FAULTS[kind].lossy && isLate;
        return [kind, isOut ? 0 : FAULTS[kind].weight];
      }),
    ) as Record<FaultKind, number>;
    const kind = random.weighted(weights);
    const { mostMs, lossy } = FAULTS[kind];
    return {
      ...{ n, kind, isLossy: lossy, dice: random.next() },
      afterOperation: Math.floor(every * (n + 0.5 + random.next() / 2)),
      durationMs: mostMs === 0 ? 0 : random.between(Math.ceil(mostMs / 5), mostMs),
    };
  });
}
