/** What an attack came to: requests, messages, refusals by their reason, and who signed in meanwhile. */

import type { Answer } from '../../tests/support/login-service.js';

export class Tally {
  requests = 0;
  /** By `limit`, else by `code`; what was let through by its status. */
  readonly answers = new Map<string, number>();
  readonly signIns: SignIn[] = [];

  count({ status, body }: Answer): void {
    this.requests += 1;
    const words = [body['limit'], body['code'], body['status']];
    const word = words.find((one) => typeof one === 'string') ?? '';
    const name = status < 300 ? `${String(status)} ${word}` : word;
    this.answers.set(name, (this.answers.get(name) ?? 0) + 1);
  }
}

export interface SignIn {
  /** Whom it is about, in words. */
  readonly who: string;
  readonly isIn: boolean;
  /** Seconds that the person was told to wait, in all. */
  readonly waited: number;
}
