/** More than one process can take: told at once, in the words of whoever asked, and over with the load. */

import { setImmediate } from 'node:timers/promises';

import { ACTOR, startApi, type Api } from '../support/http.js';

const ROOM = 3;
const REQUEST = { path: '/v1/companies/acme', headers: ACTOR };

let api: Api;
let open: (() => void)[];
beforeEach(async () => {
  open = [];
  api = await startApi({
    listener: { maxInFlight: ROOM },
    useCases: {
      getCompany: () =>
        new Promise((_resolve, reject) => {
          open.push(() => reject(new Error('let go')));
        }),
    },
  });
});
afterEach(() => api.stop());

/** Requests that stay until they are let go, once all of them have arrived. */
async function fill(): Promise<Promise<unknown>[]> {
  const held = Array.from({ length: ROOM }, () => api.send(REQUEST));
  while (open.length < ROOM) await setImmediate();
  return held;
}

it('R122: refuses what comes beyond the bound with 503 and Retry-After, without calling a use case', async () => {
  const held = await fill();
  const shed = await api.send(REQUEST);
  expect(shed).toMatchObject({ status: 503, json: { code: 'temporarily_unavailable' } });
  expect(shed.headers['retry-after']).toMatch(/^[1-9]\d*$/);
  expect(open).toHaveLength(ROOM);
  for (const letGo of open) letGo();
  await Promise.all(held);
});

it('R122: takes requests again as soon as others ended, however many were shed', async () => {
  const held = await fill();
  await Promise.all(Array.from({ length: 20 }, () => api.send(REQUEST)));
  for (const letGo of open.splice(0)) letGo();
  await Promise.all(held);
  const again = await fill();
  expect(open).toHaveLength(ROOM);
  for (const letGo of open) letGo();
  await Promise.all(again);
});

it('R122: still publishes its keys while it sheds', async () => {
  const held = await fill();
  expect((await api.send({ path: '/.well-known/jwks.json' })).status).toBe(200);
  for (const letGo of open) letGo();
  await Promise.all(held);
});
