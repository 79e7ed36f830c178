/** What every SendPauseStore does, whatever it stands on. */

import { PostgresSendPauseStore } from '../../src/adapters/postgres/send-pause-store.js';
import type { TestDatabase } from '../support/postgres.js';
import * as data from '../support/postgres-data.js';

export function sendPauseStoreContract(create: () => Promise<TestDatabase>): void {
  const paused = data.auditOf('sends.paused');
  const resumed = data.auditOf('sends.resumed');

  async function withStore(
    run: (store: PostgresSendPauseStore, kinds: () => Promise<unknown[]>) => Promise<void>,
  ) {
    const db = await create();
    const kinds = async () => {
      const rows = await db.database.query(({ rows }) =>
        rows({ name: '', text: 'SELECT kind FROM audit_events ORDER BY id' }, []),
      );
      return rows.map((row) => (row as { kind: string }).kind);
    };
    try {
      await run(new PostgresSendPauseStore(db.database), kinds);
    } finally {
      await db.close();
    }
  }

  it('lets sends go out until somebody pauses them, and after they were resumed', () =>
    withStore(async (store, kinds) => {
      expect(await store.read()).toBeNull();
      const pause = { reason: 'pumping', since: data.ANY_DATE };
      expect(await store.write('pumping', paused)).toEqual({ changed: true, pause });
      expect(await store.read()).toEqual(pause);
      expect(await store.write(null, resumed)).toEqual({ changed: true, pause: null });
      expect(await store.read()).toBeNull();
      await store.write('again', paused);
      expect(await store.read()).toMatchObject({ reason: 'again' });
      expect(await kinds()).toEqual(['sends.paused', 'sends.resumed', 'sends.paused']);
    }));

  it('leaves a switch that stands so already as it is, without an event', () =>
    withStore(async (store, kinds) => {
      expect(await store.write(null, resumed)).toEqual({ changed: false, pause: null });
      const { pause } = await store.write('first', paused);
      expect(await store.write('second', paused)).toEqual({ changed: false, pause });
      expect(pause?.reason).toBe('first');
      expect(await kinds()).toEqual(['sends.paused']);
    }));

  it('lets one of many at once change it', () =>
    withStore(async (store, kinds) => {
      const reasons = ['a', 'b', 'c', 'd', 'e'];
      const written = await Promise.all(reasons.map((reason) => store.write(reason, paused)));
      expect(written.filter(({ changed }) => changed)).toHaveLength(1);
      expect(new Set(written.map(({ pause }) => pause?.reason)).size).toBe(1);
      expect(await kinds()).toEqual(['sends.paused']);
    }));
}
