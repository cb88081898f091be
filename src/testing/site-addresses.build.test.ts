/** The built sample manual, checked from its files alone: whatever the check of the source let pass must lead somewhere. */
import { expect, test } from 'vitest';
import { compareWithManifest, readManifest } from '../adapters/publish/manifest.ts';
import { checkSite } from '../adapters/site-check/check-site.ts';
import { contentSecurityPolicy } from '../view/security-policy.ts';
import { readPage } from '../adapters/site-check/read-page.ts';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { documentTypes } from '../../schemas/document.ts';
import { anchorsOfPage, fixedFiles } from '../view/page-anchors.ts';
import { type AddressBook, resolveAddress } from '../view/urls.ts';
import { listRoutes } from './route-examples.ts';
import { siteFolder } from './site.ts';

/** Of a manual that holds nothing. */
const nothing = { byId: new Map<string, unknown>() };
const emptyBook: AddressBook = {
  ids: new Set(),
  aliases: new Map(),
  standards: new Map(),
  registers: { roles: nothing, units: nothing, processes: nothing, glossary: nothing },
  edition: 'own:1',
};

test('every address of every page, feed and table leads somewhere, every id is once, no page is orphaned', () => {
  const manifest = readManifest(siteFolder());
  const checked = checkSite(siteFolder(), { base: manifest?.base ?? '/', origin: manifest?.origin });
  expect(checked.faults.map(({ file, message, kind }) => `${file}: ${message} [${kind}]`)).toEqual([]);
  expect(checked.pages).toBeGreaterThan(300);
  expect(checked.addresses).toBeGreaterThan(10_000);
});

test('every page without an id in its address can be linked to, and so can its sections that stay', () => {
  const settled = listRoutes().filter((route) => !route.includes('[') && route !== '404');
  expect(settled.length).toBeGreaterThan(15);
  const types = documentTypes.map((type) => `types/${type}`);
  for (const page of [...settled, ...types]) {
    expect(resolveAddress(`/${page}/`, emptyBook), page).toBeDefined();
    const { ids } = readPage(readFileSync(join(siteFolder(), page, 'index.html'), 'utf8'));
    for (const anchor of anchorsOfPage(page)) expect(ids.has(anchor), `/${page}/#${anchor}`).toBe(true);
  }
  for (const file of fixedFiles) expect(existsSync(join(siteFolder(), file)), file).toBe(true);
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
