/** openapi.yaml, the routes, the request schemas and the catalogue of problems say the same. */

import { z } from 'zod';

import { ALTERNATIVES, ERROR_CODES } from '../../src/app/errors.js';
import { AUDIT_KINDS } from '../../src/domain/audit-event.js';
import { OPERATIONS } from '../../src/http/api/operations.js';
import type { Operation } from '../../src/http/operation.js';
import { parse } from '../../src/http/parse.js';
import { PROBLEM_TYPE_BASE, PROBLEMS } from '../../src/http/problem.js';
import { asNode, at, check, DESCRIBED, OPENAPI, resolve, type Node } from '../support/openapi.js';

/** Served by handlers of their own: they take no credential, or another one. */
const OPEN_TO_ALL = ['getJwks', 'getOpenApi', 'getDocs', 'reportDelivery'];

const described = DESCRIBED.filter(({ id }) => !OPEN_TO_ALL.includes(id));
const withBody = OPERATIONS.filter(({ bodyRule }) => bodyRule !== 'none');

function nodeOf({ id }: Pick<Operation, 'id'>): Node {
  return asNode(DESCRIBED.find((each) => each.id === id)?.node);
}

function jsonContent(operation: Operation): Node {
  return at(at(at(nodeOf(operation), 'requestBody'), 'content'), 'application/json');
}

function parametersOf(operation: Operation): readonly Node[] {
  const list = nodeOf(operation)['parameters'];
  return Array.isArray(list) ? list.map(resolve) : [];
}

/** Members that bind a value; the rest is prose. */
const BINDING = new Set([
  ...['type', 'const', 'enum', 'pattern', 'format', 'minLength', 'maxLength', 'minimum', 'maximum'],
  ...['minItems', 'maxItems', 'items', 'properties', 'required', 'additionalProperties'],
]);

/** One spelling for both sources: references followed, "or null" folded in, prose dropped. */
function normal(schema: unknown): unknown {
  const node = resolve(schema);
  const options = node['anyOf'];
  if (Array.isArray(options)) return orNull(options.map(asNode));
  return Object.fromEntries(
    Object.entries(node)
      .filter(([key, value]) => BINDING.has(key) && !isEmptyRequired(key, value))
      .map(([key, value]) => [key, normalMember(key, value)]),
  );
}

function orNull(options: readonly Node[]): unknown {
  const [inner = {}] = options.filter(({ type }) => type !== 'null');
  const rest = asNode(normal(inner));
  return { ...rest, type: [rest['type'], 'null'] };
}

function isEmptyRequired(key: string, value: unknown): boolean {
  return key === 'required' && Array.isArray(value) && value.length === 0;
}

function normalMember(key: string, value: unknown): unknown {
  if (key === 'items') return normal(value);
  if (key === 'required' && Array.isArray(value)) return [...value].sort();
  // The name of the format says all that zod's own pattern for it does.
  if (key !== 'properties') return value;
  return Object.fromEntries(
    Object.entries(asNode(value)).map(([name, member]) => [name, normal(member)]),
  );
}

function fromZod(schema: z.ZodType): unknown {
  return normal(
    z.toJSONSchema(schema, {
      io: 'input',
      unrepresentable: 'any',
      override: ({ jsonSchema }) => {
        if (jsonSchema.format === 'date-time') delete jsonSchema.pattern;
        if (jsonSchema.pattern) jsonSchema.pattern = jsonSchema.pattern.replaceAll('\\/', '/');
      },
    }),
  );
}

describe('openapi.yaml', () => {
  it('lists every route and no other', () => {
    const routes = OPERATIONS.map(({ id, method, path }) => ({
      ...{ id, method, path: path.replace(/:(\w+)/g, '{$1}') },
    }));
    const listed = described.map(({ id, method, path }) => ({ id, method, path }));
    expect(routes).toEqual(expect.arrayContaining(listed));
    expect(routes).toHaveLength(listed.length);
  });

  it.each(OPERATIONS)(
    '$id: names the scope, the actor and the key that the route asks for',
    (operation) => {
      const { scopes, actor, isIdempotent } = operation;
      const headers = parametersOf(operation).filter((each) => each['in'] === 'header');
      const actorHeader = headers.find(({ name }) => name === 'Assay-Actor');
      expect(nodeOf(operation)['security']).toEqual(scopes.map((scope) => ({ bearer: [scope] })));
      expect(actorHeader?.['required'] === true).toBe(actor === 'required');
      expect(headers.some(({ name }) => name === 'Idempotency-Key')).toBe(isIdempotent);
    },
  );

  it.each(withBody)('$id: takes the body that the route takes', (operation) => {
    expect(normal(jsonContent(operation)['schema'])).toEqual(fromZod(operation.bodySchema));
    expect(at(nodeOf(operation), 'requestBody')['required']).toBe(
      operation.bodyRule === 'required',
    );
  });

  it.each(OPERATIONS)('$id: takes the query that the route takes', (operation) => {
    const listed = parametersOf(operation).filter((each) => each['in'] === 'query');
    const taken = Object.keys(at(asNode(fromZod(operation.querySchema)), 'properties'));
    expect(listed.map(({ name }) => name).sort()).toEqual(taken.sort());
  });

  it.each(withBody)('$id: has request examples that the route accepts', (operation) => {
    const examples = Object.values(at(jsonContent(operation), 'examples'));
    expect(examples.length).toBeGreaterThan(0);
    for (const example of examples)
      expect(() => parse('body', operation.bodySchema, asNode(example)['value'])).not.toThrow();
  });

  it.each(DESCRIBED)('$id: has response examples that fit their schemas', ({ id, node }) => {
    const contents = Object.entries(at(node, 'responses')).flatMap(([status, response]) =>
      Object.values(at(resolve(response), 'content')).map((content) => ({ status, content })),
    );
    for (const { status, content } of contents) {
      const { schema, examples = {}, example } = asNode(content);
      const values = Object.values(asNode(examples)).map((each) => resolve(each)['value']);
      expect(values.length + (example === undefined ? 0 : 1)).toBeGreaterThan(0);
      for (const value of values) check(asNode(schema), value, `${id} ${status}`);
    }
  });

  it.each(ERROR_CODES)('%s: has an example with the status and title that callers see', (code) => {
    const example = asNode(at(at(at(OPENAPI, 'components'), 'examples'), code)['value']);
    expect(example).toMatchObject({ code, type: PROBLEM_TYPE_BASE + code, ...PROBLEMS[code] });
    check({ $ref: '#/components/schemas/Problem' }, example, code);
  });

  it.each([
    ['ErrorCode', ERROR_CODES],
    ['AuditKind', AUDIT_KINDS],
    ['Alternative', ALTERNATIVES],
  ])('%s: lists all that there are and no other', (name, known) => {
    const schemas = at(at(OPENAPI, 'components'), 'schemas');
    expect(at(schemas, name)['enum']).toEqual([...known]);
  });

  /** Swagger UI shows no field for a reference there, and a call without its id cannot be tried. */
  it('holds the parameters of each operation with the operation', () => {
    const items = Object.values(at(OPENAPI, 'paths')).map(asNode);
    expect(items.filter((item) => 'parameters' in item)).toEqual([]);
  });
});
