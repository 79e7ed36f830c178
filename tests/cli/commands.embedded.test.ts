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
