import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { toolRoot } from './astro-config.ts';
import { compiledParts } from './compiled-parts.ts';
import { digestSources, findCompiledPages, keptName, nameSources } from './compiled-pages.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'eoms-pages-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const compile = vi.fn((to: string) => {
  writeFileSync(join(to, 'made'), '');
  return Promise.resolve();
});

test('the pages of the tool are compiled without a manual, and say nothing of the machine', async () => {
  const pages = await findCompiledPages();
  const { renderPages } = (await import(pathToFileURL(join(pages, compiledParts.entry)).href)) as object as {
    renderPages: unknown;
  };
  expect(renderPages).toBeTypeOf('function');
  const code = readdirSync(pages, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.m?js$/.test(name),
  );
  expect(code.length).toBeGreaterThan(10);
  expect(
    code.filter((name) => readFileSync(join(pages, name), 'utf8').includes(toolRoot.slice(0, -1))),
  ).toEqual([]);
  expect(readdirSync(join(pages, compiledParts.files)).sort()).toEqual(['_astro', 'icon.svg']);
});

test('they are compiled once, where they belong', async () => {
  compile.mockClear();
  const place = join(folder, 'pages');
  const first = await findCompiledPages(place, compile);
  expect(await findCompiledPages(place, compile)).toBe(first);
  expect(compile).toHaveBeenCalledOnce();
  expect(readdirSync(place).sort()).toEqual([digestSources(toolRoot), keptName].sort());
});

test('where nothing can be kept they are compiled for the time being, and nothing is run that was found', async () => {
  const closed = join(folder, 'closed');
  writeFileSync(closed, 'a file where a folder was expected');
  compile.mockClear();
  const [first, second] = [
    await findCompiledPages(closed, compile),
    await findCompiledPages(closed, compile),
  ];
  expect(compile).toHaveBeenCalledTimes(2);
  expect(first).not.toBe(second);
  for (const made of [first, second]) {
    expect(statSync(made).mode & 0o077).toBe(0);
    rmSync(made, { recursive: true });
  }
});

test('two builds at once share what the quicker one compiled', async () => {
  compile.mockClear();
  const both = await Promise.all([findCompiledPages(folder, compile), findCompiledPages(folder, compile)]);
  expect(compile).toHaveBeenCalledTimes(2);
  expect(new Set(both).size).toBe(1);
  expect(readdirSync(folder).sort()).toEqual([digestSources(toolRoot), keptName].sort());
});

test('what cannot be compiled leaves nothing behind', async () => {
  await expect(findCompiledPages(folder, () => Promise.reject(new Error('No such page')))).rejects.toThrow(
    'No such',
  );
  expect(readdirSync(folder)).toEqual([keptName]);
});

test('pages of another state of the source go when they have not been touched for a day', async () => {
  for (const name of ['older', 'newer']) mkdirSync(join(folder, name));
  const twoDaysAgo = Date.now() / 1000 - 2 * 24 * 60 * 60;
  utimesSync(join(folder, 'older'), twoDaysAgo, twoDaysAgo);
  await findCompiledPages(folder, compile);
  expect(readdirSync(folder).sort()).toEqual([digestSources(toolRoot), keptName, 'newer'].sort());
});

test('the name follows the source and not the place, and tests are no part of it', () => {
  const [here, there] = [join(folder, 'here'), join(folder, 'there')];
  for (const root of [here, there]) {
    for (const name of ['src/pages', 'schemas', 'src/testing'])
      mkdirSync(join(root, name), { recursive: true });
    for (const name of ['astro.config.mjs', 'package.json', 'tsconfig.json', 'src/pages/index.astro'])
      cpSync(join(toolRoot, name), join(root, name));
  }
  const name = digestSources(here);
  expect(digestSources(there)).toBe(name);
  writeFileSync(join(there, 'src/pages/index.test.ts'), '// more');
  writeFileSync(join(there, 'src/testing/case.mdx'), 'more');
  expect(digestSources(there)).toBe(name);
  writeFileSync(join(there, 'src/pages/more.astro'), 'more');
  expect(digestSources(there)).not.toBe(name);
});

test('the name that is kept is right, whatever stands there', () => {
  for (const name of ['src', 'schemas']) mkdirSync(join(folder, name));
  for (const name of ['astro.config.mjs', 'package.json', 'tsconfig.json'])
    cpSync(join(toolRoot, name), join(folder, name));
  const kept = join(folder, keptName);
  const right = (): void => {
    const name = digestSources(folder);
    // What is read from the source, and what is kept.
    expect([nameSources(folder, folder), nameSources(folder, folder)]).toEqual([name, name]);
    expect(readFileSync(kept, 'utf8')).toContain(name);
  };
  right();
  writeFileSync(join(folder, 'src/index.astro'), 'one');
  right();
  writeFileSync(join(folder, 'src/index.astro'), 'another');
  right();
  utimesSync(join(folder, 'src/index.astro'), 0, 0);
  right();
  for (const wrong of ['', '\n', readFileSync(kept, 'utf8').slice(0, 70)]) {
    writeFileSync(kept, wrong);
    right();
  }
  expect(nameSources(folder, join(folder, 'nowhere'))).toBe(digestSources(folder));
});
