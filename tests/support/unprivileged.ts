/** Whom servers that refuse to be root run as. */

import { readFileSync } from 'node:fs';

export interface RunAs {
  readonly uid?: number;
  readonly gid?: number;
}

/** Spawn options; empty where the tests are not root themselves. */
export function unprivileged(): RunAs {
  if (process.getuid?.() !== 0) return {};
  // name:password:uid:gid:… (passwd(5)); initdb needs a user that stands there.
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  const user = ['postgres', 'nobody', 'daemon']
    .map((name) => users.find(([known]) => known === name))
    .find((found) => found !== undefined);
  if (!user) throw new Error('no user to run servers as');
  return { uid: Number(user[2]), gid: Number(user[3]) };
}
