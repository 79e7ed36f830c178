/** The lock file works anywhere, and the image holds what the package names. */

import { z } from 'zod';

import { readProjectFile } from '../support/project.js';

const Lock = z.object({
  packages: z.record(z.string(), z.object({ resolved: z.string().optional() })),
});
const Package = z.object({ files: z.array(z.string()) });

describe('the lock file', () => {
  it('names no registry, so that it installs from whichever is configured', () => {
    const { packages } = Lock.parse(JSON.parse(readProjectFile('package-lock.json')));
    expect(Object.keys(packages).length).toBeGreaterThan(100);
    expect(Object.entries(packages).filter(([, { resolved }]) => resolved !== undefined)).toEqual(
      [],
    );
  });
});

describe('the image', () => {
  const { files } = Package.parse(JSON.parse(readProjectFile('package.json')));

  it.each(files)('holds %s', (name) => {
    const copied = readProjectFile('Dockerfile').matchAll(/^COPY --from=build (.+)$/gm);
    const sources = [...copied].flatMap(([, line = '']) => line.split(' '));
    expect(sources).toContain(`/app/${name}`);
  });

  it('does not run as root and knows when it is not ready', () => {
    const dockerfile = readProjectFile('Dockerfile');
    expect(dockerfile).toMatch(/^USER node$/m);
    expect(dockerfile).toMatch(/^HEALTHCHECK[^]+\/health\/ready/m);
  });
});
