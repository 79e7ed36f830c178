/** What an embedded service writes: searched for every number and code it was given. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { newEmbeddedFolder } from '../support/embedded.js';
import { exampleNumber } from '../support/people.js';
import { LoginService } from '../support/login-service.js';
import { assay, launch } from '../support/service.js';

const NUMBERS = 50;
const SCOPES = 'challenges,companies,policies:read,policies:write';

describe('the data folder of an embedded service', () => {
  it('holds no code and no number in any file, its log included (R005, R094)', async () => {
    const { env: given, remove } = await newEmbeddedFolder();
    const env = { ...given, CODE_LENGTH: '8' };
    const service = await launch(env);
    const secrets: string[] = [];
    try {
      const words = ['clients', 'create', '--name', 'leaks', '--scopes', SCOPES, '--all-companies'];
      const { credential } = await assay<{ credential: string }>(env, ...words);
      const login = new LoginService([service.url], credential);
      const companyId = await login.company();
      for (let n = 0; n < NUMBERS; n += 1) {
        const person = { userId: `user-${String(n)}`, phoneNumber: exampleNumber(n) };
        await login.enrol(companyId, person, () => '');
        const { items } = (await (await fetch(`${service.url}/dev/outbox.json`)).json()) as {
          items: { to: string; body: string }[];
        };
        const code = items.find(({ to }) => to === person.phoneNumber)?.body.slice(0, 8) ?? '';
        secrets.push(code, person.phoneNumber.replace('+44', ''));
        expect(code).toMatch(/^\d{8}$/);
      }
    } finally {
      await service.stop();
    }
    const pattern = new RegExp(`(?<!\\d)(?:\\+?44|0)?(?:${secrets.join('|')})(?!\\d)`);
    const files = readdirSync(given['ASSAY_DATA_DIR'] ?? '', {
      recursive: true,
      withFileTypes: true,
    });
    const names = files.filter((it) => it.isFile()).map((it) => join(it.parentPath, it.name));
    expect(names.length).toBeGreaterThan(100);
    for (const name of names) {
      expect([name, pattern.exec(readFileSync(name, 'latin1'))?.[0]]).toEqual([name, undefined]);
    }
    remove();
  }, 300_000);
});
