/** The kinds of visit, each a few steps drawn from the seed. */

import type { Act, CodeChoice, KeyChoice } from './acts.js';
import type { Random } from './random.js';

type Steps = readonly (readonly Act[])[];

const KEYS = { none: 2, shared: 3, each: 1 } as const;
/** So that a resend finds the gap over and enough life left. */
const GAP_MS = 31_000;

const key = (random: Random): KeyChoice => random.weighted(KEYS);
const start = (random: Random, times = 1): Act => ({
  ...{ kind: 'start', key: key(random), nonce: random.chance(0.4), times },
});
const verify = (random: Random, code: CodeChoice, times = 1): Act => ({
  ...{ kind: 'verify', code, key: key(random), times },
});
const enrol = (random: Random, number: 'own' | 'typo'): Act => ({
  ...{ kind: 'enrol', number, key: key(random) },
});

/** A number is asked for wherever the start asks for one; see clients/visit.ts. */
export const EPISODES = {
  sign_in: (random: Random): Steps => [
    [start(random)],
    ...(random.chance(0.3) ? [[{ kind: 'get' } as const]] : []),
    ...Array.from({ length: random.between(0, 2) }, () => [verify(random, 'wrong')]),
    ...(random.chance(0.2) ? [[verify(random, 'malformed')]] : []),
    [verify(random, 'right', random.weighted({ 1: 5, 2: 2, 3: 2 }) === '1' ? 1 : 3)],
    ...(random.chance(0.5) ? [[verify(random, 'right', 2)]] : []),
  ],
  guess: (random: Random): Steps => [
    [start(random)],
    [verify(random, 'wrong', random.between(3, 8))],
    [verify(random, random.pick(['stale', 'of_another', 'wrong']), 2)],
    [verify(random, 'wrong', random.between(1, 4)), verify(random, 'right')],
    [verify(random, 'right')],
  ],
  attack: (random: Random): Steps => [
    [start(random)],
    [verify(random, 'wrong', random.between(6, 10))],
    [verify(random, 'right', 2)],
  ],
  repeat: (random: Random): Steps => [
    [{ kind: 'start', key: 'shared', nonce: random.chance(0.5), times: random.between(1, 3) }],
    [{ kind: 'start_again' }],
    [verify(random, 'right')],
    [{ kind: 'start_again' }],
  ],
  impatient: (random: Random): Steps => [
    [start(random)],
    [{ kind: 'resend', key: key(random), times: random.between(1, 2) }],
    [start(random)],
    [verify(random, 'right')],
  ],
  resend: (random: Random): Steps => [
    [start(random)],
    [verify(random, 'wrong')],
    [{ kind: 'wait', ms: GAP_MS }],
    [{ kind: 'resend', key: 'shared', times: random.between(1, 3) }],
    [verify(random, 'right', random.between(1, 2))],
  ],
  cancel: (random: Random): Steps => [
    [start(random)],
    random.chance(0.5) ? [{ kind: 'cancel' }, verify(random, 'right', 2)] : [{ kind: 'cancel' }],
    [verify(random, 'right')],
    [{ kind: 'get' }],
  ],
  lost_phone: (random: Random): Steps => [
    [start(random)],
    random.chance(0.4)
      ? [{ kind: 'reset', key: key(random) }, verify(random, 'right', 2)]
      : [{ kind: 'reset', key: key(random) }],
    [verify(random, 'right', 2)],
    [start(random)],
    [verify(random, 'right')],
  ],
  typo: (random: Random): Steps => [
    [{ kind: 'reset', key: key(random) }],
    [{ kind: 'start', key: key(random), nonce: false, times: 1 }],
    [enrol(random, 'typo')],
    [verify(random, 'wrong')],
    [enrol(random, 'own')],
    [verify(random, 'stale')],
    [verify(random, 'right', 2)],
  ],
  abandon: (random: Random): Steps => [[start(random, random.between(1, 2))], [{ kind: 'get' }]],
  change_phone: (random: Random): Steps => [
    [{ kind: 'change_phone' }],
    [verify(random, 'right', random.between(1, 2))],
    [start(random)],
    [verify(random, 'right')],
  ],
  mode: (random: Random): Steps => [
    [{ kind: 'mode', mode: random.pick(['off', 'optional']) }],
    [start(random)],
    [{ kind: 'mode', mode: 'required' }],
    [{ kind: 'wait', ms: 500 }],
    [start(random)],
    [verify(random, 'right')],
  ],
} as const;

export type EpisodeName = keyof typeof EPISODES;

export const EPISODE_WEIGHTS: Readonly<Record<EpisodeName, number>> = {
  ...{ sign_in: 34, guess: 14, attack: 5, repeat: 10, impatient: 6, resend: 6 },
  ...{ cancel: 7, lost_phone: 5, typo: 3, abandon: 4, change_phone: 4, mode: 0.4 },
};
