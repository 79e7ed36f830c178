/** The pages of a challenge: arrive, enter a code, get help, give a number, go on. */

import type { PageRoute } from '../page.js';
import { arrivalPages } from './arrival-page.js';
import type { ChallengeDeps } from './challenge-deps.js';
import { codeActs } from './code-acts.js';
import { numberActs } from './number-acts.js';
import { problemsPage } from './problems-page.js';
import { statePage } from './state-page.js';

export function challengePages(deps: ChallengeDeps): readonly PageRoute[] {
  return [
    ...arrivalPages(deps),
    ...codeActs(deps),
    ...numberActs(deps),
    problemsPage(deps),
    statePage(deps),
  ];
}
