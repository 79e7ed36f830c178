/** What the documents point at is there. */

import { dirname, join } from 'node:path';

import { z } from 'zod';

import { usagesOf } from '../../src/cli/help.js';
import { hasProjectFile, projectFiles, readProjectFile } from '../support/project.js';

const Package = z.object({ scripts: z.record(z.string(), z.string()) });

const ROOT_PAGES = [
  'README.md',
  'ARCHITECTURE.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  'CHANGELOG.md',
];
const pages = [...ROOT_PAGES, ...projectFiles('docs').filter((path) => path.endsWith('.md'))];

/** In backticks or at the beginning of a line of a script. */
const COMMAND = /(?:`|^ *)(?:bin\/)?assay ([a-z][a-z-]*)( [a-z][a-z-]*)?/gm;

const withoutExamples = (markdown: string) => markdown.replace(/^```[^]*?^```/gm, '');

/** Targets of links within the repository, as paths from its root. */
function linkedFiles(page: string): readonly string[] {
  const links = withoutExamples(readProjectFile(page)).matchAll(/\]\((?!https?:|#)([^)#]+)/g);
  return [...links].map(([, target = '']) => join(dirname(page), target));
}

/** Paths that stand in backticks: a folder of the project or of `src`, then anything but a pattern. */
function namedFiles(page: string): readonly string[] {
  const names = withoutExamples(readProjectFile(page)).matchAll(
    /`((src|tests|docs|scripts|drizzle|assets|domain|app|http|adapters)\/[^`\s<>*…]*)`/g,
  );
  return [...names].map(([, path = '', folder = '']) =>
    hasProjectFile(folder) ? path : `src/${path}`,
  );
}

/** Headings as GitHub names them in addresses. */
function anchorsOf(page: string): readonly string[] {
  return [...readProjectFile(page).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

describe('documents', () => {
  it.each(pages)('%s links to what exists', (page) => {
    expect(linkedFiles(page).filter((path) => !hasProjectFile(path))).toEqual([]);
  });

  it.each(pages)('%s names files that exist', (page) => {
    expect(namedFiles(page).filter((path) => !hasProjectFile(path))).toEqual([]);
  });

  it.each(pages)('%s names scripts of package.json that exist', (page) => {
    const { scripts } = Package.parse(JSON.parse(readProjectFile('package.json')));
    const named = [...readProjectFile(page).matchAll(/npm run ([a-z:-]+)/g)].map(
      ([, it = '']) => it,
    );
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });

  it.each(pages)('%s names commands that exist', (page) => {
    const known = new Set(
      [...usagesOf([]).join('\n').matchAll(COMMAND)].map(([, one = '', two = '']) => one + two),
    );
    const named = [...readProjectFile(page).matchAll(COMMAND)];
    const unknown = named.filter(
      ([, one = '', two = '']) => !known.has(one + two) && !known.has(one),
    );
    expect(unknown.map(([line]) => line)).toEqual([]);
  });

  it.each(pages)('%s links to headings that exist', (page) => {
    const links = readProjectFile(page).matchAll(/\]\(([^)#:]*)#([^)]+)\)/g);
    const broken = [...links].filter(([, target = '', anchor = '']) => {
      const path = target === '' ? page : join(dirname(page), target);
      return !anchorsOf(path).includes(anchor);
    });
    expect(broken.map(([link]) => link)).toEqual([]);
  });
});
