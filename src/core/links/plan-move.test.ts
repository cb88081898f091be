import { expect, test } from 'vitest';
import { planMove } from './plan-move.ts';

const from = 'content/procedures/prc-001.mdx';
const to = 'content/work/planning.mdx';
const textsAfter = (files: Record<string, string>, where = to): Record<string, string> =>
  Object.fromEntries(
    planMove(
      Object.entries(files).map(([path, text]) => ({ path, text })),
      from,
      where,
    ).texts,
  );

test('every way of writing a relative link is followed', () => {
  expect(
    textsAfter({
      'content/forms/a.mdx':
        'See [a](../procedures/prc-001.mdx#decide), ![b](../procedures/prc-001), [c](doc:PRC-001), [d][r], [e](b.mdx).\n\n[r]: ../procedures/prc-001.mdx "Title"\n',
    }),
  ).toEqual({
    'content/forms/a.mdx':
      'See [a](../work/planning.mdx#decide), ![b](../work/planning), [c](doc:PRC-001), [d][r], [e](b.mdx).\n\n[r]: ../work/planning.mdx "Title"\n',
  });
});

test('the links of the moved file itself are seen from its new place', () => {
  expect(
    textsAfter(
      {
        [from]:
          'See [a](prc-002.mdx), [b](../forms/a.mdx?x#y), [c](#own), <Figure src="../figures/map.png" alt="x" />.\n',
      },
      'content/planning.mdx',
    ),
  ).toEqual({
    [from]:
      'See [a](procedures/prc-002.mdx), [b](forms/a.mdx?x#y), [c](#own), <Figure src="figures/map.png" alt="x" />.\n',
  });
});

test('renaming in the same folder leaves all other links as they are written', () => {
  expect(
    textsAfter({ [from]: 'See [a](./prc-002.mdx) and [b](prc-001.mdx).\n' }, 'content/procedures/new.mdx'),
  ).toEqual({
    [from]: 'See [a](./prc-002.mdx) and [b](new.mdx).\n',
  });
});

test('code, other documents and addresses stay as they are', () => {
  expect(
    textsAfter({
      'content/forms/a.mdx':
        '`[a](../procedures/prc-001.mdx)` [b](/documents/PRC-001/) [c](https://a.b/prc-001.mdx)\n\n```\n[a](../procedures/prc-001.mdx)\n```\n',
    }),
  ).toEqual({});
});

test('letters of every script are followed, and written so that a link holds together', () => {
  expect(
    textsAfter({ 'content/a.mdx': '[x](procedures/prc%2D001.mdx)' }, 'content/đánh giá (1).mdx'),
  ).toEqual({
    'content/a.mdx': '[x](%C4%91%C3%A1nh%20gi%C3%A1%20%281%29.mdx)',
  });
});
