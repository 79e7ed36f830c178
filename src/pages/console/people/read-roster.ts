/** Reads a pasted list of people: one on each line, an id and perhaps a number. */

import type { ImportInput } from '../../../app/use-cases.js';
import { importEmployees } from '../../../http/schemas/employees.js';

export const MAX_LINES = 1_000;

/** Lines from 1, as the person sees them. */
export type RosterFault =
  | { readonly kind: 'empty' | 'tooMany' }
  | { readonly kind: 'id' | 'number' | 'shape'; readonly lines: readonly number[] };

export interface ReadRoster {
  readonly employees: ImportInput['employees'];
  /** Which line each of them came from. */
  readonly lines: readonly number[];
  readonly faults: readonly RosterFault[];
}

/** Fields end at a comma, a semicolon or a tab, and may be quoted: as spreadsheets copy and save them. */
export function readRoster(text: string): ReadRoster {
  const written = text
    .replace(/^\ufeff/, '')
    .split(/\r\n|[\r\n]/)
    .map((line, at) => ({ fields: line.split(/[,;\t]/).map(bare), line: at + 1 }))
    .filter(({ fields }) => fields.some((field) => field !== ''));
  const lines = written.map(({ line }) => line);
  if (written.length === 0) return { employees: [], lines, faults: [{ kind: 'empty' }] };
  if (written.length > MAX_LINES) return { employees: [], lines, faults: [{ kind: 'tooMany' }] };
  const misshapen = written.filter(({ fields }) => fields.slice(2).some((it) => it !== ''));
  if (misshapen.length > 0) {
    const shape = { kind: 'shape', lines: misshapen.map(({ line }) => line) } as const;
    return { employees: [], lines, faults: [shape] };
  }
  return checked(
    written.map(({ fields: [userId = '', phoneNumber = ''] }) => ({
      userId,
      ...(phoneNumber !== '' && { phoneNumber }),
    })),
    lines,
  );
}

/** By the same shapes as the API's import. */
function checked(people: readonly object[], lines: readonly number[]): ReadRoster {
  const parsed = importEmployees.safeParse({ employees: people });
  if (parsed.success) {
    const employees = parsed.data.employees.map(({ userId, phoneNumber = null }) => ({
      userId,
      phoneNumber,
    }));
    return { employees, lines, faults: [] };
  }
  const pointers = parsed.error.issues.map(({ path }) => path.join('/'));
  return { employees: [], lines, faults: faultsAt(pointers, lines) };
}

/** `pointers` as in problems of the import: `…employees/3/userId`. */
export function faultsAt(
  pointers: readonly string[],
  lines: readonly number[],
): readonly RosterFault[] {
  const at = (field: string) => [
    ...new Set(
      pointers.flatMap((pointer) => {
        const [, place, name] = /employees\/(\d+)\/(\w+)$/.exec(pointer) ?? [];
        const line = lines[Number(place)];
        return name === field && line !== undefined ? [line] : [];
      }),
    ),
  ];
  return [
    { kind: 'id', lines: at('userId') } as const,
    { kind: 'number', lines: at('phoneNumber') } as const,
  ].filter((fault) => fault.lines.length > 0);
}

function bare(field: string): string {
  return field
    .trim()
    .replace(/^"(.*)"$/, '$1')
    .trim();
}
