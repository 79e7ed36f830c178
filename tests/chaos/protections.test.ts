/** Each protection that a chaos run can do without is still where the run takes it from. */

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { PROTECTIONS, protectionNamed } from '../../chaos/protections/all.js';
import { replaced } from '../../chaos/protections/protection.js';
import { copyWithout, statementsWithout } from '../../chaos/protections/remove.js';
import { ROOT } from '../support/service.js';

describe.each(PROTECTIONS)('the protection $name', (protection) => {
  it('is removed from a copy of the built service, and from nothing else', () => {
    const { root, remove } = copyWithout(protection);
    for (const { file, replace } of protection.replacements) {
      if (file.startsWith('drizzle/')) continue;
      expect(readFileSync(join(root, file), 'utf8')).toContain(replace);
      expect(readFileSync(join(root, file), 'utf8')).not.toBe(
        readFileSync(join(ROOT, file), 'utf8'),
      );
    }
    remove();
    expect(existsSync(root)).toBe(false);
  });

  it('is removed from functions that are there, one statement for each', () => {
    const functions = statementsWithout(protection).slice(protection.sql.length);
    for (const statement of functions) {
      expect(statement.match(/CREATE OR REPLACE FUNCTION \w+/g)).toHaveLength(1);
    }
    const files = protection.replacements.map(({ file }) => file);
    expect(functions.length > 0).toBe(files.some((file) => file.startsWith('drizzle/')));
  });
});

describe('removing a protection', () => {
  const change = { file: 'a.js', find: 'charge();', replace: '' };

  it('fails where its text is not found, or found twice', () => {
    expect(replaced('a(); charge(); b();', change)).toBe('a();  b();');
    expect(() => replaced('a(); b();', change)).toThrow('holds 0 times, not once');
    expect(() => replaced('charge(); charge();', change)).toThrow('holds 2 times, not once');
  });

  it('fails for a name that no protection has', () => {
    expect(() => protectionNamed('luck')).toThrow('charge-first');
  });
});
