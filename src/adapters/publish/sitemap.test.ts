import { expect, test } from 'vitest';
import { documentFile, exampleFiles } from '../../core/rules/example-manual.ts';
import { analyseFiles } from '../../testing/check-files.ts';
import { formatSitemap } from './sitemap.ts';

const approved = (date: string): string =>
  `[{ act: approved, version: "1.0", date: ${date}, by: principal, edition: "demo:1" }]`;

function sitemap(drafts: boolean, origin?: string): string | undefined {
  const analysis = analyseFiles({
    ...exampleFiles,
    'procedures/prc-002.mdx': documentFile({ id: 'PRC-002', status: 'draft', history: undefined }),
    'procedures/prc-003.mdx': documentFile({
      id: 'PRC-003',
      effective: '2026-06-01',
      history: approved('2026-03-01'),
    }),
    'procedures/prc-004.mdx': documentFile({
      id: 'PRC-004',
      status: 'withdrawn',
      history: '[{ act: withdrawn, version: "1.0", date: 2026-03-01, by: principal, reason: Over }]',
    }),
  });
  return formatSitemap({
    analysis,
    build: {
      today: analysis.facts.today,
      todayOverridden: true,
      toolVersion: '0',
      drafts,
      base: '/manual/',
      origin,
    },
  });
}

test('holds what is in force with the day of its approval, and no draft, later or withdrawn text', () => {
  const text = sitemap(false, 'https://college.example') ?? '';
  const documents = [...text.matchAll(/<loc>([^<]*\/documents\/[^<]*)<\/loc>(?:<lastmod>([^<]*))?/g)].map(
    ([, address, day]) => `${address ?? ''} ${day ?? ''}`,
  );
  expect(documents).toEqual(
    ['FRM-001', 'PRC-001', 'REC-001'].map(
      (id) => `https://college.example/manual/documents/${id}/ 2026-01-10`,
    ),
  );
  expect(text).toContain('<loc>https://college.example/manual/clauses/1.1/</loc>');
});

test('there is none for drafts, or where the address of the site is unknown', () => {
  expect(sitemap(true, 'https://college.example')).toBeUndefined();
  expect(sitemap(false)).toBeUndefined();
});
