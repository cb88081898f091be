import { expect, test } from 'vitest';
import { sourceLinks } from './source-links.ts';

const path = 'content/procedures/prc 007#1.mdx';
const encoded = 'docs/content/procedures/prc%20007%231.mdx';
const of = (settings: Parameters<typeof sourceLinks>[0]): (string | undefined)[] => {
  const links = sourceLinks(settings, 'docs/');
  return [links.edit(path), links.history(path), links.blame(path), links.commit('abc123')];
};

test.each([
  [
    'github',
    { url: 'https://github.com/college/manual/' },
    [
      `https://github.com/college/manual/edit/main/${encoded}`,
      `https://github.com/college/manual/commits/main/${encoded}`,
      `https://github.com/college/manual/blame/main/${encoded}`,
      'https://github.com/college/manual/commit/abc123',
    ],
  ],
  [
    'gitlab',
    { url: 'https://gitlab.college.example/quality/manual', branch: 'release/2' },
    [
      `https://gitlab.college.example/quality/manual/-/edit/release/2/${encoded}`,
      `https://gitlab.college.example/quality/manual/-/commits/release/2/${encoded}`,
      `https://gitlab.college.example/quality/manual/-/blame/release/2/${encoded}`,
      'https://gitlab.college.example/quality/manual/-/commit/abc123',
    ],
  ],
  [
    'forgejo, told by host',
    { url: 'https://git.college.example/quality/manual', host: 'gitea' as const },
    [
      `https://git.college.example/quality/manual/_edit/main/${encoded}`,
      `https://git.college.example/quality/manual/commits/branch/main/${encoded}`,
      `https://git.college.example/quality/manual/blame/branch/main/${encoded}`,
      'https://git.college.example/quality/manual/commit/abc123',
    ],
  ],
  [
    'bitbucket',
    { url: 'https://bitbucket.org/college/manual' },
    [
      `https://bitbucket.org/college/manual/src/main/${encoded}?mode=edit`,
      `https://bitbucket.org/college/manual/history-node/main/${encoded}`,
      `https://bitbucket.org/college/manual/annotate/main/${encoded}`,
      'https://bitbucket.org/college/manual/commits/abc123',
    ],
  ],
])('%s', (_, settings, expected) => {
  expect(of(settings)).toEqual(expected);
});

test('an address of one kind goes before what is made from the address of the repository', () => {
  expect(
    of({ url: 'https://github.com/college/manual', editUrl: 'https://cms.college.example/#/{path}' }),
  ).toEqual([
    `https://cms.college.example/#/${encoded}`,
    expect.stringContaining('/commits/'),
    expect.stringContaining('/blame/'),
    expect.stringContaining('/commit/abc123'),
  ]);
});

test('no link is guessed where the host is not known', () => {
  expect(of({ url: 'https://code.college.example/manual' })).toEqual(Array(4).fill(undefined));
  expect(of(undefined)).toEqual(Array(4).fill(undefined));
});
