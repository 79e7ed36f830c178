/** The portal calls: letting a person into the hosted pages, and out. */

import type { Client } from 'openapi-fetch';

import type { PortalEndedAnswer, PortalSessionAnswer } from './answers.js';
import { readAnswer, type ReadSuccess } from './read-answer.js';
import type { components, paths } from './schema.js';

type Schemas = components['schemas'];
type Actor = `${'admin' | 'employee' | 'support' | 'system'}:${string}`;

export interface EndPortalInput {
  readonly companyId: string;
  readonly userId: string;
  /** Left out: in every role. */
  readonly role?: Schemas['PortalRole'];
}

export interface PortalCalls {
  /** Each call makes another link. `actor` is who caused it, such as `employee:u-1042`. */
  openPortalSession(
    input: Schemas['OpenPortalSession'],
    actor: Actor,
  ): Promise<PortalSessionAnswer>;
  /** A role was lost: links and sessions end at once. Repeatable. */
  endPortalSessions(input: EndPortalInput, actor: Actor): Promise<PortalEndedAnswer>;
}

const PATH = '/v1/portal-sessions';

export function makePortalCalls(api: Client<paths, 'application/json'>): PortalCalls {
  return {
    openPortalSession: (body, actor) =>
      readAnswer(() => api.POST(PATH, { params: headerOf(actor), body }), readOpened, null),
    endPortalSessions: (query, actor) =>
      readAnswer(
        async () => {
          const answer = await api.DELETE(PATH, { params: { ...headerOf(actor), query } });
          return answer.response.status === 204 ? { ...answer, data: {} } : answer;
        },
        ({ status }) => (status === 204 ? { outcome: 'ended' as const } : undefined),
        null,
      ),
  };
}

function headerOf(actor: Actor) {
  return { header: { 'Assay-Actor': actor } };
}

const readOpened: ReadSuccess<Extract<PortalSessionAnswer, { outcome: 'opened' }>> = ({
  status,
  body,
}) => {
  const { url, expiresAt } = body;
  if (status !== 201 || typeof url !== 'string' || typeof expiresAt !== 'string') return undefined;
  return { outcome: 'opened', url, expiresAt: new Date(expiresAt) };
};
