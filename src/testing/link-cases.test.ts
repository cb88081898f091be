/** The cases about links are many, and the table of them in `cases/links/README.md` tells the truth. */
import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { loadManual } from '../adapters/load-manual.ts';
import { parseCalendarDate } from '../core/model/calendar-date.ts';

const folder = fileURLToPath(new URL('cases/links/', import.meta.url));
/** `anchors/frm-004` to the name of its file. */
const cases = new Map(
  globSync('*/content/forms/*.mdx', { cwd: folder }).map((path) => {
    const [, behaviour = '', name = '', number = ''] = /^([^/\\]+).*[/\\]((frm-\d+)-.*)$/.exec(path) ?? [];
    return [`${behaviour}/${number}`, name] as const;
  }),
);

test('there are at least 80 cases of links', () => {
  expect(cases.size).toBeGreaterThan(150);
});

const rows = readFileSync(`${folder}README.md`, 'utf8')
  .split('\n')
  .flatMap((line) => {
    const [, kind = '', named = ''] = /^\| ([^|]+) \| ([^|]+) \|$/.exec(line) ?? [];
    return named.includes('/frm-') ? [{ kind, named }] : [];
  });

test('nothing is said about the links of the sample manual, all of which lead somewhere', async () => {
  const content = fileURLToPath(new URL('../../content', import.meta.url));
  const { findings, manual } = await loadManual({
    content,
    today: parseCalendarDate('2026-11-02'),
    where: 'here',
  });
  expect(manual.documents.flatMap(({ links }) => links).length).toBeGreaterThan(100);
  expect(findings.filter(({ rule }) => /link|anchor|reference|figure|picture/.test(rule))).toEqual([]);
}, 60_000);

test('every kind of link has its cases, and they exist', () => {
  expect(rows.length).toBeGreaterThan(30);
  for (const { kind, named } of rows)
    for (const part of named.split('; ')) {
      const [behaviour = '', numbers = ''] = part.split(/\/(.*)/);
      for (const number of numbers.split(', '))
        expect(cases.has(`${behaviour}/${number}`), `${kind}: ${behaviour}/${number}`).toBe(true);
    }
});

test('every kind is told apart from what works: it has a case that speaks and one that stays silent', () => {
  const speaks = new Set(
    [...new Set([...cases.keys()].map((name) => name.split('/')[0] ?? ''))].flatMap((behaviour) =>
      [
        ...readFileSync(`${folder}${behaviour}/expected.txt`, 'utf8').matchAll(
          /^content\/forms\/(frm-\d+)/gm,
        ),
      ].map((match) => `${behaviour}/${match[1] ?? ''}`),
    ),
  );
  expect([...cases.keys()].filter((name) => speaks.has(name)).length).toBeGreaterThan(80);
  expect([...cases.keys()].filter((name) => !speaks.has(name)).length).toBeGreaterThan(60);
});
