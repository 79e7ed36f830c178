/** `/console/person/…` and `/support/person/…`: one person's status and its reasons, in words. */

import type { PageRoute } from '../../page.js';
import { portalGet } from '../../portal/portal-page.js';
import type { ConsolePagesDeps } from '../console-deps.js';
import { personOf, type Desk } from './desk.js';
import { personPath } from './person-address.js';
import { readPerson } from './read-person.js';
import { personView } from './person-view.js';

export function personPage(deps: ConsolePagesDeps, desk: Desk): PageRoute {
  return portalGet(deps, {
    ...{ id: `page.${desk.name}-person`, path: personPath(desk.base), roles: desk.roles },
    handle: async (guest, keys) => {
      const found = await readPerson(deps, guest, personOf(guest));
      const view = personView({ guest, keys, desk, ...found, now: deps.now(), errors: [] });
      return { kind: 'page', view };
    },
  });
}
