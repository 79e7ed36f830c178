/** A contract suite that nobody runs is a comment: every adapter is bound to its port's. */

import { hasProjectFile, projectFiles, readProjectFile } from '../support/project.js';

/** Ports without a contract suite, and why. */
const EXEMPT: Readonly<Record<string, string>> = {
  SmsSender:
    'One real adapter, held to the answers of Twilio itself; the outbox reaches nobody and can fail in none of those ways.',
};

/** The folder whose one adapter runs on two databases. */
const DATABASES: Readonly<Record<string, readonly string[]>> = {
  postgres: ['postgres', 'pglite'],
};

const kebab = (name: string) => name.replace(/\B[A-Z]/g, '-$&').toLowerCase();
const isPort = (name: string) => hasProjectFile(`src/app/ports/${kebab(name)}.ts`);

/** Classes by `implements`, factories by the type they answer. */
const IMPLEMENTED = /\bimplements ([\w, ]+)|\): (?:Promise<)?(\w+)>? (?:\{|=>)/g;

const implementations = projectFiles('src/adapters')
  .filter((path) => path.endsWith('.ts'))
  .flatMap((path) => {
    const [, , folder = ''] = path.split('/');
    return [...readProjectFile(path).matchAll(IMPLEMENTED)]
      .flatMap(([, names = '', answered = '']) => [
        ...names.split(',').map((name) => name.trim()),
        answered,
      ])
      .filter((port) => port !== '' && isPort(port))
      .map((port) => ({ port, folder }));
  });

const bindings = implementations
  .filter(({ port }) => !(port in EXEMPT))
  .flatMap(({ port, folder }) =>
    (DATABASES[folder] ?? [folder]).map((adapter) => ({ port, adapter })),
  );

describe('contract suites', () => {
  it.each(bindings)('of $port run against $adapter', ({ port, adapter }) => {
    const binding = `tests/contract/${kebab(port)}.${adapter}.test.ts`;
    expect(projectFiles('tests/contract')).toContain(binding);
    expect(readProjectFile(binding)).toContain(`'./${kebab(port)}.contract.js'`);
  });

  it('are each run by at least one adapter', () => {
    const suites = projectFiles('tests/contract').filter((path) => path.endsWith('.contract.ts'));
    const bound = new Set(bindings.map(({ port }) => `tests/contract/${kebab(port)}.contract.ts`));
    expect(suites.filter((suite) => !bound.has(suite))).toEqual([]);
  });

  it('are missing only for ports that exist and have adapters', () => {
    const ports = new Set(implementations.map(({ port }) => port));
    expect(Object.keys(EXEMPT).filter((port) => !ports.has(port))).toEqual([]);
  });
});
