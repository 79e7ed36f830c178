/** The command that takes a roster in from a file. */

import { z } from 'zod';

import type { ImportAnswer } from '../../app/answers.js';
import { command, UsageError } from '../command.js';
import { companyId, userId } from '../input.js';
import { operatorCall } from '../operator.js';

/** People of one call; the whole list is checked for its shape before the first. */
const PER_CALL = 1_000;

const person = z.strictObject({ userId, phoneNumber: z.string().min(1).max(40).optional() });

export const employeesImport = command({
  name: 'employees import',
  usage:
    'COMPANY_ID FILE [--complete]   (JSON list of userId, phoneNumber; or CSV with these two as its first line; "-" reads standard input)',
  options: { complete: { type: 'boolean' } },
  positionals: ['companyId', 'file'],
  file: 'file',
  input: z.strictObject({ companyId, file: z.string(), complete: z.boolean().default(false) }),
  async run(operator, { companyId: company, file, complete }) {
    const people = readPeople(file);
    const sum = { created: 0, unchanged: 0, numbersStored: 0, numbersIgnored: 0 };
    let roster: ImportAnswer['roster'] = 'empty';
    for (let from = 0; from < people.length; from += PER_CALL) {
      const employees = people.slice(from, from + PER_CALL);
      const isLast = from + PER_CALL >= people.length;
      const input = { employees, complete: complete && isLast };
      const call = operatorCall(operator);
      const counts = await operator.administration.importEmployees(call, company, input);
      sum.created += counts.created;
      sum.unchanged += counts.unchanged;
      sum.numbersStored += counts.numbersStored;
      sum.numbersIgnored += counts.numbersIgnored;
      ({ roster } = counts);
    }
    return { ...sum, roster };
  },
  print: ({ created, unchanged, numbersStored, numbersIgnored, roster }) =>
    `${created} new, ${unchanged} known before; ${numbersStored} numbers kept as unproven, ` +
    `${numbersIgnored} of people who have proven one ignored. The roster is ${roster}.`,
});

function readPeople(file: string) {
  const isJson = file.trimStart().startsWith('[');
  const parsed = z
    .array(person)
    .min(1, 'names nobody')
    .safeParse(isJson ? fromJson(file) : fromCsv(file));
  if (parsed.success) {
    return parsed.data.map((it) => ({ userId: it.userId, phoneNumber: it.phoneNumber ?? null }));
  }
  const [issue] = parsed.error.issues;
  throw new UsageError(`file: /${issue?.path.join('/') ?? ''}: ${issue?.message ?? 'not valid'}`);
}

function fromJson(file: string): unknown {
  try {
    return JSON.parse(file);
  } catch {
    throw new UsageError('file: not JSON');
  }
}

/** Two columns at most, by comma or semicolon; quotes around a field are taken off. */
function fromCsv(file: string): readonly Record<string, string>[] {
  const [head = [], ...lines] = file
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .map((line) => line.split(/[,;]/).map((field) => field.trim().replace(/^"(.*)"$/, '$1')));
  if (head[0] !== 'userId' || head.length > 2 || (head[1] ?? 'phoneNumber') !== 'phoneNumber') {
    throw new UsageError('file: the first line must be "userId" or "userId,phoneNumber"');
  }
  return lines.map((fields) =>
    Object.fromEntries(
      fields.flatMap((field, at) => (field === '' ? [] : [[head[at] ?? `column${at + 1}`, field]])),
    ),
  );
}
