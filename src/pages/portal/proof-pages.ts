/** "Prove it is you": a fresh code for one act, asked for and entered inside a session (decision 22, R047). */

import type { PendingAnswer } from '../../app/answers.js';
import { PORTAL_ROLES } from '../../domain/portal.js';
import type { Action, Channel } from '../../domain/challenge.js';
import { CHANNEL_FIELDS, chosenChannel } from '../code-entry/chosen-channel.js';
import { isEnded, troubleOf, type Trouble } from '../code-entry/trouble.js';
import type { FormKeys } from '../form-keys.js';
import { redirectTo, type PageAnswer, type PageRoute } from '../page.js';
import { PageError } from '../page-error.js';
import { enterCode } from './enter-code.js';
import type { Guest } from './guest.js';
import { idUnderWay, ownChallenge } from './own-challenge.js';
import { findOwn } from './own-person.js';
import type { PortalPagesDeps } from './portal-deps.js';
import { portalGet, portalPost } from './portal-page.js';
import { PROOF_PATH, proofAddress, readAction, readNext } from './proof-address.js';
import { askView, codeView } from './proof-view.js';

const SHARED = { roles: PORTAL_ROLES, isBeforeProof: true } as const;

export function proofPages(deps: PortalPagesDeps): readonly PageRoute[] {
  return [showPage(deps), startPage(deps), codePage(deps), resendPage(deps)];
}

interface Proof {
  readonly guest: Guest;
  readonly keys: FormKeys;
  readonly action: Action;
  readonly next: `/${string}`;
  readonly base: `/${string}`;
}

function proofOf(guest: Guest, keys: FormKeys): Proof {
  const { visit, session } = guest;
  const action = readAction(visit.param('action'), session.role);
  if (!action) throw new PageError('notFound');
  const next = readNext(visit.param('next'), session.role);
  return { guest, keys, action, next, base: proofAddress(action, next) };
}

function showPage(deps: PortalPagesDeps): PageRoute {
  return portalGet(deps, {
    ...{ ...SHARED, id: 'page.proof', path: PROOF_PATH },
    handle: async (guest, keys) => {
      const proof = proofOf(guest, keys);
      return isProven(proof) ? redirectTo(proof.next) : show(deps, proof);
    },
  });
}

/** Once for a session that may open the console; each time anew for an act. */
function isProven({ guest, action }: Proof): boolean {
  return action === 'open_console' ? guest.session.isProven : guest.stepUp(action) !== null;
}

async function show(deps: PortalPagesDeps, proof: Proof, trouble?: Trouble): Promise<PageAnswer> {
  const { guest, action } = proof;
  const challenge = await ownChallenge(deps, guest, action);
  const status = trouble?.status ?? 200;
  if (challenge?.status === 'pending') {
    const view = codeView({ ...proof, trouble, pending: challenge, now: deps.now() });
    return { kind: 'page', status, view };
  }
  const factor = (await findOwn(deps, guest))?.factor ?? null;
  const view = askView({ ...proof, trouble, factor, isAgain: challenge !== undefined });
  return { kind: 'page', status, view };
}

/** What was refused is said on the page as it stands by then. */
async function attempt(
  deps: PortalPagesDeps,
  proof: Proof,
  { act, sent = '' }: { readonly act: () => Promise<PageAnswer>; readonly sent?: string },
): Promise<PageAnswer> {
  try {
    return await act();
  } catch (error) {
    if (isEnded(error)) return redirectTo(proof.base);
    const trouble = troubleOf(error, {
      locale: proof.guest.locale,
      sent,
      codeLength: deps.codeLength,
    });
    if (!trouble) throw error;
    return show(deps, proof, trouble);
  }
}

function startPage(deps: PortalPagesDeps): PageRoute {
  return portalPost(deps, {
    ...{ ...SHARED, id: 'page.proof-start', path: `${PROOF_PATH}/start`, isSending: true },
    fields: CHANNEL_FIELDS,
    handle: async (guest, keys, sent) => {
      const proof = proofOf(guest, keys);
      const channel = chosenChannel(sent.channel);
      return attempt(deps, proof, { act: () => start(deps, { ...proof, channel }) });
    },
  });
}

type Wanted = Proof & { readonly channel: Channel | null };

/** A code that is under way is not sent once more. */
async function start(deps: PortalPagesDeps, wanted: Wanted): Promise<PageAnswer> {
  const { guest, action, base } = wanted;
  const underWay = await ownChallenge(deps, guest, action);
  if (underWay?.status !== 'pending') {
    const { id } = await begin(deps, wanted);
    await deps.portal.beginStepUp(guest.sessionId, { action, challengeId: id });
  }
  return redirectTo(base);
}

async function begin(
  { useCases }: PortalPagesDeps,
  { guest, action, channel }: Wanted,
): Promise<PendingAnswer> {
  const input = { ...guest.person, purpose: 'step_up', action, locale: guest.locale } as const;
  const more = { channel, nonce: null, wayBack: null, body: input };
  const answer = await useCases.startChallenge(guest.call(), { ...input, ...more });
  if (answer.status !== 'pending') throw new Error('a step-up asks for a code or is refused');
  return answer;
}

function codePage(deps: PortalPagesDeps): PageRoute {
  return portalPost(deps, {
    ...{ ...SHARED, id: 'page.proof-code', path: `${PROOF_PATH}/code` },
    fields: { code: 'one' },
    handle: async (guest, keys, { code }) => {
      const proof = proofOf(guest, keys);
      const id = idUnderWay(guest, proof.action);
      if (!id) return redirectTo(proof.base);
      const act = () => enterCode(deps, guest, { id, code, next: proof.next });
      return attempt(deps, proof, { act, sent: code });
    },
  });
}

function resendPage(deps: PortalPagesDeps): PageRoute {
  return portalPost(deps, {
    ...{ ...SHARED, id: 'page.proof-resend', path: `${PROOF_PATH}/resend`, isSending: true },
    fields: CHANNEL_FIELDS,
    handle: async (guest, keys, sent) => {
      const proof = proofOf(guest, keys);
      const id = idUnderWay(guest, proof.action);
      const act = async () => {
        const channel = chosenChannel(sent.channel);
        if (id) await deps.useCases.resendCode(guest.call(), { id, channel });
        return redirectTo(proof.base);
      };
      return attempt(deps, proof, { act });
    },
  });
}
