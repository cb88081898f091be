import { describe, expect, test } from 'vitest';
import { analyseFiles } from '../../testing/check-files.ts';
import { documentFile, exampleFiles } from '../rules/example-manual.ts';
import { fingerprintOf } from './fingerprint.ts';

const body = `## Decision {#decision}

The registrar **shall** answer within 15 days. See [the form](../forms/frm-001.mdx#fields) and
[ours](https://example.org/a).

- one
- two

| Step | Days |
| --- | --- |
| Answer | 5 |

![The way](../figures/way.svg)

<Callout kind="important" title="Mind">

Ask <Role id="registrar" /> first.

</Callout>
`;

const keys = { roles: '[registrar, principal]', clauses: '["1.1", { clause: "1.2", at: ["#decision"] }]' };
const form = documentFile(
  { id: 'FRM-001', title: 'Application', type: 'form' },
  '## Fields {#fields}\n\nName.\n',
);
const files = { 'forms/frm-001.mdx': form, 'figures/way.svg': '<svg/>' };

function fingerprint(
  text: string,
  more: Record<string, string | undefined> = {},
  path = 'procedures/prc-001.mdx',
): string {
  const { control } = analyseFiles({
    ...exampleFiles,
    ...files,
    'procedures/prc-001.mdx': undefined,
    [path]: text,
    ...more,
  });
  const document = control.working.documentById.get('PRC-001');
  if (document === undefined || control.hash === undefined) throw new Error('the document has errors');
  return fingerprintOf(document, control.digestOf, control.hash);
}

const approved = fingerprint(documentFile(keys, body));
const withText = (from: string, to: string): string => {
  if (!body.includes(from)) throw new Error(`not in the text: ${from}`);
  return fingerprint(documentFile(keys, body.replace(from, to)));
};
const withKeys = (more: Record<string, string | undefined>): string =>
  fingerprint(documentFile({ ...keys, ...more }, body));

describe('a reader reads the same: the fingerprint stays', () => {
  const same: Record<string, () => string> = {
    rewrapping: () => withText('answer within', 'answer\nwithin'),
    'line ends of Windows': () => fingerprint(documentFile(keys, body).replaceAll('\n', '\r\n')),
    'a comment': () => withText('shall** answer', 'shall** {/* soon */} answer'),
    emphasis: () => withText('**shall**', 'shall'),
    'another mark for list items': () => withText('- one\n- two', '* one\n\n* two'),
    'a table drawn in another way': () => withText('| --- | --- |', '|:---|---:|'),
    'a link by id': () => withText('../forms/frm-001.mdx#fields', 'doc:FRM-001#fields'),
    'a moved link target': () =>
      fingerprint(documentFile(keys, body.replace('../forms/frm-001.mdx', '../papers/form.mdx')), {
        'forms/frm-001.mdx': undefined,
        'papers/form.mdx': form,
      }),
    'a moved document': () => fingerprint(documentFile(keys, body), {}, 'teaching/admission.mdx'),
    'a picture under another name': () =>
      fingerprint(documentFile(keys, body.replace('way.svg', 'path.svg')), {
        'figures/way.svg': undefined,
        'figures/path.svg': '<svg/>',
      }),
    'another order of roles and claims': () =>
      withKeys({
        roles: '[principal, registrar]',
        clauses: '[{ clause: "1.2", at: ["#decision"], extent: full }, { clause: "1.1" }]',
      }),
    'the status': () => withKeys({ status: 'in-review' }),
    'the history': () => withKeys({ history: undefined, status: 'draft' }),
  };
  test.each(Object.entries(same))('%s', (_, make) => {
    expect(make()).toBe(approved);
  });
  test('the same letter in another Unicode form', () => {
    expect(withText('one', 'caf\u00e9')).toBe(withText('one', 'cafe\u0301'));
  });
});

describe('a reader reads something else: the fingerprint changes', () => {
  const different: Record<string, () => string> = {
    'a number': () => withText('15 days', '16 days'),
    'shall to should': () => withText('shall', 'should'),
    'a role in the text': () => withText('<Role id="registrar" />', '<Role id="principal" />'),
    'a role in the front matter': () => withKeys({ owner: 'principal' }),
    'a date': () => withKeys({ effective: '2026-02-01' }),
    'a claim': () => withKeys({ clauses: '["1.1"]' }),
    'the extent of a claim': () =>
      withKeys({ clauses: '[{ clause: "1.1", extent: partial }, { clause: "1.2", at: ["#decision"] }]' }),
    'the version': () => withKeys({ version: '"1.1"' }),
    'the audience': () => withKeys({ audience: 'public' }),
    'a table cell': () => withText('| Answer | 5 |', '| Answer | 6 |'),
    'two cells that change places': () => withText('| Answer | 5 |', '| 5 | Answer |'),
    'a list item': () => withText('- two', '- three'),
    'the order of list items': () => withText('- one\n- two', '- two\n- one'),
    'numbers instead of points': () => withText('- one\n- two', '1. one\n2. two'),
    'a heading level': () => withText('## Decision', '### Decision'),
    'the id of a heading': () => withText('{#decision}', '{#verdict}'),
    'words struck out': () => withText('within 15 days', '~~within 15 days~~'),
    'another link target': () => withText('frm-001.mdx#fields', 'frm-001.mdx'),
    'another address': () => withText('example.org/a', 'example.org/b'),
    'the bytes of a picture': () => fingerprint(documentFile(keys, body), { 'figures/way.svg': '<svg />' }),
    'the words for a picture': () => withText('The way', 'A way'),
    'the kind of a callout': () => withText('kind="important"', 'kind="note"'),
    'the title of a callout': () => withText('title="Mind"', 'title="Beware"'),
    'a claim in the text': () => withText('- one', '<Clause id="1.1" />\n\n- one'),
  };
  test.each(Object.entries(different))('%s', (_, make) => {
    expect(make()).not.toBe(approved);
  });
  test('each in its own way', () => {
    const made = Object.values(different).map((make) => make());
    expect(new Set(made).size).toBe(made.length);
  });
});
