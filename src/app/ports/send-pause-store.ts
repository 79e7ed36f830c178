/** The port of the operator's switch for all sends, shared by every instance. */

import type { AuditEvent } from '../../domain/audit-event.js';

/** Sends are paused: by an operator, until an operator resumes them. */
export interface SendPause {
  /** As the operator gave it. For operators alone. */
  readonly reason: string;
  /** By the database's clock. */
  readonly since: Date;
}

export interface SendPauseStore {
  /** Null while sends go out. */
  read(): Promise<SendPause | null>;

  /**
   * Answers what stands afterwards. A switch that stood so already is left as it is and leaves no event;
   * of two at once one changes it. Resolves when committed, together with the event.
   */
  write(reason: string | null, audit: AuditEvent): Promise<WrittenPause>;
}

export interface WrittenPause {
  readonly changed: boolean;
  readonly pause: SendPause | null;
}
