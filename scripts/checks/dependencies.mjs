/** Holds the direction of dependencies (.dependency-cruiser.cjs), and that any file was looked at. */

import { cruise, format } from 'dependency-cruiser';
import extractDepcruiseConfig from 'dependency-cruiser/config-utl/extract-depcruise-config';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';

import { root } from '../lib/project.mjs';

process.chdir(root);
const config = await extractDepcruiseConfig('./.dependency-cruiser.cjs');
const { output } = await cruise(
  ['src'],
  { ...config.options, ruleSet: config, validate: true },
  null,
  { tsConfig: extractTSConfig('./tsconfig.json') },
);
const report = await format(output, { outputType: 'err' });
console.log(report.output.trim());
process.exitCode = report.exitCode;

// With a TypeScript it does not know, the tool finds no file and is content.
if (!output.modules.some(({ source }) => source.startsWith('src/domain/'))) {
  console.error('No file of src was looked at.');
  process.exitCode = 1;
}
