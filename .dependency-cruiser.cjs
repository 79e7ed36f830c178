/** Dependencies point inward: pages -> http; http, cli and adapters -> app -> domain. src/compose alone knows every adapter. */

/** Pure computation, no I/O. */
const DOMAIN_PACKAGES = [
  'otplib',
  '@otplib/plugin-crypto-node',
  'libphonenumber-js',
  'intl-messageformat',
];

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'domain-is-pure',
      severity: 'error',
      comment: 'The domain knows no layer and no I/O.',
      from: { path: '^src/domain/' },
      to: {
        pathNot: [
          '^src/domain/',
          '^(node:)?crypto$',
          ...DOMAIN_PACKAGES.map((name) => `^node_modules/${name}/`),
        ],
      },
    },
    {
      name: 'app-knows-only-domain',
      severity: 'error',
      comment: 'Use cases reach the world through ports; of Node they need hashing and deadlines.',
      from: { path: '^src/app/' },
      to: { pathNot: ['^src/(app|domain)/', '^(node:)?(crypto|timers/promises)$'] },
    },
    {
      name: 'ports-are-only-types',
      severity: 'error',
      comment: 'A port that runs code is a use case.',
      from: { path: '^src/app/ports/' },
      to: { pathNot: ['^src/app/(ports/|errors\\.ts$|answers\\.ts$|call\\.ts$)', '^src/domain/'] },
    },
    {
      name: 'adapters-know-neither-http-nor-each-other',
      severity: 'error',
      comment: 'Each folder implements ports over one technology; src/compose puts them together.',
      from: { path: '^src/adapters/([^/]+)/' },
      to: {
        path: '^src/',
        pathNot: ['^src/adapters/$1/', '^src/(app|domain)/'],
      },
    },
    {
      name: 'edges-never-touch-adapters',
      severity: 'error',
      comment: 'Routes and commands call use cases.',
      from: { path: '^src/(http|config)/' },
      to: { path: '^src/(adapters|compose|cli)/' },
    },
    {
      name: 'pages-stand-on-http-and-app',
      severity: 'error',
      comment:
        'Pages call use cases and borrow from the HTTP edge what every answer needs, and how input is read.',
      from: { path: '^src/pages/' },
      to: { path: '^src/', pathNot: ['^src/(pages|app|domain)/', '^src/http/(schemas/)?[^/]+$'] },
    },
    {
      name: 'only-compose-shows-pages',
      severity: 'error',
      comment: 'The API works without them.',
      from: { path: '^src/', pathNot: '^src/(pages|compose)/' },
      to: { path: '^src/pages/' },
    },
    {
      name: 'cli-composes-and-never-adapts',
      severity: 'error',
      comment: 'Commands get what they need from src/compose.',
      from: { path: '^src/cli/' },
      to: { path: '^src/adapters/' },
    },
    {
      name: 'config-stands-alone',
      severity: 'error',
      comment: 'Settings are read before anything else exists.',
      from: { path: '^src/config/' },
      to: { path: '^src/', pathNot: ['^src/(config|domain)/'] },
    },
    {
      name: 'client-stands-alone',
      severity: 'error',
      comment: 'It runs in other services: nothing of this one goes with it.',
      from: { path: '^src/client/' },
      to: { path: '^src/', pathNot: '^src/client/' },
    },
    {
      name: 'client-is-used-by-others',
      severity: 'error',
      comment: 'The service answers its API; it does not call it.',
      from: { path: '^src/', pathNot: '^src/client/' },
      to: { path: '^src/client/' },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      comment: 'Two files that need each other are one file, or three.',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-orphans',
      severity: 'error',
      comment: 'What nothing imports is not needed.',
      from: {
        orphan: true,
        pathNot: ['^src/client/index\\.ts$', '^src/pages/assets/', '\\.d\\.ts$'],
      },
      to: {},
    },
    {
      name: 'no-test-code-in-the-service',
      severity: 'error',
      comment: 'Development packages are not there in production.',
      from: { path: '^src/' },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'no-unresolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};
