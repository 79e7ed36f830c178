/** `assay init`: writes a settings file with fresh secrets, for its owner alone. */

import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';

import type { Invocation } from './arguments.js';
import { CommandError, UsageError } from './command.js';
import { writeResult } from './output.js';

const DEFAULT_FILE = 'assay.env';

export function init(words: readonly string[], invocation: Invocation): Promise<number> {
  const [path = DEFAULT_FILE, ...rest] = words;
  if (rest.length > 0) throw new UsageError(`init takes one file: ${rest.join(' ')}`);
  if (path.startsWith('-')) throw new UsageError(`init takes no option: ${path}`);
  write(path);
  writeResult(invocation, {
    json: JSON.stringify({ file: path }),
    text: `${path} is written. Fill in what is commented out, then: assay migrate --settings ${path}`,
  });
  return Promise.resolve(0);
}

/** An existing file may hold the only copy of a key, so it is never replaced. */
function write(path: string): void {
  try {
    writeFileSync(path, settings(), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    if (code === 'EEXIST') throw new CommandError(`${path} exists already and is left as it is`);
    throw new CommandError(`${path} cannot be written (${code})`);
  }
}

function settings(): string {
  return `# Settings of Assay; docs/settings.md explains each. The environment wins over this file.
NODE_ENV=production

# The one secret that cannot be replaced: without it no stored phone number opens. Back it up.
ASSAY_MASTER_KEY=${randomBytes(32).toString('base64')}

#PUBLIC_URL=https://assay.example.com
#DATABASE_URL=postgres://assay:PASSWORD@db.example.com:5432/assay?sslmode=verify-full
#MIGRATION_DATABASE_URL=postgres://assay_owner:PASSWORD@db.example.com:5432/assay?sslmode=verify-full
#REDIS_URL=rediss://:PASSWORD@redis.example.com:6379

#TWILIO_ACCOUNT_SID=
#TWILIO_AUTH_TOKEN=
#TWILIO_MESSAGING_SERVICE_SID=

#DEFAULT_COUNTRIES=GB
#PRIVACY_CONTACT=privacy@example.com
`;
}
