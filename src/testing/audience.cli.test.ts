/** Canaries in every field of internal and restricted documents: none may come out of a build for the public. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listFiles } from '../adapters/fs/list-files.ts';
import { checkSite } from '../adapters/site-check/check-site.ts';
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

/** Records and external documents have fields that forms have not. */
function hiddenRecord(id: string, audience: string): string {
  const canary = (field: string): string => `canary${audience}${field}`;
  return documentFile(
    {
      id,
      title: `${canary('record')} one two three`,
      type: 'record',
      audience,
      location: canary('location'),
      access: canary('access'),
      retention: `{ period: P5Y, from: ${canary('from')}, then: destroy, authority: ${canary('authority')} }`,
      clauses: `[{ clause: "1.1", note: ${canary('note')} }]`,
      noClauses: undefined,
    },
    `${canary('recordtext')} [${canary('download')}](/${canary('folder')}/${canary('download')}.pdf).\n`,
  );
}

function hiddenExternal(id: string, audience: string): string {
  const canary = (field: string): string => `canary${audience}${field}`;
  return documentFile(
    {
      id,
      title: `${canary('external')} one two three`,
      type: 'external',
      audience,
      issuer: canary('issuer'),
      edition: canary('edition'),
      source: canary('source'),
    },
    `${canary('externaltext')}\n`,
  );
}

/** Rows that are for those who run the system. */
const hiddenRegisters = {
  'registers/findings.yaml':
    'rows:\n  - { id: canaryinternalfinding, class: minor, clause: "1.1", documents: [FRM-801], summary: canaryinternalfindingtext, opened: 2026-01-01 }\n',
  'registers/risks.yaml':
    'rows:\n  - { id: canaryinternalrisk, title: canaryinternalrisktitle, kind: risk, likelihood: low, impact: low, treatment: canaryinternaltreatment, owner: registrar }\n',
  'registers/objectives.yaml':
    'rows:\n  - { id: canaryinternalobjective, title: canaryinternalobjectivetitle, measure: canaryinternalmeasure, target: canaryinternaltarget, due: 2026-12-01, owner: registrar, status: canaryinternalstatus }\n',
  'registers/interested-parties.yaml':
    'rows:\n  - { id: canaryinternalparty, title: canaryinternalpartytitle, needs: [canaryinternalneed] }\n',
};

const files = (text: string): Record<string, string> => ({
  ...exampleFiles,
  ...hiddenRegisters,
  'manual.yaml': settingsFile(
    `scope: { statement: Everything. }\nnotApplicable: []\nseverities: { form-file-mismatch: warning }`,
  )
    .replace('(POL|PRC|FRM|REC)', '(POL|PRC|FRM|REC|EXT)')
    .replace('  record: [principal]', '  record: [principal]\n  external: [principal]'),
  'forms/canaryinternalname.mdx': hidden('FRM-801', 'internal'),
  'forms/canaryrestrictedname.mdx': hidden('FRM-802', 'restricted'),
  'records/canaryinternalrecordname.mdx': hiddenRecord('REC-801', 'internal'),
  'records/canaryrestrictedrecordname.mdx': hiddenRecord('REC-802', 'restricted'),
  'external/canaryinternalexternalname.mdx': hiddenExternal('EXT-801', 'internal'),
  'external/canaryrestrictedexternalname.mdx': hiddenExternal('EXT-802', 'restricted'),
  'figures/canaryinternalpicture.svg':
    '<svg xmlns="http://www.w3.org/2000/svg"><text>canaryinternaldrawing</text></svg>',
  'figures/canaryrestrictedpicture.svg':
    '<svg xmlns="http://www.w3.org/2000/svg"><text>canaryrestricteddrawing</text></svg>',
  'procedures/prc-001.mdx': documentFile(
    {
      audience: 'public',
      title: 'Canarypublictitle',
      uses: '[FRM-801, FRM-802]',
      produces: '[REC-801, REC-802]',
      clauses: '[{ clause: "1.1", note: canaryinternalclaim }, "1.2"]',
      history:
        '[{ act: approved, version: "1.0", date: 2026-01-10, by: principal, edition: "demo:1", summary: canaryinternalhistory }]',
    },
    text,
  ),
});

