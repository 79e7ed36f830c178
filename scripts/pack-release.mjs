/**
 * `node scripts/pack-release.mjs COMMIT NAME`: builds a commit and keeps what runs of it as tests/releases/NAME.tgz.
 *
 * tests/faults/two-releases.test.ts runs the release before this one beside this one; a clone need not hold its
 * history. Packages are those installed here, so pack a release before its packages change.
 */

import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { runOrExit } from './lib/process.mjs';
import { root } from './lib/project.mjs';

/** What a production service reads at run time. */
const PARTS = ['dist', 'drizzle', 'openapi.yaml', 'package.json'];

const [commit, name] = process.argv.slice(2);
if (!commit || !name) {
  console.error('node scripts/pack-release.mjs COMMIT NAME');
  process.exit(1);
}

const folder = mkdtempSync(join(tmpdir(), 'assay-release-'));
const tree = join(folder, 'tree');
try {
  git('worktree', 'add', '--detach', tree, commit);
  symlinkSync(join(root, 'node_modules'), join(tree, 'node_modules'));
  await runOrExit(process.execPath, [join(tree, 'scripts/build.mjs')], { cwd: tree });
  pack();
} finally {
  git('worktree', 'remove', '--force', tree);
  rmSync(folder, { recursive: true, force: true });
}

/** The same bytes for the same commit: names in order, no times and owners. */
function pack() {
  const target = join(root, 'tests/releases');
  mkdirSync(target, { recursive: true });
  const order = ['--sort=name', '--mtime=@0', '--owner=0', '--group=0', '--numeric-owner'];
  const left = ['--exclude=dist/.built', '--exclude=dist/client', '--exclude=*.d.ts'];
  const tar = execFileSync('tar', ['-C', tree, ...order, ...left, '-cf', '-', ...PARTS], {
    maxBuffer: 2 ** 28,
  });
  const packed = execFileSync('gzip', ['-9n'], { input: tar, maxBuffer: 2 ** 28 });
  writeFileSync(join(target, `${name}.tgz`), packed);
}

function git(...words) {
  execFileSync('git', words, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
}
