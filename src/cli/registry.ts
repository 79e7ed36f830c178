/** Every command that acts on a service. */

import type { Command } from './command.js';
import {
  clientsAddCredential,
  clientsCreate,
  clientsList,
  clientsRevoke,
} from './commands/clients.js';
import { companiesImport, companiesList, companiesSet } from './commands/companies.js';
import { doctor } from './commands/doctor.js';
import { employeesReset } from './commands/employees.js';
import { employeesImport } from './commands/import-employees.js';
import { policySet, policyShow } from './commands/policy.js';
import { sendsPause, sendsReopen, sendsResume } from './commands/sends.js';
import { signingKeysList, signingKeysRotate } from './commands/signing-keys.js';
import { smsTest } from './commands/sms.js';

export const COMMANDS: readonly Command[] = [
  clientsCreate,
  clientsList,
  clientsRevoke,
  clientsAddCredential,
  companiesSet,
  companiesImport,
  companiesList,
  policyShow,
  policySet,
  employeesImport,
  employeesReset,
  signingKeysRotate,
  signingKeysList,
  sendsPause,
  sendsResume,
  sendsReopen,
  smsTest,
  doctor,
];

/** The command whose words these begin with, and the words after them. */
export function findCommand(
  words: readonly string[],
): { readonly command: Command; readonly rest: readonly string[] } | undefined {
  for (const command of COMMANDS) {
    const name = command.name.split(' ');
    if (name.every((word, at) => words[at] === word)) {
      return { command, rest: words.slice(name.length) };
    }
  }
  return undefined;
}
