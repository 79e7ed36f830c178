/** What a virtual person, an attacker or an administrator may do; ids and codes are filled in at run time. */

/** Which code is handed in. `stale`: an earlier one of this person; `of_another`: one sent to somebody else. */
export type CodeChoice = 'right' | 'wrong' | 'malformed' | 'stale' | 'of_another';
/** `shared`: every request of the act carries the same Idempotency-Key. */
export type KeyChoice = 'none' | 'shared' | 'each';

export type Act =
  | {
      readonly kind: 'start';
      readonly key: KeyChoice;
      readonly nonce: boolean;
      readonly times: number;
    }
  /** The last start once more: same body, nonce and key. */
  | { readonly kind: 'start_again' }
  | { readonly kind: 'enrol'; readonly number: 'own' | 'typo'; readonly key: KeyChoice }
  | { readonly kind: 'resend'; readonly key: KeyChoice; readonly times: number }
  | {
      readonly kind: 'verify';
      readonly code: CodeChoice;
      readonly key: KeyChoice;
      readonly times: number;
    }
  | { readonly kind: 'cancel' }
  | { readonly kind: 'get' }
  | { readonly kind: 'reset'; readonly key: KeyChoice }
  | { readonly kind: 'change_phone' }
  | { readonly kind: 'mode'; readonly mode: 'off' | 'optional' | 'required' }
  | { readonly kind: 'wait'; readonly ms: number };

export type ActOf<Kind extends Act['kind']> = Extract<Act, { kind: Kind }>;

export interface PlannedAct {
  /** Of its first request; the others of the act follow it. */
  readonly n: number;
  /** All at once; one for an ordinary step. */
  readonly acts: readonly Act[];
  /** Before it. */
  readonly thinkMs: number;
}

/** One visit of one person. */
export interface Episode {
  readonly n: number;
  readonly person: number;
  readonly name: string;
  readonly steps: readonly PlannedAct[];
}

/** How many requests an act plans. */
export function sizeOf(act: Act): number {
  if (act.kind === 'wait') return 0;
  return 'times' in act ? act.times : 1;
}
