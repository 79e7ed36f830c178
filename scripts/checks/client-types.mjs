/** Fails where the client's types are not what `openapi.yaml` says. */

import { readClientTypes, renderClientTypes } from '../lib/client-types.mjs';

if ((await readClientTypes()) !== (await renderClientTypes())) {
  console.error('src/client/schema.ts does not match openapi.yaml: run `npm run generate`.');
  process.exitCode = 1;
}
