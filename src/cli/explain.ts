/** What the operator is told of an error: words that Assay wrote itself, never those of a library. */

import { RefusalError, StoreUnavailableError } from '../app/errors.js';
import { CommandError, UsageError } from './command.js';

export interface Explanation {
  readonly message: string;
  /** The command line is at fault. */
  readonly isUsage: boolean;
}

/** Classes of `compose` and `config` whose messages were written for the operator. */
const OWN_WORDS = new Set([
  'StartRefusedError',
  'ConfigError',
  'DataFolderInUseError',
  'InitError',
]);

export function explain(error: unknown): Explanation {
  if (error instanceof UsageError) return { message: error.message, isUsage: true };
  return { message: messageOf(error), isUsage: false };
}

function messageOf(error: unknown): string {
  if (error instanceof CommandError || error instanceof StoreUnavailableError) return error.message;
  if (error instanceof RefusalError) return refusalInWords(error);
  if (error instanceof Error && OWN_WORDS.has(error.name)) return error.message;
  return `unexpected ${error instanceof Error ? error.name : typeof error}`;
}

function refusalInWords({ code, facts }: RefusalError): string {
  const fields = facts.errors?.map(({ pointer, detail }) => `${pointer} ${detail}`) ?? [];
  return [code, ...fields].join(': ');
}
