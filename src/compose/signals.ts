/** How this process ends: asked to, or because of an error that nobody expected (R118, R123). */

import { shapeOf } from '../telemetry/stack.js';
import { STOP_DEADLINE_MS } from './running.js';
import type { Telemetry } from './telemetry.js';

/**
 * Stops once when asked, also where that was before; the process then ends by itself because nothing is
 * open any more.
 */
export function stopWhenAsked(
  asked: AbortSignal,
  stop: () => Promise<void>,
  telemetry: Telemetry,
): void {
  whenAsked(asked, () => {
    stop().catch((error: unknown) => {
      telemetry.events.bug('process', shapeOf(error));
      end(telemetry);
    });
  });
}

/**
 * The last resorts. A stop that hangs, or a start that does not notice it, is cut off at the deadline.
 * An unexpected error is told by class and stack frames, never the message, and ends the process at
 * once: what was in flight is unknown to its callers and decided by committed rows, so no half of it
 * can count. Either way the exit code is 1.
 */
export function guardEnd(asked: AbortSignal, telemetry: Telemetry): void {
  whenAsked(asked, () => setTimeout(() => end(telemetry), STOP_DEADLINE_MS).unref());
  // The command line's own speaks to a person; here the log does.
  process.removeAllListeners('uncaughtException');
  // Rejections that nobody handles come here as well.
  process.on('uncaughtException', (error) => {
    telemetry.events.bug('process', shapeOf(error));
    end(telemetry);
  });
}

function whenAsked(asked: AbortSignal, run: () => unknown): void {
  if (asked.aborted) run();
  else asked.addEventListener('abort', run, { once: true });
}

function end(telemetry: Telemetry): never {
  telemetry.flush();
  process.exit(1);
}
