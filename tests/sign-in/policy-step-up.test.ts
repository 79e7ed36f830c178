/** Who may make a company's two-factor policy protect less: its administrator, with a fresh code and a reason. */

import { openInProcess, type InProcess } from '../support/in-process.js';
import type { Answer } from '../support/login-service.js';
import { exampleNumber } from '../support/people.js';
import { codeOf, enrolled, proof, stepUp, type Enrolled } from '../support/step-ups.js';

interface Weakening {
  readonly actor?: string;
  readonly token: string | null;
  readonly reason?: string;
}

describe('R058: a policy is weakened', () => {
  let assay: InProcess;
  let next = 800;
  beforeAll(async () => {
    assay = await openInProcess();
  }, 180_000);
  afterAll(() => assay.close());

  const pathOf = (id: string) => `/v1/companies/${id}/policy`;
  const administrator = async (companyId: string): Promise<Enrolled> => {
    const n = next++;
    return enrolled(assay, { companyId, userId: `a-${n}`, phoneNumber: exampleNumber(n) });
  };
  /** A company, its administrator, and what they have just proven. */
  async function setUp() {
    const companyId = await assay.login.company();
    const boss = await administrator(companyId);
    return { companyId, boss, token: await stepUp(assay, boss, 'weaken_policy') };
  }
  async function weaken(
    companyId: string,
    { actor = 'admin:nobody', token, reason }: Weakening,
  ): Promise<Answer> {
    const { headers } = await assay.login.call(pathOf(companyId));
    const ifMatch = { 'if-match': headers.get('etag') ?? '', 'assay-actor': actor };
    const body = { mode: 'optional', ...(reason !== undefined && { reason }) };
    const given = { ...ifMatch, ...proof(token) };
    return assay.login.call(pathOf(companyId), { method: 'PUT', body, headers: given });
  }
  const modeOf = async (companyId: string) =>
    (await assay.login.call(pathOf(companyId))).body['mode'];

  it('by its acting administrator, with a reason, once, and the audit says what was before', async () => {
    const { companyId, boss, token } = await setUp();
    const whole = { actor: `admin:${boss.userId}`, token, reason: 'agreed' };
    expect((await weaken(companyId, whole)).status).toBe(200);
    expect(await modeOf(companyId)).toBe('optional');
    const { body } = await assay.login.call(
      `/v1/companies/${companyId}/audit-events?kind=policy.changed`,
    );
    expect(JSON.stringify(body)).toContain(`admin`);
    expect(body['items']).toContainEqual(
      expect.objectContaining({
        actor: { role: 'admin', id: boss.userId },
        facts: expect.objectContaining({
          reason: 'agreed',
          mode: '"required" -> "optional"',
          stepUp: expect.any(String),
        }),
      }),
    );
    const path = pathOf(companyId);
    const { headers } = await assay.login.call(path);
    const ifMatch = { 'if-match': headers.get('etag') ?? '', 'assay-actor': whole.actor };
    const again = await assay.login.call(path, {
      ...{ method: 'PUT', body: { mode: 'off', reason: 'more' } },
      headers: { ...ifMatch, ...proof(token) },
    });
    expect([codeOf(again), again.body['weakened']]).toEqual(['403 step_up_required', ['mode']]);
    expect(await modeOf(companyId)).toBe('optional');
  });

  it('not without each of them', async () => {
    const { companyId, boss, token } = await setUp();
    const actor = `admin:${boss.userId}`;
    const reason = 'agreed';
    const other = await administrator(companyId);
    const foreign = await setUp();
    const wrongAction = await stepUp(assay, boss, 'manage_factors');
    const refused: [Weakening, string][] = [
      [{ actor, token: null, reason }, '403 step_up_required'],
      [{ actor, token: wrongAction, reason }, '403 step_up_required'],
      [{ actor: `admin:${other.userId}`, token, reason }, '403 step_up_required'],
      [{ actor: `employee:${boss.userId}`, token, reason }, '403 step_up_required'],
      [{ actor: `support:${boss.userId}`, token, reason }, '403 step_up_required'],
      [
        { actor: `admin:${foreign.boss.userId}`, token: foreign.token, reason },
        '403 step_up_required',
      ],
      [{ actor, token }, '400 invalid_request'],
    ];
    for (const [weakening, code] of refused) {
      expect([weakening.actor, codeOf(await weaken(companyId, weakening))]).toEqual([
        weakening.actor,
        code,
      ]);
    }
    expect(await modeOf(companyId)).toBe('required');
    expect((await weaken(companyId, { actor, token, reason })).status).toBe(200);
  });

  it('once by twenty parallel requests', async () => {
    const { companyId, boss, token } = await setUp();
    const whole = { actor: `admin:${boss.userId}`, token, reason: 'agreed' };
    await Promise.all(Array.from({ length: 20 }, () => weaken(companyId, whole)));
    const path = `/v1/companies/${companyId}/audit-events?kind=policy.changed`;
    const { body } = await assay.login.call(path);
    const events = body['items'] as { facts: { weakened: readonly string[] } }[];
    expect(events.filter(({ facts }) => facts.weakened.length > 0)).toHaveLength(1);
  });
});
