/** Who holds a lock file, told so that any process of this machine, also of another container, sees whether it lives. */

import { randomBytes } from 'node:crypto';
import { readFileSync, readlinkSync, rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { basename, dirname, join } from 'node:path';

import { z } from 'zod';

const holder = z.object({
  pid: z.int().positive(),
  /** Clock ticks from boot to its start: a later process with the same number has another. */
  startedAt: z.string().nullable(),
  bootId: z.string().nullable(),
  /** Every container counts its processes from 1. */
  pidNamespace: z.string().nullable(),
  /**
   * A file beside the lock, listened to for as long as the process lives: the one sign that other
   * containers can see. Its name alone, as each may have the folder at another path.
   */
  socket: z
    .string()
    .regex(/^[\w.-]+$/)
    .nullable(),
});
export type Holder = z.output<typeof holder>;

export interface OwnHolder {
  readonly holder: Holder;
  /** Gives the sign up. */
  readonly end: () => void;
}

/** This process, with its sign of life beside `path`; without one where no socket can be made there. */
export async function becomeHolder(path: string): Promise<OwnHolder> {
  const socket = `${path}.${randomBytes(4).toString('hex')}`;
  const server = createServer((caller) => caller.destroy());
  const isListening = await new Promise<boolean>((resolve) => {
    server.once('error', () => resolve(false));
    server.listen(socket, () => resolve(true));
  });
  server.on('error', () => undefined);
  server.unref();
  return {
    holder: { ...identityOf(process.pid), socket: isListening ? basename(socket) : null },
    end: () => {
      if (isListening) server.close();
      rmSync(socket, { force: true });
    },
  };
}

/** Undefined when there is none. */
export function readHolder(path: string): Holder | undefined {
  const text = textOf(path);
  if (text === null) return undefined;
  const parsed = holder.safeParse(parseJson(text));
  return parsed.success ? parsed.data : undefined;
}

/** Whether the holder named in the lock `path` still runs; what cannot be found out counts as alive. */
export async function isAlive(known: Holder, path: string): Promise<boolean> {
  const here = identityOf(known.pid);
  if (known.bootId !== here.bootId) return false;
  if (known.pidNamespace === here.pidNamespace) {
    return isRunning(known.pid) && isSameStart(known.startedAt, here.startedAt);
  }
  return known.socket === null || isAnswered(join(dirname(path), known.socket));
}

function isSameStart(known: string | null, now: string | null): boolean {
  return known === null || now === null || known === now;
}

/** Null where the system has no such file. */
function identityOf(pid: number): Omit<Holder, 'socket'> {
  const stat = textOf(`/proc/${pid}/stat`);
  return {
    pid,
    // The second field is the program's name and may hold blanks and brackets (proc(5)).
    startedAt: stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null,
    bootId: textOf('/proc/sys/kernel/random/boot_id')?.trim() ?? null,
    pidNamespace: linkOf('/proc/self/ns/pid'),
  };
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

/** The kernel refuses when nobody listens any more, however the listener ended. */
function isAnswered(socket: string): Promise<boolean> {
  return new Promise((resolve) => {
    const call = connect(socket, () => {
      call.destroy();
      resolve(true);
    });
    call.once('error', (error: NodeJS.ErrnoException) =>
      resolve(!['ECONNREFUSED', 'ENOENT'].includes(error.code ?? '')),
    );
  });
}

function textOf(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

function linkOf(path: string): string | null {
  try {
    return readlinkSync(path);
  } catch {
    return null;
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function codeOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null ? Reflect.get(error, 'code') : undefined;
}
