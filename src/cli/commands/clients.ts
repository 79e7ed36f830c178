/** Commands about calling services and their credentials. */

import { randomBytes } from 'node:crypto';

import { z } from 'zod';

import { newCredential } from '../../app/client-directory.js';
import type { Client, Credential } from '../../app/ports/client-store.js';
import type { ClientId } from '../../domain/ids.js';
import { command, CommandError } from '../command.js';
import { clientId, companyId, expiry, list, required, scopes, type Expiry } from '../input.js';
import { operatorAudit, type Operator } from '../operator.js';
import { table } from '../table.js';

/** A credential always expires (decision 20); one year where nothing is said. */
const DEFAULT_EXPIRY: Expiry = { seconds: 365 * 86_400 };

const httpsUrl = z
  .string()
  .regex(/^https:\/\/[^\s?#]+$|^http:\/\/(localhost|127\.0\.0\.1)[:/]?\S*$/, {
    message: 'must be https addresses',
  });

const created = z
  .strictObject({
    name: required('for lists and logs').pipe(z.string().max(100)),
    scopes,
    companies: list(companyId).optional(),
    'all-companies': z.boolean().optional(),
    'return-urls': list(httpsUrl).optional(),
    'code-host': z
      .string()
      .regex(/^[a-z0-9.-]{1,253}$/, 'must be a host name')
      .optional(),
    expires: expiry.optional(),
  })
  .refine((input) => (input.companies === undefined) === (input['all-companies'] === true), {
    error: 'give either --companies or --all-companies',
    path: ['companies'],
  });

interface CreatedCredential {
  readonly clientId: ClientId;
  readonly credential: string;
  readonly expiresAt: Date;
}

const printCredential = (result: CreatedCredential) =>
  [
    `client id   ${result.clientId}`,
    `credential  ${result.credential}`,
    `expires     ${result.expiresAt.toISOString()}`,
    'The credential is not shown again.',
  ].join('\n');

export const clientsCreate = command({
  name: 'clients create',
  usage:
    '--name N --scopes a,b (--companies x,y | --all-companies) [--return-urls u,v] [--code-host h] [--expires 365d]',
  options: {
    name: { type: 'string' },
    scopes: { type: 'string' },
    companies: { type: 'string' },
    'all-companies': { type: 'boolean' },
    'return-urls': { type: 'string' },
    'code-host': { type: 'string' },
    expires: { type: 'string' },
  },
  input: created,
  run: createClient,
  print: printCredential,
});

/** Also makes the demo's client. */
export async function createClient(
  operator: Pick<Operator, 'clients'>,
  input: z.output<typeof created>,
): Promise<CreatedCredential> {
  const { now } = await operator.clients.load();
  const { credential, record } = draw(input.expires ?? DEFAULT_EXPIRY, now);
  const client = {
    clientId: `${slug(input.name)}-${randomBytes(4).toString('hex')}` as ClientId,
    name: input.name,
    scopes: input.scopes,
    companies: input.companies ?? null,
    returnUrls: input['return-urls'] ?? [],
    codeHost: input['code-host'] ?? null,
    credentials: [record],
  };
  const facts = { scopes: client.scopes, companies: client.companies, credential: record.id };
  await operator.clients.create(client, operatorAudit('client.created', client.clientId, facts));
  return { clientId: client.clientId, credential, expiresAt: record.expiresAt };
}

/** Expiry by the database's clock, which also decides when it is over. */
function draw(expires: Expiry, now: Date): { credential: string; record: Credential } {
  const expiresAt =
    'at' in expires ? expires.at : new Date(now.getTime() + expires.seconds * 1_000);
  if (expiresAt <= now) throw new CommandError('--expires lies in the past');
  const { secret: credential, hash } = newCredential();
  const id = `cred_${randomBytes(6).toString('hex')}`;
  return { credential, record: { id, hash, expiresAt } };
}

function slug(name: string): string {
  const words = name.toLowerCase().replace(/[^a-z0-9]+/g, '-');
  return words.replace(/^-+|-+$/g, '').slice(0, 40) || 'client';
}

export const clientsAddCredential = command({
  name: 'clients add-credential',
  usage: 'CLIENT_ID [--expires 365d]',
  options: { expires: { type: 'string' } },
  positionals: ['clientId'],
  input: z.strictObject({ clientId, expires: expiry.optional() }),
  async run({ clients }, { clientId: id, expires = DEFAULT_EXPIRY }): Promise<CreatedCredential> {
    const { now } = await clients.load();
    const { credential, record } = draw(expires, now);
    const audit = operatorAudit('client.credential_added', id, { credential: record.id });
    const outcome = await clients.addCredential(id, record, audit);
    if (outcome === 'not_found') throw new CommandError(`no client ${id}`);
    if (outcome === 'too_many') {
      throw new CommandError('two credentials are live already: wait until one has expired');
    }
    return { clientId: id, credential, expiresAt: record.expiresAt };
  },
  print: printCredential,
});

export const clientsRevoke = command({
  name: 'clients revoke',
  usage: 'CLIENT_ID',
  options: {},
  positionals: ['clientId'],
  input: z.strictObject({ clientId }),
  async run({ clients }, { clientId: id }) {
    const outcome = await clients.revoke(id, operatorAudit('client.revoked', id, {}));
    if (outcome === 'not_found') throw new CommandError(`no client ${id}`);
    return { clientId: id, revoked: true };
  },
  print: (result) => `${result.clientId} is revoked; every instance refuses it within 5 s`,
});

export const clientsList = command({
  name: 'clients list',
  usage: '',
  options: {},
  input: z.strictObject({}),
  run: async ({ clients }) => (await clients.load()).clients.map(shown),
  print: (rows) =>
    table(
      ['CLIENT', 'SCOPES', 'COMPANIES', 'CREDENTIALS UNTIL', 'REVOKED'],
      rows.map((row) => [
        row.clientId,
        row.scopes.join(','),
        row.companies?.join(',') ?? '(all)',
        row.credentials.map(({ expiresAt }) => expiresAt.toISOString().slice(0, 10)).join(','),
        row.revokedAt?.toISOString() ?? '',
      ]),
    ),
});

/** Without the hashes: a list is for reading. */
function shown({ credentials, ...client }: Client) {
  return { ...client, credentials: credentials.map(({ id, expiresAt }) => ({ id, expiresAt })) };
}
