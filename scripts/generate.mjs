/** `npm run generate`: writes the client's types from `openapi.yaml`. */

import { writeFile } from 'node:fs/promises';

import { clientTypesPath, renderClientTypes } from './lib/client-types.mjs';

await writeFile(clientTypesPath, await renderClientTypes());
