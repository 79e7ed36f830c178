/** Tells one event to several listeners; none of them can disturb the caller or another one. */

import type { ServiceEvents } from '../app/ports/service-events.js';

export function fanOut(...listeners: readonly ServiceEvents[]): ServiceEvents {
  const tell = (each: (listener: ServiceEvents) => void) => {
    for (const listener of listeners) {
      try {
        each(listener);
      } catch {
        // A log or metric that fails must never fail a sign-in; there is nowhere left to tell it.
      }
    }
  };
  return {
    request: (event) => tell((to) => to.request(event)),
    signIn: (event) => tell((to) => to.signIn(event)),
    smsSent: (outcome, where, ms) => tell((to) => to.smsSent(outcome, where, ms)),
    codeSent: (code) => tell((to) => to.codeSent(code)),
    codeVerified: (code) => tell((to) => to.codeVerified(code)),
    numberProven: (number) => tell((to) => to.numberProven(number)),
    prefixStopped: (range) => tell((to) => to.prefixStopped(range)),
    sendLimited: (limit) => tell((to) => to.sendLimited(limit)),
    companyNearLimit: (companyId) => tell((to) => to.companyNearLimit(companyId)),
    deferred: (what) => tell((to) => to.deferred(what)),
    delivered: (event) => tell((to) => to.delivered(event)),
    callbackRefused: (requestId) => tell((to) => to.callbackRefused(requestId)),
    credentialRefused: (requestId) => tell((to) => to.credentialRefused(requestId)),
    storeFault: (event) => tell((to) => to.storeFault(event)),
    dependency: (part, state) => tell((to) => to.dependency(part, state)),
    partLatency: (part, latencyMs) => tell((to) => to.partLatency(part, latencyMs)),
    keyAges: (ages) => tell((to) => to.keyAges(ages)),
    redisEvicts: (evicts) => tell((to) => to.redisEvicts(evicts)),
    clockSkew: (part, skewMs) => tell((to) => to.clockSkew(part, skewMs)),
    sendsPaused: (isPaused) => tell((to) => to.sendsPaused(isPaused)),
    bug: (place, error, requestId) => tell((to) => to.bug(place, error, requestId)),
    lifecycle: (state) => tell((to) => to.lifecycle(state)),
  };
}
