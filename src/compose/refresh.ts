/** What this process keeps in memory of the database, loaded anew every two seconds (decision 28). */

import { eraseAfterOff, type EraseRule } from '../adapters/postgres/erase-after-off.js';
import { forgetContexts } from '../adapters/postgres/forget-contexts.js';
import { purgePendingFactors } from '../adapters/postgres/pending-factors.js';
import { StoreUnavailableError } from '../app/errors.js';
import type { Place, ServiceEvents } from '../app/ports/service-events.js';
import { shapeOf } from '../telemetry/error-shape.js';
import type { Parts } from './parts.js';
import { makePartWatch } from './probes.js';
import { repeat } from './repeat.js';

const REFRESH_MS = 2_000;
/** Also how long a lost part goes unnoticed when nobody calls. */
const WATCH_MS = 5_000;
/** How late whatever has had its time may go; a run that finds nothing is three index look-ups. */
const PURGE_MS = 5 * 60_000;

/** Loads everything once; rejects when the database does not answer. */
export async function refreshOnce({ durable }: Pick<Parts, 'durable'>): Promise<void> {
  const { directory, signingKeys, sendSwitch } = durable;
  await Promise.all([directory.refresh(), signingKeys.refresh(), sendSwitch.refresh()]);
}

/** Answers how to stop it. */
export function keepFresh(
  parts: Parts,
  events: ServiceEvents,
  eraseRule: EraseRule,
): () => Promise<void> {
  const { database } = parts;
  const { directory, sendSwitch } = parts.durable;
  const telling = (place: Place) => (error: unknown) => tell(events, place, error);
  const loops = [
    repeat(REFRESH_MS, () => directory.refresh(), telling('refresh_clients')),
    repeat(REFRESH_MS, makeKeyWatch(parts.durable, events), telling('refresh_keys')),
    repeat(REFRESH_MS, makePauseWatch(sendSwitch, events), telling('refresh_pause')),
    repeat(WATCH_MS, makePartWatch(parts, events), telling('probe')),
    repeat(PURGE_MS, () => purgePendingFactors(database), telling('purge')),
    repeat(PURGE_MS, () => forgetContexts(database), telling('purge')),
    repeat(PURGE_MS, () => eraseAfterOff(database, eraseRule), telling('erase')),
  ];
  return async () => {
    await Promise.all(loops.map((loop) => loop.stop()));
  };
}

/** Tells at once how old the keys are that were loaded, and then at every look. */
function makeKeyWatch(
  { directory, signingKeys }: Pick<Parts['durable'], 'directory' | 'signingKeys'>,
  events: Pick<ServiceEvents, 'keyAges'>,
): () => Promise<void> {
  const tellAges = () => {
    events.keyAges({ signingKeyMs: signingKeys.ageMs(), credentialsMs: directory.lifeLeftMs() });
  };
  tellAges();
  return async () => {
    await signingKeys.refresh();
    tellAges();
  };
}

/** Tells at once how it was loaded, and from then on when the operator changes it. */
function makePauseWatch(
  sendSwitch: Parts['durable']['sendSwitch'],
  events: Pick<ServiceEvents, 'sendsPaused'>,
): () => Promise<void> {
  let told: boolean | undefined;
  const tellChange = () => {
    const isPaused = sendSwitch.pause !== null;
    if (isPaused !== told) events.sendsPaused((told = isPaused));
  };
  tellChange();
  return async () => {
    await sendSwitch.refresh();
    tellChange();
  };
}

/** An outage is told as one, anything else as the bug it is. */
export function tell(events: ServiceEvents, place: Place, error: unknown): void {
  if (error instanceof StoreUnavailableError) {
    events.storeFault({ part: error.part, reason: error.reason, place, requestId: null });
  } else {
    events.bug(place, shapeOf(error));
  }
}
