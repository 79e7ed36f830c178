/** From untyped input to typed input, or an `invalid_request` that names every field at fault. */

import type { z } from 'zod';

import { RefusalError, type FieldProblem } from '../app/errors.js';
import { toPointer } from './strict-json.js';

/** Which part of the request is read; decides how a field is pointed at. */
export type Part = 'body' | 'query' | 'path';

/** Never repeats a value: those may be numbers, codes or secrets. */
export function parse<Output>(part: Part, schema: z.ZodType<Output>, input: unknown): Output {
  const result = schema.safeParse(input, { error: describe });
  if (result.success) return result.data;
  const problems = result.error.issues.flatMap((issue) => toFieldProblems(part, issue));
  throw new RefusalError('invalid_request', { errors: onePerField(problems) });
}

/** A field that fails one rule often fails the next for the same reason. */
function onePerField(problems: readonly FieldProblem[]): FieldProblem[] {
  const first = new Map<string, FieldProblem>();
  for (const problem of problems)
    if (!first.has(problem.pointer)) first.set(problem.pointer, problem);
  return [...first.values()];
}

function toFieldProblems(part: Part, issue: z.core.$ZodIssue): FieldProblem[] {
  if (issue.code !== 'unrecognized_keys')
    return [{ pointer: pointerOf(part, issue.path), detail: issue.message }];
  return issue.keys.map((key) => ({
    pointer: pointerOf(part, [...issue.path, key]),
    detail: 'is not known here',
  }));
}

/** Names a field as `errors` does. */
export function pointerOf(part: Part, path: readonly PropertyKey[]): string {
  const pointer = toPointer(path);
  return part === 'body' ? pointer : `${part}:${pointer.replace(/^#\/?/, '')}`;
}

/** Says what a field must be where its schema does not say so itself. */
function describe(issue: z.core.$ZodRawIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? 'is required' : `must be ${article(issue.expected)}`;
    case 'invalid_value':
      return `must be one of: ${issue.values.map(String).join(', ')}`;
    case 'too_small':
      return `must be at least ${amount(issue.minimum, issue.origin)}`;
    case 'too_big':
      return `must be at most ${amount(issue.maximum, issue.origin)}`;
    default:
      return 'is not valid';
  }
}

function article(expected: string): string {
  return /^[aio]/.test(expected) ? `an ${expected}` : `a ${expected}`;
}

function amount(bound: number | bigint, origin: string): string {
  if (origin === 'string') return `${bound.toString()} characters long`;
  return origin === 'array' ? `${bound.toString()} items` : bound.toString();
}
