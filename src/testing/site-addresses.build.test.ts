/** The built sample manual, checked from its files alone: whatever the check of the source let pass must lead somewhere. */
import { expect, test } from 'vitest';
import { compareWithManifest, readManifest } from '../adapters/publish/manifest.ts';
import { checkSite } from '../adapters/site-check/check-site.ts';
import { contentSecurityPolicy } from '../view/security-policy.ts';
import { readPage } from '../adapters/site-check/read-page.ts';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { siteFolder } from './site.ts';

test('every address of every page, feed and table leads somewhere, every id is once, no page is orphaned', () => {
  const manifest = readManifest(siteFolder());
  const checked = checkSite(siteFolder(), { base: manifest?.base ?? '/', origin: manifest?.origin });
  expect(checked.faults.map(({ file, message, kind }) => `${file}: ${message} [${kind}]`)).toEqual([]);
  expect(checked.pages).toBeGreaterThan(300);
  expect(checked.addresses).toBeGreaterThan(10_000);
});

test('the manifest holds every file as it is', () => {
  const manifest = readManifest(siteFolder());
  if (manifest === undefined) throw new Error('no manifest');
  expect(compareWithManifest(siteFolder(), manifest)).toEqual([]);
});

test('every page carries the policy', () => {
  for (const page of ['index.html', 'search/index.html', '404.html'])
    expect(readPage(readFileSync(join(siteFolder(), page), 'utf8')).policy).toBe(contentSecurityPolicy);
});
