/** `/console`: two-factor for the company on one page, and the form that proposes a change. */

import { policyTexts } from '../../texts/policy.js';
import type { FieldError } from '../../components/error-summary.js';
import type { FormKeys } from '../../form-keys.js';
import { redirectTo, type PageAnswer, type PageRoute } from '../../page.js';
import type { Guest } from '../../portal/guest.js';
import { portalGet, portalPost } from '../../portal/portal-page.js';
import type { ConsolePagesDeps } from '../console-deps.js';
import { lastChange } from './last-change.js';
import { confirmAddress, HOME, PROPOSE } from './policy-address.js';
import { policyView } from './policy-view.js';
import { changedFields, readProposal } from './proposal.js';
import { POLICY_FIELDS, readPolicyForm, type PolicyFields } from './read-form.js';

export function policyPages(deps: ConsolePagesDeps): readonly PageRoute[] {
  return [homePage(deps), proposePage(deps)];
}

function homePage(deps: ConsolePagesDeps): PageRoute {
  return portalGet(deps, {
    ...{ id: 'page.console', path: HOME, roles: ['admin'] },
    handle: async (guest, keys) => show(deps, guest, { keys }),
  });
}

interface Shown {
  readonly keys: FormKeys;
  readonly sent?: PolicyFields;
  readonly errors?: readonly FieldError[];
}

async function show(deps: ConsolePagesDeps, guest: Guest, shown: Shown): Promise<PageAnswer> {
  const { useCases, defaultCountries: ceiling } = deps;
  const { companyId } = guest.session;
  const [policy, people, change] = await Promise.all([
    useCases.getPolicy(guest.call(), companyId),
    useCases.countPeople(guest.call(), companyId),
    lastChange(deps, guest),
  ]);
  const { saved, undo = '', same } = shown.sent ? {} : guest.visit.query;
  const former = readProposal(undo);
  const view = policyView({
    ...{ guest, policy, people, change, ceiling, now: deps.now(), errors: [], ...shown },
    ...{ isSaved: saved === String(policy.version), isSame: same !== undefined },
    undo: former?.version === policy.version ? former : null,
  });
  return { kind: 'page', status: shown.errors ? 422 : 200, view };
}

function proposePage(deps: ConsolePagesDeps): PageRoute {
  return portalPost(deps, {
    ...{ id: 'page.console-propose', path: PROPOSE, roles: ['admin'] },
    fields: POLICY_FIELDS,
    handle: async (guest, keys, sent) => {
      const { companyId } = guest.session;
      const current = await deps.useCases.getPolicy(guest.call(), companyId);
      const { settings, errors } = readPolicyForm(sent, {
        ...{ current, ceiling: deps.defaultCountries, now: deps.now() },
        ...{ timeZone: guest.company.timeZone, t: policyTexts(guest.locale) },
      });
      if (!settings) return show(deps, guest, { keys, sent, errors });
      const version = Number(sent.version);
      const isSame = changedFields(current, settings).length === 0;
      if (isSame || !Number.isSafeInteger(version) || version < 1)
        return redirectTo(`${HOME}?same=1`);
      return redirectTo(confirmAddress({ version, settings }));
    },
  });
}
