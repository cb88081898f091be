import { expect, test } from 'vitest';
import { pictureHtml } from '../../components/reference-picture-html.ts';
import { documentFile, exampleFiles } from '../../core/rules/example-manual.ts';
import { limitAnalysis } from '../../core/limit-analysis.ts';
import { analyseFiles } from '../../testing/check-files.ts';
import { createContext, type ViewContext } from '../context.ts';
import type { Part } from '../part.ts';
import { furtherParts, hrefOfReferences, linksView } from './links-view.ts';

const contextOf = (files: Readonly<Record<string, string>>, forPublic = false): ViewContext => {
  const full = analyseFiles({ ...exampleFiles, ...files });
  const analysis = forPublic ? limitAnalysis(full, 'public', false) : full;
  return createContext({
    analysis,
    build: { today: analysis.facts.today, todayOverridden: true, toolVersion: '0', drafts: false, base: '/' },
  });
};

const said = (parts: readonly Part[]): string =>
  parts
    .map(
      ({ leadText, text, href }) =>
        `${leadText === undefined ? '' : `${leadText}: `}${text} (${href ?? '-'})`,
    )
    .join(', ');

/** Each row as its three cells. */
const rowsOf = (context: ViewContext): string[][] =>
  linksView(context).table.rows.map(({ cells }) => cells.map(({ parts }) => said(parts)));

const form = (keys: Record<string, string> = {}, body?: string) =>
  documentFile({ id: 'FRM-001', type: 'form', ...keys }, body);

test('each document and each section, with what it refers to and what uses it', () => {
  const context = contextOf({
    'procedures/prc-001.mdx': documentFile(
      { uses: '[FRM-001]' },
      'See [this](doc:FRM-001).\n\n## Purpose\n\nFill in [fields](doc:FRM-001#fields), [again](../forms/frm-001.mdx#fields), [own](#purpose).\n',
    ),
    'forms/frm-001.mdx': form(
      {},
      '## Fields\n\nName.\n\n## Notes\n\nSee <FormLink id="FRM-001" /> and [why](doc:PRC-001#purpose).\n',
    ),
  });
  expect(rowsOf(context)).toEqual([
    [
      'FRM-001 (/documents/FRM-001/), Admission (-)',
      'Mentions: PRC-001 (/documents/PRC-001/)',
      'Used in: PRC-001 (/documents/PRC-001/)',
    ],
    ['§ Fields (/documents/FRM-001/#fields)', '', 'PRC-001 § Purpose (/documents/PRC-001/#purpose)'],
    ['§ Notes (/documents/FRM-001/#notes)', 'PRC-001 § Purpose (/documents/PRC-001/#purpose)', ''],
    [
      'PRC-001 (/documents/PRC-001/), Admission (-)',
      'Forms used: FRM-001 (/documents/FRM-001/)',
      'Mentioned in: FRM-001 (/documents/FRM-001/)',
    ],
    [
      '§ Purpose (/documents/PRC-001/#purpose)',
      'FRM-001 § Fields (/documents/FRM-001/#fields)',
      'FRM-001 § Notes (/documents/FRM-001/#notes)',
    ],
    ['REC-001 (/documents/REC-001/), Applications (-)', '', ''],
  ]);
  const { picture } = linksView(context);
  expect(picture?.shows).toBe('documents');
  expect(
    picture?.names.map(({ titleText, curves }) => `${titleText} ${curves.map(({ kind }) => kind).join()}`),
  ).toEqual([
    'FRM-001 Admission (Form) mentioned',
    'PRC-001 Admission (Procedure) named',
    'REC-001 Applications (Record) ',
  ]);
  expect(hrefOfReferences(context, 'PRC-001')).toBe('/links/#refs-PRC-001');
});

test('a section that a claim names is listed with the clause', () => {
  const context = contextOf({
    'procedures/prc-001.mdx': documentFile({ clauses: '[{ clause: "1.1", at: ["#purpose"] }, "1.2"]' }),
  });
  expect(rowsOf(context)).toContainEqual([
    '§ Purpose (/documents/PRC-001/#purpose)',
    '',
    '1.1 (/clauses/1.1/)',
  ]);
});

test('what has no page leaves no trace: drafts, and what is not for the audience', () => {
  const texts = {
    'procedures/prc-001.mdx': documentFile(
      { audience: 'public', uses: '[FRM-001]' },
      'See [a](doc:FRM-001#secret).\n\n## Purpose\n',
    ),
  };
  const secret = '## Secret {#secret}\n\nSee [it](doc:PRC-001).\n';
  for (const context of [
    contextOf({ ...texts, 'forms/frm-001.mdx': form({ status: 'draft', history: '[]' }, secret) }),
    contextOf({ ...texts, 'forms/frm-001.mdx': form({ audience: 'internal' }, secret) }, true),
  ]) {
    const view = linksView(context);
    expect(JSON.stringify(view)).not.toMatch(/FRM-001|secret/i);
    expect(view.picture).toBeUndefined();
    expect(view.pictureText).toBe('No document refers to another yet.');
  }
});

/** Procedures in a row, each linking to the next. */
const chain = (count: number, processes = 1): ViewContext =>
  contextOf({
    'registers/processes.yaml': `rows:\n${Array.from({ length: processes }, (_, at) => `  - { id: p${at}, title: Process ${at}, owner: registrar, kind: core }\n`).join('')}`,
    ...Object.fromEntries(
      Array.from({ length: count }, (_, at) => [
        `procedures/p-${at}.mdx`,
        documentFile(
          { id: `PRC-${1000 + at}`, title: `"Title <${at}>"`, process: `p${at % processes}` },
          `See [next](doc:PRC-${1000 + ((at + 1) % count)}).\n\n## Purpose\n`,
        ),
      ]),
    ),
  });

test('many documents are shown by their processes, and listed on several pages', () => {
  const context = chain(410, 7);
  const { picture, parts, table, pictureText } = linksView(context);
  expect(picture?.shows).toBe('groups');
  expect(picture?.names.map(({ labelText }) => labelText)).toContain('Process 3 (59)');
  expect(pictureText).toContain('More than 150 documents');
  expect(furtherParts(context)).toEqual([2, 3]);
  expect(parts.map(({ href, current }) => `${href} ${String(current)}`)).toEqual([
    '/links/ true',
    '/links/2/ false',
    '/links/3/ false',
  ]);
  expect(table.rows).toHaveLength(200);
  expect(linksView(context, 3).table.rows.length).toBeLessThan(20);
  expect(hrefOfReferences(context, 'PRC-1250')).toMatch(/^\/links\/2\/#refs-PRC-1250$/);
});

test('more names than fit round a circle are left out, and the page says so', () => {
  const { picture, pictureText } = linksView(chain(320, 160));
  expect(picture).toBeUndefined();
  expect(pictureText).toContain('could not be told apart');
});

test('the picture is one image with a name and a description, and its words are text', () => {
  const { picture } = linksView(chain(12));
  if (picture === undefined) throw new Error('no picture');
  const html = pictureHtml(picture, 'References', 'Says the <same>');
  expect(html).toMatch(
    /^<svg viewBox="-\d+ -\d+ \d+ \d+" role="img" aria-labelledby="picture-title picture-text"/,
  );
  expect(html).toContain('<desc id="picture-text">Says the &lt;same&gt;</desc>');
  expect(html).toContain('PRC-1000 Title &lt;0&gt;');
  expect(html).not.toMatch(/NaN|undefined|style=|<a /);
  expect(html.match(/<path /g)).toHaveLength(12);
});
