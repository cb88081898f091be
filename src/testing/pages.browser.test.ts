/** Every page type in Chromium: accessible, no wider than a phone; search, filters and keys do what they say. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../adapters/pdf/launch-browser.ts';
import { pageTypes } from './page-types.ts';
import { type ServedSite, serveSite } from './serve-site.ts';
import { siteFolder } from './site.ts';

interface AxeResult {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly html: string }[];
  }[];
}
declare const axe: { run(options: unknown): Promise<AxeResult> };

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const axeOptions = {
  runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'] },
};

let site: ServedSite;
let browser: Browser;

beforeAll(async () => {
  site = await serveSite(siteFolder());
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  site?.close();
});

async function visit<Result>(
  path: string,
  options: BrowserContextOptions,
  look: (page: Page) => Promise<Result>,
): Promise<Result> {
  const context = await browser.newContext(options);
  try {
    const page = await context.newPage();
    await page.goto(site.origin + path, { waitUntil: 'networkidle' });
    return await look(page);
  } finally {
    await context.close();
  }
}

/** What axe finds, one line each. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axeSource);
  const { violations } = await page.evaluate((options) => axe.run(options), axeOptions);
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
}

const wide = { viewport: { width: 1280, height: 800 } };
const narrow = { viewport: { width: 360, height: 740 } };

test.each(Object.entries(pageTypes))(
  '%s: axe finds nothing, light or dark, and a phone shows it whole',
  async (_, path) => {
    expect(await visit(path, { ...wide, colorScheme: 'light' }, violations)).toEqual([]);
    const found = await visit(path, { ...narrow, colorScheme: 'dark' }, async (page) => ({
      violations: await violations(page),
      tooWide: await page.evaluate(() => document.documentElement.scrollWidth > innerWidth),
    }));
    expect(found).toEqual({ violations: [], tooWide: false });
  },
);

test('the / key leads to the search field, and Enter to the results', async () => {
  const url = await visit('/documents/PRC-007/', wide, async (page) => {
    await page.keyboard.press('/');
    await page.keyboard.type('appeal');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/search/?q=appeal');
    await page.waitForSelector('.search-results li');
    return page.url();
  });
  expect(url).toContain('/search/?q=appeal');
});

test('search by keyboard alone: arrows walk, Escape clears, Enter opens', async () => {
  const seen = await visit('/search/', wide, async (page) => {
    await page.keyboard.press('/');
    await page.keyboard.type('admission of learners');
    await page.waitForSelector('.search-results li');
    const focused = (): Promise<string> => page.evaluate(() => document.activeElement?.textContent ?? '');
    await page.keyboard.press('ArrowDown');
    const first = await focused();
    await page.keyboard.press('ArrowDown');
    const second = await focused();
    await page.keyboard.press('ArrowUp');
    const again = await focused();
    await page.keyboard.press('Escape');
    const cleared = await page.inputValue('#page_search');
    const left = await page.locator('.search-results li').count();
    await page.keyboard.type('prc 7');
    await page.waitForSelector('.search-results li');
    const status = await page.textContent('[data-status]');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/documents/PRC-007/');
    return { first, moved: second !== first, again, cleared, left, status };
  });
  expect(seen.first).toBe('PRC-007 Admission of learners');
  expect(seen.moved).toBe(true);
  expect(seen.again).toBe(seen.first);
  expect(seen.cleared).toBe('');
  expect(seen.left).toBe(0);
  expect(seen.status).toMatch(/\d+ results?/);
});

test('search shows id, title, type, version and section, keeps filters in the address, and loads Pagefind only then', async () => {
  const seen = await visit('/search/', wide, async (page) => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.reload({ waitUntil: 'networkidle' });
    const before = asked.filter((url) => url.includes('pagefind')).length;
    await page.fill('#page_search', 'appeal');
    await page.waitForSelector('.search-results li');
    const text = await page.locator('.search-results li').first().innerText();
    await page.selectOption('[name=type]', 'form');
    await page.waitForFunction(() =>
      [...document.querySelectorAll('.search-results .title')].every((one) =>
        one.textContent.startsWith('FRM-'),
      ),
    );
    return { before, text, url: page.url() };
  });
  expect(seen.before).toBe(0);
  expect(seen.text).toMatch(/^PRC-015 Complaints and appeals\s+Procedure, version [\d.]+\n\w+/);
  expect(new URL(seen.url).search).toBe('?q=appeal&type=form');
});

test('more results come when they are asked for, and the focus goes to the first of them', async () => {
  const seen = await visit('/search/?q=learners', wide, async (page) => {
    const more = page.getByRole('button', { name: 'Show more results' });
    await more.waitFor();
    const before = await page.locator('.search-results li').count();
    await more.click();
    await page.waitForFunction(
      (number) => document.querySelectorAll('.search-results li').length > number,
      before,
    );
    const at = await page.evaluate(() =>
      [...document.querySelectorAll('.search-results .title')].findIndex(
        (title) => title === document.activeElement,
      ),
    );
    return { before, at };
  });
  expect(seen).toEqual({ before: 20, at: 20 });
});

test('on a phone a row of the register names its values, and the filters of search wait below a line', async () => {
  const cell = await visit('/register/', narrow, async (page) => {
    const version = page.locator('#register tbody tr').first().locator('td').nth(2);
    return {
      name: await version.evaluate((element) => getComputedStyle(element, '::before').content),
      violations: await violations(page),
      sideways: await page.evaluate(() => {
        const scroller = document.querySelector('.table-scroll');
        return scroller === null || scroller.scrollWidth > scroller.clientWidth;
      }),
    };
  });
  expect(cell).toEqual({ name: '"Version "', violations: [], sideways: false });
  const filters = await visit('/search/?q=appeal', narrow, async (page) => {
    await page.waitForSelector('.search-results li');
    const before = await page.locator('[name=type]').isVisible();
    await page.getByText('Filter', { exact: true }).first().click();
    return { before, after: await page.locator('[name=type]').isVisible() };
  });
  expect(filters).toEqual({ before: false, after: true });
});

test('the counts of the matrix always equal the rows shown, and the filter is in the address', async () => {
  const counts = (page: Page): Promise<{ tallies: Record<string, number>; rows: Record<string, number> }> =>
    page.evaluate(() => {
      const rows: Record<string, number> = {};
      for (const row of document.querySelectorAll<HTMLElement>('#matrix tr.leaf:not([hidden])'))
        rows[row.dataset['state'] ?? ''] = (rows[row.dataset['state'] ?? ''] ?? 0) + 1;
      const tallies: Record<string, number> = {};
      for (const tally of document.querySelectorAll<HTMLElement>('[data-tally]'))
        if (tally.textContent !== '0') tallies[tally.dataset['tally'] ?? ''] = Number(tally.textContent);
      return { tallies, rows };
    });
  const seen = await visit('/coverage/', wide, async (page) => {
    const whole = await counts(page);
    await page.selectOption('[data-table=matrix] [name=state]', 'covered');
    await page.selectOption('[data-table=matrix] [name=within]', '8.5');
    const filtered = await counts(page);
    const { search } = new URL(page.url());
    await page.reload({ waitUntil: 'networkidle' });
    return { whole, filtered, search, again: await counts(page) };
  });
  expect(seen.whole.tallies).toEqual(seen.whole.rows);
  expect(seen.filtered.tallies).toEqual(seen.filtered.rows);
  expect(Object.keys(seen.filtered.rows)).toEqual(['covered']);
  expect(seen.search).toBe('?state=covered&within=8.5');
  expect(seen.again).toEqual(seen.filtered);
});

test('the register sorts by a column and says so', async () => {
  const seen = await visit('/register/', wide, async (page) => {
    const button = page.locator('th[data-sort=review] button');
    await button.click();
    const dates = await page.locator('#register tbody tr:not([hidden]) td:nth-child(8)').allInnerTexts();
    return {
      dates: dates.filter((date) => date !== '–'),
      sort: await page.getAttribute('th[data-sort=review]', 'aria-sort'),
      search: new URL(page.url()).search,
    };
  });
  expect(seen.dates).toEqual([...seen.dates].sort());
  expect(seen.sort).toBe('ascending');
  expect(seen.search).toBe('?sort=review');
});

test('without scripts everything is there but search, which says what to do instead', async () => {
  const options = { ...wide, javaScriptEnabled: false };
  expect(
    await visit('/coverage/', options, (page) => page.locator('#matrix tr.leaf').count()),
  ).toBeGreaterThan(80);
  expect(await visit('/coverage/', options, (page) => page.locator('.filters').first().isVisible())).toBe(
    false,
  );
  expect(await visit('/search/', options, (page) => page.locator('main').innerText())).toContain(
    'Search needs scripts',
  );
  const members = await visit('/coverage/', options, async (page) => {
    await page.locator('.tallies a', { hasText: 'Gap' }).click();
    return page.evaluate(() => document.querySelector(location.hash)?.textContent);
  });
  expect(members).toMatch(/^Gap \(\d+\)$/);
});

test('clause numbers stand in the text only when asked for', async () => {
  const seen = await visit('/documents/PRC-007/', { ...wide, javaScriptEnabled: false }, async (page) => {
    const before = await page.locator('.text .chip:visible').count();
    await page.check('.chip-switch');
    return { before, after: await page.locator('.text .chip:visible').count() };
  });
  expect(seen.before).toBe(0);
  expect(seen.after).toBeGreaterThan(0);
});

test('on paper the page carries what identifies it, and no navigation', async () => {
  const seen = await visit('/documents/PRC-007/', wide, async (page) => {
    await page.emulateMedia({ media: 'print' });
    return {
      line: await page.evaluate(() => {
        const style = getComputedStyle(document.documentElement);
        return ['line', 'address'].map((name) => style.getPropertyValue(`--print-${name}`)).join('\n');
      }),
      strip: await page.locator('.strip dt').allInnerTexts(),
      navigation: await page.locator('.site-nav').isVisible(),
    };
  });
  expect(seen.line).toMatch(
    /PRC-007 · Version \d+\.\d+ · As of 2 November 2026 · The date was given by hand · Uncontrolled when printed"\n"https:\/\/manual\.alderbridge\.example\/documents\/PRC-007\//,
  );
  expect(seen.strip).toEqual([
    'Document',
    'Type',
    'Version',
    'Status',
    'In force from',
    'Review due',
    'Owner',
    'Approved by',
    'Clauses',
    'Audience',
    'Still in force?',
  ]);
  expect(seen.navigation).toBe(false);
});
