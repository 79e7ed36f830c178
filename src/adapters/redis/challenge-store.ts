/** ChallengeStore over Redis 7 or Valkey: each method is one Lua script on one slot. */

import type {
  AttemptCommand,
  DestinationCommand,
  EndCommand,
  OpenCommand,
  ReceiptCommand,
  RepeatCommand,
  ResendCommand,
  SettleCommand,
} from '../../app/ports/challenge-commands.js';
import type {
  AttemptOutcome,
  OpenOutcome,
  ReserveOutcome,
} from '../../app/ports/challenge-outcomes.js';
import type { ChallengeStore } from '../../app/ports/challenge-store.js';
import type { Challenge } from '../../domain/challenge.js';
import type { ChallengeId, ClientId, EmployeeRef } from '../../domain/ids.js';
import { COUNTER_TTL_MS, RESEND_GAP_RESET_MS } from '../../domain/limits.js';
import { attemptArguments } from './attempt-command.js';
import { Keyspace, type KeyHasher } from './keys.js';
import { openCommand } from './open-command.js';
import { attemptOutcome, openOutcome, reserveOutcome } from './outcomes.js';
import { challenge, integer } from './reply.js';
import { repeatCommand, reserveCommand } from './reserve-command.js';
import { loadScript, type RedisClient, type Script } from './script.js';
import { StartKeys } from './start-keys.js';

const openScript = loadScript('open-challenge');
const resendScript = loadScript('reserve-resend');
const destinationScript = loadScript('reserve-destination');
const repeatScript = loadScript('reserve-repeat');
const receiptScript = loadScript('record-receipt');
const settleScript = loadScript('settle-send');
const readScript = loadScript('read-challenge');
const attemptScript = loadScript('attempt-code');
const endScript = loadScript('end-challenge');
const cancelAllScript = loadScript('cancel-all');

const END_STATES = { approved: 'a', canceled: 'c', max_attempts_reached: 'm' } as const;
const RECEIPTS = { sent: 's', delivered: 'd', undelivered: 'n' } as const;
const SETTLEMENTS = { accepted: 'a', unknown: 'u', refused: 'r' } as const;

export interface RedisStoreOptions {
  readonly keyHasher: KeyHasher;
  /** What every key begins with; default `assay`. */
  readonly prefix?: string;
  /** Stands in for the server's clock in tests, milliseconds. Left out, Redis `TIME` decides (decision 9). */
  readonly testClock?: () => number;
}

/** Shared by all instances; safe for any number of parallel calls. */
export class RedisChallengeStore implements ChallengeStore {
  readonly #keys: Keyspace;
  readonly #startKeys: StartKeys;

  constructor(
    private readonly redis: RedisClient,
    private readonly options: RedisStoreOptions,
  ) {
    this.#keys = new Keyspace(options.keyHasher, options.prefix ?? 'assay');
    this.#startKeys = new StartKeys(redis, this.#keys);
  }

  newId(employee: EmployeeRef): ChallengeId {
    return this.#keys.newId(employee);
  }

  async open(command: OpenCommand): Promise<OpenOutcome> {
    const base = this.#keys.base(command.id);
    if (base === undefined) throw new Error('open: the id was not drawn by newId');
    if (!(await this.#startKeys.claim(command))) return { kind: 'idempotency_key_reused' };
    const { keys, json } = openCommand(this.#keys, base, command);
    const outcome = openOutcome(await this.#run(openScript, keys, base, json));
    if (openedNothing(outcome)) await this.#startKeys.releaseOf(command);
    return outcome;
  }

  async reserveResend(command: ResendCommand): Promise<ReserveOutcome> {
    return this.#reserve(resendScript, command);
  }

  async reserveDestination(command: DestinationCommand): Promise<ReserveOutcome> {
    return this.#reserve(destinationScript, command);
  }

  async reserveRepeat(command: RepeatCommand): Promise<ReserveOutcome> {
    const base = this.#keys.base(command.id);
    if (base === undefined) return { kind: 'not_found' };
    const { keys, json } = repeatCommand(this.#keys, base, command);
    return reserveOutcome(await this.#run(repeatScript, keys, base, json));
  }

  async recordReceipt({ id, messageId, status, reason }: ReceiptCommand): Promise<void> {
    const base = this.#keys.base(id);
    if (base === undefined) return;
    const args = [messageId, RECEIPTS[status], reason ?? '-'];
    integer(await this.#run(receiptScript, [`${base}c:${id}`], ...args));
  }

  async settleSend({ id, messageId, outcome }: SettleCommand): Promise<void> {
    const base = this.#keys.base(id);
    if (base === undefined) return;
    const rest = [id, messageId, SETTLEMENTS[outcome], RESEND_GAP_RESET_MS];
    const settled = await this.#run(settleScript, challengeKeys(base, id), base, ...rest);
    if (typeof settled === 'string') await this.#startKeys.release(settled);
    else integer(settled);
  }

  async read(id: ChallengeId, clientId: ClientId): Promise<Challenge | undefined> {
    const base = this.#keys.base(id);
    if (base === undefined) return undefined;
    return challenge(await this.#run(readScript, challengeKeys(base, id), base, id, clientId));
  }

  async attempt(command: AttemptCommand): Promise<AttemptOutcome> {
    const { id, clientId, idempotency } = command;
    const base = this.#keys.base(id);
    if (base === undefined) return { kind: 'not_found' };
    const name = idempotency
      ? this.#keys.idempotency(clientId, `verify ${id}`, idempotency.key)
      : '';
    const keys = [...challengeKeys(base, id), `${base}i:${name}`];
    return attemptOutcome(await this.#run(attemptScript, keys, base, ...attemptArguments(command)));
  }

  async end({ id, status, epoch }: EndCommand): Promise<boolean> {
    const base = this.#keys.base(id);
    if (base === undefined) return false;
    const rest = [id, END_STATES[status], epoch ?? '', COUNTER_TTL_MS];
    return integer(await this.#run(endScript, challengeKeys(base, id), base, ...rest)) === 1;
  }

  async cancelAll(employee: EmployeeRef): Promise<void> {
    const base = this.#keys.baseOf(employee);
    const open = `${base}o:${this.#keys.employee(employee)}`;
    integer(await this.#run(cancelAllScript, [open], base));
  }

  async #reserve(
    script: Script,
    command: ResendCommand | DestinationCommand,
  ): Promise<ReserveOutcome> {
    const base = this.#keys.base(command.id);
    if (base === undefined) return { kind: 'not_found' };
    const { keys, json } = reserveCommand(this.#keys, base, command);
    return reserveOutcome(await this.#run(script, keys, base, json));
  }

  #run(script: Script, keys: readonly string[], ...args: (string | number)[]): Promise<unknown> {
    return script(this.redis, keys, [this.options.testClock?.() ?? '', ...args]);
  }
}

/** Whoever finds a challenge, or is told to wait for one, has not been refused. */
function openedNothing({ kind }: OpenOutcome): boolean {
  return kind === 'cooldown' || kind === 'limit' || kind === 'locked' || kind === 'disabled';
}

function challengeKeys(base: string, id: ChallengeId): string[] {
  return [`${base}c:${id}`, `${base}e:${id}`];
}
