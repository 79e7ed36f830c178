/** Sign-ins over every slot of a Redis Cluster. */

import { answered } from '../support/login-service.js';
import { openEstate } from '../support/estate.js';
import { exampleNumber, otherCode } from '../support/people.js';
import { startRedisCluster } from '../support/redis.js';

describe('two instances on a Redis Cluster of three masters', () => {
  it('serve sign-ins of many people from any slot', async () => {
    const cluster = await startRedisCluster();
    const estate = await openEstate({ instances: 2, settings: { REDIS_URL: cluster.url } });
    try {
      const { login, codeFor } = estate;
      const companyId = await login.company();
      for (let n = 0; n < 12; n += 1) {
        const person = { userId: `user-${String(n)}`, phoneNumber: exampleNumber(n) };
        expect(await login.enrol(companyId, person, codeFor)).toMatchObject({ status: 200 });
        const started = await login.begin(companyId, person.userId);
        const code = codeFor(person.phoneNumber);
        expect(await answered(() => login.verify(started.id, otherCode(code)))).toMatchObject({
          status: 422,
        });
        expect(await answered(() => login.verify(started.id, code))).toMatchObject({ status: 200 });
        expect(await answered(() => login.verify(started.id, code))).toMatchObject({ status: 409 });
      }
    } finally {
      await estate.close();
      await cluster.stop();
    }
  }, 300_000);
});
