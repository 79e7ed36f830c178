/** Instances replaced one after the other under load; what callers were told is held to the rows afterwards. */

import { randomUUID } from 'node:crypto';

import { decodeJwt } from 'jose';

import type { ChallengeId } from '../../src/domain/ids.js';
import { tokenIdOf } from '../../src/domain/token.js';
import { openEstate, type Estate } from '../support/estate.js';
import { exampleNumber } from '../support/people.js';
import { runOn } from '../support/postgres.js';
import { Rotation, type Told } from '../support/rotation.js';
import type { Service } from '../support/service.js';

const ROUNDS = 2;
const CALLERS = 12;

let estate: Estate;
let rotation: Rotation;
beforeAll(async () => {
  estate = await openEstate({ instances: 2 });
  rotation = new Rotation(estate.login.credential);
  for (const { url } of estate.services) rotation.add(url);
}, 180_000);
afterAll(async () => {
  rotation.close();
  await estate.close();
});

/** As a careful login service does: the same key until it is answered; a lost connection is no answer. */
async function post(path: string, body: object): Promise<Told> {
  const key = randomUUID();
  let told = await rotation.post(path, body, key);
  while (told.status === 503) told = await rotation.post(path, body, key);
  return told;
}

it('R118: a rolling restart under load resets no connection, loses no acknowledged approval and gives none twice', async () => {
  const companyId = await estate.login.company();
  // A company without a roster may send two hundred a day; this one signs in far more people in a minute.
  await runOn(estate.database.url, 'UPDATE policies SET sms_per_day = 20000');
  const notice = await estate.login.call(`/v1/companies/${companyId}/notice`);
  const noticeVersion = notice.body['version'];
  const acknowledged = new Map<string, string>();
  const failures: unknown[] = [];
  let isOver = false;
  let person = 0;

  const signIn = async (): Promise<void> => {
    const n = (person += 1);
    const phoneNumber = exampleNumber(n % 1_000);
    const { body } = await post('/v1/challenges', { companyId, userId: `user-${n}` });
    const id = String(body['id']);
    const at = `/v1/challenges/${id}`;
    const sent = await post(`${at}/enrolment`, { phoneNumber, noticeVersion });
    // A thousand numbers are soon used up; what is limited is answered so.
    if (sent.status !== 201) return;
    const code = estate.codeFor(phoneNumber);
    const answers = await Promise.all([
      post(`${at}/verify`, { code }),
      post(`${at}/verify`, { code }),
    ]);
    const approved = answers.filter(({ status }) => status === 200);
    expect(approved.length).toBe(1);
    acknowledged.set(id, String(decodeJwt(String(approved[0]?.body['token'])).jti));
  };
  const caller = async (): Promise<void> => {
    while (!isOver) await signIn().catch((error: unknown) => failures.push(error));
  };
  const replace = async (service: Service): Promise<Service> => {
    const before = acknowledged.size;
    while (acknowledged.size < before + CALLERS && failures.length === 0) {
      await new Promise(setImmediate);
    }
    await rotation.remove(service.url);
    expect(await service.stop()).toBe(0);
    const next = await estate.relaunch(service);
    rotation.add(next.url);
    return next;
  };
  const restarts = async (): Promise<void> => {
    let running: readonly Service[] = estate.services.slice(0, 2);
    for (let round = 0; round < ROUNDS; round += 1) {
      const next: Service[] = [];
      for (const service of running) next.push(await replace(service));
      running = next;
    }
  };
  const load = Array.from({ length: CALLERS }, caller);
  await restarts().finally(() => (isOver = true));
  await Promise.all(load);

  expect(failures).toEqual([]);
  const rows = await runOn(
    estate.database.url,
    `SELECT challenge_id AS id FROM attempts WHERE outcome = 'approved'`,
  );
  const kept = new Map(rows.map(({ id }) => [id, tokenIdOf(String(id) as ChallengeId)]));
  expect(rows).toHaveLength(kept.size);
  for (const [id, jti] of acknowledged) expect(kept.get(id)).toBe(jti);
  expect(acknowledged.size).toBeGreaterThanOrEqual(2 * ROUNDS * CALLERS);
}, 240_000);
