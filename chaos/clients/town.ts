/** What the people of a run remember between their visits: numbers, codes, challenges. */

import type { Provider } from '../estate/provider.js';
import { numberOf, type Person } from '../plan/people.js';

export interface Memory {
  readonly person: Person;
  /** Which of the person's numbers comes next. */
  nextNumber: number;
  /** Newest first. */
  readonly codes: string[];
  readonly challenges: string[];
}

export class Town {
  readonly #memories: readonly Memory[];

  constructor(
    people: readonly Person[],
    private readonly provider: Provider,
  ) {
    this.#memories = people.map((person) => ({ person, nextNumber: 0, codes: [], challenges: [] }));
  }

  memoryOf(person: number): Memory {
    const memory = this.#memories[person];
    if (!memory) throw new Error('nobody');
    return memory;
  }

  /** A number of this person's that was not given before. */
  freshNumber(memory: Memory): string {
    const number = numberOf(memory.person, memory.nextNumber);
    memory.nextNumber += 1;
    return number;
  }

  /** The newest code that came to any of this person's phones since then. */
  codeSince(memory: Memory, sinceMs: number): string | undefined {
    const [code] = this.provider.codesTo(memory.person.index, sinceMs);
    if (code !== undefined && memory.codes[0] !== code) memory.codes.unshift(code);
    return code;
  }

  /** The last code of somebody else. */
  codeOfAnother(memory: Memory): string | undefined {
    return this.#memories.find(({ person, codes }) => person !== memory.person && codes.length > 0)
      ?.codes[0];
  }
}
