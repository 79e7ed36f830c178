/** Credentials are judged from memory, by the database's time, and only while the list is fresh (decision 28). */

import { ClientDirectory, credentialHash, newCredential } from '../../src/app/client-directory.js';
import { StoreUnavailableError } from '../../src/app/errors.js';
import type { Client } from '../../src/app/ports/client-store.js';
import { fakeClient } from '../support/http.js';

const NOW = new Date('2026-11-22T12:00:00Z');

function setUp() {
  const { secret, hash } = newCredential();
  const second = newCredential();
  let clock = 0;
  let loads = 0;
  const state: { clients: Client[]; pause?: Promise<void> } = { clients: [] };
  const credential = (expiresInMs: number, of = hash) => ({
    ...{ id: 'c', hash: of, expiresAt: new Date(NOW.getTime() + expiresInMs) },
  });
  const load = async () => {
    loads += 1;
    const { clients, pause } = state;
    await pause;
    return { clients, now: NOW };
  };
  const directory = new ClientDirectory(
    { load },
    { monotonicMs: () => clock, after: () => undefined },
  );
  const advance = (ms: number) => {
    clock += ms;
  };
  return { ...{ secret, second, state, credential, directory, advance }, loads: () => loads };
}

describe('a credential', () => {
  it('is 256 random bits under a fixed prefix, kept as its SHA-256', () => {
    const { secret, hash } = newCredential();
    expect(secret).toMatch(/^assay_[A-Za-z0-9_-]{43}$/);
    expect(hash).toBe(credentialHash(secret));
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    expect(newCredential().secret).not.toBe(secret);
  });
});

describe('the client directory', () => {
  it('finds a client by either of its credentials and by nothing else', async () => {
    const { secret, second, state, credential, directory } = setUp();
    const credentials = [credential(60_000), credential(60_000, second.hash)];
    state.clients = [{ ...fakeClient([]), credentials }];
    await directory.refresh();
    expect(directory.find(secret)?.clientId).toBe('login');
    expect(directory.find(second.secret)?.clientId).toBe('login');
    for (const wrong of ['', credentialHash(secret), secret.slice(0, -1), newCredential().secret])
      expect(directory.find(wrong)).toBeUndefined();
  });

  it('never asks the database on behalf of a caller', async () => {
    const { directory, loads } = setUp();
    await directory.refresh();
    directory.find(newCredential().secret);
    expect(loads()).toBe(1);
  });

  it('lets go of a revoked client and of an expired credential', async () => {
    const { secret, state, credential, directory, advance } = setUp();
    state.clients = [{ ...fakeClient([]), credentials: [credential(1_000)] }];
    await directory.refresh();
    advance(999);
    expect(directory.find(secret)).toBeDefined();
    advance(1);
    expect(directory.find(secret)).toBeUndefined();
    state.clients = [{ ...fakeClient([]), credentials: [credential(60_000)], revokedAt: NOW }];
    await directory.refresh();
    expect(directory.find(secret)).toBeUndefined();
  });

  it('R127: tells how long until the first client has no credential left, and not of any that is replaced', async () => {
    const { second, state, credential, directory, advance } = setUp();
    expect(directory.lifeLeftMs()).toBeNull();
    const replaced = [credential(1_000), credential(60_000, second.hash)];
    const other = [credential(90_000, newCredential().hash)];
    state.clients = [
      { ...fakeClient([]), credentials: replaced },
      { ...fakeClient([]), clientId: 'other' as Client['clientId'], credentials: other },
    ];
    await directory.refresh();
    advance(2_000);
    expect(directory.lifeLeftMs()).toBe(58_000);
    state.clients = state.clients.map((client) => ({ ...client, revokedAt: NOW }));
    await directory.refresh();
    expect(directory.lifeLeftMs()).toBeNull();
  });

  it('answers nobody before the first list and from one older than five seconds', async () => {
    const { secret, directory, advance } = setUp();
    expect(() => directory.find(secret)).toThrow(StoreUnavailableError);
    await directory.refresh();
    advance(5_000);
    expect(directory.find(secret)).toBeUndefined();
    advance(1);
    expect(() => directory.find(secret)).toThrow(StoreUnavailableError);
  });

  it('keeps the newer list when an older load ends late', async () => {
    const { secret, state, credential, directory, advance } = setUp();
    let release: () => void = () => undefined;
    state.clients = [{ ...fakeClient([]), credentials: [credential(60_000)] }];
    state.pause = new Promise((resolve) => {
      release = resolve;
    });
    const slow = directory.refresh();
    advance(1);
    state.clients = [];
    delete state.pause;
    await directory.refresh();
    release();
    await slow;
    expect(directory.find(secret)).toBeUndefined();
  });

  it('keeps the old list, and its age, when a load fails', async () => {
    const { secret, state, credential, directory, advance } = setUp();
    state.clients = [{ ...fakeClient([]), credentials: [credential(60_000)] }];
    await directory.refresh();
    advance(4_000);
    state.pause = Promise.reject(new StoreUnavailableError('postgres', '57P01'));
    await expect(directory.refresh()).rejects.toThrow(StoreUnavailableError);
    expect(directory.find(secret)).toBeDefined();
    advance(1_001);
    expect(() => directory.find(secret)).toThrow(StoreUnavailableError);
  });
});
