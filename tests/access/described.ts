/** What openapi.yaml says of each operation's callers: the one source of what the matrix expects. */

import { asNode, at, DESCRIBED, resolve, type DescribedOperation } from '../support/openapi.js';

/** One row of the matrix: an operation, or one of the portal roles that it is asked for. */
export interface Ask {
  readonly name: string;
  readonly operation: DescribedOperation;
  /** Whose scopes differ; null where the operation knows no roles. */
  readonly role: string | null;
  /** Any one of them lets a call in; empty where nobody needs a credential. */
  readonly scopes: readonly string[];
  /** What a request names: what it does not name cannot be foreign. */
  readonly names: 'company' | 'challenge' | 'nothing';
}

export const ASKS: readonly Ask[] = DESCRIBED.flatMap((operation): Ask[] => {
  const names = namedBy(operation);
  const byRole = Object.entries(at(operation.node, 'x-scopes-by-role'));
  if (byRole.length === 0)
    return [{ name: operation.id, operation, role: null, scopes: scopesOf(operation), names }];
  return byRole.map(([role, scopes]) => ({
    ...{ name: `${operation.id} as ${role}`, operation, role, scopes: textsOf(scopes), names },
  }));
});

/** The scopes of an operation whatever it is asked for. */
export function scopesOf({ node }: DescribedOperation): readonly string[] {
  const alternatives = Array.isArray(node['security']) ? node['security'].map(asNode) : [];
  return alternatives.flatMap(({ bearer }) => textsOf(bearer));
}

function namedBy(operation: DescribedOperation): Ask['names'] {
  if (operation.path.includes('{challengeId}')) return 'challenge';
  const inPath = operation.path.includes('{companyId}');
  return inPath || queryOf(operation).includes('companyId') || isInBody(operation)
    ? 'company'
    : 'nothing';
}

function queryOf({ node }: DescribedOperation): unknown[] {
  const parameters = Array.isArray(node['parameters']) ? node['parameters'].map(resolve) : [];
  return parameters.filter((each) => each['in'] === 'query').map(({ name }) => name);
}

function isInBody({ node }: DescribedOperation): boolean {
  const content = at(at(at(node, 'requestBody'), 'content'), 'application/json');
  const schema = content['schema'] === undefined ? {} : resolve(content['schema']);
  return 'companyId' in at(schema, 'properties');
}

/** Whether the operation may say that a person is unknown. */
export function tellsOfPeople({ node }: DescribedOperation): boolean {
  const response = at(node, 'responses')['404'];
  if (response === undefined) return false;
  const content = at(at(resolve(response), 'content'), 'application/problem+json');
  return 'employee_not_found' in at(content, 'examples');
}

/** Statuses of success. */
export function successesOf({ node }: DescribedOperation): readonly string[] {
  return Object.keys(at(node, 'responses')).filter((status) => status.startsWith('2'));
}

function textsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [];
}
