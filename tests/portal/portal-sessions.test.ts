/** From a login service's call to a session in a browser, and everything that ends it (R080, R085, R091). */

import { randomUUID } from 'node:crypto';

import type { Scope } from '../../src/app/ports/client-store.js';
import { RefusalError } from '../../src/app/errors.js';
import type { EnteredPortal } from '../../src/app/ports/portal-session-store.js';
import { portalCall } from '../../src/app/portal/portal-call.js';
import { requireProven } from '../../src/app/portal/require-proven.js';
import type { ChallengeId } from '../../src/domain/ids.js';
import { OPERATOR } from '../../src/app/use-cases.js';
import { inProcessHere } from '../support/in-process.js';
import type { Answer, LoginService } from '../support/login-service.js';

const assay = inProcessHere();

const PATH = '/v1/portal-sessions';
type Role = 'employee' | 'support' | 'admin';
const ROLES: readonly Role[] = ['employee', 'support', 'admin'];
const correlationId = 'tests';

function mint(login: LoginService, body: Readonly<Record<string, unknown>>): Promise<Answer> {
  const reason = body['role'] === 'support' ? { reason: 'ticket 7' } : {};
  return login.call(PATH, { body: { ...reason, ...body } });
}

const linkOf = ({ body }: Answer): string => /[^/]+$/.exec(String(body['url']))?.[0] ?? '';

async function enter(login: LoginService, person: object): Promise<EnteredPortal> {
  const link = linkOf(await mint(login, { ...person }));
  const entered = await assay().parts.portal.enter({ link, formerId: null, correlationId });
  if (!entered) throw new Error('not entered');
  return entered;
}

/** Of a company of their own, whose policy is off. */
async function person(role: Role) {
  const companyId = `c-${randomUUID()}`;
  const body = { displayName: 'Acme', defaultCountry: 'GB' };
  await assay().login.call(`/v1/companies/${companyId}`, { method: 'PUT', body });
  return { companyId, userId: `u-${role}`, role };
}

async function audited(companyId: string): Promise<[unknown, unknown][]> {
  const { body } = await assay().login.call(`/v1/companies/${companyId}/audit-events`);
  const items = body['items'] as { kind: string; facts: object }[];
  return items.map(({ kind, facts }) => [kind, facts]);
}

it('is a link below PUBLIC_URL that lives five minutes and tells nothing of the person', async () => {
  const who = await person('employee');
  const answer = await mint(assay().login, who);
  expect(answer.status).toBe(201);
  const { pathname, search } = new URL(String(answer.body['url']));
  expect(pathname).toMatch(/^\/portal\/[0-9a-f]{3}[A-Za-z0-9_-]{43}$/);
  expect(search).toBe('');
  const { parts } = assay();
  expect(await parts.portal.readLink(linkOf(answer))).toMatchObject({ ...who, reason: null });
});

it('R085: is entered once, also by two browsers at the same time', async () => {
  const link = linkOf(await mint(assay().login, await person('employee')));
  const { portal } = assay().parts;
  const attempt = () => portal.enter({ link, formerId: null, correlationId });
  const entered = await Promise.all(Array.from({ length: 20 }, attempt));
  expect(entered.filter((each) => each !== undefined)).toHaveLength(1);
  expect(await attempt()).toBeUndefined();
});

it('R085: never goes on under an id the browser had before, and ends what it had', async () => {
  const { portal } = assay().parts;
  const before = await enter(assay().login, await person('employee'));
  const link = linkOf(await mint(assay().login, await person('employee')));
  const after = await portal.enter({ link, formerId: before.id, correlationId });
  expect(after?.id).not.toBe(before.id);
  expect(after?.id).not.toBe(link);
  expect(await portal.read(before.id)).toBeUndefined();
  expect((await portal.read(after?.id ?? ''))?.session).toEqual(after?.session);
});

it('R085: is over on the server at logout', async () => {
  const { portal } = assay().parts;
  const { id } = await enter(assay().login, await person('employee'));
  await portal.leave(id, correlationId);
  expect(await portal.read(id)).toBeUndefined();
});

it('R085: ends at once in every role when the login service says so', async () => {
  const { portal } = assay().parts;
  const who = await person('admin');
  const session = await enter(assay().login, who);
  const link = linkOf(await mint(assay().login, { ...who, role: 'employee' }));
  const query = `${PATH}?companyId=${who.companyId}&userId=${who.userId}`;
  expect((await assay().login.call(query, { method: 'DELETE' })).status).toBe(204);
  expect(await portal.read(session.id)).toBeUndefined();
  expect(await portal.readLink(link)).toBeUndefined();
  expect((await assay().login.call(query, { method: 'DELETE' })).status).toBe(204);
});

it('R075: opens each role with the scope of that role and no other', async () => {
  const { companyId } = await person('employee');
  for (const allowed of ROLES) {
    const login = await assay().newClient([`portal:${allowed}`]);
    for (const role of ROLES) {
      const answer = await mint(login, { companyId, userId: 'u-1', role });
      expect([role, answer.status]).toEqual([role, role === allowed ? 201 : 403]);
      if (role !== allowed) expect(answer.body['requiredScope']).toBe(`portal:${role}`);
    }
  }
});

it('R075: ends every role with portal:admin, and with the others their own alone', async () => {
  const { companyId } = await person('employee');
  for (const allowed of ROLES) {
    const login = await assay().newClient([`portal:${allowed}`]);
    for (const role of [...ROLES, undefined]) {
      const query = `${PATH}?companyId=${companyId}&userId=u-1${role ? `&role=${role}` : ''}`;
      const isAllowed = allowed === 'admin' || role === allowed;
      const { status } = await login.call(query, { method: 'DELETE' });
      expect([allowed, role, status]).toEqual([allowed, role, isAllowed ? 204 : 403]);
    }
  }
});

