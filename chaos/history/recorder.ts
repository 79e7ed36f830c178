/** Keeps what happens, in memory for the checks and as JSON lines for whoever looks for the cause. */

import { createWriteStream, mkdirSync, rmSync, writeFileSync, type WriteStream } from 'node:fs';
import { join } from 'node:path';

import type { FinalState, History, HistoryEvent } from './events.js';

type Of<Type extends HistoryEvent['type']> = Extract<HistoryEvent, { type: Type }>;

export class Recorder {
  readonly #events: HistoryEvent[] = [];
  readonly #lines: WriteStream;

  /** `folder` is made; it holds codes and numbers of people who do not exist. */
  constructor(readonly folder: string) {
    mkdirSync(folder, { recursive: true });
    this.#lines = createWriteStream(join(folder, 'history.jsonl'));
  }

  add(event: HistoryEvent): void {
    this.#events.push(event);
    this.#lines.write(`${JSON.stringify(event)}\n`);
  }

  of<Type extends HistoryEvent['type']>(type: Type): Of<Type>[] {
    return this.#events.filter((event): event is Of<Type> => event.type === type);
  }

  write(name: string, content: unknown): void {
    const text = typeof content === 'string' ? content : JSON.stringify(content, null, 1);
    writeFileSync(join(this.folder, name), text);
  }

  history(final: FinalState, codeLifeMs: number): History {
    return {
      calls: this.of('call'),
      sms: this.of('sms'),
      faults: this.of('fault'),
      scans: this.of('scan'),
      leaks: this.of('leak'),
      farewells: this.of('farewell'),
      final,
      codeLifeMs,
    };
  }

  async close(isKept: boolean): Promise<void> {
    await new Promise<void>((resolve) => this.#lines.end(resolve));
    if (!isKept) rmSync(this.folder, { recursive: true, force: true });
  }
}
