/** A request is answered in time and once, whatever its work waits for (R108). */

import { withinMs } from '../../src/http/deadline.js';
import { PENDING } from '../support/fake-use-cases.js';
import { startApi } from '../support/http.js';

describe('the deadline of a request', () => {
  it('R108: answers 503 in place of work that hangs, and stays silent when that ends later', async () => {
    let finish: (answer: typeof PENDING) => void = () => undefined;
    const hanging = new Promise<typeof PENDING>((resolve) => {
      finish = resolve;
    });
    const api = await startApi({ useCases: { getChallenge: () => hanging } });
    const answer = await api.send({ path: '/v1/challenges/x' });
    expect(answer).toMatchObject({ status: 503, json: { code: 'temporarily_unavailable' } });
    expect(answer.headers['retry-after']).toBe('1');
    finish(PENDING);
    await hanging;
    await api.stop();
    expect(api.events.answered).toHaveLength(1);
    expect(api.events.bugs).toEqual([]);
  });

  it('lets work that ends in time answer, and its failure be told', async () => {
    await expect(withinMs(1_000, Promise.resolve('done'))).resolves.toBe('done');
    await expect(withinMs(1_000, Promise.reject(new TypeError('x')))).rejects.toThrow(TypeError);
  });

  it('leaves a failure after the deadline to nobody', async () => {
    let fail: (error: Error) => void = () => undefined;
    const late = new Promise<never>((_resolve, reject) => {
      fail = reject;
    });
    await expect(withinMs(0, late)).rejects.toMatchObject({ code: 'temporarily_unavailable' });
    fail(new Error('late'));
    await expect(late).rejects.toThrow('late');
  });
});