it('R076: tells a foreign company and one that does not exist apart in nothing', async () => {
  const { companyId } = await person('employee');
  const scopes: Scope[] = ['portal:employee', 'portal:support', 'portal:admin'];
  const login = await assay().newClient(scopes, ['another']);
  for (const role of ROLES) {
    const told = [];
    for (const id of [companyId, 'nonexistent']) {
      const opened = await mint(login, { companyId: id, userId: 'u-1', role });
      const query = `${PATH}?companyId=${id}&userId=u-1&role=${role}`;
      const ended = await login.call(query, { method: 'DELETE' });
      told.push([opened, ended].map(({ status, body }) => [status, body['code'], body['title']]));
    }
    expect(told[0]).toEqual(told[1]);
    expect(told[0]?.[0]?.[0]).toBe(404);
    expect(told[0]?.[1]?.[0]).toBe(404);
  }
});

it("R080: gives a call no further than the session's own company, and no credential", async () => {
  const who = await person('admin');
  const { id } = await enter(assay().login, who);
  const visit = await assay().parts.portal.read(id);
  if (!visit) throw new Error('not signed in');
  const call = portalCall(visit, { correlationId, deadlineMs: 1, idempotencyKey: 'form-1' });
  expect(call.client.companies).toEqual([who.companyId]);
  expect(call.actor).toEqual({ role: 'admin', id: who.userId });
  const bearer = { authorization: `Bearer ${id}` };
  const { status } = await assay().login.call('/v1/companies', { headers: bearer });
  expect(status).toBe(401);
});

it('R075: ends links and sessions with the client that vouched for them', async () => {
  const { parts } = assay();
  const login = await assay().newClient(['portal:employee']);
  const who = await person('employee');
  const session = await enter(login, who);
  const link = linkOf(await mint(login, who));
  const { clientId } = session.session;
  await parts.durable.clients.revoke(clientId, {
    ...{ kind: 'client.revoked', clientId, actor: OPERATOR, companyId: null, userId: null },
    ...{ correlationId, facts: {} },
  });
  await parts.durable.directory.refresh();
  expect(await parts.portal.read(session.id)).toBeUndefined();
  expect(await parts.pending.portalSessions.touch(session.id)).toBeUndefined();
  expect(await parts.portal.readLink(link)).toBeUndefined();
  expect(await parts.portal.enter({ link, formerId: null, correlationId })).toBeUndefined();
});

it('R091: shows support and administrators nothing before a code was entered', async () => {
  const { portal } = assay().parts;
  for (const role of ROLES) {
    const { id } = await enter(assay().login, await person(role));
    const visit = await portal.read(id);
    if (!visit) throw new Error('not signed in');
    const gate = () => requireProven(visit);
    if (role === 'employee') expect(gate).not.toThrow();
    else expect(gate).toThrow(new RefusalError('step_up_required'));
    const challengeId = 'chl_1' as ChallengeId;
    await portal.beginStepUp(id, { action: 'open_console', challengeId });
    const proven = await portal.read((await portal.approveStepUp(id, challengeId))?.id ?? '');
    if (!proven) throw new Error('not signed in');
    expect(() => requireProven(proven)).not.toThrow();
  }
});

it('R052: ends with a reset, in every role: what it opens is not for a session from before', async () => {
  const { portal } = assay().parts;
  const who = await person('admin');
  const [admin, employee] = [
    await enter(assay().login, who),
    await enter(assay().login, { ...who, role: 'employee' }),
  ];
  const path = `/v1/companies/${who.companyId}/employees/${who.userId}/reset`;
  expect((await assay().login.call(path, { body: { reason: 'stolen' } })).status).toBe(200);
  expect(await portal.read(admin.id)).toBeUndefined();
  expect(await portal.read(employee.id)).toBeUndefined();
});

it('invites an administrator who has no factor, once', async () => {
  const who = await person('admin');
  await mint(assay().login, who);
  await mint(assay().login, who);
  const path = `/v1/companies/${who.companyId}/employees/${who.userId}`;
  expect((await assay().login.call(path)).body['enrolment']).toMatchObject({ kind: 'invitation' });
  const granted = (await audited(who.companyId)).filter(([kind]) => kind === 'enrolment.granted');
  expect(granted).toEqual([['enrolment.granted', { reason: "administrator's console" }]]);
});

it('invites no employee and no supporter', async () => {
  for (const role of ['employee', 'support'] as const) {
    const who = await person(role);
    await mint(assay().login, who);
    const path = `/v1/companies/${who.companyId}/employees/${who.userId}`;
    expect((await assay().login.call(path)).status).toBe(404);
  }
});

it('needs a reason of support, and keeps it in the audit with each step', async () => {
  const who = await person('support');
  const refused = await assay().login.call(PATH, { body: who });
  expect(refused).toMatchObject({ status: 400, body: { errors: [{ pointer: '#/reason' }] } });
  const { id } = await enter(assay().login, who);
  await assay().parts.portal.leave(id, correlationId);
  const facts = { role: 'support', reason: 'ticket 7' };
  const portal = (await audited(who.companyId)).filter(([kind]) =>
    String(kind).startsWith('portal.'),
  );
  expect(portal).toEqual([
    ['portal.ended', { ...facts, cause: 'left' }],
    ['portal.entered', facts],
    ['portal.opened', facts],
  ]);
});
