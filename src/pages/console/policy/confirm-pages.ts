/** A proposed change before it holds: what it does, and the form that makes it so. */

import type { PolicyAnswer, PolicyPreview } from '../../../app/answers.js';
import { RefusalError } from '../../../app/errors.js';
import type { FieldError } from '../../components/error-summary.js';
import type { FormKeys } from '../../form-keys.js';
import { redirectTo, type PageAnswer, type PageRoute } from '../../page.js';
import { PageError } from '../../page-error.js';
import type { Guest } from '../../portal/guest.js';
import { portalGet, portalPost } from '../../portal/portal-page.js';
import type { ConsolePagesDeps } from '../console-deps.js';
import { conflictView } from './conflict-view.js';
import { confirmView } from './confirm-view.js';
import { faultsOf, reasonOf, type Consent } from './consent.js';
import { lastChange } from './last-change.js';
import { CONFIRM_PATH, confirmAddress, HOME, savedAddress } from './policy-address.js';
import { changedFields, readProposal, shownSettings, type Proposal } from './proposal.js';

export function confirmPages(deps: ConsolePagesDeps): readonly PageRoute[] {
  return [reviewPage(deps), savePage(deps)];
}

function reviewPage(deps: ConsolePagesDeps): PageRoute {
  return portalGet(deps, {
    ...{ id: 'page.console-review', path: CONFIRM_PATH, roles: ['admin'] },
    handle: async (guest, keys) => review(deps, guest, { keys, proposal: proposalOf(guest) }),
  });
}

function savePage(deps: ConsolePagesDeps): PageRoute {
  return portalPost(deps, {
    ...{ id: 'page.console-save', path: `${CONFIRM_PATH}/save`, roles: ['admin'] },
    fields: { reason: 'one', confirmation: 'one' },
    handle: async (guest, keys, sent) => {
      const proposal = proposalOf(guest);
      const { current, preview } = await weigh(deps, guest, proposal);
      const errors = preview ? faultsOf(guest, sent, { current, preview }) : [];
      if (errors.length > 0) return review(deps, guest, { keys, proposal, sent, errors });
      return save(deps, guest, { proposal, current, reason: reasonOf(sent) });
    },
  });
}

function proposalOf({ visit }: Guest): Proposal {
  const proposal = readProposal(visit.param('proposal'));
  if (!proposal) throw new PageError('notFound');
  return proposal;
}

interface Weighed {
  readonly current: PolicyAnswer;
  /** Null where somebody changed the policy since the form was shown. */
  readonly preview: PolicyPreview | null;
}

async function weigh(
  { useCases }: ConsolePagesDeps,
  guest: Guest,
  { version, settings }: Proposal,
): Promise<Weighed> {
  const { companyId } = guest.session;
  const current = await useCases.getPolicy(guest.call(), companyId);
  if (current.version !== version) return { current, preview: null };
  return { current, preview: await useCases.previewPolicy(guest.call(), companyId, settings) };
}

interface Review {
  readonly keys: FormKeys;
  readonly proposal: Proposal;
  readonly sent?: Consent;
  readonly errors?: readonly FieldError[];
}

async function review(
  deps: ConsolePagesDeps,
  guest: Guest,
  { keys, proposal, sent, errors }: Review,
): Promise<PageAnswer> {
  const { current, preview } = await weigh(deps, guest, proposal);
  const ceiling = deps.defaultCountries;
  // The same form sent twice, or somebody else wanted the same: it is as it was to be.
  if (changedFields(current, proposal.settings).length === 0)
    return redirectTo(preview ? HOME : savedAddress(current.version, null));
  if (!preview) {
    const change = await lastChange(deps, guest);
    const view = conflictView({ guest, current, proposal, ceiling, change });
    return { kind: 'page', status: 409, view };
  }
  const erasedAt = new Date(deps.now().getTime() + deps.eraseAfterOffDays * DAY_MS);
  const view = confirmView({
    ...{ guest, keys, proposal, current, preview, ceiling, errors: errors ?? [] },
    ...{ sent, erasedAt, eraseAfterDays: deps.eraseAfterOffDays },
    isCodeOver: sent === undefined && guest.visit.query['code'] === 'over',
  });
  return { kind: 'page', status: errors ? 422 : 200, view };
}

const DAY_MS = 24 * 60 * 60 * 1_000;

interface Order {
  readonly proposal: Proposal;
  readonly current: PolicyAnswer;
  readonly reason: string | null;
}

/** What weakens takes the fresh code of this session, and the store uses it up with the change (R058). */
async function save(
  deps: ConsolePagesDeps,
  guest: Guest,
  { proposal, current, reason }: Order,
): Promise<PageAnswer> {
  const { version: expectedVersion, settings } = proposal;
  const stepUp = guest.stepUp('weaken_policy');
  const change = { expectedVersion, settings, reason, isOperator: false, stepUp };
  try {
    const saved = await deps.useCases.putPolicy(guest.call(), guest.session.companyId, change);
    await forgetStepUp(deps, guest);
    return redirectTo(
      savedAddress(saved.version, { version: saved.version, settings: shownSettings(current) }),
    );
  } catch (error) {
    if (!(error instanceof RefusalError)) throw error;
    if (error.code === 'precondition_failed') return redirectTo(confirmAddress(proposal));
    if (error.code !== 'step_up_required') throw error;
    await forgetStepUp(deps, guest);
    return redirectTo(`${confirmAddress(proposal)}?code=over`);
  }
}

async function forgetStepUp({ portal }: ConsolePagesDeps, guest: Guest): Promise<void> {
  if (guest.stepUp('weaken_policy')) await portal.takeStepUp(guest.sessionId, 'weaken_policy');
}
