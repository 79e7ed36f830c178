/** The two kinds of Redis that replace a lost master by themselves. */

import {
  startReplicatedCluster,
  type ReplicatedCluster,
} from '../../tests/support/redis-replicated-cluster.js';
import type { RedisNode } from '../../tests/support/redis-nodes.js';
import { startSentinelGroup } from '../../tests/support/redis-sentinels.js';

export type Kind = 'cluster' | 'sentinel';

export interface Group extends Pick<ReplicatedCluster, 'url' | 'masters' | 'replaced' | 'stop'> {
  /** Starts a killed node again and waits until it is a replica in step. */
  mend(node: RedisNode): Promise<void>;
}

export const GROUPS: Readonly<Record<Kind, () => Promise<Group>>> = {
  cluster: async () => {
    const cluster = await startReplicatedCluster();
    const mend = async (node: RedisNode): Promise<void> => {
      await node.start();
      await cluster.settled();
    };
    return { ...cluster, mend };
  },
  sentinel: async () => {
    const group = await startSentinelGroup();
    return {
      ...group,
      masters: async () => [await group.master()],
      replaced: async (old) => {
        await group.masterAfter(old);
      },
      mend: (node) => group.rejoin(node),
    };
  },
};
