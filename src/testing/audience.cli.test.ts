/** Canaries in every field of internal and restricted documents: none may come out of a build for the public. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findNames } from '../adapters/site-check/find-names.ts';
import { documentFile, exampleFiles, settingsFile } from '../core/rules/example-manual.ts';

const eoms = fileURLToPath(new URL('../cli/eoms.mjs', import.meta.url));
let work: string;

beforeAll(() => {
  work = mkdtempSync(join(tmpdir(), 'eoms-audience-'));
});
afterAll(() => {
  rmSync(work, { recursive: true, force: true });
});

/** Each field of its own holds a word that stands nowhere else. */
function hidden(id: string, audience: string): string {
  const canary = (field: string): string => `canary${audience}${field}`;
  return documentFile(
    {
      id,
      title: `${canary('title')} one two three`,
      type: 'form',
      audience,
      aliases: `[FRM-9${audience === 'internal' ? '01' : '02'}]`,
      description: canary('description'),
      noClauses: canary('reason'),
      file: `${canary('file')}.pdf`,
      history: `[{ act: approved, version: "1.0", date: 2026-01-10, by: principal, edition: "demo:1", summary: ${canary('summary')} }]`,
    },
    `${canary('lead')}\n\n## ${canary('heading')} {#${canary('anchor')}}\n\n${canary('text')}, [${canary('words')}](https://${canary('host')}.ac.uk/), \`${canary('code')}\`.[^1]\n\n| ${canary('cell')} |\n| --- |\n| x |\n\n<Callout kind="note" title="${canary('callout')}">\n\n${canary('inside')}\n\n</Callout>\n\n<Figure src="../figures/${canary('picture')}.svg" alt="${canary('alt')}" caption="${canary('caption')}" />\n\n[^1]: ${canary('footnote')}\n`,
  );
}

const files = (text: string): Record<string, string> => ({
  ...exampleFiles,
  'manual.yaml': settingsFile(`scope: { statement: Everything. }\nnotApplicable: []`),
  'forms/canaryinternalname.mdx': hidden('FRM-801', 'internal'),
  'forms/canaryrestrictedname.mdx': hidden('FRM-802', 'restricted'),
  'figures/canaryinternalpicture.svg':
    '<svg xmlns="http://www.w3.org/2000/svg"><text>canaryinternaldrawing</text></svg>',
  'figures/canaryrestrictedpicture.svg':
    '<svg xmlns="http://www.w3.org/2000/svg"><text>canaryrestricteddrawing</text></svg>',
  'procedures/prc-001.mdx': documentFile({ audience: 'public', uses: '[FRM-801, FRM-802]' }, text),
  'registers/findings.yaml': undefined as unknown as string,
});

function build(name: string, text: string): { status: number | null; output: string; out: string } {
  const folder = join(work, name);
  for (const [path, content] of Object.entries(files(text))) {
    if (content === undefined) continue;
    const file = join(folder, 'content', path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  for (const audience of ['internal', 'restricted']) {
    mkdirSync(join(folder, 'public/forms'), { recursive: true });
    writeFileSync(join(folder, `public/forms/canary${audience}file.pdf`), `canary${audience}pdf`);
  }
  const out = join(folder, 'dist');
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [
      eoms,
      'build',
      '--content',
      join(folder, 'content'),
      '--out',
      out,
      '--today',
      '2026-03-31',
      '--audience',
      'public',
    ],
    { cwd: folder, encoding: 'utf8' },
  );
  return { status, output: stdout + stderr, out };
}

test('no canary, id or file name of a hidden document is in any byte of the site', () => {
  const linked =
    '## Purpose\n\nSee [canaryinternalwords](doc:FRM-801#canaryinternalanchor), [**bold** canaryrestrictedwords](../forms/canaryrestrictedname.mdx), <FormLink id="FRM-801" /> and <FormLink id="FRM-802" />. After.\n';
  const { status, output, out } = build('clean', linked);
  expect(status, output).toBe(0);
  const fields = [
    'title',
    'description',
    'reason',
    'file',
    'summary',
    'lead',
    'heading',
    'anchor',
    'text',
    'words',
    'host',
    'code',
    'cell',
    'callout',
    'inside',
    'picture',
    'alt',
    'caption',
    'footnote',
    'name',
    'drawing',
    'pdf',
  ];
  const canaries = ['internal', 'restricted'].flatMap((audience) =>
    fields.map((field) => `canary${audience}${field}`),
  );
  expect(findNames(out, [...canaries, 'FRM-801', 'FRM-802', 'FRM-901', 'FRM-902'])).toEqual([]);
  // The text itself is there, and says in words that something is not.
  expect(findNames(out, ['an internal document']).map(({ file }) => file)).toContain(
    'documents/PRC-001/index.html',
  );
}, 120_000);

test('a public text that names a hidden document in words is not published', () => {
  const { status, output } = build('named', '## Purpose\n\nAsk for FRM-802.\n');
  expect(status).toBe(2);
  expect(output).toContain('FRM-802 in ');
}, 120_000);
