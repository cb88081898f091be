import { expect, test } from 'vitest';
import { analyseFiles } from '../../testing/check-files.ts';
import { documentFile, exampleFiles } from '../rules/example-manual.ts';
import { formatPlace } from '../report/report.ts';
import type { ExternalAnswer } from './external-answer.ts';
import { judgeExternalLinks } from './judge-external-links.ts';
import { listExternalLinks } from './list-external-links.ts';

const place = { kind: 'file', file: 'content/a.mdx' } as const;
const address = 'https://www.iso.org/standard/66266.html';

function judged(answer: Partial<ExternalAnswer>, age = 0): string {
  const [finding] = judgeExternalLinks(
    new Map([[address, [place]]]),
    new Map([[address, { answer: { hops: [], ...answer }, age }]]),
  );
  return finding === undefined
    ? 'nothing'
    : `${finding.severity} ${finding.message} [${finding.rule}] ${finding.hint ?? ''}`;
}

test('a page that is there is no finding', () => {
  expect(judged({ status: 200 })).toBe('nothing');
  expect(judged({ status: 206 })).toBe('nothing');
});

test('what is broken is a warning, with what was answered and when', () => {
  expect(judged({ status: 404 }, 3)).toBe(
    'warning Unexpected link to `https://www.iso.org/standard/66266.html`, which answers 404 (not found), expected a page that is there [external-link-broken] Look for the page on its site and write its address, or take the link out. Asked 3 days ago.',
  );
  expect(judged({ status: 500 })).toContain(
    'which answers 500 (the server failed), expected a site that works',
  );
  expect(judged({ fault: 'certificate' })).toContain('which has no certificate that browsers accept');
  expect(judged({ status: 410, hops: [{ status: 301, to: 'https://www.iso.org/old' }] })).toContain(
    'which leads on to `https://www.iso.org/old`, which answers 410 (gone for good)',
  );
});

test('what turns programs away is a note, not a fault', () => {
  for (const answer of [{ status: 403 }, { status: 429 }, { fault: 'robots' }, { fault: 'private' }] as const)
    expect(judged(answer)).toMatch(/^note The link to `[^`]+` could not be checked: /);
  expect(judged({ fault: 'private' })).toContain('A manual is edited by many hands');
});

test('redirects are named with their target', () => {
  expect(judged({ status: 200, hops: [{ status: 301, to: 'https://www.iso.org/new' }] })).toBe(
    'note Unexpected link to `https://www.iso.org/standard/66266.html`, which has moved to `https://www.iso.org/new`, expected the address where it is [external-link-moved] Write the new address.',
  );
  expect(judged({ status: 200, hops: [{ status: 302, to: 'https://www.iso.org/new' }] })).toContain(
    'leads on to',
  );
  expect(judged({ status: 200, hops: [{ status: 301, to: 'https://www.iso.org/' }] })).toContain(
    'may be gone',
  );
});

test('links of all texts are listed once an address, with every place; what only looks like one is left out', () => {
  const { control } = analyseFiles({
    ...exampleFiles,
    'procedures/prc-001.mdx': documentFile(
      {},
      'See [a](https://www.iso.org/a#one), [b](https://www.iso.org/a), [c](//www.iso.org/c), [d](mailto:x@y.z), [e](https://www.example.com/), [f](http://host.example/), [g][r], [h](https://www.iso.org/a).\n\n[r]: https://www.iso.org/r\n\n## Purpose\n',
    ),
  });
  expect(
    [...listExternalLinks(control)].map(([found, places]) => `${found} ${places.map(formatPlace).join(' ')}`),
  ).toEqual([
    'https://www.iso.org/a content/procedures/prc-001.mdx:17:5 content/procedures/prc-001.mdx:17:37 content/procedures/prc-001.mdx:17:172',
    'https://www.iso.org/c content/procedures/prc-001.mdx:17:65',
    'https://www.iso.org/r content/procedures/prc-001.mdx:17:164',
  ]);
});
