/** Whether this process was asked to end, from its first moment on. Imports nothing, so that the moment is early. */

/**
 * Aborted by the first SIGTERM or SIGINT. As process 1 of a container a signal that nobody listens for
 * is lost, so this comes before anything slow.
 */
export function stopRequest(): AbortSignal {
  const controller = new AbortController();
  const onSignal = () => controller.abort();
  process.on('SIGTERM', onSignal);
  process.on('SIGINT', onSignal);
  return controller.signal;
}
