/** Shows a page as it stands. */

import { isOpen } from '../../domain/challenge.js';
import type { HostedPage } from '../../domain/hosted-page.js';
import { noticeOf, subjectOf } from '../notice-of.js';
import type { Person } from '../ports/sign-in-reader.js';
import { readPerson } from '../read-person.js';
import { showChallenge } from '../sign-in/show-challenge.js';
import type { PageDeps } from './page-deps.js';
import type { PageUseCases, PageView } from './page-use-cases.js';
import { visitPage } from './visit-page.js';

export function makeShowPage(deps: PageDeps): PageUseCases['showPage'] {
  return async (input) => {
    const { page } = await visitPage(deps, input);
    const person = await readPerson(deps.people, page);
    const { company, standing } = person;
    const { nonceDigest: _nonceDigest, browserHash: _browserHash, ...shown } = page;
    return { page: shown, company, standing, challenge: await challengeOf(deps, page, person) };
  };
}

/** The row decides: the pending store may not have heard of the end yet. */
async function challengeOf(
  deps: PageDeps,
  { challengeId: id, clientId }: HostedPage,
  person: Person,
): Promise<PageView['challenge']> {
  const [ending, challenge] = await Promise.all([
    deps.ledger.readEnding(id, clientId),
    deps.challenges.read(id, clientId),
  ]);
  if (ending) return { id, status: ending.outcome };
  if (!challenge) return { id, status: 'expired' };
  return isOpen(challenge)
    ? showChallenge(deps, challenge, person)
    : { id, status: challenge.status };
}

export function makeGetPageNotice(deps: PageDeps): PageUseCases['getPageNotice'] {
  return async ({ locale, ...visit }) => {
    const { page } = await visitPage(deps, visit);
    const person = await readPerson(deps.people, page);
    return noticeOf(deps.rules, subjectOf(person), locale);
  };
}

export function makeSetPageLocale(deps: PageDeps): PageUseCases['setPageLocale'] {
  return async ({ locale, ...visit }) => {
    const { page } = await visitPage(deps, visit);
    await deps.pages.setLocale(page.id, locale);
  };
}
