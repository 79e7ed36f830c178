/** What logs and metrics tell, and what can never stand in them. */

import { PassThrough } from 'node:stream';

import { Registry } from 'prom-client';

import type { ServiceEvents } from '../../src/app/ports/service-events.js';
import { fanOut } from '../../src/telemetry/fan-out.js';
import { bounded } from '../../src/telemetry/label.js';
import { logEvents, makeLogger } from '../../src/telemetry/log.js';
import { metricEvents, tellCeiling } from '../../src/telemetry/metrics.js';
import { shapeOf } from '../../src/telemetry/error-shape.js';

const NUMBER = '+447700900123';

function openLog(): {
  events: ServiceEvents;
  lines: () => Record<string, unknown>[];
  log: ReturnType<typeof makeLogger>;
} {
  const stream = new PassThrough();
  const log = makeLogger('trace', stream);
  const lines = () =>
    String(stream.read() ?? '')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
  return { events: logEvents(log), lines, log };
}

const WHERE = { country: 'GB', channel: 'sms' } as const;

const REQUEST = {
  requestId: 'r-1',
  operationId: 'verifyChallenge',
  method: 'POST',
  status: 422,
  code: 'code_incorrect',
  clientId: 'login',
  durationMs: 3,
  isShed: false,
} as const;

describe('log', () => {
  it('is one JSON object per line, a problem under its own name', () => {
    const { events, lines } = openLog();
    events.request(REQUEST);
    events.lifecycle('ready');
    const [request, ready] = lines();
    expect(request).toMatchObject({ level: 'info', problem: 'code_incorrect', status: 422 });
    expect(ready).toMatchObject({ msg: 'lifecycle', state: 'ready' });
  });

  it('R125: hides fields that could hold a number, code or secret, at the top and one level down', () => {
    const { log, lines } = openLog();
    const secret = { code: '123456', phoneNumber: NUMBER, token: 'eyJx', authorization: 'Basic x' };
    log.info({ ...secret, nested: secret }, 'x');
    const text = JSON.stringify(lines());
    for (const value of Object.values(secret)) expect(text).not.toContain(value);
  });

  it('R123 R125: tells class and frames of an unexpected error, not its message', () => {
    const error = new TypeError(
      `no message may show ${NUMBER}\n    at ${NUMBER} (file:///x.js:1:2)`,
    );
    const shape = shapeOf(error);
    expect(shape.errorName).toBe('TypeError');
    expect(shape.frames.length).toBeGreaterThan(0);
    expect(JSON.stringify(shape)).not.toContain(NUMBER);
  });

  it('R125: tells nothing of a thrown value that is no error, and no code that is no code', () => {
    expect(shapeOf(NUMBER)).toEqual({
      errorName: 'thrown string',
      frames: [],
      errorCode: undefined,
    });
    expect(shapeOf(Object.assign(new Error('x'), { code: NUMBER })).errorCode).toBeUndefined();
    expect(shapeOf(Object.assign(new Error('x'), { code: 'ECONNRESET' })).errorCode).toBe(
      'ECONNRESET',
    );
  });
});

