/** Which user PostgreSQL runs as: it refuses to be root. */

import { readFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';

/** In the order of preference; initdb needs a user that has an entry in the list of users. */
const PREFERRED = ['postgres', 'nobody', 'daemon'];

/** Spawn options for running as somebody who is not root; empty where this process is not root itself. */
export function unprivilegedUser() {
  if (process.getuid?.() !== 0) return {};
  const users = readUsers();
  const named = PREFERRED.flatMap((name) => users.filter((user) => user.name === name));
  const [chosen] = [...named, ...users].filter(({ uid, gid }) => uid > 0 && gid > 0);
  if (!chosen)
    throw new Error('PostgreSQL refuses to run as root and there is no other user here.');
  return { uid: chosen.uid, gid: chosen.gid };
}

/** The first of the folders that this user can work below. */
export function reachableFolder(folders, user) {
  const found = folders.find(
    (cwd) => spawnSync('/bin/sh', ['-c', ':'], { ...user, cwd }).status === 0,
  );
  if (!found) throw new Error(`No temporary folder can be reached: tried ${folders.join(', ')}.`);
  return found;
}

/** name:password:uid:gid:... (passwd(5)). */
function readUsers() {
  return readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .map(([name, , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }));
}
