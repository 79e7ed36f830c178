/** Installs what the tests need from Debian or Ubuntu without starting system services. */

import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** Asked by the packages' own scripts before they start a service; 101 means "forbidden by policy". */
const SERVICE_POLICY = '/usr/sbin/policy-rc.d';
/** Read by postgresql-common, which otherwise creates a cluster of its own. */
const CLUSTER_POLICY = '/etc/postgresql-common/createcluster.d/assay-tests.conf';
/** How long another use of the package system is waited for. */
const LOCK_WAIT_SECONDS = 300;

/** Whether this machine is one that `installPackages` may and can install on. */
export function canInstall() {
  return process.getuid?.() === 0 && existsSync('/usr/bin/apt-get') && isDebianOrUbuntu();
}

/** Answers whether the packages are there afterwards. Whatever it changed for the time is put back. */
export function installPackages(packages) {
  // Node cannot act on a signal while apt-get runs, but without a handler it would die and leave the policy.
  const later = [];
  const hold = (signal) => later.push(signal);
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) process.on(signal, hold);
  try {
    return withFile(SERVICE_POLICY, '#!/bin/sh\nexit 101\n', () =>
      withFile(CLUSTER_POLICY, 'create_main_cluster = false\n', () => aptInstall(packages)),
    );
  } finally {
    for (const signal of signals) process.off(signal, hold);
  }
}

/**
 * Takes one program out of a package that is not installed: none of its scripts, services or companions come
 * along. Answers whether the program is in the folder `into` afterwards.
 */
export function extractProgram({ package: name, path, into }) {
  mkdirSync(into, { recursive: true });
  const staging = mkdtempSync(join(into, 'package-'));
  try {
    const isHere =
      succeeds('apt-get', apt('update')) && succeeds('apt-get', apt('download', name), staging);
    const [file] = isHere ? readdirSync(staging) : [];
    if (!file || !succeeds('dpkg-deb', ['--extract', file, 'unpacked'], staging)) return false;
    renameSync(join(staging, 'unpacked', path), join(into, basename(path)));
    return true;
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
}

/** Ubuntu's package of this name only asks for a snap, which a bare machine or a container cannot have. */
export function hasChromiumPackage() {
  return !/\bubuntu\b/.test(distributionIds());
}

function isDebianOrUbuntu() {
  return /\b(debian|ubuntu)\b/.test(distributionIds());
}

function distributionIds() {
  if (!existsSync('/etc/os-release')) return '';
  const ids = readFileSync('/etc/os-release', 'utf8').match(/^ID(?:_LIKE)?=.*$/gm) ?? [];
  return ids.join(' ');
}

function aptInstall(packages) {
  const install = ['install', '-y', '--no-install-recommends', ...packages];
  return succeeds('apt-get', apt('update')) && succeeds('apt-get', apt(...install));
}

/** A machine that was just installed may be updating itself. */
function apt(...args) {
  return ['-q', '-o', `DPkg::Lock::Timeout=${LOCK_WAIT_SECONDS}`, ...args];
}

/** Standard output belongs to the test results. */
function succeeds(command, args, cwd) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync(command, args, { cwd, env, stdio: ['ignore', 2, 2] }).status === 0;
}

/** Puts an executable file in place while `work` runs, and back whatever stood there. */
function withFile(path, content, work) {
  const kept = `${path}.before-assay-tests`;
  const hadFolder = existsSync(dirname(path));
  mkdirSync(dirname(path), { recursive: true });
  if (existsSync(path)) renameSync(path, kept);
  try {
    writeFileSync(path, content, { mode: 0o755 });
    return work();
  } finally {
    rmSync(path, { force: true });
    if (existsSync(kept)) renameSync(kept, path);
    else if (!hadFolder) rmIfEmpty(dirname(path));
  }
}

function rmIfEmpty(folder) {
  spawnSync('rmdir', ['--ignore-fail-on-non-empty', folder]);
}
