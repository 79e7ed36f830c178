/** Chooses what a challenge page shows, by what has become of its challenge. */

import type { PageAnswer, PageStatus, PageView } from '../page.js';
import { challengePath } from './challenge-address.js';
import { codeView } from './code-view.js';
import { canceledView, expiredView, goOnView, triedView } from './ended-views.js';
import { enrolmentView } from './enrolment-view.js';
import type { Said } from './said.js';
import type { Scene } from './scene.js';

export function answerScene(scene: Scene, said: Said = {}): PageAnswer {
  const { trouble, phone, failure } = said;
  const view = withLanguage(scene, viewOf(scene, said));
  const status: PageStatus = trouble?.status ?? phone?.status ?? 200;
  return { kind: 'page', status, view, failure };
}

/** The frame's choice of language belongs to every page of a bound browser. */
export function withLanguage({ id }: Pick<Scene, 'id'>, view: PageView): PageView {
  return { ...view, languageAction: challengePath(id, 'language') };
}

function viewOf(scene: Scene, said: Said): PageView {
  const { challenge } = scene.shown;
  switch (challenge.status) {
    case 'pending':
      return codeView(scene, challenge, said);
    case 'enrolment_required':
      return enrolmentView(scene, challenge, said);
    case 'expired':
      return expiredView(scene, said);
    case 'max_attempts_reached':
      return triedView(scene, said);
    case 'canceled':
      return canceledView(scene, said);
    case 'approved':
    case 'skipped':
      return goOnView(scene, challenge.status);
  }
}
