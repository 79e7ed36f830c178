/** This API's description, as text and as a page that loads nothing from elsewhere. */

import { createRequire } from 'node:module';
import { dirname } from 'node:path';

import type { Router } from 'express';

import { routeGet } from '../methods.js';
import { stateOf } from '../request-state.js';
import { docsHeaders } from '../security-headers.js';

const swaggerFolder = dirname(
  createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'),
);

const PAGE = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Assay API</title>
<link rel="stylesheet" href="/docs/swagger-ui.css">
<script defer src="/docs/swagger-ui-bundle.js"></script>
<script defer src="/docs/open.js"></script>
</head>
<body><div id="docs"></div></body>
</html>
`;

/** `validatorUrl: null`: no badge is fetched from the project's own servers. */
const OPEN_SCRIPT = `SwaggerUIBundle({
  url: '/openapi.yaml',
  dom_id: '#docs',
  deepLinking: true,
  validatorUrl: null,
});
`;

const ASSETS = ['swagger-ui.css', 'swagger-ui-bundle.js'] as const;

/** Registers `/openapi.yaml` and `/docs`. */
export function registerDocs(router: Router, openapiText: string): void {
  routeGet(router, '/openapi.yaml', (_req, res) => {
    stateOf(res).operationId = 'getOpenApi';
    res.type('application/yaml').send(openapiText);
  });
  routeGet(router, '/docs', docsHeaders, (_req, res) => {
    stateOf(res).operationId = 'getDocs';
    res.type('text/html').send(PAGE);
  });
  routeGet(router, '/docs/open.js', docsHeaders, (_req, res) => {
    res.type('text/javascript').send(OPEN_SCRIPT);
  });
  for (const name of ASSETS)
    routeGet(router, `/docs/${name}`, docsHeaders, (_req, res) =>
      res.sendFile(name, { root: swaggerFolder }),
    );
}
