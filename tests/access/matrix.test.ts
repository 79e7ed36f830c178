/** Who may call what: every operation of openapi.yaml by every caller, in own, foreign and nonexistent companies. */

import { randomUUID } from 'node:crypto';

import type { Answer } from '../support/http.js';
import { inProcessHere } from '../support/in-process.js';
import { DESCRIBED } from '../support/openapi.js';
import type { Caller } from './callers.js';
import { ASKS, scopesOf, tellsOfPeople, type Ask } from './described.js';
import {
  bytesOf,
  cellOf,
  expectedOf,
  knock,
  mightiest,
  openWorld,
  requestOf,
  type World,
} from './knock.js';
import { nowhere, sharedChallenge, WHERE, type Place } from './places.js';
import { SAMPLES } from './samples.js';

const assay = inProcessHere();
let world: World;
beforeAll(async () => {
  world = await openWorld(assay());
}, 120_000);

const ask = async (what: Ask, caller: Caller, place: Place): Promise<Answer> =>
  knock(world, await requestOf(assay(), what, { place }), caller.headers);

const named = (asks: readonly Ask[]) => asks.map((each) => [each.name, each] as const);
const guarded = ASKS.filter(({ operation }) => scopesOf(operation).length > 0);

it('R059: has a row for every operation that openapi.yaml describes', () => {
  expect(Object.keys(SAMPLES).sort()).toEqual(DESCRIBED.map(({ id }) => id).sort());
  expect(ASKS.length).toBeGreaterThanOrEqual(DESCRIBED.length);
});

/** A challenge is of the client that opened it: whoever may open some is asked about one of their own. */
async function askOwn(what: Ask, caller: Caller): Promise<Answer> {
  const { own } = world.places;
  const client = world.clients.find((each) => each === caller);
  if (client?.scopes.includes('challenges') !== true) return ask(what, caller, own);
  const asking = { place: { ...own, owner: client.login }, isFresh: true };
  return knock(world, await requestOf(assay(), what, asking), caller.headers);
}

describe('R059, R076, R080: only its own callers, for their own companies, are let in', () => {
  it.each(named(ASKS))('%s', async (_, what) => {
    const wrong: string[] = [];
    for (const caller of [...world.strangers, ...world.clients])
      for (const where of WHERE) {
        const isOwn = where === 'own';
        const there = world.places[where];
        const answer = await (isOwn ? askOwn(what, caller) : ask(what, caller, there));
        const cell = cellOf(answer);
        const expected = expectedOf(what, caller, where);
        if (!expected.includes(cell))
          wrong.push(`${caller.name}, ${where}: ${cell}, not ${expected.join(' or ')}`);
      }
    expect(wrong).toEqual([]);
  });
});

describe('R076: a foreign company is to the last byte as one that does not exist', () => {
  it.each(named(guarded.filter(({ names }) => names !== 'nothing')))('%s', async (_, what) => {
    const { foreign, nonexistent } = world.places;
    for (const caller of [...world.strangers, ...world.clients]) {
      const [theirs, nobodys] = [
        await ask(what, caller, foreign),
        await ask(what, caller, nonexistent),
      ];
      expect([caller.name, bytesOf(theirs)]).toEqual([caller.name, bytesOf(nobodys)]);
    }
  });

  it('and left as it was', async () => {
    const { foreign } = world.places;
    const path = `/v1/companies/${foreign.companyId}`;
    const [listed, enrolled] = [foreign.listed, foreign.enrolled];
    const standing = async () =>
      Promise.all(
        ['', '/policy', `/employees/${listed}`, `/employees/${enrolled}`].map(
          async (end) => (await assay().login.call(path + end)).body,
        ),
      );
    const before = await standing();
    for (const what of guarded.filter(({ names }) => names === 'company'))
      for (const caller of world.clients) await ask(what, caller, foreign);
    expect(await standing()).toEqual(before);
    expect(before.map((each) => 'companyId' in each || 'mode' in each)).not.toContain(false);
  });

  it.each(['own', 'foreign'] as const)(
    'and a challenge of the %s company untouched',
    async (at) => {
      const place = world.places[at];
      for (const kind of ['unsent', 'sent', 'page'] as const) {
        const { id } = await sharedChallenge(assay(), place, kind);
        const seen = await place.owner?.call(`/v1/challenges/${id}`);
        const untouched =
          kind === 'sent'
            ? { status: 'pending', attemptsRemaining: 5 }
            : { status: 'enrolment_required' };
        expect(seen?.body).toMatchObject(untouched);
      }
    },
  );
});

describe('R025: a challenge of another client of the same company is as one that does not exist', () => {
  it.each(named(ASKS.filter(({ names }) => names === 'challenge')))('%s', async (_, what) => {
    const { own, nonexistent } = world.places;
    const login = await assay().newClient(['challenges'], [own.companyId]);
    const caller = { name: '', headers: { Authorization: `Bearer ${login.credential}` } };
    const other = { ...caller, scopes: [] };
    const theirs = await ask(what, other, { ...own, owner: mightiest(world.clients) });
    expect(theirs.status).toBe(404);
    expect(bytesOf(theirs)).toEqual(bytesOf(await ask(what, other, nonexistent)));
  });
});

describe("R080: another company's person is as nobody", () => {
  it.each(named(ASKS.filter(({ operation }) => tellsOfPeople(operation))))(
    '%s',
    async (_, what) => {
      const { own, foreign } = world.places;
      const caller = { name: '', headers: credential(), scopes: [] };
      const { listed, enrolled } = foreign;
      const theirs = await ask(what, caller, { ...own, listed, enrolled });
      const { companyId: __, ...nobody } = nowhere();
      expect(cellOf(theirs)).toBe('404 employee_not_found');
      expect(bytesOf(theirs)).toEqual(
        bytesOf(
          await ask(what, caller, { ...own, listed: nobody.listed, enrolled: nobody.enrolled }),
        ),
      );
    },
  );
});

const credential = () => ({ Authorization: `Bearer ${mightiest(world.clients).credential}` });

describe('what a refusal says', () => {
  it.each(named(guarded))('R075: %s names the scope, and to strangers nothing', async (_, what) => {
    const [noScope] = world.clients;
    if (!noScope) throw new Error('no clients');
    const forbidden = await ask(what, noScope, world.places.own);
    expect(forbidden.json['requiredScope']).toBe(scopesOf(what.operation).join(' or '));
    const refused = new Set<string>();
    for (const stranger of world.strangers) {
      const answer = await ask(what, stranger, world.places.own);
      expect(answer.headers['www-authenticate']).toBe('Bearer');
      refused.add(JSON.stringify(bytesOf(answer)));
    }
    expect(refused.size).toBe(1);
  });

  it('R076: a list of companies is that of the caller', async () => {
    const { body } = await mightiest(world.clients).call('/v1/companies?limit=200');
    const ids = (body['items'] as { companyId: string }[]).map(({ companyId }) => companyId);
    expect(ids).toEqual([world.places.own.companyId]);
  });

  it('R076: a client of all companies is told of one that does not exist', async () => {
    const { status, body } = await assay().login.call(`/v1/companies/c-${randomUUID()}`);
    expect([status, body['code']]).toEqual([404, 'company_not_found']);
  });
});
