/** What the console's reads stand on. */

import type { AdministrationDeps } from '../administration/administration-deps.js';
import type { ActivityReader } from '../ports/activity-reader.js';
import type { HistoryReader } from '../ports/history-reader.js';
import type { PeopleReader } from '../ports/people-reader.js';
import type { RosterStore } from '../ports/roster-store.js';
import type { SignInReader } from '../ports/sign-in-reader.js';

export interface ConsoleDeps extends Pick<
  AdministrationDeps,
  'companies' | 'employees' | 'vault' | 'rules'
> {
  readonly peopleLists: PeopleReader;
  readonly activity: ActivityReader;
  readonly histories: HistoryReader;
  readonly rosters: RosterStore;
  readonly people: SignInReader;
}
