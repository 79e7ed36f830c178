/** Commands beside a running embedded service, and on its data folder while it is stopped. */

import { newEmbeddedFolder, run, startEmbedded, type EmbeddedFolder } from '../support/embedded.js';
import { describeCommands } from './commands.cases.js';

let running: EmbeddedFolder;
let stop: () => Promise<unknown>;

beforeAll(async () => {
  running = await newEmbeddedFolder();
  const service = await startEmbedded(running.env);
  stop = () => {
    service.process.kill('SIGTERM');
    return service.done;
  };
}, 180_000);
afterAll(async () => {
  await stop();
  running.remove();
});

describeCommands('beside an embedded service', () => running);

it('work on the data folder of a service that is stopped', async () => {
  const stopped = await newEmbeddedFolder();
  const set = ['companies', 'set', 'acme', '--display-name', 'Acme', '--default-country', 'GB'];
  expect(await run(stopped.env, ...set)).toMatchObject({ code: 0 });
  const listed = await run(stopped.env, 'companies', 'list', '--json');
  expect(JSON.parse(listed.stdout)).toMatchObject([{ companyId: 'acme' }]);
  stopped.remove();
}, 180_000);

it('help, --help and a command without its words show the same, with --json as JSON alone', async () => {
  const bare = { PATH: process.env['PATH'] ?? '' };
  const help = await run(bare, 'help');
  expect(help).toMatchObject({ code: 0, stderr: '' });
  expect(await run(bare, '--help')).toEqual(help);
  const one = await run(bare, 'help', 'policy', 'set');
  expect(one.stdout).toMatch(/^assay policy set COMPANY_ID/);
  expect(await run(bare, 'policy', 'set', '--help')).toEqual(one);
  expect(JSON.parse((await run(bare, 'help', 'doctor', '--json')).stdout)).toEqual({
    usage: ['assay doctor'],
  });
  expect(await run(bare, 'help', 'nonsense')).toEqual({
    code: 2,
    stdout: '',
    stderr: 'assay: no such command: nonsense; `assay help` lists them\n',
  });
}, 60_000);