describe('metrics', () => {
  it('R127: count every kind of event under assay_ names', async () => {
    const registry = new Registry();
    const events = metricEvents(registry);
    events.request(REQUEST);
    events.signIn({
      step: 'verify',
      result: 'approved',
      durationMs: 5,
      requestId: 'r',
      clientId: 'c',
    });
    events.smsSent({ kind: 'rejected', reason: 'unreachable', providerCode: 21211 }, WHERE, 80);
    const range = { country: 'GB', prefix: '+447700' };
    const code = { companyId: 'acme', channel: 'sms' } as const;
    events.codeSent({ ...code, proven: true, range });
    events.codeSent({ ...code, proven: false, range });
    events.codeSent({ ...code, proven: false, range, channel: 'call' });
    events.codeVerified({ ...code, proven: false });
    events.numberProven({ ...code, ...range });
    events.prefixStopped(range);
    events.partLatency('redis', 20);
    events.keyAges({ signingKeyMs: 86_400_000, credentialsMs: 3_600_000 });
    tellCeiling(registry, { servicePerDay: 20_000 });
    events.sendsPaused(true);
    events.sendLimited('number');
    events.storeFault({ part: 'redis', reason: 'timeout', place: 'request', requestId: null });
    events.dependency('postgres', 'down');
    events.clockSkew('redis', -6_000);
    events.bug('process', shapeOf(new Error('x')));
    const text = await registry.metrics();
    for (const line of [
      'assay_http_requests_total{operation="verifyChallenge",method="POST",status="422"} 1',
      'assay_sign_in_total{step="verify",result="approved"} 1',
      'assay_sms_total{result="rejected",reason="unreachable",country="GB",channel="sms"} 1',
      'assay_codes_sent_total{company="acme",standing="proven",channel="sms"} 1',
      'assay_codes_sent_total{company="acme",standing="unproven",channel="call"} 1',
      'assay_codes_verified_total{company="acme",standing="unproven",channel="sms"} 1',
      'assay_unproven_codes_sent_total{country="GB",prefix="+447700",channel="sms"} 1',
      'assay_unproven_codes_sent_total{country="GB",prefix="+447700",channel="call"} 1',
      'assay_unproven_codes_verified_total{country="GB",prefix="+447700",channel="sms"} 1',
      'assay_prefix_stopped_total{country="GB",prefix="+447700"} 1',
      'assay_dependency_latency_seconds{part="redis"} 0.02',
      'assay_signing_key_age_seconds 86400',
      'assay_credential_expiry_seconds 3600',
      'assay_sends_per_day_ceiling 20000',
      'assay_sends_paused 1',
      'assay_sms_provider_errors_total{provider_code="21211"} 1',
      'assay_limited_total{limit="number"} 1',
      'assay_store_faults_total{part="redis",place="request"} 1',
      'assay_dependency_up{part="postgres"} 0',
      'assay_clock_skew_seconds{part="redis"} 6',
      'assay_bugs_total{place="process"} 1',
    ]) {
      expect(text).toContain(line);
    }
  });

  it('R102: keep labels bounded and free of ids, whoever calls', async () => {
    const registry = new Registry();
    const events = metricEvents(registry);
    for (let n = 0; n < 500; n += 1) {
      events.request({
        ...REQUEST,
        operationId: `op-${n}`,
        requestId: `r-${n}`,
        clientId: `c-${n}`,
      });
      events.smsSent({ kind: 'unavailable', cause: 'server', providerCode: n }, WHERE, 1);
      const range = { country: `${n}`, prefix: `+${n}` };
      const code = { companyId: `co-${n}`, channel: n % 2 === 0 ? 'sms' : 'call' } as const;
      events.codeSent({ ...code, proven: false, range });
      events.codeVerified({ ...code, proven: false });
      events.numberProven({ ...code, ...range });
      events.prefixStopped(range);
    }
    const text = await registry.metrics();
    expect(text).not.toMatch(/r-\d|c-\d/);
    expect(text.match(/^assay_http_requests_total\{/gm)?.length).toBeLessThanOrEqual(101);
    expect(text.match(/^assay_codes_(sent|verified)_total\{/gm)?.length).toBeLessThanOrEqual(404);
    expect(text.match(/^assay_unproven_codes_sent_total\{/gm)?.length).toBeLessThanOrEqual(452);
    expect(text.match(/^assay_prefix_stopped_total\{/gm)?.length).toBeLessThanOrEqual(251);
    expect(text.match(/^assay_sms_provider_errors_total\{/gm)?.length).toBeLessThanOrEqual(61);
  });

  it('bound a label by answering "other" for new values once it is full', () => {
    const label = bounded(2);
    expect(['a', 'b', 'c', 'a'].map(label)).toEqual(['a', 'b', 'other', 'a']);
  });
});

describe('events', () => {
  it('reach every listener even when one of them throws', () => {
    const told: string[] = [];
    const { events } = openLog();
    const broken: ServiceEvents = {
      ...events,
      lifecycle: () => {
        throw new Error('disk full');
      },
    };
    const good: ServiceEvents = { ...events, lifecycle: (state) => told.push(state) };
    fanOut(broken, good).lifecycle('ready');
    expect(told).toEqual(['ready']);
  });
});
