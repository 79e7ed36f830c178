/** Finds the page that a browser asks for, and whether it may. */

import type { HostedPage } from '../../domain/hosted-page.js';
import type { PageId } from '../../domain/ids.js';
import type { Call } from '../call.js';
import { RefusalError } from '../errors.js';
import type { Client } from '../ports/client-store.js';
import { AnotherBrowserError } from './another-browser.js';
import type { PageDeps } from './page-deps.js';
import type { PageCall, PageVisit } from './page-use-cases.js';

export interface Visited {
  readonly page: HostedPage;
  readonly client: Client;
}

/** A page goes with its client: `challenge_not_found` once that is revoked. */
export async function findPage(
  { pages, directory }: Pick<PageDeps, 'pages' | 'directory'>,
  id: PageId,
): Promise<Visited> {
  const page = await pages.read(id);
  const client = page && directory.byId(page.clientId);
  if (!client) throw new RefusalError('challenge_not_found');
  return { page, client };
}

/** Only for the browser that it is bound to (decision 25). */
export async function visitPage(
  deps: Pick<PageDeps, 'pages' | 'directory' | 'returnCodes'>,
  { pageId, browserSecret }: PageVisit,
): Promise<Visited> {
  const visited = await findPage(deps, pageId);
  const isOwner = visited.page.browserHash === deps.returnCodes.browserHashOf(browserSecret);
  if (!isOwner) throw new AnotherBrowserError();
  return visited;
}

/** The same use cases run on pages: the client that began it calls, the person acts. */
export function callOf({ page, client }: Visited, call: PageCall): Call {
  return { ...call, client, actor: { role: 'employee', id: page.userId } };
}
