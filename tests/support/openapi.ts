/** openapi.yaml as a judge: every answer the tests see has to be one that it describes. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import ajvFormats from 'ajv-formats';
import { parse as parseYaml } from 'yaml';

/** A JSON object of the description; members are looked at one by one. */
export type Node = Readonly<Record<string, unknown>>;

export const OPENAPI_TEXT = readFileSync(join(import.meta.dirname, '../../openapi.yaml'), 'utf8');
export const OPENAPI: Node = asNode(parseYaml(OPENAPI_TEXT));

export interface DescribedOperation {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly node: Node;
}

export interface SeenAnswer {
  readonly method: string;
  /** With or without a query. */
  readonly url: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
}

const METHODS = ['get', 'put', 'post', 'delete', 'patch'];

export const DESCRIBED: readonly DescribedOperation[] = Object.entries(
  at(OPENAPI, 'paths'),
).flatMap(([path, item]) =>
  Object.entries(asNode(item))
    .filter(([method]) => METHODS.includes(method))
    .map(([method, node]) => ({
      id: String(asNode(node)['operationId']),
      ...{ method, path, node: asNode(node) },
    })),
);

/** Ids of operations that were answered with success, in this test file. */
export const seenOperations = new Set<string>();
/** `operation status`, for every answer in this test file. */
export const seenAnswers = new Set<string>();

/** Throws unless the answer is described: status, media type, headers, body without unknown members. */
export function expectDescribed(seen: SeenAnswer): void {
  const operation = findOperation(seen);
  const response = operation && asNode(operation.node['responses'])[String(seen.status)];
  if (!operation || response === undefined) {
    expectProblem(seen);
    if (operation && !PATH_LEVEL.has(seen.status))
      throw new Error(`${operation.id} answered ${seen.status}, which openapi.yaml does not list`);
    return;
  }
  seenAnswers.add(`${operation.id} ${seen.status}`);
  if (seen.status < 400) seenOperations.add(operation.id);
  checkAgainst(resolve(response), seen, operation.id);
}

/** What an address answers whatever the operation: no such method, broken HTTP. */
const PATH_LEVEL = new Set([405]);

function checkAgainst(response: Node, seen: SeenAnswer, id: string): void {
  const where = `${id} ${seen.status}`;
  for (const name of Object.keys(at(response, 'headers')))
    if (seen.headers[name.toLowerCase()] === undefined && !OPTIONAL_HEADERS.has(name))
      throw new Error(`${where}: the header ${name} is missing`);
  if (response['content'] === undefined || seen.text === '') return;
  const mediaType = mediaTypeOf(seen);
  const content = at(response, 'content')[mediaType];
  if (content === undefined) throw new Error(`${where}: ${mediaType} is not described`);
  const schema = asNode(asNode(content)['schema']);
  if (mediaType.endsWith('json')) check(schema, JSON.parse(seen.text), where);
  if (mediaType === 'application/problem+json') expectListedCode(asNode(content), seen, where);
}

/** Only where the answer gives a wait, or names something to read. */
const OPTIONAL_HEADERS = new Set(['Retry-After', 'Location']);

function expectListedCode(content: Node, seen: SeenAnswer, where: string): void {
  const code = String(asNode(JSON.parse(seen.text))['code']);
  if (!(code in at(content, 'examples')))
    throw new Error(`${where}: openapi.yaml has no example of ${code} there`);
}

const PROBLEM: Node = { $ref: '#/components/schemas/Problem' };

function expectProblem(seen: SeenAnswer): void {
  const where = `${seen.method} ${seen.url} ${seen.status}`;
  if (seen.status < 400) throw new Error(`${where}: not described in openapi.yaml`);
  if (seen.text === '' && seen.method === 'HEAD') return;
  if (mediaTypeOf(seen) !== 'application/problem+json') throw new Error(`${where}: not a problem`);
  check(PROBLEM, JSON.parse(seen.text), where);
}

function mediaTypeOf(seen: SeenAnswer): string {
  return String(seen.headers['content-type']).split(';')[0] ?? '';
}

function findOperation({ method, url }: SeenAnswer): DescribedOperation | undefined {
  const path = url.split('?')[0] ?? '';
  const wanted = method === 'HEAD' ? 'get' : method.toLowerCase();
  return DESCRIBED.find(
    (each) =>
      each.method === wanted &&
      new RegExp(`^${each.path.replaceAll('.', '\\.').replace(/\{[^}]+\}/g, '[^/]+')}$`).test(path),
  );
}

const ajv = new Ajv2020({ strict: false, allErrors: true, unicodeRegExp: true });
ajvFormats.default(ajv);
ajv.addSchema(closed(OPENAPI), 'openapi');

/** Compiling takes longer than a whole request; the schemas are those of the one description. */
const compiled = new WeakMap<Node, ValidateFunction>();

/** Throws unless the value fits a schema of the description, with no member it does not name. */
export function check(schema: Node, value: unknown, where: string): void {
  const validate = compiled.get(schema) ?? ajv.compile(closed(rebased(schema)));
  compiled.set(schema, validate);
  if (!validate(value)) throw new Error(`${where}: ${ajv.errorsText(validate.errors)}`);
}

/** Points local references at the registered document. */
function rebased(node: Node): Node {
  return JSON.parse(
    JSON.stringify(node, (key, value: unknown) =>
      key === '$ref' ? `openapi${String(value)}` : value,
    ),
  ) as Node;
}

/** Published schemas let answers grow; the tests do not. */
function closed(node: Node): Node {
  return JSON.parse(
    JSON.stringify(node, (_key, value: unknown) =>
      isNode(value) && isNode(value['properties']) && value['additionalProperties'] === undefined
        ? { ...value, additionalProperties: false }
        : value,
    ),
  ) as Node;
}

/** Follows a local reference, once. */
export function resolve(value: unknown): Node {
  const node = asNode(value);
  const ref = node['$ref'];
  if (typeof ref !== 'string') return node;
  return ref.replace(/^#\//, '').split('/').reduce(at, OPENAPI);
}

/** A member that is an object; empty where there is none. */
export function at(node: Node, name: string): Node {
  return node[name] === undefined ? {} : asNode(node[name]);
}

export function asNode(value: unknown): Node {
  if (!isNode(value)) throw new Error('openapi.yaml: an object was expected');
  return value;
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
