/** What must hold between settings, everywhere: each rule names the setting at fault, never its value. */

import { MasterKeyError, parseMasterKeys } from '../domain/master-key.js';
import type { Values } from './env.js';
import { checkSendLimits } from './send-limits.js';
import type { Problem } from './sources.js';
import { isLoopback } from './values.js';

export function checkRules(values: Values): Problem[] {
  return [
    ...checkKeys(values),
    ...checkTwilio(values),
    ...checkTwilioUrl(values),
    ...checkCalls(values),
    ...checkListeners(values),
    ...checkSendLimits(values),
  ];
}

function* checkKeys({ ASSAY_MASTER_KEY: keys, DATABASE_URL }: Values): Generator<Problem> {
  const setting = 'ASSAY_MASTER_KEY';
  if (keys === undefined) {
    if (DATABASE_URL !== undefined) yield { setting, detail: 'is needed with DATABASE_URL' };
    return;
  }
  try {
    parseMasterKeys(keys);
  } catch (error) {
    if (!(error instanceof MasterKeyError)) throw error;
    yield { setting, detail: error.problem };
  }
}

function* checkTwilio(values: Values): Generator<Problem> {
  const given = Object.entries(values).some(
    ([name, value]) => name.startsWith('TWILIO_') && value !== undefined,
  );
  if (!given) return;
  const needs = 'is needed with the other TWILIO_ settings';
  if (values.TWILIO_ACCOUNT_SID === undefined)
    yield { setting: 'TWILIO_ACCOUNT_SID', detail: needs };
  if (values.TWILIO_AUTH_TOKEN === undefined) yield { setting: 'TWILIO_AUTH_TOKEN', detail: needs };
  if ((values.TWILIO_API_KEY_SID === undefined) !== (values.TWILIO_API_KEY_SECRET === undefined)) {
    yield {
      setting: 'TWILIO_API_KEY_SID',
      detail: 'goes together with TWILIO_API_KEY_SECRET: give both or neither',
    };
  }
  const senders = [values.TWILIO_MESSAGING_SERVICE_SID, values.TWILIO_FROM];
  if (senders.filter((sender) => sender !== undefined).length !== 1) {
    yield {
      setting: 'TWILIO_MESSAGING_SERVICE_SID',
      detail: 'exactly one of it and TWILIO_FROM is needed',
    };
  }
  if (
    values.TWILIO_API_KEY_SECRET !== undefined &&
    values.TWILIO_AUTH_TOKEN?.includes(values.TWILIO_API_KEY_SECRET)
  ) {
    yield { setting: 'TWILIO_API_KEY_SECRET', detail: 'is equal to TWILIO_AUTH_TOKEN' };
  }
}

/** What has to be known of a code's life before it is worth ringing somebody. Seconds. */
const CALL_MIN_CODE_TTL = 120;

function* checkCalls(values: Values): Generator<Problem> {
  const { TWILIO_ACCOUNT_SID, TWILIO_CALL_FROM, CALL_COUNTRIES, DEFAULT_COUNTRIES } = values;
  const setting = 'CALL_COUNTRIES';
  const beyond = CALL_COUNTRIES?.some((country) => DEFAULT_COUNTRIES?.includes(country) === false);
  if (beyond) yield { setting, detail: 'names a country that is not among DEFAULT_COUNTRIES' };
  const isCalling = TWILIO_CALL_FROM !== undefined;
  if (CALL_COUNTRIES !== undefined && TWILIO_ACCOUNT_SID !== undefined && !isCalling) {
    yield { setting, detail: 'means nothing without TWILIO_CALL_FROM' };
  }
  const { CODE_TTL_SECONDS = CALL_MIN_CODE_TTL } = values;
  if (isCalling && CODE_TTL_SECONDS < CALL_MIN_CODE_TTL) {
    yield { setting: 'CODE_TTL_SECONDS', detail: 'is too short to be called with: 120 at least' };
  }
}

/** Credentials and codes go to this address: only Twilio itself, or a stand-in on this machine. */
function* checkTwilioUrl({ TWILIO_API_URL: text }: Values): Generator<Problem> {
  if (text === undefined) return;
  const { protocol, hostname } = new URL(text);
  const isTwilio = hostname === 'twilio.com' || hostname.endsWith('.twilio.com');
  if ((isTwilio && protocol === 'https:') || isLoopback(hostname)) return;
  yield { setting: 'TWILIO_API_URL', detail: 'is neither https://….twilio.com nor on loopback' };
}

function* checkListeners(values: Values): Generator<Problem> {
  const { PORT = 8080, INTERNAL_PORT = 8081 } = values;
  if (PORT === INTERNAL_PORT && PORT !== 0) {
    yield { setting: 'INTERNAL_PORT', detail: 'is equal to PORT' };
  }
  const isEmbedded = values.DATABASE_URL === undefined || values.REDIS_URL === undefined;
  if ((values.WORKERS ?? 1) > 1 && isEmbedded) {
    yield { setting: 'WORKERS', detail: 'more than 1 needs DATABASE_URL and REDIS_URL' };
  }
}
