/** One company's client asks for twenty times what it may: its neighbour notices nothing (R077). */

import { randomUUID } from 'node:crypto';

import { openEstate, type Estate } from '../support/estate.js';
import { answered, LoginService } from '../support/login-service.js';
import { exampleNumber, otherCode } from '../support/people.js';
import { assay } from '../support/service.js';
import { enrolled } from './scene.js';

const CLIENT_SENDS_PER_HOUR = 40;
const ATTEMPTS = 20 * CLIENT_SENDS_PER_HOUR;
const AT_ONCE = 24;

let estate: Estate;
beforeAll(async () => {
  estate = await openEstate({
    settings: { CLIENT_SENDS_PER_HOUR: String(CLIENT_SENDS_PER_HOUR) },
  });
}, 180_000);
afterAll(() => estate.close());

/** A client of its own, as every company's login service has. */
async function client(name: string): Promise<LoginService> {
  const [{ env, url } = { env: {}, url: '' }] = estate.services;
  const scopes = 'challenges,companies,policies:read,policies:write,employees:manage';
  const { credential } = await assay<{ credential: string }>(
    env,
    ...['clients', 'create', '--name', name, '--scopes', scopes, '--all-companies'],
  );
  const login = new LoginService([url], credential);
  // Clients are read anew every two seconds.
  while ((await login.call('/v1/challenges/chl_unknown')).status === 401) continue;
  return login;
}

it('R077: a client at twenty times its quota of messages and guesses takes nothing from another', async () => {
  const [greedy, modest] = [await client('greedy'), await client('modest')];
  const [theirs, ours] = [await greedy.company(), await modest.company()];
  const notice = await greedy.call(`/v1/companies/${theirs}/notice`);
  const noticeVersion = notice.body['version'];
  const limits = new Set<unknown>();
  let attempts = 0;
  const attack = async () => {
    for (let n = attempts++; n < ATTEMPTS; n = attempts++) {
      const { id } = await greedy.begin(theirs, randomUUID());
      const phoneNumber = exampleNumber(100 + (n % 900));
      const sent = await answered(() =>
        greedy.post(id, 'enrolment', { phoneNumber, noticeVersion }),
      );
      limits.add(sent.body['limit']);
      if (sent.status === 201) {
        const code = estate.codeFor(phoneNumber);
        for (const step of [1, 2, 3, 4, 5]) await greedy.verify(id, otherCode(code, step));
      }
    }
  };
  const attacks = Promise.all(Array.from({ length: AT_ONCE }, attack));

  const told: number[] = [];
  for (let n = 0; n < 8; n += 1) {
    const person = await enrolled({ ...estate, login: modest }, ours);
    const started = await modest.start(ours, person.userId);
    const id = started.body['id'];
    const code = estate.codeFor(person.phoneNumber);
    const wrong = await modest.verify(id, otherCode(code));
    told.push(started.status, wrong.status, (await modest.verify(id, code)).status);
  }
  await attacks;
  expect(told).toEqual(Array.from({ length: 8 }, () => [201, 422, 200]).flat());
  expect(limits).toContain('unproven_client_hour');
}, 300_000);
