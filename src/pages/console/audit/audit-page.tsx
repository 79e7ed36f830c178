/** `/console/audit`: who did what, when and why, searched, a page at a time. */

import { CursorInvalidError, type Page } from '../../../app/ports/page.js';
import type { RecordedAuditEvent } from '../../../app/ports/audit-log.js';
import type { FormKeys } from '../../form-keys.js';
import { redirectTo, type PageAnswer, type PageRoute } from '../../page.js';
import { PageError } from '../../page-error.js';
import type { Guest } from '../../portal/guest.js';
import { portalGet, portalPost } from '../../portal/portal-page.js';
import { auditTexts } from '../../texts/audit.js';
import type { ConsolePagesDeps } from '../console-deps.js';
import {
  AUDIT,
  auditAddress,
  filterOf,
  readAuditSearch,
  SEARCH_FIELDS,
  wrongFields,
  type AuditSearch,
} from './audit-query.js';
import { auditView, type AuditTyped } from './audit-view.js';

const PAGE_SIZE = 50;

export function auditPages(deps: ConsolePagesDeps): readonly PageRoute[] {
  return [
    portalGet(deps, {
      ...{ id: 'page.console-audit', path: AUDIT, roles: ['admin'] },
      handle: async (guest, keys) => {
        const { query } = guest.visit;
        const search = readAuditSearch(query);
        const cursor = query['cursor'] ?? null;
        const page = await readPage(deps, guest, { ...search, cursor });
        return { kind: 'page', view: auditView({ guest, keys, search, cursor, page, errors: [] }) };
      },
    }),
    portalPost(deps, {
      ...{ id: 'page.console-audit-search', path: AUDIT, roles: ['admin'] },
      fields: SEARCH_FIELDS,
      handle: async (guest, keys, sent) => {
        const trimmed = {
          ...{ person: sent.person.trim(), by: sent.by.trim(), kind: sent.kind },
          ...{ from: sent.from.trim(), to: sent.to.trim() },
        };
        const wrong = wrongFields(trimmed, guest.company.timeZone);
        if (wrong.length > 0) return refuse(guest, keys, { sent: trimmed, wrong });
        return redirectTo(auditAddress(readAuditSearch(trimmed)));
      },
    }),
  ];
}

interface Refused {
  readonly sent: AuditTyped;
  readonly wrong: readonly (keyof AuditSearch)[];
}

/** Nothing is listed, and what was typed stays out of every address. */
function refuse(guest: Guest, keys: FormKeys, { sent, wrong }: Refused): PageAnswer {
  const t = auditTexts(guest.locale);
  const errors = wrong.map((field) => ({
    field,
    text: t(field === 'from' || field === 'to' ? 'dayWrong' : 'idWrong'),
  }));
  const page = { items: [], nextCursor: null };
  const view = auditView({ guest, keys, search: sent, cursor: null, page, errors });
  return { kind: 'page', status: 422, view };
}

async function readPage(
  { useCases }: ConsolePagesDeps,
  guest: Guest,
  { cursor, ...search }: AuditSearch & { readonly cursor: string | null },
): Promise<Page<RecordedAuditEvent>> {
  const filter = filterOf(search, guest.company.timeZone);
  const { companyId } = guest.session;
  try {
    const request = { ...filter, limit: PAGE_SIZE, cursor };
    return await useCases.listAuditEvents(guest.call(), companyId, request);
  } catch (error) {
    if (error instanceof CursorInvalidError) throw new PageError('notFound');
    throw error;
  }
}
