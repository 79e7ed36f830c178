/** The real registry after one event of every kind: what rules may name, with the labels and values there are. */

import { Registry } from 'prom-client';

import { outcomeOfAnswer } from '../../src/adapters/twilio/outcomes.js';
import { ERROR_CODES } from '../../src/app/errors.js';
import type { ServiceEvents } from '../../src/app/ports/service-events.js';
import type { SmsOutcome } from '../../src/app/ports/sms-sender.js';
import { CHANNELS } from '../../src/domain/challenge.js';
import { RECEIPT_STATUSES, UNDELIVERED_REASONS } from '../../src/domain/delivery.js';
import { SEND_LIMITS } from '../../src/domain/send-limit.js';
import { metricEvents, tellCeiling } from '../../src/telemetry/metrics.js';
import { seriesOf, type Sample } from './metrics-text.js';

const RANGE = { country: 'GB', prefix: '+447700' };

export async function drivenSamples(): Promise<readonly Sample[]> {
  const registry = new Registry();
  const events = metricEvents(registry);
  tellCeiling(registry, { servicePerDay: 50_000 });
  driveSignIns(events);
  driveSends(events);
  driveParts(events);
  return seriesOf(await registry.metrics());
}

function driveSignIns(events: ServiceEvents): void {
  const told = { durationMs: 1, requestId: 'r', clientId: 'c' };
  for (const result of [...ERROR_CODES, 'approved' as const]) {
    events.signIn({ step: 'verify', result, ...told });
  }
  events.credentialRefused('r');
  for (const channel of CHANNELS) {
    for (const proven of [true, false]) {
      events.codeSent({ companyId: 'acme', proven, channel, range: RANGE });
      events.codeVerified({ companyId: 'acme', proven, channel });
    }
    events.numberProven({ companyId: 'acme', channel, ...RANGE });
  }
}

function driveSends(events: ServiceEvents): void {
  const outcomes: readonly SmsOutcome[] = [
    { kind: 'accepted', providerId: 'SM' },
    { kind: 'unknown' },
    outcomeOfAnswer(401, 20003),
    outcomeOfAnswer(429, 63038),
    outcomeOfAnswer(503, null),
  ];
  for (const outcome of outcomes) events.smsSent(outcome, { country: 'GB', channel: 'sms' }, 1);
  for (const status of RECEIPT_STATUSES) {
    for (const reason of UNDELIVERED_REASONS) {
      for (const providerCode of [30007, 30034]) {
        events.delivered({ status, reason, country: 'GB', channel: 'sms', providerCode });
      }
    }
  }
  events.callbackRefused('r');
  events.prefixStopped(RANGE);
  for (const limit of SEND_LIMITS) events.sendLimited(limit);
  events.companyNearLimit('acme');
}

function driveParts(events: ServiceEvents): void {
  for (const what of ['settle_send', 'settle_message', 'audit_refusal', 'audit_portal'] as const) {
    events.deferred(what);
  }
  events.storeFault({ part: 'redis', reason: 'timeout', place: 'request', requestId: null });
  events.dependency('redis', 'down');
  events.clockSkew('redis', 1);
  events.partLatency('redis', 1);
  events.redisEvicts(false);
  events.sendsPaused(false);
  events.keyAges({ signingKeyMs: 1, credentialsMs: 1 });
  events.bug('process', { errorName: 'Error', frames: [] });
}
