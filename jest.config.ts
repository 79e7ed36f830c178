/** How the tests run: ES modules, TypeScript without type-checking, no network but loopback. */

import { availableParallelism } from 'node:os';

import type { Config } from 'jest';
import { createDefaultEsmPreset } from 'ts-jest';

const config: Config = {
  ...createDefaultEsmPreset({
    tsconfig: {
      module: 'nodenext',
      target: 'ES2022',
      jsx: 'react-jsx',
      jsxImportSource: 'preact',
      isolatedModules: true,
      verbatimModuleSyntax: true,
      types: ['node', 'jest'],
    },
  }),
  testEnvironment: 'node',
  roots: ['<rootDir>/tests'],
  testMatch: ['**/*.test.ts'],
  setupFilesAfterEnv: ['<rootDir>/tests/support/network.ts'],
  moduleNameMapper: {
    '^libphonenumber-js/max$': '<rootDir>/node_modules/libphonenumber-js/max/index.cjs',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  // Ends what hangs; says nothing about speed.
  testTimeout: 300_000,
  // Most tests wait for a server, so that two workers fit on two cores; more only where there is room.
  maxWorkers: Math.max(2, Math.floor(availableParallelism() / 2)),
  // ES modules and embedded databases of finished test files stay in a worker's memory.
  workerIdleMemoryLimit: '1500MB',
  // Out of the temporary folder, which a test run removes.
  cacheDirectory: '<rootDir>/node_modules/.cache/jest',
};

export default config;
