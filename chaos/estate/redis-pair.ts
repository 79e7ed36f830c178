/** A Redis primary with a replica, behind one address that can be made to follow the replica. */

import { cli, startRedisServer, until, type RedisServer } from '../../tests/support/redis.js';
import { startTcpProxy, type TcpProxy } from '../../tests/support/tcp-proxy.js';

const OPTIONS = ['--maxmemory-policy', 'noeviction', '--repl-diskless-sync-delay', '0'];

export class RedisPair {
  #primary: RedisServer;
  #replica: RedisServer | undefined;
  #replication: TcpProxy | undefined;

  private constructor(
    primary: RedisServer,
    readonly proxy: TcpProxy,
  ) {
    this.#primary = primary;
  }

  static async open(): Promise<RedisPair> {
    const primary = await startRedisServer(OPTIONS);
    const pair = new RedisPair(primary, await startTcpProxy(primary.port));
    await pair.#replicate();
    return pair;
  }

  get url(): string {
    return this.proxy.through(this.#primary.url);
  }

  /** Of the server that is the primary now. */
  get port(): number {
    return this.#primary.port;
  }

  /** Cuts replication, lets the primary acknowledge writes for `lagMs`, and makes the replica all there is. */
  async failOver(lagMs: number): Promise<void> {
    const [old, next, link] = [this.#primary, this.#replica, this.#replication];
    if (!next || !link) throw new Error('there is no replica');
    link.hang();
    await new Promise((resolve) => setTimeout(resolve, lagMs));
    await cli(next.port, 'replicaof', 'no', 'one');
    this.#primary = next;
    this.proxy.retarget(next.port);
    await Promise.all([old.stop(), link.close()]);
    await this.#replicate();
  }

  async close(): Promise<void> {
    await Promise.all([this.proxy.close(), this.#replication?.close()]);
    await Promise.all([this.#primary.stop(), this.#replica?.stop()]);
  }

  async #replicate(): Promise<void> {
    const link = await startTcpProxy(this.#primary.port);
    const replica = await startRedisServer(OPTIONS);
    [this.#replica, this.#replication] = [replica, link];
    await cli(replica.port, 'replicaof', '127.0.0.1', String(link.port));
    await until(async () =>
      (await cli(replica.port, 'info', 'replication')).includes('master_link_status:up'),
    );
  }
}
