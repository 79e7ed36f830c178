/** Runs one command: in the service that has the data folder open, or in this process. */

import { loadConfig, type LoadedConfig } from '../config/load.js';
import type { Invocation } from './arguments.js';
import {
  CommandError,
  UsageError,
  type Command,
  type CommandOutput,
  type RawInput,
} from './command.js';
import { askRunning, type ControlAnswer, type ControlRequest } from './control.js';
import { writeAside, writeError, writeResult } from './output.js';

/** Answers the exit code. */
export async function runCommand(
  command: Command,
  words: readonly string[],
  invocation: Invocation,
): Promise<number> {
  const input = command.read(words);
  const { wallClockMs } = await import('../compose/clock.js');
  const { settingsFile } = invocation;
  const loaded = loadConfig({ settingsFile, nowMs: wallClockMs() });
  const output =
    (await runBeside(command, input, loaded)) ?? (await runHere(command, input, loaded));
  writeResult(invocation, output);
  return output.exitCode;
}

/** Undefined when no embedded service is running. */
async function runBeside(
  command: Command,
  input: RawInput,
  { config }: LoadedConfig,
): Promise<CommandOutput | undefined> {
  if (config.database !== 'embedded') return undefined;
  const answer = await ask(config.dataDir, { command: command.name, input });
  if (answer === undefined || 'output' in answer) return answer?.output;
  const { message, isUsage } = answer.error;
  throw isUsage ? new UsageError(message) : new CommandError(message);
}

async function ask(dataDir: string, wanted: ControlRequest): Promise<ControlAnswer | undefined> {
  const { openDataFolder } = await import('../compose/data-folder.js');
  try {
    return await askRunning(openDataFolder(dataDir).socket, wanted);
  } catch (error) {
    const { dataFolderRefusal } = await import('../compose/data-folder-refused.js');
    throw dataFolderRefusal(error);
  }
}

async function runHere(
  command: Command,
  input: RawInput,
  loaded: LoadedConfig,
): Promise<CommandOutput> {
  const { openOperator } = await import('../compose/operator.js');
  const { commandEvents } = await import('../compose/command-events.js');
  const operator = await openOperator(loaded, {
    events: commandEvents(writeError),
    onMessage: ({ to, body }) => writeAside(`SMS to ${to}: ${body}`),
  });
  try {
    return await command.execute(operator, input);
  } finally {
    await operator.close();
  }
}
