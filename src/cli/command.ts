/** What a command is: its words, its options, and a function that also runs inside a running service. */

import { readFileSync } from 'node:fs';
import { parseArgs, types, type ParseArgsConfig } from 'node:util';

import type { z } from 'zod';

import type { Operator } from './operator.js';

type Options = NonNullable<ParseArgsConfig['options']>;

/** What was typed, before it means anything; also what travels to a running service. */
export type RawInput = Readonly<Record<string, string | boolean>>;

export interface CommandOutput {
  /** The result alone, as JSON. */
  readonly json: string;
  /** The same for people. */
  readonly text: string;
  /** Not zero when the command did its work and what it found is bad. */
  readonly exitCode: number;
}

export interface Command {
  readonly name: string;
  readonly usage: string;
  /** Reads the words after the name. Throws `UsageError`. */
  read(args: readonly string[]): RawInput;
  execute(operator: Operator, input: RawInput): Promise<CommandOutput>;
}

/** The command line is wrong; its message is for the person who typed it. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** What was asked for cannot be done; its message is for the operator and holds no secret. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
}

export interface CommandSpec<Input, Result> {
  /** "clients create" */
  readonly name: string;
  /** What follows the name. */
  readonly usage: string;
  readonly options: Options;
  /** Names of the words without dashes, in order. */
  readonly positionals?: readonly string[];
  /** The positional that is a path; it is read where the command is typed. */
  readonly file?: string;
  readonly input: z.ZodType<Input>;
  run(operator: Operator, input: Input): Promise<Result>;
  print(result: Result): string;
  exitCode?(result: Result): number;
}

export function command<Input, Result>(spec: CommandSpec<Input, Result>): Command {
  return {
    name: spec.name,
    usage: `assay ${spec.name} ${spec.usage}`.trim(),
    read(args) {
      const raw = readWords(spec, args);
      check(spec, raw);
      return raw;
    },
    async execute(operator, raw) {
      const result = await spec.run(operator, check(spec, raw));
      return {
        json: JSON.stringify(result, null, 2),
        text: spec.print(result),
        exitCode: spec.exitCode?.(result) ?? 0,
      };
    },
  };
}

function check<Input, Result>(spec: CommandSpec<Input, Result>, raw: RawInput): Input {
  const parsed = spec.input.safeParse(raw);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  // Behind the option's own name come places in its list, which nobody typed.
  const where = String(issue?.path[0] ?? 'options');
  const name = spec.positionals?.includes(where) === true ? where : `--${where}`;
  throw new UsageError(`${name}: ${issue?.message ?? 'not valid'}`);
}

function readWords<Input, Result>(
  { options, positionals = [], file }: CommandSpec<Input, Result>,
  args: readonly string[],
): RawInput {
  const parsed = parse(options, args);
  const extra = parsed.positionals[positionals.length];
  if (extra !== undefined) throw new UsageError(`one word too many: ${extra}`);
  const words = positionals.flatMap((name, at) => {
    const word = parsed.positionals[at];
    if (word === undefined) throw new UsageError(`${name} is missing`);
    return [[name, name === file ? readInput(word) : word] as const];
  });
  const given = Object.entries(parsed.values).filter(
    (entry): entry is [string, string | boolean] => !Array.isArray(entry[1]),
  );
  return Object.fromEntries([...given, ...words]);
}

function parse(options: Options, args: readonly string[]) {
  try {
    return parseArgs({ options, args: [...args], allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageError(types.isNativeError(error) ? firstSentence(error) : 'not understood');
  }
}

/** Node's own, which names the option; what follows advises in several lines. */
function firstSentence({ message }: Error): string {
  return message.split(/\.\s/)[0] ?? message;
}

/** "-" is standard input. */
function readInput(path: string): string {
  try {
    return readFileSync(path === '-' ? 0 : path, 'utf8');
  } catch {
    throw new UsageError(`${path} cannot be read`);
  }
}
