/** R121: an embedded service whose data folder or secret file cannot be used says so in one line, and ends. */

import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { assertRoom, ROOM_MB } from '../../src/compose/data-folder-refused.js';
import { newEmbeddedFolder, run, type EmbeddedFolder } from '../support/embedded.js';
import { BIN } from '../support/service.js';

let at: EmbeddedFolder;
let dataDir: string;
beforeEach(async () => {
  at = await newEmbeddedFolder();
  dataDir = at.env['ASSAY_DATA_DIR'] ?? '';
});
afterEach(() => at.remove());

const refused = (line: string) => ({ code: 1, stdout: '', stderr: `assay: ${line}\n` });
const says = (detail: string) => refused(`ASSAY_DATA_DIR: ${detail}`);

it('R121: a data folder that is a file, or below one, for the service and for commands', async () => {
  writeFileSync(dataDir, '');
  const isFile = says('is not a folder (EEXIST)');
  expect(await run(at.env, 'start')).toEqual(isFile);
  expect(await run(at.env, 'companies', 'list')).toEqual(isFile);
  const below = { ...at.env, ASSAY_DATA_DIR: join(dataDir, 'below') };
  expect(await run(below, 'start')).toEqual(says('is not a folder (ENOTDIR)'));
}, 60_000);

it('R121: a master key in the data folder that cannot be read or is none, with the folder free again', async () => {
  const key = join(dataDir, 'master-key');
  mkdirSync(key, { recursive: true });
  expect(await run(at.env, 'start')).toEqual(says('cannot be used (EISDIR)'));
  rmSync(key, { recursive: true });
  writeFileSync(key, 'not a key\n');
  const { stderr } = await run(at.env, 'companies', 'list');
  expect(stderr).toMatch(
    /^assay: ASSAY_DATA_DIR: the file master-key must be 32 random bytes.*\n$/,
  );
  expect(stderr).not.toContain('not a key');
  expect(readdirSync(dataDir).sort()).toEqual(['database', 'master-key']);
}, 60_000);

it('R121: a secret file that is not there, is a folder, or is empty', async () => {
  const start = (path: string) => run({ ...at.env, ASSAY_MASTER_KEY_FILE: path }, 'start');
  const gone = refused('ASSAY_MASTER_KEY_FILE: the file cannot be read (ENOENT)');
  expect(await start(join(at.folder, 'none'))).toEqual(gone);
  const folder = refused('ASSAY_MASTER_KEY_FILE: the file cannot be read (EISDIR)');
  expect(await start(at.folder)).toEqual(folder);
  writeFileSync(join(at.folder, 'empty'), '');
  const empty = refused('ASSAY_MASTER_KEY: is set but empty');
  expect(await start(join(at.folder, 'empty'))).toEqual(empty);
}, 60_000);

it('R121: a disk that takes no more while the database is made; once it does, the start begins anew', async () => {
  const limited = await new Promise<{ code: unknown; stderr: string }>((resolve) => {
    // Blocks of 512 bytes: no file may grow beyond one MB, as on a disk that is full.
    const script = `ulimit -f 2000; exec "${process.execPath}" "${BIN}" start`;
    execFile('sh', ['-c', script], { env: { ...at.env } }, (error, _stdout, stderr) =>
      resolve({ code: error?.code, stderr }),
    );
  });
  const { code, stderr } = says(
    'the database in it cannot be opened: it is damaged, or its disk is full',
  );
  expect(limited).toEqual({ code, stderr });
  expect(existsSync(join(dataDir, 'database.lock'))).toBe(false);
  expect(await run(at.env, 'companies', 'list')).toMatchObject({ code: 0 });
}, 120_000);

it('R121: a disk with too little room is refused before PGlite opens anything and hangs on it', () => {
  const room = (mb: number) => () => assertRoom('anywhere', () => mb * 1_048_576);
  expect(room(ROOM_MB)).not.toThrow();
  expect(room(ROOM_MB - 1)).toThrow('ASSAY_DATA_DIR: has 63 MB free and needs 64');
  expect(() => assertRoom(at.folder)).not.toThrow();
});