function build(
  name: string,
  text: string,
  ...more: string[]
): { status: number | null; output: string; out: string } {
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
    mkdirSync(join(folder, `public/canary${audience}folder`));
    writeFileSync(join(folder, `public/canary${audience}folder/canary${audience}download.pdf`), 'x');
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
      ...more,
    ],
    { cwd: folder, encoding: 'utf8' },
  );
  return { status, output: stdout + stderr, out };
}

const linked =
  '## Purpose\n\nCanarypublictext. See [canaryinternalwords](doc:FRM-801#canaryinternalanchor), [**bold** canaryrestrictedwords](../forms/canaryrestrictedname.mdx), [canaryinternalmatrix](/coverage/), [canaryinternalaudit](/audit/findings/), <FormLink id="FRM-801" /> and <FormLink id="FRM-802" />. After.\n';

/** Every word that begins so, in whatever field, row or name it was planted. */
const planted = (): string[] => [
  ...new Set(
    [JSON.stringify(files(linked)), 'canaryinternalpdf canaryrestrictedpdf'].flatMap(
      (text) => text.match(/canary(?:internal|restricted)[a-z]*/g) ?? [],
    ),
  ),
];
const ids = ['FRM-801', 'FRM-802', 'FRM-901', 'FRM-902', 'REC-801', 'REC-802', 'EXT-801', 'EXT-802'];

