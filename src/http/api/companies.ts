/** The company calls: make a company known, see one, list them, read its privacy notice. */

import type { Company } from '../../app/ports/company-store.js';
import { operation, type Operation } from '../operation.js';
import { companyParams, noticeQuery, putCompany } from '../schemas/companies.js';
import { nothing } from '../schemas/none.js';
import { pageQuery } from '../schemas/page.js';

const shared = {
  scope: 'companies',
  actor: 'required',
  isIdempotent: false,
  isSending: false,
} as const;

const reading = { ...shared, method: 'get', body: nothing, bodyRule: 'none' } as const;

const list = operation({
  ...reading,
  id: 'listCompanies',
  path: '/v1/companies',
  params: nothing,
  query: pageQuery,
  handle: async (useCases, call, { query }) => {
    const { items, nextCursor } = await useCases.listCompanies(call, query);
    return { status: 200, body: { items: items.map(showCompany), nextCursor } };
  },
});

const get = operation({
  ...reading,
  id: 'getCompany',
  path: '/v1/companies/:companyId',
  params: companyParams,
  query: nothing,
  handle: async (useCases, call, { params }) => {
    const company = await useCases.getCompany(call, params.companyId);
    return { status: 200, body: showCompany(company) };
  },
});

const put = operation({
  ...shared,
  id: 'putCompany',
  method: 'put',
  path: '/v1/companies/:companyId',
  params: companyParams,
  query: nothing,
  body: putCompany,
  bodyRule: 'required',
  handle: async (useCases, call, { params, body }) => {
    const { created, company } = await useCases.putCompany(call, params.companyId, body);
    return { status: created ? 201 : 200, body: showCompany(company) };
  },
});

const notice = operation({
  ...reading,
  id: 'getNotice',
  path: '/v1/companies/:companyId/notice',
  scope: 'challenges',
  actor: 'optional',
  params: companyParams,
  query: noticeQuery,
  handle: async (useCases, call, { params, query }) => {
    const answer = await useCases.getNotice(call, params.companyId, query.locale ?? null);
    const { version, locale, text } = answer;
    return { status: 200, body: { version, locale, text } };
  },
});

function showCompany(company: Company): object {
  const { companyId, displayName, defaultCountry, locale, timeZone, supportText } = company;
  const { accentColor, logo } = company.branding;
  const { createdAt, updatedAt } = company;
  return {
    ...{ companyId, displayName, defaultCountry, locale, timeZone, supportText },
    ...{ branding: { accentColor, logo }, createdAt, updatedAt },
  };
}

export const companyOperations: readonly Operation[] = [list, get, put, notice];
