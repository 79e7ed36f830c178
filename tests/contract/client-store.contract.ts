/** What every ClientStore does, whatever it stands on. */

import { randomUUID } from 'node:crypto';
import { PostgresClientStore } from '../../src/adapters/postgres/client-store.js';
import type { Credential } from '../../src/app/ports/client-store.js';
import type { ClientId, CompanyId } from '../../src/domain/ids.js';
import type { TestDatabase } from '../support/postgres.js';
import * as data from '../support/postgres-data.js';

export function clientStoreContract(create: () => Promise<TestDatabase>): void {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await create();
  });
  afterAll(() => db.close());

  const store = () => new PostgresClientStore(db.database);
  const audit = data.auditOf('client.created');
  const credential = (expiresAt = new Date('2199-01-01T00:00:00Z')): Credential => ({
    id: randomUUID(),
    hash: randomUUID(),
    expiresAt,
  });
  const clientOf = (...credentials: Credential[]) => ({
    clientId: randomUUID() as ClientId,
    name: 'login',
    scopes: ['challenges', 'audit'] as const,
    companies: ['acme' as CompanyId],
    returnUrls: ['https://login.example/back'],
    codeHost: 'login.example',
    credentials,
  });
  const find = async (clientId: ClientId) =>
    (await store().load()).clients.find((client) => client.clientId === clientId);

  it('gives back what was created, with the credentials that are live', async () => {
    const live = credential();
    const client = clientOf(live, credential(new Date('2020-01-01T00:00:00Z')));
    await store().create(client, audit);
    const expected = {
      ...client,
      credentials: [live],
      createdAt: data.ANY_DATE,
      revokedAt: null,
    };
    expect(await find(client.clientId)).toEqual({ ...expected, scopes: data.ANY_LIST });
    expect([...((await find(client.clientId))?.scopes ?? [])].sort()).toEqual([
      'audit',
      'challenges',
    ]);
    expect((await store().load()).now).toBeInstanceOf(Date);
  });

  it('tells all companies from a list of none', async () => {
    const [everywhere, nowhere] = [
      { ...clientOf(credential()), companies: null },
      { ...clientOf(credential()), companies: [], codeHost: null },
    ];
    await store().create(everywhere, audit);
    await store().create(nowhere, audit);
    expect((await find(everywhere.clientId))?.companies).toBeNull();
    expect(await find(nowhere.clientId)).toMatchObject({ companies: [], codeHost: null });
  });

  it('R075: keeps two live credentials and no third, also when many come at once', async () => {
    const client = clientOf(credential(), credential(new Date('2020-01-01T00:00:00Z')));
    await store().create(client, audit);
    const add = () => store().addCredential(client.clientId, credential(), audit);
    const outcomes = await Promise.all([add(), add(), add()]);
    expect([...outcomes].sort()).toEqual(['added', 'too_many', 'too_many']);
    expect((await find(client.clientId))?.credentials).toHaveLength(2);
    const unknown = randomUUID() as ClientId;
    expect(await store().addCredential(unknown, credential(), audit)).toBe('not_found');
  });

  it('revokes a client for good', async () => {
    const client = clientOf(credential());
    await store().create(client, audit);
    expect(await store().revoke(client.clientId, audit)).toBe('revoked');
    const revokedAt = (await find(client.clientId))?.revokedAt;
    expect(revokedAt).toBeInstanceOf(Date);
    expect(await store().revoke(client.clientId, audit)).toBe('revoked');
    expect((await find(client.clientId))?.revokedAt).toEqual(revokedAt);
    expect(await store().addCredential(client.clientId, credential(), audit)).toBe('not_found');
    expect(await store().revoke(randomUUID() as ClientId, audit)).toBe('not_found');
  });
}
