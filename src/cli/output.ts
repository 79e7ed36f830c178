/** What commands write: results to standard output, everything else to standard error. */

export interface Output {
  /** With `--json` standard output holds the result and nothing else. */
  readonly isJson: boolean;
}

export function writeResult({ isJson }: Output, result: { json: string; text: string }): void {
  process.stdout.write(`${isJson ? result.json : result.text}\n`);
}

export function writeError(message: string): void {
  process.stderr.write(`assay: ${message}\n`);
}

/** Beside the result: hints and messages of the outbox. */
export function writeAside(text: string): void {
  process.stderr.write(`${text}\n`);
}
