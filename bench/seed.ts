/** Fills the stores with people and open challenges as the service itself would have left them. */

import pg from 'pg';

import { newFactorId, newMessageId } from '../src/app/new-id.js';
import type { ChallengeId, ClientId, CompanyId, FactorId, UserId } from '../src/domain/ids.js';
import { PhoneNumber } from '../src/domain/phone-number.js';
import { exampleNumber } from '../tests/support/people.js';
import type { BenchParts } from './parts.js';

export const COMPANY = 'bench' as CompanyId;
const CODE_LENGTH = 6;
const CODE_TTL_MS = 600_000;
const BATCH = 200;

export interface Person {
  readonly userId: UserId;
  readonly factorId: FactorId;
  readonly index: string;
}

export interface OpenedChallenge {
  readonly id: ChallengeId;
  readonly code: string;
  readonly person: Person;
}

/** A company under `required`. */
export async function seedCompany(url: string): Promise<void> {
  await statement(
    url,
    `INSERT INTO companies (company_id, folded_id, display_name, default_country, locale, time_zone, branding)
     VALUES ('bench', 'bench', 'Bench', 'GB', 'en', 'Europe/London', '{"accentColor":null,"logo":null}')`,
  );
  await statement(
    url,
    `INSERT INTO policies (company_id, mode, enforce_from, enrolment_days, methods, remember_device_days, version, switched_on_at)
     VALUES ('bench', 'required', now() - interval '1 day', 30, '{sms}', 0, 2, now() - interval '1 day')`,
  );
}

export interface Seeded {
  readonly prefix: string;
  readonly count: number;
  /** Whose number the n-th person has: the thousand example numbers are shared in turn unless told. */
  readonly numberOf?: (n: number) => string;
}

/** People with an active phone. */
export async function seedPeople(
  parts: BenchParts,
  url: string,
  { prefix, count, numberOf = exampleOf }: Seeded,
): Promise<Person[]> {
  const people = Array.from({ length: count }, (_, n) =>
    personOf(parts, `${prefix}-${String(n)}`, numberOf(n)),
  );
  for (let from = 0; from < people.length; from += BATCH) {
    const some = people.slice(from, from + BATCH);
    const ids = some.map(({ userId }) => userId);
    await statement(
      url,
      `INSERT INTO employees (company_id, user_id, folded_id) SELECT 'bench', id, id FROM unnest($1::text[]) id`,
      [ids],
    );
    await statement(
      url,
      `INSERT INTO factors (factor_id, company_id, user_id, state, sealed_number, sealed_mask, number_index, country, activated_at)
       SELECT f, 'bench', u, 'active', n, m, i, 'GB', now()
       FROM unnest($1::text[], $2::text[], $3::bytea[], $4::bytea[], $5::text[]) AS t(f, u, n, m, i)`,
      [
        some.map(({ factorId }) => factorId),
        ids,
        some.map(({ sealed }) => Buffer.from(sealed.number)),
        some.map(({ sealed }) => Buffer.from(sealed.mask)),
        some.map(({ index }) => index),
      ],
    );
  }
  return people;
}

const exampleOf = (n: number) => exampleNumber(n % 1_000);

function personOf({ vault }: BenchParts, id: string, number: string) {
  const userId = id as UserId;
  const factorId = newFactorId();
  const phone = PhoneNumber.parse(number, 'GB');
  if (!phone) throw new Error('not a number');
  const sealed = vault.seal(phone, { companyId: COMPANY, userId, factorId });
  return { userId, factorId, index: sealed.index, sealed };
}

/** One pending challenge each, as after an accepted SMS. */
export async function seedChallenges(
  { pending, codes }: BenchParts,
  clientId: ClientId,
  people: readonly Person[],
): Promise<OpenedChallenge[]> {
  const opened: OpenedChallenge[] = [];
  for (let from = 0; from < people.length; from += BATCH) {
    const some = people.slice(from, from + BATCH);
    opened.push(
      ...(await Promise.all(some.map((person) => openOne({ pending, codes }, clientId, person)))),
    );
  }
  return opened;
}

async function openOne(
  { pending, codes }: Pick<BenchParts, 'pending' | 'codes'>,
  clientId: ClientId,
  person: Person,
): Promise<OpenedChallenge> {
  const { challenges } = pending;
  const employee = { companyId: COMPANY, userId: person.userId };
  const id = challenges.newId(employee);
  const issued = codes.issue({ challengeId: id, destination: 0, length: CODE_LENGTH });
  const messageId = newMessageId();
  const outcome = await challenges.open({
    ...employee,
    id,
    clientId,
    purpose: 'sign_in',
    action: null,
    door: null,
    canSkip: false,
    nonceDigest: null,
    idempotency: null,
    send: {
      messageId,
      factorId: person.factorId,
      factorVersion: 1,
      factorState: 'active',
      numberKey: person.index,
      channel: 'sms',
      locale: 'en',
      keyId: issued.keyId,
      digest: issued.digest,
      codeLength: CODE_LENGTH,
      ttlMs: CODE_TTL_MS,
    },
    counter: { epoch: 0, failures: 0, lockedForMs: 0 },
  });
  if (outcome.kind !== 'opened') throw new Error(`seeding a challenge: ${outcome.kind}`);
  await challenges.settleSend({ id, messageId, outcome: 'accepted' });
  return { id, code: issued.code.digits(), person };
}

/** One statement on a connection of its own; answers the rows. */
export async function statement(
  url: string,
  sql: string,
  values: unknown[] = [],
): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<Record<string, unknown>>(sql, values);
    return rows;
  } finally {
    await client.end();
  }
}
