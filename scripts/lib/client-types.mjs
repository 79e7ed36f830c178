/** The client's types as `openapi.yaml` gives them. */

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import openapiTypescript, { astToString } from 'openapi-typescript';
import { format, resolveConfig } from 'prettier';

import { root } from './project.mjs';

export const openapiPath = join(root, 'openapi.yaml');
export const clientTypesPath = join(root, 'src/client/schema.ts');

const HEADER =
  '/** Types of the HTTP API. Generated from openapi.yaml by `npm run generate`; never edited. */\n\n';

/** The text of `src/client/schema.ts`, formatted like everything else. */
export async function renderClientTypes() {
  const nodes = await openapiTypescript(pathToFileURL(openapiPath), { alphabetize: false });
  const style = await resolveConfig(clientTypesPath);
  return format(HEADER + astToString(nodes), { ...style, parser: 'typescript' });
}

/** Answers undefined where there is none yet. */
export async function readClientTypes() {
  return readFile(clientTypesPath, 'utf8').catch(() => undefined);
}
