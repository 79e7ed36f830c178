/** An embedded service dies at random moments over one data folder; what it acknowledged is there afterwards. */

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { types } from 'node:util';

import { openPglite } from '../../src/adapters/postgres/pglite-database.js';
import { newEmbeddedFolder, startEmbedded, type Embedded } from '../support/embedded.js';
import { LoginService } from '../support/login-service.js';
import { exampleNumber } from '../support/people.js';

const KILLS = 8;
const CALLERS = 3;

const at = await newEmbeddedFolder();
const dataDir = at.env['ASSAY_DATA_DIR'] ?? '';
let service: Embedded;
afterAll(async () => {
  service.process.kill('SIGKILL');
  await service.done;
  at.remove();
});

/** What a caller was told and must find again. */
const approvals = new Map<string, string>();
let policyVersion = 0;

/** The n-th of a seeded row, from 0 to 1. */
const draw = (n: number): number =>
  createHash('sha256').update(`embedded:${n}`).digest().readUInt32BE() / 2 ** 32;

async function codeFor(phoneNumber: string): Promise<string> {
  const outbox = await fetch(`${service.url}/dev/outbox.json`);
  const { items } = (await outbox.json()) as { items: { to: string; body: string }[] };
  return /^\d+/.exec(items.find(({ to }) => to === phoneNumber)?.body ?? '')?.[0] ?? '';
}

let person = 0;
async function signIn(login: LoginService, companyId: string): Promise<void> {
  const userId = `user-${(person += 1)}`;
  const phoneNumber = exampleNumber(person % 1_000);
  const { id } = await login.begin(companyId, userId);
  await login.enterNumber(companyId, id, phoneNumber);
  const code = await codeFor(phoneNumber);
  const answers = await Promise.allSettled([login.verify(id, code), login.verify(id, code)]);
  for (const answer of answers) {
    if (answer.status === 'rejected' || answer.value.status !== 200) continue;
    if (approvals.has(id)) throw new Error('approved twice');
    approvals.set(id, userId);
  }
}

async function changePolicy(login: LoginService, companyId: string): Promise<void> {
  const path = `/v1/companies/${companyId}/policy`;
  const { headers } = await login.call(path);
  const changed = await login.call(path, {
    method: 'PUT',
    headers: { 'if-match': headers.get('etag') ?? '' },
    body: { mode: 'required', smsPerDay: 90_000 - policyVersion },
  });
  if (changed.status === 200) policyVersion = Number(changed.body['version']);
}

async function untilKilled(work: () => Promise<void>): Promise<unknown> {
  for (;;) {
    try {
      await work();
    } catch (error) {
      // A dead service refuses or cuts, which fetch tells as this; anything else is a finding.
      return types.isNativeError(error) && error.name === 'TypeError' ? undefined : error;
    }
  }
}

it('R117: kill -9 again and again under load over one data folder lose and repeat nothing', async () => {
  service = await startEmbedded(at.env);
  const { credential } = JSON.parse(readFileSync(join(dataDir, 'demo.json'), 'utf8')) as {
    credential: string;
  };
  let answersLeft = Infinity;
  const login = new LoginService([service.url], credential, () => {
    answersLeft -= 1;
    if (answersLeft === 0) service.process.kill('SIGKILL');
  });
  const companyId = await login.company('kept');
  for (let kill = 0; kill < KILLS; kill += 1) {
    answersLeft = 5 + Math.floor(draw(kill) * 40);
    const load = Array.from({ length: CALLERS }, () => untilKilled(() => signIn(login, companyId)));
    load.push(untilKilled(() => changePolicy(login, companyId)));
    expect(await Promise.all(load)).toEqual(load.map(() => undefined));
    await service.done;
    answersLeft = Infinity;
    service = await startEmbedded(at.env);
    const policy = await login.call(`/v1/companies/${companyId}/policy`);
    expect(Number(policy.body['version'])).toBeGreaterThanOrEqual(policyVersion);
  }
  service.process.kill('SIGTERM');
  expect((await service.done).code).toBe(0);
  const kept = ['database', 'demo.json', 'master-key'];
  expect(readdirSync(dataDir).sort()).toEqual(kept);
  await expectKept();
}, 400_000);

interface Row {
  readonly id: string;
  readonly person: string;
}

async function expectKept(): Promise<void> {
  const database = await openPglite(join(dataDir, 'database'));
  const rows = async (text: string) =>
    (await database.query(({ rows: run }) => run({ name: 'look', text }, []))) as Row[];
  const approved = await rows(
    `SELECT challenge_id AS id, user_id AS person FROM attempts WHERE outcome = 'approved'`,
  );
  const factors = await rows(`SELECT user_id FROM factors WHERE state = 'active'`);
  await database.close();
  const byId = new Map(approved.map((row) => [row.id, row.person]));
  expect(approved).toHaveLength(byId.size);
  for (const [id, userId] of approvals) expect(byId.get(id)).toBe(userId);
  expect(approvals.size).toBeGreaterThan(KILLS);
  expect(factors.length).toBeGreaterThanOrEqual(approvals.size);
}
