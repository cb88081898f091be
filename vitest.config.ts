import { getViteConfig } from 'astro/config';
import { defineConfig } from 'vitest/config';
import type { TestProjectInlineConfiguration } from 'vitest/config';

/** The end of a test's name says what it needs to run; the quick ones need nothing. */
const suffixes = ['cli', 'build', 'browser', 'property', 'astro'] as const;
const everywhere = (ending: string): string[] =>
  ['src', 'schemas', 'scripts'].map((folder) => `${folder}/**/*${ending}`);
const bySuffix = (suffix: (typeof suffixes)[number]): string[] => everywhere(`.${suffix}.test.ts`);
const never = ['src/testing/cases/**', '**/node_modules/**', 'scripts/bench/peers/**'];

const project = (
  name: string,
  test: TestProjectInlineConfiguration['test'],
): TestProjectInlineConfiguration => ({
  test: { name, exclude: never, ...test },
});

export default defineConfig({
  test: {
    projects: [
      // Nothing but Node.
      project('core', {
        include: everywhere('.test.ts'),
        exclude: [...never, ...suffixes.flatMap(bySuffix)],
      }),
      // The command line as a process of its own, in temporary folders.
      project('cli', {
        include: bySuffix('cli'),
        testTimeout: 60_000,
        hookTimeout: 60_000,
        sequence: { groupOrder: 1 },
      }),
      // One build of the sample manual, made once for both: see src/testing/site.ts.
      project('build', {
        include: bySuffix('build'),
        globalSetup: 'src/testing/build-site.setup.ts',
        testTimeout: 60_000,
      }),
      // The same site in Chromium.
      project('browser', {
        include: bySuffix('browser'),
        globalSetup: 'src/testing/build-site.setup.ts',
        testTimeout: 60_000,
        hookTimeout: 60_000,
        // One browser at a time and after everything else: these tests look at the clock.
        fileParallelism: false,
        sequence: { groupOrder: 2 },
      }),
      project('property', { include: bySuffix('property'), testTimeout: 120_000 }),
      // Components in Astro's container.
      getViteConfig({ test: { name: 'astro', include: bySuffix('astro'), exclude: never } }),
    ],
  },
});