test.each([
  ['without coverage', []],
  ['with coverage', ['--with-coverage']],
])(
  'no canary, id or file name of a hidden document is in any byte of the site %s',
  (name, more) => {
    const { status, output, out } = build(name.replaceAll(' ', '-'), linked, ...more);
    expect(status, output).toBe(0);
    expect(planted().length).toBeGreaterThan(75);
    // A link to a page that is there is shown; the others are said to be internal.
    const shown = more.length > 0 ? ['canaryinternalmatrix'] : [];
    const names = [...planted().filter((word) => !shown.includes(word)), ...ids];
    expect(findNames(out, names)).toEqual([]);
    // The text itself is there, and says in words that something is not.
    expect(findNames(out, ['an internal document']).map(({ file }) => file)).toContain(
      'documents/PRC-001/index.html',
    );
    // What is compressed is looked into: a fragment of the search index and a workbook.
    expect(findNames(out, ['canarypublictext']).map(({ file }) => file)).toContainEqual(
      expect.stringMatching(/^pagefind\/fragment\//),
    );
    expect(findNames(out, ['canarypublictitle']).map(({ file }) => file)).toContain('register.xlsx');
    // Nothing leads to a page that was left out.
    expect(checkSite(out, { base: '/' }).faults).toEqual([]);
    const { files: written } = listFiles(out, () => false);
    const about = /^(?:coverage|clauses|audit|oscal)(?:\/|\.)|^(?:claims|gaps)\.csv$|^facts\.json$/;
    if (more.length === 0) {
      expect(written.filter((file) => about.test(file))).toEqual([]);
      expect(output).toMatch(/1 document for public readers, coverage left out/);
    } else {
      expect(written.filter((file) => file.startsWith('audit/'))).toEqual([]);
      expect(readFileSync(join(out, 'coverage/index.html'), 'utf8')).toContain(
        'Counts documents for the public only',
      );
      expect(JSON.parse(readFileSync(join(out, 'coverage.json'), 'utf8'))).toHaveProperty(
        'audience',
        'public',
      );
      expect(findNames(out, ['Counts only what these readers may see']).map(({ file }) => file)).toContain(
        'coverage.xlsx',
      );
      expect(output).toMatch(/1 document for public readers, \d+ % of clauses covered/);
    }
  },
  120_000,
);

test('a title of a few words, which may stand in a text by chance, is told and stops nothing', () => {
  const { status, output } = build('words', '## Purpose\n\nAn application is made.\n');
  expect(status, output).toBe(0);
  expect(output).toContain('Application in documents/PRC-001/index.html');
}, 120_000);

test('a public text that names a hidden document in words is not published', () => {
  const { status, output } = build('named', '## Purpose\n\nAsk for FRM-802.\n');
  expect(status).toBe(2);
  expect(output).toContain('FRM-802 in ');
}, 120_000);

/** A form in two versions for different readers, the words of each nowhere else. */
function versionOf(id: string, version: string, audience: string, canary: string, history = ''): string {
  const keys = {
    id,
    title: `${canary}title one two three`,
    type: 'form',
    version: `"${version}"`,
    status: 'draft',
    effective: undefined,
    audience,
    description: `${canary}description`,
    units: undefined,
    process: undefined,
    history: undefined,
  };
  const figure = `<Figure src="../figures/${canary}picture.svg" alt="${canary}alt" caption="${canary}caption" />`;
  const body = `${canary}lead\n\n## ${canary}heading\n\n${canary}text [${canary}words](https://www.${canary}host.ac.uk/).\n\n${figure}\n`;
  return documentFile(keys, body).replace('\n---\n', `${history}\n---\n`);
}

const sealed = fileURLToPath(new URL('cases/control/sound/content', import.meta.url));
const hiddenVersion = /canaryhiddenversion[a-z]*/g;

test('a version for other readers leaves no trace of itself beside the public version in force', () => {
  const folder = join(work, 'versions');
  const content = join(folder, 'content');
  const run = (...args: string[]): string => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [eoms, ...args], {
      cwd: folder,
      encoding: 'utf8',
    });
    expect(status, `${args.join(' ')}\n${stdout}${stderr}`).toBe(0);
    return stdout;
  };
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(content, path)), { recursive: true });
    writeFileSync(join(content, path), text);
  };
  const historyOf = (path: string): string =>
    /\nhistory:[^]*?(?=\n---\n)/.exec(readFileSync(join(content, path), 'utf8'))?.[0] ?? '';
  const approve = (id: string, version: string, today: string, effective: string, summary: string): string =>
    run(
      ...['approve', id, '--version', version, '--by', 'principal', '--change', 'substantive', '--yes'],
      ...['--summary', summary, '--today', today, '--effective', effective, '--content', content],
    );
  cpSync(sealed, content, { recursive: true });
  for (const name of ['canaryhiddenversion', 'canaryshownversion'])
    write(
      `figures/${name}picture.svg`,
      `<svg xmlns="http://www.w3.org/2000/svg"><text>${name}drawing</text></svg>`,
    );
  const [was, willBe] = ['forms/frm-701.mdx', 'forms/frm-702.mdx'];
  // One was internal and is public now, the other is public still and will be internal.
  write(was, versionOf('FRM-701', '1.0', 'internal', 'canaryhiddenversion'));
  write(willBe, versionOf('FRM-702', '1.0', 'public', 'canaryshownversion'));
  approve('FRM-701', '1.0', '2026-01-10', '2026-01-10', 'canaryhiddenversionsummary');
  approve('FRM-702', '1.0', '2026-01-10', '2026-01-10', 'The first');
  write(was, versionOf('FRM-701', '2.0', 'public', 'canaryshownversion', historyOf(was)));
  write(willBe, versionOf('FRM-702', '2.0', 'internal', 'canaryhiddenversion', historyOf(willBe)));
  approve('FRM-701', '2.0', '2026-02-10', '2026-02-10', 'For everybody');
  approve('FRM-702', '2.0', '2026-02-10', '2026-12-01', 'canaryhiddenversionsummary');
  const site = (name: string, ...more: string[]): string => {
    const out = join(folder, name);
    run('build', '--content', content, '--out', out, '--today', '2026-03-31', ...more);
    return out;
  };
  const names = [
    ...new Set(
      [versionOf('', '', '', 'canaryhiddenversion'), 'canaryhiddenversiondrawing canaryhiddenversionsummary']
        .join(' ')
        .match(hiddenVersion),
    ),
  ];
  expect(names.length).toBeGreaterThanOrEqual(12);
  const open = site('open', '--audience', 'public', '--with-coverage');
  expect(findNames(open, names)).toEqual([]);
  // The versions in force are there, and no page of another version or of a comparison with one.
  for (const id of ['FRM-701', 'FRM-702']) {
    expect(readFileSync(join(open, `documents/${id}/index.html`), 'utf8')).toContain(
      'canaryshownversiontext',
    );
    expect(readdirSync(join(open, `documents/${id}`))).toEqual(['index.html']);
  }
  expect(checkSite(open, { base: '/' }).faults).toEqual([]);
  // The whole site has pages of the earlier version: its words were there to be found.
  const inside = site('inside');
  expect(findNames(inside, ['canaryhiddenversiontext'])).not.toEqual([]);
}, 180_000);
