/** Builds the empty PGlite cluster that a first start unpacks instead of running initdb. */

import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PGlite } from '@electric-sql/pglite';

const folder = fileURLToPath(new URL('../assets/pglite', import.meta.url));
const template = join(folder, 'template.tar.gz');
const stamp = join(folder, 'template.version');

const entry = createRequire(import.meta.url).resolve('@electric-sql/pglite');
const { version } = JSON.parse(readFileSync(join(dirname(entry), '../package.json'), 'utf8'));

if (!existsSync(template) || !existsSync(stamp) || readFileSync(stamp, 'utf8') !== version) {
  const pglite = await PGlite.create();
  const dump = await pglite.dumpDataDir('gzip');
  await pglite.close();
  mkdirSync(folder, { recursive: true });
  // Written beside and renamed, so that no start ever sees half of it.
  writeFileSync(`${template}.new`, Buffer.from(await dump.arrayBuffer()));
  renameSync(`${template}.new`, template);
  writeFileSync(stamp, version);
}
