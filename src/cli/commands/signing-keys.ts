/** Commands about the keys that sign tokens. */

import { z } from 'zod';

import { command } from '../command.js';
import { operatorAudit } from '../operator.js';
import { table } from '../table.js';

export const signingKeysRotate = command({
  name: 'signing-keys rotate',
  usage: '[--immediately]   (immediately: a key has leaked; its tokens are refused from now on)',
  options: { immediately: { type: 'boolean' } },
  input: z.strictObject({ immediately: z.boolean().default(false) }),
  async run({ signingKeys }, { immediately }) {
    const facts = { reason: immediately ? 'immediately' : 'rotation' };
    const audit = operatorAudit('signing_key.rotated', null, facts);
    return { kid: await signingKeys.rotate({ immediately }, audit) };
  },
  print: ({ kid }) => `${kid} is published`,
});

export const signingKeysList = command({
  name: 'signing-keys list',
  usage: '',
  options: {},
  input: z.strictObject({}),
  async run({ signingKeyStore }) {
    const { keys } = await signingKeyStore.load();
    return keys.map(({ kid, createdAt, activeFrom, retiresAt }) => ({
      kid,
      createdAt,
      activeFrom,
      retiresAt,
    }));
  },
  print: (keys) =>
    table(
      ['KEY', 'SIGNS FROM', 'PUBLISHED UNTIL'],
      keys.map((key) => [
        key.kid,
        key.activeFrom.toISOString(),
        key.retiresAt?.toISOString() ?? '(in use)',
      ]),
    ),
});
