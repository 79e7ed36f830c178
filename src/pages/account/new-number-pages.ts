/** Giving a number: a first one under a grant, or another one after a fresh code to the old one (R047). */

import type { StepUpUse } from '../../app/ports/step-up.js';
import { PORTAL_ROLES } from '../../domain/portal.js';
import { redirectTo, type PageRoute } from '../page.js';
import { NEW_NUMBER, idUnderWay } from '../portal/own-challenge.js';
import type { PortalPagesDeps } from '../portal/portal-deps.js';
import { portalGet, portalPost } from '../portal/portal-page.js';
import { ACCOUNT_ROLES, CHANGE, CODE, FIRST } from './account-frame.js';
import { giveNumber, orAgain } from './give-number.js';
import { NUMBER_FIELDS } from './number-form.js';
import type { NumberTrouble } from './number-trouble.js';
import { changeForm, changeIntro, firstForm, hasPhone } from './number-views.js';
import { spend } from './spend-step-up.js';

export function newNumberPages(deps: PortalPagesDeps): readonly PageRoute[] {
  return [changePage(deps), changeAct(deps), ...firstPages(deps)];
}

function changePage(deps: PortalPagesDeps): PageRoute {
  return portalGet(deps, {
    ...{ id: 'page.account-change', path: CHANGE, roles: ACCOUNT_ROLES },
    handle: async (guest, keys) => {
      const account = await deps.useCases.readAccount(guest.call(), guest.person);
      if (!hasPhone(account)) return redirectTo(FIRST);
      if (guest.stepUp('change_phone')) return changeForm(deps, guest, { keys });
      return changeIntro(guest, keys, account.employee?.factor?.maskedDestination ?? '');
    },
  });
}

function changeAct(deps: PortalPagesDeps): PageRoute {
  return portalPost(deps, {
    ...{ id: 'page.account-change-number', path: CHANGE, roles: ACCOUNT_ROLES },
    ...{ fields: NUMBER_FIELDS, isSending: true },
    handle: async (guest, keys, fields) => {
      // The same form sent twice: the code is on its way.
      if (idUnderWay(guest, NEW_NUMBER)) return redirectTo(CODE);
      const give = (stepUp: StepUpUse) => giveNumber(deps, guest, { ...fields, stepUp });
      const act = () => spend(deps, guest, { action: 'change_phone', path: CHANGE, act: give });
      const again = (trouble: NumberTrouble) =>
        changeForm(deps, guest, { keys, trouble, value: fields.phoneNumber });
      return orAgain(deps, guest, { act, again });
    },
  });
}

/** Before they are proven, administrators and support may give a first number, and nothing else. */
function firstPages(deps: PortalPagesDeps): readonly PageRoute[] {
  const facts = { path: FIRST, roles: PORTAL_ROLES, isBeforeProof: true } as const;
  return [
    portalGet(deps, {
      ...{ ...facts, id: 'page.account-new' },
      handle: (guest, keys) => firstForm(deps, guest, { keys }),
    }),
    portalPost(deps, {
      ...{ ...facts, id: 'page.account-new-number', fields: NUMBER_FIELDS, isSending: true },
      handle: (guest, keys, fields) => {
        const act = () => giveNumber(deps, guest, { ...fields, stepUp: null });
        const again = (trouble: NumberTrouble) =>
          firstForm(deps, guest, { keys, trouble, value: fields.phoneNumber });
        return orAgain(deps, guest, { act, again });
      },
    }),
  ];
}
