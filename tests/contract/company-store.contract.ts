/** What every CompanyStore does, whatever it stands on. */

import { randomInt } from 'node:crypto';

import { PostgresAuditLog } from '../../src/adapters/postgres/audit-log.js';
import { PostgresCompanyStore } from '../../src/adapters/postgres/company-store.js';
import { CursorInvalidError } from '../../src/app/ports/page.js';
import type { CompanyId } from '../../src/domain/ids.js';
import { readLogo, type Logo, type LogoFile } from '../../src/domain/logo.js';
import { POLICY_OFF } from '../../src/domain/policy.js';
import type { TestDatabase } from '../support/postgres.js';
import * as data from '../support/postgres-data.js';
import { jpegOf, pngOf } from '../support/pictures.js';
import { newCompany } from '../support/postgres-people.js';

const plain = (bytes: Uint8Array) => new Uint8Array(bytes);

export function companyStoreContract(create: () => Promise<TestDatabase>): void {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await create();
  });
  afterAll(() => db.close());

  const store = () => new PostgresCompanyStore(db.database);
  const audit = (companyId: CompanyId) => data.auditOf('policy.changed', { companyId });
  const kindsOf = async (companyId: CompanyId) => {
    const page = { limit: 50, cursor: null };
    const filter = { userId: null, kind: null };
    const { items } = await new PostgresAuditLog(db.database).list(companyId, page, filter);
    return items.map(({ kind }) => kind);
  };

  it('creates a company with its policy off, then replaces its profile', async () => {
    const companyId = data.newCompanyId();
    const created = await store().put(companyId, data.PROFILE, audit(companyId));
    expect(created).toMatchObject({ kind: 'created', company: { companyId, ...data.PROFILE } });
    expect(await store().getPolicy(companyId)).toEqual(POLICY_OFF);
    const profile = { ...data.PROFILE, displayName: 'Acme Ltd', supportText: 'Call us' };
    expect(await store().put(companyId, profile, audit(companyId))).toMatchObject({
      kind: 'replaced',
      company: profile,
    });
    expect(await store().get(companyId)).toMatchObject({ companyId, ...profile });
    expect(await kindsOf(companyId)).toEqual(['company.changed', 'company.created']);
  });

  it('refuses an id that only looks like a known one, and writes nothing', async () => {
    const companyId = await newCompany(db.database);
    const shouted = companyId.toUpperCase() as CompanyId;
    expect(await store().put(shouted, data.PROFILE, audit(shouted))).toEqual({
      kind: 'id_conflict',
    });
    expect(await store().get(shouted)).toBeUndefined();
    expect(await kindsOf(shouted)).toEqual([]);
  });

  it('keeps a logo apart from its company, replaces it and takes it away', async () => {
    const companyId = data.newCompanyId();
    const first = readLogo(pngOf(16, randomInt(1, 1_024)))!;
    const second = readLogo(jpegOf(16, randomInt(1, 1_024)))!;
    const put = async (logo: LogoFile | Logo | null) => {
      const branding = { ...data.PROFILE.branding, logo };
      await store().put(companyId, { ...data.PROFILE, branding }, audit(companyId));
      return (await store().get(companyId))?.branding.logo;
    };
    const nameOf = ({ digest, mediaType }: LogoFile) => ({ digest, mediaType });
    expect(await put(first)).toEqual(nameOf(first));
    expect(await store().findLogo(first.digest)).toEqual({ ...first, bytes: plain(first.bytes) });
    expect(await put(nameOf(first))).toEqual(nameOf(first));
    expect(await store().findLogo(first.digest)).toBeDefined();
    expect(await put(second)).toEqual(nameOf(second));
    expect(await store().findLogo(first.digest)).toBeUndefined();
    expect(await put(null)).toBeNull();
    expect(await store().findLogo(second.digest)).toBeUndefined();
  });

  it('lists in order of id, page by page, and only what may be seen', async () => {
    const ids = await Promise.all(Array.from({ length: 5 }, () => newCompany(db.database, null)));
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page = await store().list({ limit: 2, cursor }, ids);
      expect(page.items.length).toBeLessThanOrEqual(2);
      seen.push(...page.items.map(({ companyId }) => companyId));
      cursor = page.nextCursor;
    } while (cursor !== null);
    expect(seen).toEqual([...ids].sort());
    expect((await store().list({ limit: 200, cursor: null }, [])).items).toEqual([]);
    const all = await store().list({ limit: 200, cursor: null }, null);
    expect(all.items.map(({ companyId }) => companyId)).toEqual(expect.arrayContaining(ids));
  });

  it.each(['nonsense', '!', 'eyJhIjoxfQ', Buffer.from('"a@b"').toString('base64url')])(
    'refuses the cursor %s that no page gave',
    async (cursor) => {
      await expect(store().list({ limit: 2, cursor }, null)).rejects.toThrow(CursorInvalidError);
    },
  );

  it('R061: lets exactly one of parallel writers with one version succeed', async () => {
    const companyId = await newCompany(db.database, null);
    const write = () =>
      store().putPolicy(companyId, data.policyWrite(1, data.REQUIRED), audit(companyId));
    const outcomes = await Promise.all(Array.from({ length: 8 }, write));
    expect(outcomes.filter((outcome) => outcome === 'conflict')).toHaveLength(7);
    expect(await store().getPolicy(companyId)).toMatchObject({ ...data.REQUIRED, version: 2 });
    const changes = (await kindsOf(companyId)).filter((kind) => kind === 'policy.changed');
    expect(changes).toHaveLength(1);
  });

  it('remembers when the mode last left off, and forgets it with off', async () => {
    const companyId = await newCompany(db.database);
    const first = await store().getPolicy(companyId);
    const optional = { ...data.REQUIRED, mode: 'optional', enforceFrom: null } as const;
    const second = await store().putPolicy(
      companyId,
      data.policyWrite(2, optional),
      audit(companyId),
    );
    expect(second).toMatchObject({ version: 3, switchedOnAt: first?.switchedOnAt });
    const off = { ...optional, mode: 'off' } as const;
    const third = await store().putPolicy(companyId, data.policyWrite(3, off), audit(companyId));
    expect(third).toMatchObject({ version: 4, switchedOnAt: null });
  });

  it('knows no policy of an unknown company', async () => {
    const companyId = data.newCompanyId();
    expect(await store().getPolicy(companyId)).toBeUndefined();
    expect(await store().get(companyId)).toBeUndefined();
    const written = await store().putPolicy(
      companyId,
      data.policyWrite(1, data.REQUIRED),
      audit(companyId),
    );
    expect(written).toBeUndefined();
  });

  it.each([
    ['mode', { mode: 'maybe' as 'off' }],
    ['enrolmentDays', { enrolmentDays: 0 }],
    ['methods', { methods: [] }],
    ['countries', { countries: ['Germany'] }],
    ['rememberDeviceDays', { rememberDeviceDays: 91 }],
  ])('R056: stores no garbage as %s', async (_, garbage) => {
    const companyId = await newCompany(db.database);
    const settings = { ...data.REQUIRED, ...garbage };
    await expect(
      store().putPolicy(companyId, data.policyWrite(2, settings), audit(companyId)),
    ).rejects.toMatchObject({ name: 'DatabaseError', sqlState: '23514' });
    expect(await store().getPolicy(companyId)).toMatchObject({ ...data.REQUIRED, version: 2 });
  });
}
