/** The internal listener answers probes by what they ask, and shows no more than each part's state. */

import type { DependencyReport, Health } from '../../src/http/health.js';
import { makeInternalApp } from '../../src/http/internal-app.js';
import { listen } from '../../src/http/listen.js';
import { sendPlain, type Answer } from '../support/http.js';
import { OPENAPI_TEXT } from '../support/openapi.js';

const UP: DependencyReport = {
  ...{ part: 'redis', status: 'up', reason: null, latencyMs: 1, clockSkewMs: 12 },
  evicts: false,
};

async function ask(health: Partial<Health>, ...paths: string[]): Promise<Answer[]> {
  const app = makeInternalApp({
    health: {
      notReadyBecause: () => null,
      dependencies: async () => [UP],
      sendsPausedSince: async () => null,
      ...health,
    },
    metrics: async () => ({ contentType: 'text/plain; version=0.0.4', text: 'assay_up 1\n' }),
    openapiText: OPENAPI_TEXT,
    clock: { monotonicMs: () => 0, after: () => undefined },
    events: {
      ...{ answered: () => undefined, bug: () => undefined },
      ...{ unavailable: () => undefined, credentialRefused: () => undefined },
      callbackRefused: () => undefined,
    },
  });
  const listener = await listen(app, { host: '127.0.0.1', port: 0 });
  try {
    return await Promise.all(paths.map((path) => sendPlain(listener.address.port, { path })));
  } finally {
    await listener.close(0);
  }
}

describe('the probes', () => {
  it('are alive and ready once started', async () => {
    const answers = await ask({}, '/health/live', '/health/ready');
    expect(answers.map(({ status, json }) => [status, json['status']])).toEqual([
      [200, 'live'],
      [200, 'ready'],
    ]);
  });

  it.each(['starting', 'migrating', 'draining'] as const)(
    'are alive and not ready while %s',
    async (reason) => {
      const answers = await ask({ notReadyBecause: () => reason }, '/health/live', '/health/ready');
      expect(answers.map(({ status }) => status)).toEqual([200, 503]);
      expect(answers[1]?.json).toEqual({ status: 'not_ready', reason });
    },
  );

  it('R120: stay alive and ready while parts are down', async () => {
    const dependencies = async () => {
      throw new Error('asked in vain');
    };
    const answers = await ask({ dependencies }, '/health/live', '/health/ready');
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
  });

  it.each([
    ['all is well', [UP], 'up'],
    ['one is down', [UP, { ...UP, status: 'down', reason: 'timeout' }], 'degraded'],
    ['clocks are 5 s apart', [{ ...UP, clockSkewMs: -5_000 }], 'up'],
    ['clocks are further apart', [{ ...UP, clockSkewMs: -5_001 }], 'degraded'],
    ['Redis may drop keys', [{ ...UP, evicts: true }], 'degraded'],
  ] as const)('R116: tell of each part when %s', async (_name, parts, status) => {
    const [answer] = await ask({ dependencies: async () => parts }, '/health/dependencies');
    expect(answer).toMatchObject({ status: 200, json: { status, parts } });
  });

  it('R031: tell since when sends are paused', async () => {
    const since = '2026-11-22T08:00:00.000Z';
    const [answer] = await ask({ sendsPausedSince: async () => since }, '/health/dependencies');
    expect(answer?.json).toMatchObject({ status: 'degraded', sendsPausedSince: since });
  });
});

describe('the internal listener', () => {
  it('has metrics and the description, and nothing of the API', async () => {
    const paths = ['/metrics', '/openapi.yaml', '/docs', '/v1/companies', '/.well-known/jwks.json'];
    const answers = await ask({}, ...paths);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 404, 404]);
    expect(answers[0]).toMatchObject({ text: 'assay_up 1\n' });
    expect(answers[0]?.headers['content-type']).toMatch(/^text\/plain/);
    expect(answers[1]?.text).toBe(OPENAPI_TEXT);
  });
});
