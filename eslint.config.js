/** What the linter holds: types are used, nothing floats, files stay small, secrets stay where they may be. */

import { builtinModules } from 'node:module';

import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

const counted = { skipBlankLines: true, skipComments: true };

const sizes = {
  'max-lines': ['error', { max: 200, ...counted }],
  'max-lines-per-function': ['error', { max: 40, ...counted }],
  'max-params': ['error', 3],
  'max-depth': ['error', 3],
  complexity: ['error', 10],
};

/** The part of eslint's own recommendations that neither the compiler nor typescript-eslint covers. */
const always = {
  eqeqeq: ['error', 'always', { null: 'ignore' }],
  'no-cond-assign': ['error', 'always'],
  'no-constant-condition': 'error',
  'no-control-regex': 'error',
  'no-empty': 'error',
  'no-fallthrough': 'error',
  'no-misleading-character-class': 'error',
  'no-param-reassign': 'error',
  'no-regex-spaces': 'error',
  'no-self-compare': 'error',
  'no-sparse-arrays': 'error',
  'no-template-curly-in-string': 'error',
  'no-unreachable-loop': 'error',
  'no-unsafe-finally': 'error',
  'no-useless-escape': 'error',
  'no-var': 'error',
  'object-shorthand': 'error',
  'prefer-const': 'error',
};

const typed = {
  '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
  '@typescript-eslint/no-explicit-any': 'error',
  '@typescript-eslint/no-floating-promises': 'error',
  '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
  '@typescript-eslint/strict-boolean-expressions': 'off', // `if (found)` reads well and the compiler knows the type
  '@typescript-eslint/switch-exhaustiveness-check': [
    'error',
    // A default that hands the rest to a function over exactly that rest is held by the compiler.
    { considerDefaultExhaustiveForUnions: true, requireDefaultForNonUnion: true },
  ],
  // Numbers and booleans print as expected; objects, null and undefined are still refused.
  '@typescript-eslint/restrict-template-expressions': [
    'error',
    { allowNumber: true, allowBoolean: true },
  ],
  // `() => this.timer.unref()` and event handlers in one line are our style.
  '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
  // A class of static parsers beside a private constructor is how branded values are made.
  '@typescript-eslint/no-extraneous-class': ['error', { allowStaticOnly: true }],
  // Adapters implement asynchronous ports; some of them have nothing to wait for.
  '@typescript-eslint/require-await': 'off',
};

const imports = {
  paths: [
    ...builtinModules
      .filter((name) => !name.startsWith('node:'))
      .map((name) => ({ name, message: `Import node:${name}.` })),
    {
      name: 'node:process',
      importNames: ['env', 'default'],
      message: 'Use the global `process`; its environment is read in src/config/env.ts alone.',
    },
    {
      name: 'node:perf_hooks',
      importNames: ['performance'],
      message: 'Time comes from the Clock port.',
    },
  ],
  patterns: [{ group: ['**/dist/**'], message: 'Import the source.' }],
};

/** Each entry may be allowed for one place by name; see `restrict`. */
const properties = {
  env: {
    object: 'process',
    property: 'env',
    message: 'Settings are read once, in src/config/env.ts.',
  },
  now: {
    object: 'Date',
    property: 'now',
    message: 'Time comes from the Clock port or from a store.',
  },
  performance: {
    object: 'performance',
    property: 'now',
    message: 'Time comes from the Clock port.',
  },
  hrtime: { object: 'process', property: 'hrtime', message: 'Time comes from the Clock port.' },
  random: {
    object: 'Math',
    property: 'random',
    message: 'Nothing here may be guessable: node:crypto.',
  },
};

