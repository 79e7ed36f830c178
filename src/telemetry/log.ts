/** Events as log lines: one JSON object per line on standard output. */

import { pino, type DestinationStream, type Logger } from 'pino';

import type { Config } from '../config/config.js';
import type { ServiceEvents } from '../app/ports/service-events.js';
import { smsFacts } from './sms-facts.js';
import { shapeOf } from './stack.js';

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

/** A logger whose lines carry no host name and no process-wide secrets. `destination` defaults to standard output. */
export function makeLogger(level: Config['logLevel'], destination?: DestinationStream): Logger {
  return pino(
    {
      level,
      base: { pid: process.pid },
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      redact: { paths: SENSITIVE.flatMap((name) => [name, `*.${name}`]), censor: '[redacted]' },
    },
    // Asynchronous, so that a slow reader of the log never holds a sign-in up.
    destination ?? pino.destination({ fd: 1, sync: false }),
  );
}

/** Writes what is buffered; for the moment before the process ends. */
export function flushLog(logger: Logger): void {
  try {
    logger.flush();
  } catch {
    // Nothing is left that could be told, and nobody to tell it.
  }
}

export function logEvents(logger: Logger): ServiceEvents {
  return {
    request: (event) => logger[event.status >= 500 ? 'warn' : 'info'](event, 'request'),
    signIn: (event) => logger.info(event, 'sign_in'),
    challengeStarted: (result) => logger.debug({ result }, 'challenge_started'),
    attempted: (result) => logger.debug({ result }, 'attempted'),
    smsSent: (outcome, country, durationMs) => {
      const level = outcome.kind === 'accepted' ? 'info' : 'warn';
      logger[level]({ ...smsFacts(outcome), country, durationMs }, 'sms');
    },
    sendLimited: (limit) => logger.warn({ limit }, 'send_limited'),
    deferred: (what) => logger.warn({ what }, 'deferred'),
    credentialRefused: (reason) => logger.warn({ reason }, 'credential_refused'),
    storeFault: (event) => logger.error(event, 'store_fault'),
    dependency: (part, state) =>
      logger[state === 'up' ? 'info' : 'error']({ part, state }, 'dependency'),
    clockSkew: (part, skewMs) => {
      if (Math.abs(skewMs) > MAX_SKEW_MS) logger.error({ part, skewMs }, 'clock_skew');
    },
    bug: (place, error, requestId) => logger.error({ place, requestId, ...shapeOf(error) }, 'bug'),
    lifecycle: (state) => logger.info({ state }, 'lifecycle'),
  };
}

/** Above this, clocks are an alarm (R116). Five seconds. */
export const MAX_SKEW_MS = 5_000;
