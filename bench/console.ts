/**
 * The console's pages for a company of 100,000: server time as a ratio to an empty page. Statements are counted by
 * tests/pages/console/statements.test.ts.
 */

import { LoginService } from '../tests/support/login-service.js';
import { atWork } from '../tests/support/console.js';
import { COMPANY, seedPeople, statement } from './seed.js';
import type { Stage } from './stage.js';
import { median } from './statistics.js';

const PEOPLE = 100_000;
const ROUNDS = 15;
/** The frame, the language and the style of every page, and nothing out of a store. */
const EMPTY = '/cookies';
const PAGES = [
  '/console',
  '/console/people',
  '/console/people?status=without&order=status',
  '/console/activity',
  '/console/audit',
] as const;

export interface PageResult {
  readonly page: string;
  readonly ms: number;
  /** Median over the rounds of this page's time by that of the empty page just before it. */
  readonly ofEmpty: number;
}

/** One request at a time, each page after the empty one: the median of their ratios. */
export async function benchConsole(stage: Stage): Promise<readonly PageResult[]> {
  await seed(stage);
  const { visitor } = await atWork(officeOf(stage), { among: COMPANY });
  const timed = async (path: string) => {
    const begun = performance.now();
    const { status } = await visitor.open(path);
    if (status !== 200) throw new Error(`${path}: ${String(status)}`);
    return performance.now() - begun;
  };
  const results: PageResult[] = [];
  for (const page of PAGES) {
    await timed(page);
    const pairs: [number, number][] = [];
    for (let n = 0; n < ROUNDS; n += 1) pairs.push([await timed(EMPTY), await timed(page)]);
    results.push({
      page,
      ms: median(pairs.map(([, ms]) => ms)),
      ofEmpty: median(pairs.map(([empty, ms]) => ms / empty)),
    });
  }
  return results;
}

/** A month of sign-ins: one attempt and one message for each person. */
async function seed({ parts, database: { url } }: Stage): Promise<void> {
  await seedPeople(parts, url, { prefix: 'worker', count: PEOPLE });
  await statement(
    url,
    `INSERT INTO attempts (id, challenge_id, outcome, attempt_id, client_id, company_id, user_id, purpose,
       channels, token_ttl_seconds, epoch, created_at)
     SELECT 'c' || n, 'c' || n, 'approved', 'a' || n, 'bench', 'bench', 'worker-' || n, 'sign_in',
       '{sms}', 120, 1, now() - n % 30 * interval '1 day'
     FROM generate_series(0, $1::integer - 1) n`,
    [PEOPLE],
  );
  await statement(
    url,
    `INSERT INTO messages (message_id, challenge_id, kind, channel, company_id, user_id, factor_id, country,
       status, created_at)
     SELECT 'm' || n, 'c' || n, 'code', 'sms', 'bench', 'worker-' || n, 'f', 'GB', 'accepted',
       now() - n % 30 * interval '1 day'
     FROM generate_series(0, $1::integer - 1) n`,
    [PEOPLE],
  );
  await statement(url, 'ANALYZE');
}

function officeOf({ service, client, twilio }: Stage) {
  return {
    url: service.url,
    login: new LoginService([service.url], client.credential),
    codeFor: (phoneNumber: string) => {
      const sent = twilio.messages.findLast(({ form }) => form['To'] === phoneNumber);
      return /^\d{6}/.exec(sent?.form['Body'] ?? '')?.[0] ?? 'no code';
    },
  };
}
