/** One knock at the API: who asks what of which place, what they are answered, and what openapi.yaml expects. */

import { sendPlain, type Answer, type Sent } from '../support/http.js';
import type { InProcess } from '../support/in-process.js';
import { expectDescribed } from '../support/openapi.js';
import { clientsOf, strangers, type Caller, type Client } from './callers.js';
import { scopesOf, successesOf, type Ask } from './described.js';
import {
  existingPlace,
  nowhere,
  openChallenge,
  sharedChallenge,
  type Place,
  type Where,
} from './places.js';
import { requestFor, SAMPLES, type Sample } from './samples.js';

export interface World {
  readonly assay: InProcess;
  /** Of the own company alone. */
  readonly clients: readonly Client[];
  readonly strangers: readonly Caller[];
  readonly places: Readonly<Record<Where, Place>>;
}

export async function openWorld(assay: InProcess): Promise<World> {
  const [own, foreign] = [await assay.login.company(), await assay.login.company()];
  const clients = await clientsOf(assay, own);
  const theirs = await clientsOf(assay, foreign);
  const places = {
    own: await existingPlace(assay, mightiest(clients), own),
    foreign: await existingPlace(assay, mightiest(theirs), foreign),
    nonexistent: nowhere(),
  };
  return { assay, clients, strangers: await strangers(assay, own), places };
}

/** With all scopes. */
export function mightiest(clients: readonly Client[]): Client['login'] {
  const last = clients.at(-1);
  if (!last) throw new Error('no clients');
  return last.login;
}

export const sampleOf = ({ operation }: Ask): Sample => SAMPLES[operation.id] ?? {};

interface Asking {
  readonly place: Place;
  /** About a challenge that nobody has touched, where it may be used up. */
  readonly isFresh?: boolean;
}

/** The request that the place's own caller would send, without whoever sends it. */
export async function requestOf(
  assay: InProcess,
  ask: Ask,
  { place, isFresh = false }: Asking,
): Promise<Sent> {
  const sample = sampleOf(ask);
  const kind = sample.challenge;
  const open = isFresh ? openChallenge : sharedChallenge;
  const challenge = kind === undefined ? null : await open(assay, place, kind);
  return requestFor(ask.operation, sample, { assay, place, role: ask.role, challenge });
}

/** The same request id each time, so that no byte of an answer has a reason to differ. */
export async function knock(
  { assay }: Pick<World, 'assay'>,
  request: Sent,
  headers: Readonly<Record<string, string>>,
): Promise<Answer> {
  const { method = 'GET', path: url } = request;
  const answer = await sendPlain(Number(new URL(assay.url).port), {
    ...request,
    headers: { 'X-Request-Id': 'matrix', ...request.headers, ...headers },
  });
  expectDescribed({ ...answer, method, url });
  return answer;
}

/** "201", or "403 forbidden". */
export const cellOf = ({ status, json }: Answer) =>
  status < 400 ? String(status) : `${status} ${String(json['code'])}`;

/** What openapi.yaml says of a cell: any of these. */
export function expectedOf(ask: Ask, { scopes }: Caller, where: Where): readonly string[] {
  const successes = successesOf(ask.operation);
  const { own } = sampleOf(ask);
  if (scopesOf(ask.operation).length === 0) return own === undefined ? successes : [own];
  if (!scopes) return ['401 unauthenticated'];
  if (!ask.scopes.some((scope) => scopes.some((own) => own === scope))) return ['403 forbidden'];
  if (where !== 'own' && ask.names !== 'nothing') return [`404 ${ask.names}_not_found`];
  return own === undefined ? successes : [own];
}

/** All that was answered, but for the time of day. */
export const bytesOf = ({ status, headers: { date: _, ...headers }, text }: Answer) => ({
  ...{ status, headers, text },
});
