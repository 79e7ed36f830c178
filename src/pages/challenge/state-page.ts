/** `/challenge/<id>/state`: what became of the message and of the code, for the page's script. */

import { AnotherBrowserError } from '../../app/pages/another-browser.js';
import { deliveryState, sentText } from '../code-entry/delivery-text.js';
import { getPage, type PageRoute } from '../page.js';
import { PageError } from '../page-error.js';
import { challengeTexts } from '../texts/challenge.js';
import { CHALLENGE_PATH, whoseVisit } from './challenge-address.js';
import type { ChallengeDeps } from './challenge-deps.js';
import { pendingOf } from './scene.js';

interface State {
  /** Changes whenever there is something new to say. */
  readonly state: string;
  readonly text: string;
  /** Nothing more will come. */
  readonly isOver: boolean;
}

export function statePage({ pages }: ChallengeDeps): PageRoute {
  return getPage({
    id: 'page.challenge_state',
    path: `${CHALLENGE_PATH}/state`,
    cookie: 'browser',
    handle: async (visit) => {
      try {
        const shown = await pages.showPage(whoseVisit(visit));
        visit.dress(shown.company, shown.page.locale);
        const { locale } = visit;
        const pending = pendingOf(shown);
        const body: State = pending
          ? { state: deliveryState(pending), text: sentText(locale, pending), isOver: false }
          : { state: shown.challenge.status, text: challengeTexts(locale)('isOver'), isOver: true };
        return { kind: 'json', body };
      } catch (error) {
        if (error instanceof AnotherBrowserError) throw new PageError('forbidden');
        throw error;
      }
    },
  });
}
