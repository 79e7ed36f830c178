/** Which request an Idempotency-Key of a start belongs to, whoever the request is about. */

import type { OpenCommand } from '../../app/ports/challenge-commands.js';
import { IDEMPOTENCY_START_MS } from '../../domain/limits.js';
import type { Keyspace } from './keys.js';
import { integer } from './reply.js';
import { loadScript, type RedisClient } from './script.js';

const claimScript = loadScript('claim-key');
const releaseScript = loadScript('release-key');

/**
 * The person's slot remembers what a key opened; but a request for another person never looks there, so
 * each key also has a claim in a slot of its own. Asked only when a key was given (decision 16).
 */
export class StartKeys {
  constructor(
    private readonly redis: RedisClient,
    private readonly keys: Keyspace,
  ) {}

  /** False when the key came with another request within the last day. */
  async claim({ clientId, idempotency }: OpenCommand): Promise<boolean> {
    if (idempotency === null) return true;
    const name = this.keys.idempotency(clientId, 'start', idempotency.key);
    const args = [idempotency.fingerprint, IDEMPOTENCY_START_MS];
    return integer(await claimScript(this.redis, [this.keys.claim(name)], args)) === 1;
  }

  async releaseOf({ clientId, idempotency }: OpenCommand): Promise<void> {
    if (idempotency === null) return;
    await this.release(this.keys.idempotency(clientId, 'start', idempotency.key));
  }

  /** `name` is what the challenge remembers of the key. */
  async release(name: string): Promise<void> {
    integer(await releaseScript(this.redis, [this.keys.claim(name)], []));
  }
}
