/** Two instances on a group of Redis servers, a provider, and people with proven numbers; all is written down. */

import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { Caller } from '../../chaos/clients/caller.js';
import { sayFarewell, type FarewellDeps } from '../../chaos/clients/farewell.js';
import { Town } from '../../chaos/clients/town.js';
import { openProvider } from '../../chaos/estate/provider.js';
import { Recorder } from '../../chaos/history/recorder.js';
import { companies, people as peopleOf, type Person } from '../../chaos/plan/people.js';
import { openEstate, type Estate } from '../../tests/support/estate.js';
import { startPostgresServer } from '../../tests/support/postgres-server.js';
import { statement } from '../seed.js';

/** With one sign-in each in a hundred seconds, nobody's number has five texts in ten minutes. */
const PEOPLE = 400;
const LANES = 8;
/** A request cut off while it was sending is refused to its repeats for 30 s. Milliseconds. */
const PATIENCE_MS = 60_000;
export const CODE_LIFE_MS = 300_000;

export interface FailoverStage extends FarewellDeps {
  readonly people: readonly Person[];
  readonly recorder: Recorder;
  readonly databaseUrl: string;
  /** Everybody signs in once more, enrolling where that is open. */
  signIn(n: number): Promise<void>;
  close(): Promise<void>;
}

export async function openFailoverStage(redisUrl: string): Promise<FailoverStage> {
  const recorder = new Recorder(mkdtempSync(join(tmpdir(), 'assay-failover-')));
  const provider = await openProvider(recorder);
  const postgres = await startPostgresServer('max_connections=200');
  const settings = {
    ...{ REDIS_URL: redisUrl, TWILIO_API_URL: provider.url, LOG_LEVEL: 'warn' },
    CODE_TTL_SECONDS: String(CODE_LIFE_MS / 1_000),
  };
  const estate = await openEstate({ instances: 2, postgresServer: postgres.url, settings });
  const people = peopleOf(PEOPLE);
  const { credential, urls } = estate.login;
  const instances = {
    pick: (dice: number) => Math.floor(dice * urls.length),
    urlOf: (place: number) => urls[place] ?? '',
  };
  const deps = {
    caller: new Caller({ instances, credential, recorder }),
    town: new Town(people, provider),
    noticeVersions: await found(estate),
    patienceMs: PATIENCE_MS,
  };
  return {
    ...{ ...deps, people, recorder, databaseUrl: estate.database.url },
    signIn: async (n) => {
      const left = [...people];
      const lane = async (): Promise<void> => {
        for (let one = left.pop(); one; one = left.pop())
          recorder.add(await sayFarewell(deps, n + one.index, deps.town.memoryOf(one.index)));
      };
      await Promise.all(Array.from({ length: LANES }, lane));
    },
    close: async () => {
      await estate.close();
      await Promise.all([provider.close(), postgres.stop()]);
      await recorder.close(false);
    },
  };
}

/** Companies that require two-factor sign-in, with room for the load; answers the versions of their notices. */
async function found({ login, database }: Estate): Promise<ReadonlyMap<string, string>> {
  const versions = new Map<string, string>();
  for (const { companyId } of companies()) {
    await login.company(companyId);
    const { body } = await login.call(`/v1/companies/${companyId}/notice`);
    versions.set(companyId, String(body['version']));
  }
  await statement(database.url, 'UPDATE policies SET sms_per_day = 20000');
  return versions;
}
