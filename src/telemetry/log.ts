/** Events as log lines: one JSON object per line on standard output. */

import { MAX_SKEW_MS } from '../domain/limits.js';
import { pino, type DestinationStream, type Logger } from 'pino';

import type { Config } from '../config/config.js';
import type { ServiceEvents } from '../app/ports/service-events.js';
import { smsFacts } from './sms-facts.js';

/**
 * The second net: the typed events have no field that could hold any of these, so a line with one is a
 * bug that must not become a leak. Pino's wildcards reach one level only, hence both forms.
 */
const SENSITIVE = [
  'code',
  'phoneNumber',
  'phone',
  'to',
  'body',
  'token',
  'credential',
  'authorization',
  'password',
  'secret',
  'message',
  'err',
  'error',
];

/** A logger whose lines carry no host name. */
export function makeLogger(level: Config['logLevel'], destination: DestinationStream): Logger {
  return pino(
    {
      level,
      base: { pid: process.pid },
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      redact: { paths: SENSITIVE.flatMap((name) => [name, `*.${name}`]), censor: '[redacted]' },
    },
    destination,
  );
}

export function logEvents(logger: Logger): ServiceEvents {
  return {
    // A field called `code` is always redacted, so a problem's code goes by its own name.
    request: ({ code: problem, ...event }) =>
      logger[event.status >= 500 ? 'warn' : 'info']({ ...event, problem }, 'request'),
    signIn: (event) => logger.info(event, 'sign_in'),
    smsSent: (outcome, { country, channel }, durationMs) => {
      const level = outcome.kind === 'accepted' ? 'info' : 'warn';
      logger[level]({ ...smsFacts(outcome), country, channel, durationMs }, 'sms');
    },
    codeSent: () => undefined,
    codeVerified: () => undefined,
    numberProven: () => undefined,
    prefixStopped: ({ country, prefix }) => logger.warn({ country, prefix }, 'prefix_stopped'),
    sendLimited: (limit) => logger.warn({ limit }, 'send_limited'),
    companyNearLimit: (companyId) => logger.warn({ companyId }, 'company_near_limit'),
    deferred: (what) => logger.warn({ what }, 'deferred'),
    delivered: (event) => {
      logger[event.status === 'undelivered' ? 'warn' : 'info'](event, 'delivery');
    },
    callbackRefused: (requestId) => logger.warn({ requestId }, 'callback_refused'),
    credentialRefused: (requestId) => logger.warn({ requestId }, 'credential_refused'),
    storeFault: (event) => logger.error(event, 'store_fault'),
    dependency: (part, state) =>
      logger[state === 'up' ? 'info' : 'error']({ part, state }, 'dependency'),
    partLatency: () => undefined,
    keyAges: () => undefined,
    redisEvicts: (evicts) => {
      if (evicts) logger.error({ part: 'redis' }, 'redis_evicts');
    },
    clockSkew: (part, skewMs) => {
      if (Math.abs(skewMs) > MAX_SKEW_MS) logger.error({ part, skewMs }, 'clock_skew');
    },
    sendsPaused: (isPaused) => logger[isPaused ? 'warn' : 'info']({ isPaused }, 'sends_paused'),
    bug: (place, error, requestId) => logger.error({ place, requestId, ...error }, 'bug'),
    lifecycle: (state) => logger.info({ state }, 'lifecycle'),
  };
}
