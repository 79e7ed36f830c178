/** The calls by which a company is brought in: its people, and what a policy would mean for them. */

import type { Client } from 'openapi-fetch';

import type { ImportAnswer, PreviewAnswer } from './answers.js';
import { readAnswer, type ReadSuccess } from './read-answer.js';
import type { components, paths } from './schema.js';

type Schemas = components['schemas'];
type Actor = `${'admin' | 'employee' | 'support' | 'system'}:${string}`;

export interface RosterCalls {
  /** Up to a thousand people, all of them or none. Repeatable. */
  importEmployees(
    companyId: string,
    roster: Omit<Schemas['ImportEmployees'], 'complete'> & { readonly complete?: boolean },
    actor: Actor,
  ): Promise<ImportAnswer>;
  /** Changes nothing; what is left out keeps its value. */
  previewPolicy(
    companyId: string,
    settings: Schemas['PutPolicy'],
    actor: Actor,
  ): Promise<PreviewAnswer>;
}

export function makeRosterCalls(api: Client<paths, 'application/json'>): RosterCalls {
  return {
    importEmployees: (companyId, roster, actor) => {
      const body = { complete: false, ...roster };
      const path = '/v1/companies/{companyId}/employees/import';
      return readAnswer(() => api.POST(path, { ...about(companyId, actor), body }), imported, null);
    },
    previewPolicy: (companyId, body, actor) => {
      const path = '/v1/companies/{companyId}/policy/preview';
      return readAnswer(
        () => api.POST(path, { ...about(companyId, actor), body }),
        previewed,
        null,
      );
    },
  };
}

function about(companyId: string, actor: Actor) {
  return { params: { header: { 'Assay-Actor': actor }, path: { companyId } } };
}

const imported: ReadSuccess<Extract<ImportAnswer, { outcome: 'imported' }>> = ({ body }) => {
  if (typeof body['created'] !== 'number' || typeof body['roster'] !== 'string') return undefined;
  return { outcome: 'imported', counts: body as unknown as Schemas['ImportedEmployees'] };
};

/** `lockedOut` decides whether somebody goes ahead, so it counts only as a number or as unknown. */
const previewed: ReadSuccess<Extract<PreviewAnswer, { outcome: 'previewed' }>> = ({ body }) => {
  const { roster, people, lockedOut } = body;
  const isKnown = lockedOut === null || typeof lockedOut === 'number';
  if (typeof roster !== 'string' || typeof people !== 'number' || !isKnown) return undefined;
  return { outcome: 'previewed', preview: body as unknown as Schemas['PolicyPreview'] };
};
