/** Redis forgets what it had acknowledged: a stale replica, a flush, a lost counter. */

import { answered } from '../support/login-service.js';
import { openEstate, type Estate } from '../support/estate.js';
import { exampleNumber, otherCode } from '../support/people.js';
import { cli, startRedisServer, until, type RedisServer } from '../support/redis.js';
import { runOn } from '../support/postgres.js';
import { startTcpProxy, type TcpProxy } from '../support/tcp-proxy.js';

describe('Redis losing what it had acknowledged', () => {
  let estate: Estate;
  let companyId: string;
  beforeEach(async () => {
    estate = await openEstate({ instances: 2 });
    companyId = await estate.login.company();
  }, 180_000);
  afterEach(() => estate.close());

  async function enrolled(n: number): Promise<{ userId: string; phoneNumber: string }> {
    const person = { userId: `user-${String(n)}`, phoneNumber: exampleNumber(n) };
    await estate.login.enrol(companyId, person, estate.codeFor);
    return person;
  }

  /** A replica that stopped hearing of the primary before `act`, and is then all there is. */
  async function promoteStale(act: () => Promise<void>): Promise<RedisServer> {
    const replica = await startRedisServer();
    const link: TcpProxy = await startTcpProxy(estate.redis.port);
    await cli(replica.port, 'replicaof', '127.0.0.1', String(link.port));
    await until(async () =>
      (await cli(replica.port, 'info', 'replication')).includes('master_link_status:up'),
    );
    const keys = await cli(estate.redis.port, 'dbsize');
    await until(async () => (await cli(replica.port, 'dbsize')) === keys);
    link.hang();
    await act();
    await cli(replica.port, 'replicaof', 'no', 'one');
    estate.redisProxy.retarget(replica.port);
    await link.close();
    return replica;
  }

  it('never accepts a used code again after a replica that never heard of it was promoted (R110, R072)', async () => {
    const { login, codeFor } = estate;
    const person = await enrolled(0);
    const started = await login.begin(companyId, person.userId);
    const code = codeFor(person.phoneNumber);
    const replica = await promoteStale(async () => {
      expect((await login.verify(started.id, code)).status).toBe(200);
    });
    let replay = await login.verify(started.id, code);
    while (replay.status === 503) replay = await login.verify(started.id, code);
    expect(replay).toMatchObject({ status: 409, body: { code: 'challenge_approved' } });
    await replica.stop();
  }, 180_000);

  it('never evaluates more than five guesses, nor then the right code, though tries came back (R110)', async () => {
    const { login, codeFor } = estate;
    const person = await enrolled(1);
    const started = await login.begin(companyId, person.userId);
    const code = codeFor(person.phoneNumber);
    const replica = await promoteStale(async () => {
      let told = await answered(() => login.verify(started.id, otherCode(code)));
      for (let n = 2; told.status !== 410; n += 1) {
        expect(told.status).toBe(422);
        told = await answered(() => login.verify(started.id, otherCode(code, n)));
      }
    });
    let right = await login.verify(started.id, code);
    while (right.status === 503) right = await login.verify(started.id, code);
    expect(right).toMatchObject({ status: 410, body: { code: 'max_attempts_reached' } });
    await replica.stop();
  }, 180_000);

  it('forgets challenges with FLUSHALL, but neither approvals nor locks (R020, R111)', async () => {
    const { login, codeFor } = estate;
    const person = await enrolled(2);
    const started = await login.begin(companyId, person.userId);
    const code = codeFor(person.phoneNumber);
    for (let n = 1; n <= 4; n += 1) await login.verify(started.id, otherCode(code, n));
    await runOn(
      estate.database.url,
      `UPDATE employees SET failures = 12, locked_until = now() + interval '2 minutes' WHERE company_id = '${companyId}'`,
    );
    await cli(estate.redis.port, 'flushall');
    await cli(estate.redis.port, 'script', 'flush');
    const late = await answered(() => login.verify(started.id, code));
    expect(late).toMatchObject({ status: 404 });
    expect(await answered(() => login.start(companyId, person.userId))).toMatchObject({
      status: 429,
      body: { code: 'factor_locked' },
    });
  });

  it('keeps the running lock when only the counter is lost (decision 7)', async () => {
    const { login, codeFor } = estate;
    const person = await enrolled(3);
    const started = await login.begin(companyId, person.userId);
    await runOn(
      estate.database.url,
      `UPDATE employees SET failures = 10, locked_until = now() + interval '2 minutes' WHERE company_id = '${companyId}'`,
    );
    const counters = (await cli(estate.redis.port, 'keys', '*:u:*')).split('\n');
    await cli(estate.redis.port, 'del', ...counters);
    const code = codeFor(person.phoneNumber);
    expect(await answered(() => login.verify(started.id, code))).toMatchObject({
      status: 429,
      body: { code: 'factor_locked' },
    });
  });
});
