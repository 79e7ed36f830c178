/** What every command does, whichever way the service runs. */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Ended, Env } from '../support/embedded.js';
import { run } from '../support/embedded.js';

export interface CommandHarness {
  readonly env: Env;
}

/** Registers the cases; `open` answers the harness that `beforeAll` made. */
export function describeCommands(kind: string, open: () => CommandHarness): void {
  const assay = (...words: string[]): Promise<Ended> => run(open().env, ...words);
  const json = async (...words: string[]): Promise<unknown> => {
    const { stdout, stderr, code } = await assay(...words, '--json');
    if (code !== 0) throw new Error(stderr);
    return JSON.parse(stdout);
  };

  describe(`commands, ${kind}`, () => {
    it('make a company known, change its policy with a reason, and show it', async () => {
      const set = ['companies', 'set', 'acme', '--display-name', 'Acme', '--default-country', 'GB'];
      expect(await json(...set)).toMatchObject({ created: true });
      expect(await json(...set)).toMatchObject({ created: false });
      const change = ['--mode', 'required', '--enforce-from', 'now', '--countries', 'GB,FR'];
      await json('policy', 'set', 'acme', ...change, '--reason', 'rollout');
      expect(await json('policy', 'show', 'acme')).toMatchObject({
        mode: 'required',
        countries: ['GB', 'FR'],
        version: 2,
      });
    });

    it('take a roster in from a file, as JSON or CSV, and say what is wrong with it', async () => {
      const folder = mkdtempSync(join(tmpdir(), 'assay-roster-'));
      const take = (name: string, content: string, ...more: string[]) => {
        writeFileSync(join(folder, name), content);
        return assay('employees', 'import', 'acme', join(folder, name), ...more, '--json');
      };
      const csv = await take('a.csv', '\ufeffuserId;phoneNumber\r\nu-1;"07700 900001"\r\nu-2;\r\n');
      expect(JSON.parse(csv.stdout)).toMatchObject({ created: 2, numbersStored: 1 });
      const people = JSON.stringify([{ userId: 'u-2' }, { userId: 'u-3' }]);
      const again = await take('a.json', people, '--complete');
      expect(JSON.parse(again.stdout)).toMatchObject({
        ...{ created: 1, unchanged: 1, roster: 'complete' },
      });
      expect(await take('b.csv', 'name\nx')).toMatchObject({ code: 2, stdout: '' });
      const wrong = await take('c.csv', 'userId,phoneNumber\nu-4,12');
      expect(wrong.code).not.toBe(0);
      expect(wrong.stderr).toContain('/employees/0/phoneNumber');
      rmSync(folder, { recursive: true });
    });

    it('let the operator weaken a policy, though never without a reason', async () => {
      const refused = await assay('policy', 'set', 'acme', '--mode', 'off');
      expect(refused).toMatchObject({ code: 2, stdout: '' });
      expect(refused.stderr).toContain('--reason');
      const set = await json('policy', 'set', 'acme', '--mode', 'off', '--reason', 'SMS is broken');
      expect(set).toMatchObject({ mode: 'off' });
    });

    it('create clients whose credential is shown once and stored as a hash', async () => {
      const words = ['--name', 'Login', '--scopes', 'challenges', '--companies', 'acme'];
      const created = await json('clients', 'create', ...words, '--expires', '30d');
      const { clientId, credential } = created as { clientId: string; credential: string };
      expect(credential).toMatch(/^assay_[\w-]{43}$/);
      const added = await json('clients', 'add-credential', clientId);
      expect(added).toMatchObject({ clientId });
      const third = await assay('clients', 'add-credential', clientId);
      expect(third).toMatchObject({ code: 1, stdout: '' });
      const listed = (await assay('clients', 'list', '--json')).stdout;
      expect(listed).toContain(clientId);
      expect(listed).not.toMatch(/assay_|hash/);
      expect(await json('clients', 'revoke', clientId)).toMatchObject({ revoked: true });
    });

    it('ask for companies or explicitly all of them when a client is created', async () => {
      const neither = await assay('clients', 'create', '--name', 'x', '--scopes', 'challenges');
      expect(neither.code).toBe(2);
      expect(neither.stderr).toContain('--all-companies');
    });

    it('rotate the signing keys, the new one published beside the old one', async () => {
      const before = (await json('signing-keys', 'list')) as { kid: string }[];
      const { kid } = (await json('signing-keys', 'rotate')) as { kid: string };
      const after = (await json('signing-keys', 'list')) as { kid: string }[];
      expect(after.map((key) => key.kid)).toEqual(
        expect.arrayContaining([kid, ...before.map((key) => key.kid)]),
      );
    });

    it('R031: pause all sends and resume them, each once, and doctor tells', async () => {
      expect(await assay('sends', 'pause')).toMatchObject({ code: 2, stdout: '' });
      const pause = ['sends', 'pause', '--reason', 'pumping'];
      const paused = { paused: true, reason: 'pumping', since: expect.any(String) };
      expect(await json(...pause)).toEqual({ changed: true, ...paused });
      expect(await json(...pause)).toEqual({ changed: false, ...paused });
      const { stdout } = await assay('doctor');
      expect(stdout).toMatch(/WARNING {2}sends: paused since .*\(pumping\)/);
      const test = await assay('sms', 'test', '--to', '+44 7700 900123', '--json');
      expect(test.code).toBe(1);
      expect(JSON.parse(test.stdout)).toMatchObject({ kind: 'unavailable', cause: 'paused' });
      const resumed = { paused: false, reason: null, since: null };
      expect(await json('sends', 'resume')).toEqual({ changed: true, ...resumed });
      expect(await json('sends', 'resume')).toEqual({ changed: false, ...resumed });
      expect((await assay('doctor')).stdout).toMatch(/ok {7}sends: go out/);
    });

    it('R035: reopen a prefix, also one of which nothing was counted', async () => {
      const reopen = ['sends', 'reopen', '--prefix', '+447700', '--reason', 'the carrier is back'];
      expect(await json(...reopen)).toEqual({ prefix: '+447700', reopened: false });
    });

    it('say on standard error what is wrong, with nothing on standard output', async () => {
      expect(
        await assay('employees', 'reset', 'acme', 'nobody', '--reason', 'lost', '--json'),
      ).toEqual({
        code: 1,
        stdout: '',
        stderr: 'assay: employee_not_found\n',
      });
      expect(await assay('policy', 'show', 'none')).toMatchObject({ code: 1, stdout: '' });
      expect(await assay('no', 'such')).toMatchObject({ code: 2, stdout: '' });
      expect(await assay('companies', 'set', 'a@b')).toMatchObject({ code: 2, stdout: '' });
    });

    it('examine every part in words', async () => {
      const { stdout } = await assay('doctor', '--json');
      const findings = JSON.parse(stdout) as { part: string; state: string }[];
      expect(findings.find(({ part }) => part === 'database')).toMatchObject({ state: 'ok' });
      expect(findings.find(({ part }) => part === 'redis')).toMatchObject({ state: 'ok' });
      expect(findings.find(({ part }) => part === 'signing keys')).toMatchObject({ state: 'ok' });
    });
  });
}
