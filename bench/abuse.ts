/** `npm run abuse`: attacks that would have messages paid for, what they came to, and who still signed in. */

import { openEstate, type Estate } from '../tests/support/estate.js';
import { LoginService } from '../tests/support/login-service.js';
import { startPostgresServer } from '../tests/support/postgres-server.js';
import { assay } from '../tests/support/service.js';
import { ATTACKS, type Attack, type Scene } from './abuse/attacks.js';
import { enrol, signIn, type Person } from './abuse/people.js';
import { Tally, type SignIn } from './abuse/tally.js';

/** Starts and enrolments of one attack. */
const REQUESTS = 2_500;
const STAFF = 50;
/** People of the other company who sign in while an attack is under way. */
const OTHERS = 10;
/** An assumption about a text to a British mobile, to have a figure; prices differ by country and contract. US dollars. */
const PRICE = 0.05;

interface Outcome {
  readonly attack: Attack;
  readonly tally: Tally;
  readonly messages: number;
  readonly seconds: number;
}

async function main(): Promise<void> {
  const postgres = await startPostgresServer();
  const outcomes: Outcome[] = [];
  // Each attack on an estate of its own: none profits from the limits that the one before used up.
  for (const attack of ATTACKS) {
    const estate = await openEstate({ instances: 2, postgresServer: postgres.url });
    outcomes.push(await endure(estate, attack).finally(() => estate.close()));
  }
  await postgres.stop();
  print(outcomes);
  process.exitCode = outcomes.every(isHeld) ? 0 : 1;
}

/** The attack, people who sign in beside it, and people who sign in after it. */
async function endure(estate: Estate, attack: Attack): Promise<Outcome> {
  const { scene, colleague, others, ours } = await prepare(estate);
  const { login, stranger, staff } = scene;
  const tally = new Tally();
  const [startedMs, before] = [performance.now(), estate.twilio.messages.length];
  const attacking = attack.run(scene, tally, REQUESTS);
  const beside = [
    { login: ours, person: stranger, who: 'the stranger, meanwhile' },
    { login, person: colleague, who: 'a colleague, meanwhile' },
    ...others.map((person) => ({ login: ours, person, who: 'other companies, meanwhile' })),
  ];
  for (const each of beside) tally.signIns.push(await signIn(estate, each.login, each));
  await attacking;
  const seconds = (performance.now() - startedMs) / 1_000;
  const messages = estate.twilio.messages.length - before - beside.length;
  const [attacked = colleague] = staff;
  for (const [client, person, who] of [
    [ours, stranger, 'the stranger, afterwards'],
    [login, colleague, 'a colleague, afterwards'],
    [login, attacked, 'one whose password is known, afterwards'],
  ] as const) {
    tally.signIns.push(await signIn(estate, client, { person, who }));
  }
  return { attack, tally, messages, seconds };
}

async function prepare(estate: Estate) {
  const [login, ours] = [await clientOf(estate, 'attacked'), await clientOf(estate, 'other')];
  const [companyId, other] = [await login.company(), await ours.company()];
  const staff = await enrolled(STAFF, () => enrol(estate, login, companyId));
  const colleague = await enrol(estate, login, companyId);
  const stranger = await enrol(estate, ours, other);
  const others = await enrolled(OTHERS, () => enrol(estate, ours, other));
  const scene: Scene = { estate, login, companyId, staff, stranger };
  return { scene, colleague, others, ours };
}

async function enrolled(count: number, next: () => Promise<Person>): Promise<Person[]> {
  const people: Person[] = [];
  while (people.length < count) people.push(await next());
  return people;
}

/** A client for each company, as in life. */
async function clientOf({ services }: Estate, name: string): Promise<LoginService> {
  const scopes = 'challenges,companies,policies:read,policies:write';
  const words = ['clients', 'create', '--name', name, '--scopes', scopes, '--all-companies'];
  const { credential } = await assay<{ credential: string }>(services[0]?.env ?? {}, ...words);
  const urls = services.map(({ url }) => url);
  for (const url of urls) {
    const one = new LoginService([url], credential);
    // Each instance reads its clients anew every two seconds.
    while ((await one.call('/v1/challenges/chl_unknown')).status === 401) continue;
  }
  return new LoginService(urls, credential);
}

function isHeld({ attack, tally, messages }: Outcome): boolean {
  return messages <= (attack.most ?? Infinity) && tally.signIns.every(({ isIn }) => isIn);
}

function print(outcomes: readonly Outcome[]): void {
  const rows = outcomes.map((outcome) => {
    const { attack, tally, messages, seconds } = outcome;
    const answers = [...tally.answers].sort(([, a], [, b]) => b - a);
    const told = answers.map(([name, count]) => `${name} ${String(count)}`).join(', ');
    return `| ${[
      attack.name,
      `${String(tally.requests)} in ${seconds.toFixed(0)} s`,
      attack.most === null
        ? `${String(messages)}, no limit reached`
        : `${String(messages)} of ${String(attack.most)} at most`,
      `${(messages * PRICE).toFixed(2)} USD`,
      told,
      wordsOf(tally.signIns),
      isHeld(outcome) ? 'held' : 'NOT HELD',
    ].join(' | ')} |`;
  });
  const head =
    'attack | requests | messages sent | cost | answers | who signed in, after waiting | ';
  process.stdout.write(`| ${head}|\n|---|---|---|---|---|---|---|\n${rows.join('\n')}\n`);
  process.stdout.write(`${JSON.stringify(outcomes.map(toJson))}\n`);
}

/** "a colleague, meanwhile 1 of 1 (0 s)": whoever they are, how many, and the longest wait. */
function wordsOf(signIns: readonly SignIn[]): string {
  const groups = [...new Set(signIns.map(({ who }) => who))];
  return groups
    .map((who) => {
      const own = signIns.filter((each) => each.who === who);
      const isIn = own.filter((each) => each.isIn).length;
      const longest = Math.max(...own.map(({ waited }) => waited));
      return `${who} ${String(isIn)} of ${String(own.length)} (${String(longest)} s)`;
    })
    .join('; ');
}

function toJson({ attack, tally, messages, seconds }: Outcome) {
  const { requests, answers, signIns } = tally;
  return {
    ...{ attack: attack.name, most: attack.most, requests, messages, seconds },
    ...{ cost: messages * PRICE, answers: Object.fromEntries(answers), signIns },
  };
}

await main();
