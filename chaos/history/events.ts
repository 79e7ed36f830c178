/** What a run leaves behind: every request with its answer, every SMS, every fault, every look at Redis. */

export type CallKind =
  'start' | 'enrol' | 'resend' | 'verify' | 'cancel' | 'get' | 'reset' | 'change_phone' | 'mode';

/** One request, from before it left to after its answer came or was lost. Times: milliseconds of one clock. */
export interface CallEvent {
  readonly type: 'call';
  /** Number of the planned operation; what follows from it carries the same. */
  readonly n: number;
  readonly kind: CallKind;
  readonly person: number;
  readonly companyId: string;
  readonly instance: number;
  readonly fromMs: number;
  readonly toMs: number;
  /** Undefined members were not given, or not answered. */
  readonly challengeId?: string | undefined;
  readonly key?: string | undefined;
  readonly nonce?: string | undefined;
  readonly number?: string | undefined;
  readonly submitted?: string | undefined;
  readonly mode?: string | undefined;
  /** 0: no answer came. */
  readonly status: number;
  /** Of a problem. */
  readonly code?: string | undefined;
  readonly answer?: Answered | undefined;
  /** What openapi.yaml has against this answer. */
  readonly undescribed?: string | undefined;
}

export interface Answered {
  readonly id?: string | undefined;
  readonly status?: string | undefined;
  readonly reason?: string | undefined;
  readonly limit?: string | undefined;
  readonly attemptsRemaining?: number | undefined;
  /** Claims of the token. */
  readonly token?: Readonly<Record<string, unknown>> | undefined;
  /** The token itself, for whoever hands it on. */
  readonly rawToken?: string | undefined;
}

export interface SmsEvent {
  readonly type: 'sms';
  readonly atMs: number;
  readonly to: string;
  /** Undefined: a notice. */
  readonly code?: string | undefined;
  /** Whether the provider took it, whatever it answered. */
  readonly isTaken: boolean;
  readonly how: string;
}

export interface FaultEvent {
  readonly type: 'fault';
  readonly n: number;
  readonly kind: string;
  readonly fromMs: number;
  readonly toMs: number;
  readonly isLossy: boolean;
  /** From when to when it held for certain, where that is known. */
  readonly inForce?: { readonly fromMs: number; readonly toMs: number } | undefined;
}

/** A look at every key of Redis. */
export interface ScanEvent {
  readonly type: 'scan';
  readonly atMs: number;
  readonly keys: number;
  readonly withoutExpiry: readonly string[];
}

/** Something secret in what an instance wrote; `what` says only of which kind. */
export interface LeakEvent {
  readonly type: 'leak';
  readonly instance: number;
  readonly what: 'code' | 'number';
  readonly count: number;
}

/** How each person's last sign-in of the run ended. */
export interface FarewellEvent {
  readonly type: 'farewell';
  readonly person: number;
  readonly atMs: number;
  readonly end: 'signed_in' | 'refused' | 'gave_up';
  readonly code?: string | undefined;
  readonly limit?: string | undefined;
}

export type HistoryEvent =
  CallEvent | SmsEvent | FaultEvent | ScanEvent | LeakEvent | FarewellEvent;

export interface AttemptRow {
  readonly id: string;
  readonly challengeId: string;
  readonly outcome: string;
  readonly attemptId: string;
  readonly person: number;
  readonly factorId: string | null;
  readonly seq: number;
  readonly atMs: number;
}

export interface PersonRow {
  readonly person: number;
  readonly failures: number;
  readonly lockedUntilMs: number;
  readonly isDisabled: boolean;
  readonly undeliverableUntilMs: number;
}

/** What PostgreSQL holds after the run. */
export interface FinalState {
  readonly attempts: readonly AttemptRow[];
  readonly people: readonly PersonRow[];
}

export interface History {
  readonly calls: readonly CallEvent[];
  readonly sms: readonly SmsEvent[];
  readonly faults: readonly FaultEvent[];
  readonly scans: readonly ScanEvent[];
  readonly leaks: readonly LeakEvent[];
  readonly farewells: readonly FarewellEvent[];
  readonly final: FinalState;
  /** Life of a code. */
  readonly codeLifeMs: number;
}

export interface Violation {
  readonly check: string;
  readonly what: string;
  /** The operations it rests on. */
  readonly operations: readonly number[];
}
