/** What a command tells the person at the terminal of what happens meanwhile. */

import type { ServiceEvents } from '../app/ports/service-events.js';

const silent = () => undefined;

/** Only what went wrong beside the command's own result. */
export function commandEvents(write: (line: string) => void): ServiceEvents {
  return {
    request: silent,
    signIn: silent,
    credentialRefused: silent,
    dependency: silent,
    clockSkew: silent,
    partLatency: silent,
    keyAges: silent,
    redisEvicts: silent,
    sendsPaused: silent,
    lifecycle: silent,
    smsSent: silent,
    delivered: silent,
    callbackRefused: silent,
    codeSent: silent,
    codeVerified: silent,
    numberProven: silent,
    prefixStopped: silent,
    sendLimited: silent,
    companyNearLimit: silent,
    deferred: (what) => write(`could not finish: ${what}`),
    storeFault: ({ part, reason }) => write(`${part} does not answer (${reason})`),
    bug: (_place, { errorName }) => write(`unexpected ${errorName}`),
  };
}
