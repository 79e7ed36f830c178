/** REDIS_URL in its four forms, and addresses that are none. */

import { parseRedisUrl } from '../../../src/adapters/redis/target.js';

describe('parseRedisUrl', () => {
  it.each([
    [
      'redis://localhost',
      { kind: 'single', tls: false, db: 0, node: { host: 'localhost', port: 6379 } },
    ],
    [
      'rediss://user:p%40ss:word@redis.example:6380/3',
      {
        kind: 'single',
        tls: true,
        db: 3,
        node: { host: 'redis.example', port: 6380 },
        credentials: { username: 'user', password: 'p@ss:word' },
      },
    ],
    [
      'redis://:secret@[::1]:7000',
      { node: { host: '::1', port: 7000 }, credentials: { password: 'secret' } },
    ],
    [
      'redis+sentinel://a,b:26380/mymaster',
      {
        kind: 'sentinel',
        name: 'mymaster',
        nodes: [
          { host: 'a', port: 26379 },
          { host: 'b', port: 26380 },
        ],
      },
    ],
    [
      'rediss+cluster://u:p@a:7001,b:7002',
      {
        kind: 'cluster',
        tls: true,
        credentials: { username: 'u', password: 'p' },
        nodes: [
          { host: 'a', port: 7001 },
          { host: 'b', port: 7002 },
        ],
      },
    ],
  ])('reads %s', (url, target) => {
    expect(parseRedisUrl(url)).toMatchObject(target);
  });

  it.each([
    'http://localhost',
    'redis://',
    'redis://a,b',
    'redis://a/master',
    'redis+sentinel://a,b',
    'redis+cluster://a/1',
    'redis://user:%zz@a',
    'redis://a:port',
  ])('refuses %s without repeating it', (url) => {
    expect(() => parseRedisUrl(url)).toThrow(new TypeError('not a Redis address'));
  });
});