const clearNumber = 'A number in clear belongs to the vault and the senders alone (R125).';
const syntax = {
  e164: [
    { selector: "MemberExpression > Identifier.property[name='e164']", message: clearNumber },
    { selector: "MemberExpression > Literal.property[value='e164']", message: clearNumber },
    { selector: "ObjectPattern > Property > Identifier.key[name='e164']", message: clearNumber },
  ],
  owner: ['MemberExpression > Identifier.property', 'MemberExpression > Literal.property']
    .flatMap((node) => [`${node}[name='forOwner']`, `${node}[value='forOwner']`])
    .concat("ObjectPattern > Property > Identifier.key[name='forOwner']")
    .map((selector) => ({
      selector,
      message: 'A number in full is formatted for its owner alone, in src/app/phone/view-phone.ts.',
    })),
  now: [
    {
      selector: "NewExpression[callee.name='Date'][arguments.length=0]",
      message: 'Time comes from the Clock port or from a store.',
    },
  ],
  markup: [
    {
      selector: "JSXAttribute[name.name='dangerouslySetInnerHTML']",
      message: 'Everything on a page is escaped.',
    },
    {
      selector: 'JSXAttribute[name.name=/^(style|on[A-Z].*)$/]',
      message: 'Nothing inline: the policy of the pages refuses it.',
    },
  ],
  modules: [
    { selector: 'ExportDefaultDeclaration', message: 'Exports are named.' },
    { selector: 'ExportAllDeclaration', message: 'No barrels: import from the file itself.' },
  ],
};

/** The restrictions on source files, without those named. */
function restrict({ except = [] } = {}) {
  const kept = (all) => Object.entries(all).filter(([name]) => !except.includes(name));
  return {
    'no-restricted-imports': ['error', imports],
    'no-restricted-properties': ['error', ...kept(properties).map(([, rule]) => rule)],
    'no-restricted-syntax': ['error', ...kept(syntax).flatMap(([, rules]) => rules)],
    'no-console': 'error',
  };
}

export default defineConfig(
  globalIgnores(['dist/', 'coverage/', 'bench/results/', 'src/client/schema.ts']),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.{js,mjs,cjs}', 'bin/assay'],
    rules: { ...always, ...sizes, 'no-undef': 'error', 'no-unused-vars': 'error' },
    languageOptions: {
      globals: Object.fromEntries(
        ['Buffer', 'console', 'process', 'URL', 'setTimeout', 'clearTimeout', 'module'].map(
          (name) => [name, 'readonly'],
        ),
      ),
    },
  },
  {
    files: ['src/pages/assets/*.js'],
    languageOptions: {
      globals: Object.fromEntries(
        ['document', 'window', 'navigator', 'fetch', 'location', 'AbortController'].map((name) => [
          name,
          'readonly',
        ]),
      ),
    },
  },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: { ...always, ...sizes, ...typed },
  },
  { files: ['src/**/*.{ts,tsx}'], rules: restrict() },
  { files: ['src/config/env.ts'], rules: restrict({ except: ['env'] }) },
  {
    files: ['src/compose/**/*.ts'],
    rules: restrict({ except: ['now', 'performance', 'hrtime'] }),
  },
  {
    files: ['src/adapters/{crypto,twilio,outbox}/**/*.ts', 'src/domain/phone-number.ts'],
    rules: restrict({ except: ['e164'] }),
  },
  { files: ['src/app/phone/view-phone.ts'], rules: restrict({ except: ['owner'] }) },
  { files: ['src/cli/**/*.ts'], rules: { 'no-console': 'off' } }, // it talks to a terminal
  {
    files: ['tests/**/*.{ts,tsx}'],
    rules: {
      'max-lines': ['error', { max: 300, ...counted }],
      'max-lines-per-function': 'off', // a suite is one function, a contract suite a long one
      'max-params': ['error', 4], // parallel cases and request helpers
      '@typescript-eslint/no-unsafe-assignment': 'off', // expect.any() and its kin are typed as any
      '@typescript-eslint/no-non-null-assertion': 'off', // a wrong guess fails the test, as it should
      '@typescript-eslint/unbound-method': 'off', // expect(fake.method) calls nothing
      'no-restricted-properties': [
        'error',
        { object: 'jest', property: 'mock', message: 'Dependencies come in as arguments.' },
        { object: 'jest', property: 'unstable_mockModule', message: 'Dependencies are arguments.' },
      ],
    },
  },
  // One port, one suite: splitting it would hide what an adapter has to hold.
  { files: ['tests/contract/*.contract.ts'], rules: { 'max-lines': 'off' } },
);
