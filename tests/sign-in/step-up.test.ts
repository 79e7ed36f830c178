/** A fresh code is good for one act of one person, once, for five minutes. */

import { openInProcess, type InProcess } from '../support/in-process.js';
import { exampleNumber } from '../support/people.js';
import { change, codeOf, enrolled, remove, stepUp, type Enrolled } from '../support/step-ups.js';

describe('a step-up', () => {
  let assay: InProcess;
  let companyId: string;
  let next = 300;
  beforeAll(async () => {
    assay = await openInProcess();
    companyId = await assay.login.company();
  }, 180_000);
  afterAll(() => assay.close());

  const somebody = (among = companyId): Promise<Enrolled> => {
    const n = next++;
    return enrolled(assay, { companyId: among, userId: `u-${n}`, phoneNumber: exampleNumber(n) });
  };
  const another = () => exampleNumber(next++);
  const run = (sql: string, values: readonly unknown[]) =>
    assay.parts.database.query(({ rows }) => rows({ name: '', text: sql }, values));
  const maskOf = async ({ userId }: Enrolled) =>
    JSON.stringify(
      (await assay.login.call(`/v1/companies/${companyId}/employees/${userId}`)).body['factor'],
    );

  async function refusesChange(person: Enrolled, token: string | null): Promise<void> {
    const to = another();
    const before = await maskOf(person);
    expect(codeOf(await change(assay.login, person, { to, token }))).toBe('403 step_up_required');
    expect(assay.textsTo(to)).toEqual([]);
    expect(await maskOf(person)).toBe(before);
  }

  it('R047: is what a change and a removal need: neither a credential nor a token of a sign-in is enough', async () => {
    const person = await somebody();
    const { id } = await assay.login.begin(companyId, person.userId);
    const { body } = await assay.login.verify(id, assay.codeFor(person.phoneNumber));
    for (const token of [null, '', 'x.y.z', String(body['token'])]) {
      await refusesChange(person, token);
    }
    const optional = await assay.login.company();
    await assay.login.call(`/v1/companies/${optional}/policy`);
    expect(codeOf(await remove(assay.login, person, String(body['token'])))).toBe(
      '409 last_factor',
    );
  });

  it('R048: of one action is none of another, of one person none of another', async () => {
    const [person, other] = [await somebody(), await somebody()];
    await refusesChange(person, await stepUp(assay, person, 'remove_phone'));
    await refusesChange(person, await stepUp(assay, person, 'view_phone'));
    await refusesChange(person, await stepUp(assay, other, 'change_phone'));
  });

  it('R048: of one company is none of another, even for the same user id', async () => {
    const second = await assay.login.company();
    const person = await somebody();
    const namesake = { companyId: second, userId: person.userId, phoneNumber: another() };
    await enrolled(assay, namesake);
    await refusesChange(person, await stepUp(assay, namesake, 'change_phone'));
  });

  it('R048: is good for the client that asked for it, and for no other', async () => {
    const person = await somebody();
    const foreign = await assay.newClient(['challenges', 'employees:manage']);
    await refusesChange(person, await stepUp(assay, person, 'change_phone', foreign));
  });

  it('R048: is no sign-in', async () => {
    const person = await somebody();
    const token = await stepUp(assay, person, 'change_phone');
    const [header = ''] = token.split('.');
    expect(JSON.parse(Buffer.from(header, 'base64url').toString())).toMatchObject({
      typ: 'assay-step-up+jwt',
    });
  });

  it('R048: is used up by the act, and not by one that is refused', async () => {
    const person = await somebody();
    const token = await stepUp(assay, person, 'change_phone');
    expect(codeOf(await change(assay.login, person, { to: '+15005550001', token }))).toBe(
      '422 phone_not_reachable',
    );
    const to = another();
    expect(codeOf(await change(assay.login, person, { to, token }))).toBe('201 pending');
    await refusesChange(person, token);
  });

  it('R048: lets one of twenty parallel acts through', async () => {
    const person = await somebody();
    const token = await stepUp(assay, person, 'change_phone');
    const numbers = Array.from({ length: 20 }, another);
    const answers = await Promise.all(
      numbers.map((to) => change(assay.login, person, { to, token })),
    );
    const codes = answers.map(codeOf);
    expect(codes.filter((code) => code === '201 pending')).toHaveLength(1);
    expect(numbers.filter((to) => assay.textsTo(to).length > 0)).toHaveLength(1);
    const used = await run(
      'SELECT 1 FROM step_up_uses u JOIN attempts a ON a.id = u.challenge_id WHERE a.user_id = $1',
      [person.userId],
    );
    expect(used).toHaveLength(1);
  });

  it('R048: is over five minutes after its approval', async () => {
    const person = await somebody();
    const token = await stepUp(assay, person, 'change_phone');
    await run(
      `UPDATE attempts SET created_at = created_at - interval '301 seconds'
        WHERE user_id = $1 AND action = 'change_phone'`,
      [person.userId],
    );
    await refusesChange(person, token);
  });

  it('answers the same to the same request, and uses nothing twice', async () => {
    const person = await somebody();
    const token = await stepUp(assay, person, 'change_phone');
    const request = { to: another(), token, key: 'the-same-act' };
    const first = await change(assay.login, person, request);
    const again = await change(assay.login, person, request);
    expect([again.status, again.body['id']]).toEqual([201, first.body['id']]);
    expect(assay.textsTo(request.to)).toHaveLength(1);
    const reused = await change(assay.login, person, { ...request, to: another() });
    expect(codeOf(reused)).toBe('422 idempotency_key_reused');
  });
});
