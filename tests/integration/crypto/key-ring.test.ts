/** The key ring: refuses what nobody drew at random, derives one key per use, shows none. */

import { createHash, hkdfSync, randomBytes } from 'node:crypto';
import { inspect } from 'node:util';

import { KeyRing, KEY_USES } from '../../../src/adapters/crypto/key-ring.js';
import { MasterKeyError } from '../../../src/domain/master-key.js';

const fresh = (): string => randomBytes(32).toString('base64');
const ring = (...keys: string[]): KeyRing => KeyRing.fromSetting(keys.join(','));

describe('the setting', () => {
  const repeated = randomBytes(8);
  const known = fresh();

  it.each([
    ['nothing', ''],
    ['an empty entry', `${known},`],
    ['the same key twice', `${known},${fresh()},${known}`],
    ['four keys', [fresh(), fresh(), fresh(), fresh()].join(',')],
    ['16 bytes', randomBytes(16).toString('base64')],
    ['33 bytes', randomBytes(33).toString('base64')],
    ['hex', randomBytes(32).toString('hex')],
    ['stray characters', `${known.slice(0, 10)}!${known.slice(10)}`],
    ['zeros', Buffer.alloc(32).toString('base64')],
    ['one byte repeated', Buffer.alloc(32, 0xa7).toString('base64')],
    ['counting up', Buffer.from(Array.from({ length: 32 }, (_, at) => at)).toString('base64')],
    ['eight bytes repeated', Buffer.concat(Array(4).fill(repeated) as Buffer[]).toString('base64')],
    ['a phrase', Buffer.from('correct horse battery staple 123').toString('base64')],
  ])('R012: refuses %s, naming the setting and never its value', (_name, setting) => {
    const error = catchError(() => KeyRing.fromSetting(setting));
    expect(error).toBeInstanceOf(MasterKeyError);
    expect(error).toMatchObject({ setting: 'ASSAY_MASTER_KEY' });
    const shown = inspect(error, { showHidden: true });
    for (const entry of setting.split(',').filter(Boolean)) expect(shown).not.toContain(entry);
  });

  it('takes one to three keys, spaces and a final newline around them', () => {
    expect(ring(fresh()).keyIds).toHaveLength(1);
    expect(KeyRing.fromSetting(`${fresh()} , ${fresh()},${fresh()}\n`).keyIds).toHaveLength(3);
  });

  it('takes a thousand random keys', () => {
    expect(Array.from({ length: 1_000 }, () => ring(fresh()).keyIds[0])).toHaveLength(1_000);
  });
});

describe('the keys', () => {
  const setting = fresh();
  const master = Buffer.from(setting, 'base64');

  it('are HKDF-SHA-256 of the master key under a label per use', () => {
    const expected = Buffer.from(hkdfSync('sha256', master, '', 'assay/v1/seal', 32));
    expect(Buffer.from(ring(setting).newest('seal').key)).toEqual(expected);
  });

  it('differ between all uses and from the master key', () => {
    const keys = KEY_USES.map((use) => Buffer.from(ring(setting).newest(use).key).toString('hex'));
    expect(new Set([...keys, master.toString('hex')]).size).toBe(KEY_USES.length + 1);
  });

  it('are named by 8 hex characters of a labelled hash', () => {
    const hash = createHash('sha256').update('assay/v1/key-id').update(master).digest('hex');
    expect(ring(setting).keyIds).toEqual([hash.slice(0, 8)]);
  });

  it('are newest first, and found by name while held', () => {
    const older = fresh();
    const both = ring(setting, older);
    const [newestId = '', olderId = ''] = both.keyIds;
    expect(both.newest('code').id).toBe(newestId);
    expect(both.find('code', olderId)).toEqual(ring(older).newest('code').key);
    expect(ring(setting).find('code', olderId)).toBeUndefined();
  });
});

it('R012: a key ring prints, serialises and inspects as its key ids', () => {
  const setting = fresh();
  const held = ring(setting);
  const [keyId = ''] = held.keyIds;
  const shown = [
    String(held),
    JSON.stringify({ held }),
    inspect(held),
    inspect(held, { customInspect: false, showHidden: true, depth: 9 }),
  ];
  const secrets = [Buffer.from(setting, 'base64'), Buffer.from(held.newest('seal').key)];
  for (const text of shown) {
    for (const secret of secrets) {
      expect(text).not.toContain(secret.toString('base64'));
      expect(text).not.toContain(secret.toString('hex'));
      expect(text).not.toContain(inspect(secret).slice(8, 30));
    }
  }
  expect(shown[0]).toBe(`KeyRing(${keyId})`);
  expect(shown[1]).toBe(`{"held":["${keyId}"]}`);
});

function catchError(act: () => unknown): unknown {
  try {
    act();
  } catch (error) {
    return error;
  }
  throw new Error('did not throw');
}
