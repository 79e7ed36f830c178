/** A whole Assay inside the test's own process: over HTTP, without any server. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { SCOPES, type Scope } from '../../src/app/ports/client-store.js';
import { createClient } from '../../src/cli/commands/clients.js';
import { listenPublic } from '../../src/compose/listeners.js';
import { operatorOf } from '../../src/compose/operator.js';
import { openParts, type Parts } from '../../src/compose/parts.js';
import { keepFresh, refreshOnce } from '../../src/compose/refresh.js';
import { loadConfig } from '../../src/config/load.js';
import type { CompanyId } from '../../src/domain/ids.js';
import { fanOut } from '../../src/telemetry/fan-out.js';
import { freePort } from './loopback.js';
import { LoginService } from './login-service.js';
import { newMasterKey } from './service.js';

export interface InProcess {
  readonly parts: Parts;
  /** `PUBLIC_URL`: where browsers find the pages. */
  readonly url: string;
  /** May do everything. */
  readonly login: LoginService;
  /** Oldest first. */
  textsTo(phoneNumber: string): readonly string[];
  codeFor(phoneNumber: string): string;
  /** Of all companies where none are named. */
  newClient(
    scopes: readonly Scope[],
    companies?: readonly string[],
    returnUrls?: readonly string[],
  ): Promise<LoginService>;
  close(): Promise<void>;
}

const silent = fanOut();

export async function openInProcess(): Promise<InProcess> {
  const folder = mkdtempSync(join(tmpdir(), 'assay-in-process-'));
  const environment = {
    ASSAY_DATA_DIR: join(folder, 'data'),
    ASSAY_MASTER_KEY: newMasterKey(),
    PORT: String(await freePort()),
    INTERNAL_PORT: '0',
  };
  const loaded = loadConfig({ environment, nowMs: Date.UTC(2026, 10, 22) });
  const parts = await openParts(loaded, { events: silent, onMessage: () => undefined });
  await refreshOnce(parts);
  const stopRefreshing = keepFresh(parts, silent, { afterDays: loaded.config.eraseAfterOffDays });
  const listener = await listenPublic({
    ...{ parts, config: loaded.config, events: silent },
    hidesPhone: true,
  });
  const url = loaded.config.listen.publicUrl;
  const newClient: InProcess['newClient'] = async (scopes, companies, returnUrls) => {
    const among = companies && { companies: companies.map((id) => id as CompanyId) };
    const urls = returnUrls && { 'return-urls': [...returnUrls] };
    const whom = among ?? { 'all-companies': true };
    const input = { name: 'tests', scopes: [...scopes], ...whom, ...urls };
    const { credential } = await createClient(operatorOf(parts, loaded), input);
    await parts.durable.directory.refresh();
    return new LoginService([url], credential);
  };
  const textsTo = (phoneNumber: string) =>
    (parts.sending.outbox?.() ?? [])
      .filter(({ to }) => to === phoneNumber)
      .map(({ body }) => body)
      .reverse();
  return {
    ...{ parts, url },
    login: await newClient(SCOPES),
    newClient,
    textsTo,
    codeFor: (phoneNumber) => /^\d{6}/.exec(textsTo(phoneNumber).at(-1) ?? '')?.[0] ?? 'no code',
    close: async () => {
      await listener.close(0);
      await stopRefreshing();
      await parts.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** One for the whole test file, opened before its tests and closed after them. */
export function inProcessHere(): () => InProcess {
  const running: InProcess[] = [];
  beforeAll(async () => {
    running.push(await openInProcess());
  }, 120_000);
  afterAll(async () => {
    for (const each of running) await each.close();
  });
  return () => {
    const [only] = running;
    if (!only) throw new Error('not running');
    return only;
  };
}
