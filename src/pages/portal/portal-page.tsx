/** The frame of every page behind a portal session: who is here, whether they may be, and the way out. */

import type { FieldRules, Fields } from '../form.js';
import type { FormKeys } from '../form-keys.js';
import { getPage, postPage, redirectTo, type GetSpec, type PageAnswer } from '../page.js';
import type { PageRoute, PostSpec } from '../page.js';
import { PageError } from '../page-error.js';
import type { Visit } from '../visit.js';
import { mustProve, type PortalRole } from '../../domain/portal.js';
import { endedView } from './ended-view.js';
import { Guest } from './guest.js';
import { languageAction } from './language-page.js';
import { PortalBar } from './portal-bar.js';
import type { PortalPagesDeps } from './portal-deps.js';
import { proofAddress } from './proof-address.js';

interface PortalFacts {
  /** Whose pages these are; to other roles they do not exist. */
  readonly roles: readonly PortalRole[];
  /** Shown to support and administrators who have not entered a code yet (R091). */
  readonly isBeforeProof?: boolean | undefined;
}

export interface PortalGetSpec extends Omit<GetSpec, 'cookie' | 'handle'>, PortalFacts {
  readonly handle: (guest: Guest, keys: FormKeys) => Promise<PageAnswer>;
}

export interface PortalPostSpec<Rules extends FieldRules>
  extends Omit<PostSpec<Rules>, 'cookie' | 'handle'>, PortalFacts {
  readonly handle: (guest: Guest, keys: FormKeys, fields: Fields<Rules>) => Promise<PageAnswer>;
}

type FrameDeps = Pick<PortalPagesDeps, 'portal' | 'findCompany'>;

/** A page to read. Without a session it is a page that says so; a role it is not for finds none. */
export function portalGet(deps: FrameDeps, spec: PortalGetSpec): PageRoute {
  const { roles, isBeforeProof, handle, ...facts } = spec;
  return getPage({
    ...facts,
    cookie: 'portal',
    handle: async (visit, keys) => {
      const guest = await findGuest(deps, visit);
      if (!guest) return { kind: 'page', status: 403, view: endedView(visit.locale) };
      const gate = gateOf(guest, { roles, isBeforeProof });
      return gate ?? framed(guest, keys, await handle(guest, keys));
    },
  });
}

/**
 * What a form does. The session may be over, or may have gone on under another id because the same form
 * was sent twice: `/portal` finds out by the cookie that the browser has by then.
 */
export function portalPost<const Rules extends FieldRules>(
  deps: FrameDeps,
  spec: PortalPostSpec<Rules>,
): PageRoute {
  const { roles, isBeforeProof, handle, ...facts } = spec;
  return postPage<Rules>({
    ...facts,
    cookie: 'portal',
    handle: async (visit, keys, fields) => {
      const guest = await findGuest(deps, visit);
      if (!guest) return redirectTo('/portal');
      const gate = gateOf(guest, { roles, isBeforeProof });
      return gate ?? framed(guest, keys, await handle(guest, keys, fields));
    },
  });
}

/** Who a browser is, dressed as their company; undefined where nobody is signed in. */
export async function findGuest(deps: FrameDeps, visit: Visit): Promise<Guest | undefined> {
  const id = visit.cookie('portal');
  const portal = id === null ? undefined : await deps.portal.read(id);
  if (id === null || !portal) return undefined;
  const company = await deps.findCompany(portal.session.companyId);
  if (!company) return undefined;
  visit.dress(company, portal.session.locale);
  return new Guest({ visit, sessionId: id, portal, company });
}

function gateOf({ session, visit }: Guest, facts: PortalFacts): PageAnswer | null {
  if (!facts.roles.includes(session.role)) throw new PageError('notFound');
  if (facts.isBeforeProof === true || !mustProve(session)) return null;
  const next = visit.req.method === 'POST' ? null : visit.req.originalUrl;
  return redirectTo(proofAddress('open_console', next));
}

function framed(guest: Guest, keys: FormKeys, answer: PageAnswer): PageAnswer {
  if (answer.kind !== 'page') return answer;
  const { view } = answer;
  const { visit } = guest;
  const here = visit.req.method === 'POST' ? null : visit.req.originalUrl;
  const navigation = (
    <PortalBar guest={guest} keys={keys}>
      {view.navigation}
    </PortalBar>
  );
  const language = here === null ? {} : { languageAction: languageAction(here) };
  return { ...answer, view: { ...language, ...view, navigation } };
}
