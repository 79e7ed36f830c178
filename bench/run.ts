/** `npm run bench`: measures verify, start, the console, memory and start-up on this machine; a table, and JSON. */

import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';

import { bytesPerChallenge, residentMegabytes } from './memory.js';
import { benchConsole } from './console.js';
import { benchStart } from './start.js';
import { benchStartup } from './startup.js';
import { openStage } from './stage.js';
import { benchVerify } from './verify.js';
import { printReport, type Report } from './report.js';

async function main(): Promise<void> {
  // On a stage of its own: the other measurements use up the example numbers' budgets.
  const many = await openStage();
  const consolePages = await benchConsole(many);
  await many.close();

  const one = await openStage();
  const verify = [...(await benchVerify(one, 'right')), ...(await benchVerify(one, 'wrong'))];
  const start = await benchStart(one);
  const loadedMegabytes = residentMegabytes(one.service.process.pid ?? 0);
  const startup = await benchStartup(one.env);
  const redisBytesPerChallenge = await bytesPerChallenge(one.database.url);
  await one.close();

  const two = await openStage({ WORKERS: '2' });
  const twoWorkers = {
    verify: [...(await benchVerify(two, 'right')), ...(await benchVerify(two, 'wrong'))],
    start: await benchStart(two),
  };
  await two.close();

  const report: Report = {
    at: new Date().toISOString(),
    machine: { node: process.version, cpu: cpus()[0]?.model ?? 'unknown', cores: cpus().length },
    oneProcess: { verify, start },
    twoWorkers,
    startup,
    loadedMegabytes,
    consolePages,
    redisBytesPerChallenge,
  };
  const folder = join(import.meta.dirname, 'results');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'latest.json'), `${JSON.stringify(report, null, 2)}\n`);
  printReport(report);
}

await main();
