/** What may be told of an unexpected error: its class and where it was thrown, never its message (R123). */

import { types } from 'node:util';

import type { ErrorShape } from '../app/ports/service-events.js';

const MAX_FRAMES = 12;

/** A frame as V8 writes it, ending in line and column; a message cannot pass for one by mere indentation. */
const FRAME = /^ {4}at [^\n]{1,300}:\d+:\d+\)?$/;

/** Never throws, whatever was thrown. */
export function shapeOf(error: unknown): ErrorShape {
  if (!types.isNativeError(error)) {
    return { errorName: `thrown ${typeof error}`, frames: [], errorCode: undefined };
  }
  return {
    errorName: /^\w{1,60}$/.test(error.name) ? error.name : 'Error',
    frames: framesOf(error),
    errorCode: codeOf(error),
  };
}

/** Messages of Twilio's and ioredis's errors repeat numbers and arguments, so the message is cut off first. */
function framesOf({ stack, message }: Error): readonly string[] {
  if (typeof stack !== 'string') return [];
  const at = message === '' ? -1 : stack.indexOf(message);
  const afterMessage = at < 0 ? stack : stack.slice(at + message.length);
  return afterMessage
    .split('\n')
    .filter((line) => FRAME.test(line))
    .slice(0, MAX_FRAMES)
    .map((line) => line.trim());
}

function codeOf(error: Error): string | undefined {
  const code = 'code' in error ? error.code : undefined;
  return typeof code === 'string' && /^[A-Z][A-Z0-9_]{1,40}$|^[0-9A-Z]{5}$/.test(code)
    ? code
    : undefined;
}
