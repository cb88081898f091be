/** Imports point one way: core ← view ← adapters ← pages, cli; and the core touches nothing of the world. */
import { globSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));

interface Import {
  readonly from: string;
  readonly to: string;
}

/** Every static import and export of our sources, relative ones resolved to a path below the root. */
const imports: readonly Import[] = globSync('{src,schemas}/**/*.{ts,astro,mdx}', { cwd: root })
  .map((path) => path.split(sep).join('/'))
  .filter((path) => !/\.test\.ts$|^src\/testing\/|\/cases\//.test(path))
  .flatMap((from) => {
    const text = readFileSync(join(root, from), 'utf8');
    return [
      ...text.matchAll(
        /^\s*(?:import|export)\b[^'"`;]*?from\s*['"]([^'"]+)['"]|^\s*import\s*['"]([^'"]+)['"]/gm,
      ),
    ].map((match) => {
      const written = match[1] ?? match[2] ?? '';
      const to = written.startsWith('.')
        ? relative(root, join(root, dirname(from), written))
            .split(sep)
            .join('/')
        : written;
      return { from, to };
    });
  });

const within =
  (folder: string) =>
  (path: string): boolean =>
    path === folder || path.startsWith(`${folder}/`);
const offenders = (from: (path: string) => boolean, to: (path: string) => boolean): string[] =>
  imports.filter((one) => from(one.from) && to(one.to)).map((one) => `${one.from} imports ${one.to}`);

test('there are imports to read', () => {
  expect(imports.length).toBeGreaterThan(300);
});

test('the core knows no Node, no Astro, no view, no adapter', () => {
  const outside = (to: string): boolean =>
    /^node:|^astro(?:$|[:/])/.test(to) || (to.startsWith('src/') && !within('src/core')(to));
  expect(offenders(within('src/core'), outside)).toEqual([]);
  expect(offenders(within('schemas'), outside)).toEqual([]);
});

test('the view knows the core and itself', () => {
  const outside = (to: string): boolean =>
    /^node:|^astro(?:$|[:/])/.test(to) ||
    (to.startsWith('src/') && !within('src/core')(to) && !within('src/view')(to) && !within('src/i18n')(to));
  expect(offenders(within('src/view'), outside)).toEqual([]);
});

test('adapters know neither pages nor commands', () => {
  expect(
    offenders(within('src/adapters'), (to) => /^src\/(?:cli|pages|layouts|components)\//.test(to)),
  ).toEqual([]);
});

test('commands know no pages and no components', () => {
  expect(offenders(within('src/cli'), (to) => /^src\/(?:pages|layouts|components)\//.test(to))).toEqual([]);
});

test('inside the core, imports follow the flow', () => {
  const order = ['model', 'parse', 'build', 'analyse', 'rules'];
  for (const [index, folder] of order.entries()) {
    const later = order.slice(index + 1).map((one) => within(`src/core/${one}`));
    expect(offenders(within(`src/core/${folder}`), (to) => later.some((is) => is(to)))).toEqual([]);
  }
});

test('no folder or file has a name that says nothing', () => {
  const vague = globSync('{src,schemas,scripts}/**/*', { cwd: root }).filter((path) =>
    /(?:^|[/\\])(?:utils?|helpers?|common|misc|libs?)(?:[/\\]|\.ts$|$)/.test(path),
  );
  expect(vague).toEqual([]);
});
