/** Events as Prometheus series; every label comes from a closed or bounded set (R102, R127). */

import { collectDefaultMetrics, Counter, Gauge, Histogram, type Registry } from 'prom-client';

import type { ServiceEvents } from '../app/ports/service-events.js';
import type { SendLimits } from '../domain/send-limits.js';
import { conversionSeries } from './conversion-metrics.js';
import { deliverySeries } from './delivery-metrics.js';
import { bounded } from './label.js';
import { partSeries } from './part-metrics.js';
import { smsFacts } from './sms-facts.js';

/** Seconds. The first covers the stores, the last Twilio's own deadline. */
const BUCKETS = [0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10];

/** Registers everything with `registry` and feeds it. Once per process. */
export function metricEvents(registry: Registry): ServiceEvents {
  collectDefaultMetrics({ register: registry });
  const http = httpSeries(registry);
  const signIn = signInSeries(registry);
  const sms = { ...smsSeries(registry), ...conversionSeries(registry), ...limitSeries(registry) };
  return {
    ...http,
    ...signIn,
    ...sms,
    ...deliverySeries(registry),
    ...partSeries(registry),
    lifecycle: () => undefined,
  };
}

/** What the operator lets the whole service send in a day, for alerts on what is left of it. */
export function tellCeiling(
  registry: Registry,
  { servicePerDay }: Pick<SendLimits, 'servicePerDay'>,
): void {
  new Gauge({
    name: 'assay_sends_per_day_ceiling',
    help: 'How many messages all companies together may be sent in a day.',
    aggregator: 'max',
    registers: [registry],
  }).set(servicePerDay);
}

function httpSeries(registry: Registry): Pick<ServiceEvents, 'request' | 'credentialRefused'> {
  const registers = [registry];
  const requests = new Counter({
    name: 'assay_http_requests_total',
    help: 'HTTP exchanges by operation of openapi.yaml and status.',
    labelNames: ['operation', 'method', 'status'],
    registers,
  });
  const durations = new Histogram({
    name: 'assay_http_request_duration_seconds',
    help: 'Time from the request to the end of its answer.',
    labelNames: ['operation'],
    buckets: BUCKETS,
    registers,
  });
  const refused = new Counter({
    name: 'assay_credential_refused_total',
    help: 'Calls without a valid credential.',
    registers,
  });
  const shed = new Counter({
    name: 'assay_shed_total',
    help: 'Requests that were told to come back because as much was under way as a process takes.',
    registers,
  });
  const methodLabel = bounded(12);
  const operationLabel = bounded(100);
  return {
    request: ({ method, operationId, status, durationMs, isShed }) => {
      const operation = operationLabel(operationId ?? 'none');
      requests.inc({ operation, method: methodLabel(method), status: String(status) });
      durations.observe({ operation }, durationMs / 1_000);
      if (isShed && status === 503) shed.inc();
    },
    credentialRefused: () => refused.inc(),
  };
}

function signInSeries(registry: Registry): Pick<ServiceEvents, 'signIn'> {
  const registers = [registry];
  const results = new Counter({
    name: 'assay_sign_in_total',
    help: 'Sign-in calls by step and result; a refusal counts under its code.',
    labelNames: ['step', 'result'],
    registers,
  });
  const durations = new Histogram({
    name: 'assay_sign_in_duration_seconds',
    help: 'Duration of sign-in calls, without HTTP.',
    labelNames: ['step'],
    buckets: BUCKETS,
    registers,
  });
  return {
    signIn: ({ step, result, durationMs }) => {
      results.inc({ step, result });
      durations.observe({ step }, durationMs / 1_000);
    },
  };
}

function smsSeries(registry: Registry): Pick<ServiceEvents, 'smsSent'> {
  const registers = [registry];
  const results = new Counter({
    name: 'assay_sms_total',
    help: 'Messages handed to the provider by result, reason, country and channel.',
    labelNames: ['result', 'reason', 'country', 'channel'],
    registers,
  });
  const errors = new Counter({
    name: 'assay_sms_provider_errors_total',
    help: "The provider's error codes.",
    labelNames: ['provider_code'],
    registers,
  });
  const durations = new Histogram({
    name: 'assay_sms_duration_seconds',
    help: 'Time the provider took to answer.',
    buckets: BUCKETS,
    registers,
  });
  const codeLabel = bounded(60);
  return {
    smsSent: (outcome, { country, channel }, durationMs) => {
      const { result, reason, providerCode } = smsFacts(outcome);
      results.inc({ result, reason: reason ?? 'none', country, channel });
      if (providerCode !== null) errors.inc({ provider_code: codeLabel(String(providerCode)) });
      durations.observe(durationMs / 1_000);
    },
  };
}

function limitSeries(
  registry: Registry,
): Pick<ServiceEvents, 'sendLimited' | 'companyNearLimit' | 'deferred'> {
  const registers = [registry];
  const limits = new Counter({
    name: 'assay_limited_total',
    help: 'Sends refused because a budget is used up.',
    labelNames: ['limit'],
    registers,
  });
  const limitLabel = bounded(20);
  const near = new Counter({
    name: 'assay_company_near_limit_total',
    help: 'Companies that have used seventy percent of their messages of the day.',
    labelNames: ['company'],
    registers,
  });
  const companyLabel = bounded(200);
  const deferrals = new Counter({
    name: 'assay_deferred_total',
    help: 'Steps after an answer that failed and were put off.',
    labelNames: ['what'],
    registers,
  });
  return {
    sendLimited: (limit) => limits.inc({ limit: limitLabel(limit) }),
    companyNearLimit: (companyId) => near.inc({ company: companyLabel(companyId) }),
    deferred: (what) => deferrals.inc({ what }),
  };
}
