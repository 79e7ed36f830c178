/** How many people companies have, as counted lately. */

import type { CompanyId } from '../../domain/ids.js';
import { COMPANY_SIZE_AGE_MS } from '../../domain/limits.js';
import type { Clock } from '../ports/clock.js';
import type { RosterStore } from '../ports/roster-store.js';

/** Counting is for companies that send much, and not for each of their messages. */
export class CompanySizes {
  readonly #counted = new Map<CompanyId, { readonly people: number; readonly atMs: number }>();

  constructor(
    private readonly rosters: Pick<RosterStore, 'size'>,
    private readonly clock: Pick<Clock, 'monotonicMs'>,
  ) {}

  /** Undefined for whoever was not counted within the last ten seconds. */
  known(companyId: CompanyId): number | undefined {
    const counted = this.#counted.get(companyId);
    if (!counted || counted.atMs + COMPANY_SIZE_AGE_MS <= this.clock.monotonicMs())
      return undefined;
    return counted.people;
  }

  /** Rejects with `StoreUnavailableError`. */
  async count(companyId: CompanyId): Promise<number> {
    const people = await this.rosters.size(companyId);
    this.#counted.set(companyId, { people, atMs: this.clock.monotonicMs() });
    return people;
  }
}
