/** How this process ends: asked to, or because of an error that nobody expected (R118, R123). */

import { shapeOf } from '../telemetry/error-shape.js';
import { STOP_DEADLINE_MS } from './running.js';
import type { Telemetry } from './telemetry.js';

/**
 * Stops once when asked, also where that was before; the process then ends by itself because nothing is
 * open any more. A stop that hangs is cut off at the deadline with exit code 1.
 */
export function stopWhenAsked(
  asked: AbortSignal,
  stop: () => Promise<void>,
  telemetry: Telemetry,
): void {
  const onAsked = () => {
    setTimeout(() => end(telemetry), STOP_DEADLINE_MS).unref();
    stop().catch((error: unknown) => {
      telemetry.events.bug('process', shapeOf(error));
      end(telemetry);
    });
  };
  if (asked.aborted) onAsked();
  else asked.addEventListener('abort', onAsked, { once: true });
}

/**
 * The last resort: tells class and stack frames, never the message, and ends at once. What was in
 * flight is unknown to its callers and decided by committed rows, so no half of it can count.
 */
export function endOnUnexpected(telemetry: Telemetry): void {
  // The command line's own speaks to a person; here the log does.
  process.removeAllListeners('uncaughtException');
  // Rejections that nobody handles come here as well.
  process.on('uncaughtException', (error) => {
    telemetry.events.bug('process', shapeOf(error));
    end(telemetry);
  });
}

function end(telemetry: Telemetry): never {
  telemetry.flush();
  process.exit(1);
}
