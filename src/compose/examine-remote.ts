/** Looks at what lies beyond the stores: Twilio's credentials, and the public address. */

import type { Config } from '../config/config.js';
import type { LoadedConfig } from '../config/load.js';
import type { Look } from './look.js';

const TIMEOUT_MS = 5_000;

/** Reads the account, which sends nothing and costs nothing. */
export async function examineTwilio({ config, secrets }: LoadedConfig): Promise<Look> {
  const { twilio } = config;
  if (twilio === null) return { state: 'ok', detail: 'none: messages stay in the outbox' };
  const user = twilio.apiKeySid ?? twilio.accountSid;
  const password = secrets.twilioApiKeySecret ?? secrets.twilioAuthToken ?? '';
  const url = `${twilio.apiUrl}/2010-04-01/Accounts/${twilio.accountSid}.json`;
  const authorization = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
  const status = await statusOf(url, { authorization });
  return judge(status, twilio.apiKeySid !== null);
}

function judge(status: number | null, isApiKey: boolean): Look {
  if (status === null) return { state: 'broken', detail: 'cannot be reached' };
  if (status === 200) return { state: 'ok', detail: 'the account answers' };
  // Standard API keys may send and may not read the account.
  if (status === 403 && isApiKey) {
    return { state: 'ok', detail: 'reached; the API key may not read the account' };
  }
  const isRefused = status === 401 || status === 404;
  const detail = isRefused ? 'refuses these credentials' : `answers with ${status}`;
  return { state: 'broken', detail };
}

/** A service behind a proxy may not reach itself from here, so this is no more than a warning. */
export async function examinePublicUrl({ listen }: Config): Promise<Look> {
  const status = await statusOf(`${listen.publicUrl}/.well-known/jwks.json`, {});
  if (status === 200) return { state: 'ok', detail: `${listen.publicUrl} answers` };
  const what = status === null ? 'cannot be reached from here' : `answers with ${status}`;
  return { state: 'warning', detail: `${listen.publicUrl} ${what}` };
}

/** Null when there was no answer; what went wrong in detail could repeat a credential. */
async function statusOf(url: string, headers: Record<string, string>): Promise<number | null> {
  const signal = AbortSignal.timeout(TIMEOUT_MS);
  try {
    const answer = await fetch(url, { headers, signal, redirect: 'manual' });
    await answer.body?.cancel();
    return answer.status;
  } catch {
    return null;
  }
}
