/** Reads `REDIS_URL`: one server, a Sentinel group or a Cluster. */

export interface RedisNode {
  readonly host: string;
  readonly port: number;
}

interface TargetBase {
  readonly tls: boolean;
  readonly credentials: { readonly username?: string; readonly password?: string };
}

export type RedisTarget = TargetBase &
  (
    | { readonly kind: 'single'; readonly node: RedisNode; readonly db: number }
    | { readonly kind: 'sentinel'; readonly nodes: RedisNode[]; readonly name: string }
    | { readonly kind: 'cluster'; readonly nodes: RedisNode[] }
  );

const ADDRESS = /^(rediss?)(?:\+(sentinel|cluster))?:\/\/(?:([^@/]*)@)?([^@/]+)(?:\/([^/]*))?$/;
const NODE = /^(?:\[([0-9a-fA-F:]+)\]|([^:[\]\s]+))(?::(\d{1,5}))?$/;
const REDIS_PORT = 6_379;
const SENTINEL_PORT = 26_379;

/**
 * `redis://[user:password@]host[:port][/db]`, `rediss://` for TLS, `redis+sentinel://host,host/name`,
 * `redis+cluster://host,host`. Throws a `TypeError` that does not repeat the address: it may hold a password.
 */
export function parseRedisUrl(url: string): RedisTarget {
  const match = ADDRESS.exec(url) ?? malformed();
  const [, scheme, kind, userInfo, hosts = '', path = ''] = match;
  const base = { tls: scheme === 'rediss', credentials: credentialsOf(userInfo) };
  const port = kind === 'sentinel' ? SENTINEL_PORT : REDIS_PORT;
  const nodes = hosts.split(',').map((host) => nodeOf(host, port));
  return { ...base, ...topologyOf(kind, nodes, path) };
}

type Topology =
  | Pick<RedisTarget & { kind: 'single' }, 'kind' | 'node' | 'db'>
  | Pick<RedisTarget & { kind: 'sentinel' }, 'kind' | 'nodes' | 'name'>
  | Pick<RedisTarget & { kind: 'cluster' }, 'kind' | 'nodes'>;

function topologyOf(kind: string | undefined, nodes: RedisNode[], path: string): Topology {
  if (kind === 'sentinel') return { kind, nodes, name: path === '' ? malformed() : decode(path) };
  if (kind === 'cluster') return path === '' ? { kind, nodes } : malformed();
  const [node, ...others] = nodes;
  if (!node || others.length > 0 || !/^\d*$/.test(path)) return malformed();
  return { kind: 'single', node, db: Number(path) };
}

function credentialsOf(userInfo: string | undefined): TargetBase['credentials'] {
  if (userInfo === undefined) return {};
  const [username = '', ...rest] = userInfo.split(':');
  const password = rest.join(':');
  return {
    ...(username === '' ? {} : { username: decode(username) }),
    ...(password === '' ? {} : { password: decode(password) }),
  };
}

function nodeOf(text: string, defaultPort: number): RedisNode {
  const [, v6, name, port] = NODE.exec(text) ?? malformed();
  return { host: v6 ?? name ?? malformed(), port: port === undefined ? defaultPort : Number(port) };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return malformed();
  }
}

function malformed(): never {
  throw new TypeError('not a Redis address');
}
