/**
 * Makes the cases of document control anew: a small manual brought under control by the acts themselves, then one
 * fault planted in a copy of it for each case. Run it after a change of the fingerprint or of the seals:
 * `node scripts/make-control-cases.ts && UPDATE_CASES=1 npx vitest run --project core src/testing/cases.test.ts -t control/`,
 * and read what changed.
 */
import { cpSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { hashText } from '../src/adapters/fs/read-archive.ts';
import { writeAct } from '../src/adapters/control/write-act.ts';
import { loadManual } from '../src/adapters/load-manual.ts';
import type { ActRequest } from '../src/core/acts/act.ts';
import { addEntry } from '../src/core/acts/edit-source.ts';
import { planAct } from '../src/core/acts/plan-act.ts';
import { sealEntry } from '../src/core/control/history-chain.ts';
import { parseDocument } from '../src/core/parse/parse-document.ts';
import { parseCalendarDate } from '../src/core/model/calendar-date.ts';

const cases = fileURLToPath(new URL('../src/testing/cases/control/', import.meta.url));
const base = join(cases, 'sound');

const day = (text: string): NonNullable<ReturnType<typeof parseCalendarDate>> => {
  const date = parseCalendarDate(text);
  if (date === undefined) throw new Error(`no such day: ${text}`);
  return date;
};

const document = (keys: Record<string, string>, body: string): string =>
  `---\n${Object.entries(keys)
    .map(([key, value]) => `${key}: ${value}`)
    .join('\n')}\n---\n\n${body}`;

const procedure = (extra: Record<string, string>, sentence: string): string =>
  document(
    {
      id: 'PRC-001',
      title: 'Admission',
      type: 'procedure',
      version: '"1.0"',
      status: 'in-review',
      owner: 'registrar',
      author: 'registrar',
      clauses: '["1.1", "1.2"]',
      uses: '[FRM-001]',
      produces: '[REC-001]',
      ...extra,
    },
    `## Purpose {#purpose}

${sentence}

| Step | Days |
| --- | --- |
| Answer | 5 |

See [the form](../forms/frm-001.mdx#fields).

![The way of an application](../figures/way.svg)
`,
  );

const record = (
  id: string,
  title: string,
  status: string,
  body: string,
  more: Record<string, string> = {},
): string =>
  document(
    {
      id,
      title,
      type: 'record',
      version: '"1.0"',
      status,
      owner: 'registrar',
      author: 'registrar',
      clauses: '[]',
      noClauses: 'an example',
      location: 'cabinet',
      format: 'paper',
      retention: '{ period: P5Y, from: end of enrolment, then: destroy }',
      personalData: 'true',
      ...more,
    },
    body,
  );

const files: Record<string, string> = {
  'manual.yaml': `version: "1.0"
institution:
  name: Example College
edition: demo:1
approvals:
  procedure: [principal]
  form: [principal]
  record: [principal]
`,
  'registers/roles.yaml': `version: "1.0"
rows:
  - { id: principal, title: Principal }
  - { id: registrar, title: Registrar }
`,
  'standards/demo.yaml': `edition: demo:1
name: Demo 1
title: A standard of two clauses
clauses:
  - { clause: "1", title: Everything, heading: true }
  - { clause: "1.1", title: Planning, parent: "1" }
  - { clause: "1.2", title: Doing, parent: "1" }
`,
  'figures/way.svg':
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><path d="M0 0h10"/></svg>\n',
  'procedures/prc-001.mdx': procedure({}, 'An answer **shall** reach the applicant within 15 days.'),
  'forms/frm-001.mdx': document(
    {
      id: 'FRM-001',
      title: 'Application',
      type: 'form',
      version: '"1.0"',
      status: 'in-review',
      owner: 'registrar',
      author: 'registrar',
      clauses: '[]',
      noClauses: 'an example',
    },
    '## Fields {#fields}\n\nName and date.\n',
  ),
  'records/rec-001.mdx': record('REC-001', 'Applications', 'in-review', 'Filled-in applications.\n'),
  'records/rec-002.mdx': record('REC-002', 'Minutes', 'in-review', 'Minutes of the board.\n'),
};

async function act(
  request: Omit<ActRequest, 'date'> & { date: string },
  folder = join(base, 'content'),
): Promise<void> {
  const date = day(request.date);
  const loaded = await loadManual({ content: folder, today: date, where: 'here' });
  const { documents, registers, standards, settings } = loaded.files;
  const sources = new Map(
    [...documents, ...registers, ...standards, settings].map((file) => [file?.path, file?.text]),
  );
  const plan = planAct({ ...request, date }, loaded, (file) => sources.get(file));
  if ('refused' in plan) throw new Error(`${request.act} ${request.id}: ${plan.refused.message}`);
  writeAct(plan.planned, folder);
}

const write = (folder: string, path: string, text: string): void => {
  mkdirSync(dirname(join(folder, 'content', path)), { recursive: true });
  writeFileSync(join(folder, 'content', path), text);
};

/** The history of PRC-001 as blocks, newest first. */
const entryPattern = / {2}- act: [\s\S]*?(?=\n {2}- act: |\n---)/g;
const PRC = 'procedures/prc-001.mdx';

type Edit = (folder: string) => void | Promise<void>;
type PlainEdit = (folder: string) => void;
const edit =
  (path: string, from: string | RegExp, to: string): PlainEdit =>
  (folder) => {
    const file = join(folder, 'content', path);
    const before = readFileSync(file, 'utf8');
    const after = before.replace(from, to);
    if (before === after) throw new Error(`nothing to change in ${path}: ${String(from)}`);
    writeFileSync(file, after);
  };
const editHistory =
  (change: (entries: string[]) => string[]): Edit =>
  (folder) => {
    const file = join(folder, 'content', PRC);
    const before = readFileSync(file, 'utf8');
    const entries = before.match(entryPattern) ?? [];
    writeFileSync(file, before.replace(entries.join('\n'), change([...entries]).join('\n')));
  };
const all =
  (...edits: Edit[]): Edit =>
  async (folder) => {
    for (const one of edits) await one(folder);
  };

const typed =
  '  - { act: approved, version: "2.1", date: 2026-02-02, by: principal, summary: "Typed by hand" }\n';

/** PRC-001 2.0 stays in force from the archive, while a draft without its link to the form is written. */
const draftOfThree = all(
  edit(PRC, 'version: "2.0"', 'version: "3.0"'),
  edit(PRC, 'status: approved', 'status: draft'),
  edit(PRC, 'See [the form](../forms/frm-001.mdx#fields).\n', ''),
);

/** One fault each, and what shows that there is none. */
const planted: Record<string, Edit> = {
  'sound-after-rewrapping': all(
    edit(
      PRC,
      'An answer **must** reach the applicant\n',
      'An answer\nmust *reach* the {/* soon */} applicant ',
    ),
    edit(PRC, '| --- | --- |', '|------|------|'),
  ),
  'changed-since-approval': edit(PRC, 'within 10 days', 'within 20 days'),
  'changed-modal-verb': edit(PRC, '**must**', '**should**'),
  'changed-table-cell': edit(PRC, '| Answer | 5 |', '| Answer | 8 |'),
  'changed-picture': (folder) => {
    write(
      folder,
      'figures/way.svg',
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><path d="M0 5h10"/></svg>\n',
    );
  },
  'changed-role': edit(PRC, 'owner: registrar', 'owner: principal'),
  'changed-claim': edit(PRC, '["1.1", "1.2"]', '["1.1"]'),
  'approver-is-author': edit(PRC, 'author: registrar', 'author: principal'),
  'role-without-authority': all(
    edit('manual.yaml', 'procedure: [principal]', 'procedure: [registrar]'),
    (folder) =>
      act(
        {
          act: 'approve',
          id: 'manual.yaml',
          by: 'principal',
          date: '2026-03-20',
          version: '2.0',
          summary: 'The registrar approves procedures',
        },
        join(folder, 'content'),
      ),
  ),
  'history-altered': editHistory(([a = '', b = '', ...rest]) => [
    a,
    b.replace('date: 2026-02-02', 'date: 2026-01-20'),
    ...rest,
  ]),
  'history-removed': editHistory(([a = '', b = '', , ...rest]) => [a, b, ...rest]),
  'history-reordered': editHistory(([a = '', b = '', ...rest]) => [b, a, ...rest]),
  'history-unsealed': all(
    edit(PRC, 'version: "2.0"', 'version: "2.1"'),
    edit(PRC, 'history:\n', `history:\n${typed}`),
  ),
  'version-not-raised': edit(PRC, 'status: approved', 'status: draft'),
  'version-lowered': all(
    edit(PRC, 'version: "2.0"', 'version: "1.5"'),
    edit(PRC, 'status: approved', 'status: draft'),
  ),
  'approved-twice': (folder) => {
    const file = join(folder, 'content', PRC);
    const text = readFileSync(file, 'utf8');
    const { frontMatter, places } = parseDocument({ path: PRC, text, digest: '' });
    const history = frontMatter?.history ?? [];
    const approval = history.find((entry) => entry.act === 'approved');
    if (approval === undefined) throw new Error('no approval to repeat');
    const { seal: _, previous: __, ...again } = { ...approval, date: '2026-02-02' };
    writeFileSync(file, addEntry(text, places, sealEntry(again, history, hashText)));
  },
  'archive-altered': edit(`archive/PRC-001/1.0/${PRC}`, '15 days', '25 days'),
  'archive-missing': (folder) => {
    rmSync(join(folder, 'content/archive/PRC-001/1.0'), { recursive: true });
  },
  'archived-link-broken': all(draftOfThree, async (folder) => {
    edit('forms/frm-001.mdx', '## Fields {#fields}', '## What to fill in')(folder);
    edit('forms/frm-001.mdx', 'version: "1.0"', 'version: "1.1"')(folder);
    edit('forms/frm-001.mdx', 'status: approved', 'status: in-review')(folder);
    await act(
      { act: 'approve', id: 'FRM-001', by: 'principal', date: '2026-03-20', summary: 'Heading reworded' },
      join(folder, 'content'),
    );
  }),
  'archived-link-leaving': all(
    draftOfThree,
    edit('forms/frm-001.mdx', '## Fields {#fields}', '## Field list'),
    edit('forms/frm-001.mdx', 'version: "1.0"', 'version: "1.1"'),
    edit('forms/frm-001.mdx', 'status: approved', 'status: draft'),
  ),
  'archived-target-moved': all(draftOfThree, (folder) => {
    mkdirSync(join(folder, 'content/papers'));
    renameSync(join(folder, 'content/forms/frm-001.mdx'), join(folder, 'content/papers/application.mdx'));
  }),
  'archived-target-vanished': all(draftOfThree, edit(PRC, 'uses: [FRM-001]\n', ''), (folder) => {
    rmSync(join(folder, 'content/forms/frm-001.mdx'));
  }),
  'archived-role-removed': all(
    edit('registers/roles.yaml', 'rows:\n', 'rows:\n  - { id: clerk, title: Clerk }\n'),
    edit('registers/roles.yaml', 'version: "1.0"', 'version: "1.1"'),
    (folder) =>
      act(
        {
          act: 'approve',
          id: 'registers/roles.yaml',
          by: 'principal',
          date: '2026-03-01',
          summary: 'A clerk',
        },
        join(folder, 'content'),
      ),
    edit(PRC, '| Answer | 5 |', '| Answer by the <Role id="clerk" /> | 5 |'),
    edit(PRC, 'version: "2.0"', 'version: "3.0"'),
    (folder) =>
      act(
        { act: 'approve', id: 'PRC-001', by: 'principal', date: '2026-03-12', summary: 'The clerk answers' },
        join(folder, 'content'),
      ),
    edit(PRC, '| Answer by the <Role id="clerk" /> | 5 |', '| Answer | 5 |'),
    edit(PRC, 'version: "3.0"', 'version: "4.0"'),
    edit(PRC, 'status: approved', 'status: draft'),
    edit('registers/roles.yaml', '  - { id: clerk, title: Clerk }\n', ''),
    edit('registers/roles.yaml', 'version: "1.1"', 'version: "1.2"'),
    (folder) =>
      act(
        {
          act: 'approve',
          id: 'registers/roles.yaml',
          by: 'principal',
          date: '2026-03-20',
          summary: 'No clerk',
        },
        join(folder, 'content'),
      ),
  ),
  'archived-picture-removed': all(
    draftOfThree,
    edit(PRC, '![The way of an application](../figures/way.svg)\n', ''),
    (folder) => {
      rmSync(join(folder, 'content/figures/way.svg'));
    },
  ),
  'approval-without-fingerprint': (folder) => {
    const typedHistory =
      '\n  - { act: approved, version: "1.0", date: 2026-03-01, by: principal, summary: "Typed by hand" }';
    write(
      folder,
      'records/rec-003.mdx',
      record('REC-003', 'Letters', 'approved', 'Letters.\n', {
        effective: '2026-03-01',
        history: typedHistory,
      }),
    );
  },
  'future-date': all(
    edit(PRC, 'version: "2.0"', 'version: "2.1"'),
    edit(PRC, 'status: approved', 'status: in-review'),
    (folder) =>
      act(
        {
          act: 'approve',
          id: 'PRC-001',
          by: 'principal',
          date: '2026-05-01',
          version: '2.1',
          summary: 'Dated in May',
        },
        join(folder, 'content'),
      ),
  ),
  'effective-before-approval': async (folder) => {
    edit(PRC, 'version: "2.0"', 'version: "2.1"')(folder);
    const approval = {
      act: 'approve',
      id: 'PRC-001',
      by: 'principal',
      date: '2026-03-12',
      summary: 'In force before it was approved',
    } as const;
    await act(approval, join(folder, 'content'));
    // No act records this: the entry says a later day and is sealed anew, so that nothing else is amiss.
    const file = join(folder, 'content', PRC);
    const text = readFileSync(file, 'utf8');
    const [entry, ...before] = parseDocument({ path: PRC, text, digest: '' }).frontMatter?.history ?? [];
    if (entry === undefined) throw new Error('no approval to date anew');
    const { seal = '', ...rest } = entry;
    const dated = sealEntry({ ...rest, date: '2026-03-20' }, before, hashText);
    writeFileSync(file, text.replace('date: 2026-03-12', 'date: 2026-03-20').replace(seal, dated.seal ?? ''));
  },
  'id-reused': (folder) => {
    write(
      folder,
      PRC,
      procedure({ title: 'Something else', version: '"0.1"', status: 'draft' }, 'A new beginning.'),
    );
  },
  'id-of-another-document-before': (folder) => {
    write(
      folder,
      'records/rec-003.mdx',
      record('REC-003', 'Letters', 'draft', 'Letters.\n', { aliases: '[REC-002]' }),
    );
  },
  'review-overdue': all((folder) => {
    writeFileSync(join(folder, 'options.json'), '{ "today": "2027-06-01" }\n');
  }),
  'unfinished-act': (folder) => {
    const from = join(folder, 'content', PRC);
    const to = join(folder, 'content/archive/PRC-001/2.1', PRC);
    mkdirSync(dirname(to), { recursive: true });
    cpSync(from, to);
  },
  'vanished-document': (folder) => {
    rmSync(join(folder, 'content/records/rec-002.mdx'));
  },
  'withdrawn-without-act': edit('records/rec-002.mdx', 'status: approved', 'status: withdrawn'),
  'two-files-of-one-document': (folder) => {
    cpSync(join(folder, 'content', PRC), join(folder, 'content/procedures/prc-001-old.mdx'));
  },
  'record-without-retention': edit('records/rec-001.mdx', /retention: .*\n/, ''),
  'unparsable-period': edit('records/rec-001.mdx', 'period: P5Y', 'period: five years'),
  'register-changed-since-approval': edit(
    'registers/roles.yaml',
    'title: Registrar',
    'title: Head of admissions',
  ),
  'standard-changed-since-approval': edit('standards/demo.yaml', 'title: Doing', 'title: Delivering'),
  'register-not-approved': all(
    edit('registers/roles.yaml', / {4}(?:fingerprint|seal): .*\n/g, ''),
    edit('standards/demo.yaml', /^version[\s\S]*?(?=edition: demo:1\n)/, ''),
  ),
  'register-without-authority': all(
    (folder) =>
      act(
        {
          act: 'approve',
          id: 'registers/roles.yaml',
          by: 'registrar',
          date: '2026-02-02',
          version: '1.1',
          change: 'editorial',
          summary: 'Summaries shortened',
        },
        join(folder, 'content'),
      ),
    edit('manual.yaml', 'record: [principal]\n', 'record: [principal]\n  register: [principal]\n'),
    (folder) =>
      act(
        {
          act: 'approve',
          id: 'manual.yaml',
          by: 'principal',
          date: '2026-02-03',
          version: '1.1',
          summary: 'Who approves registers',
        },
        join(folder, 'content'),
      ),
  ),
  'settings-version-not-approved': edit('manual.yaml', 'version: "1.0"', 'version: "1.1"'),
  'moved-file': (folder) => {
    mkdirSync(join(folder, 'content/papers'));
    renameSync(join(folder, 'content/forms/frm-001.mdx'), join(folder, 'content/papers/application.mdx'));
    edit(PRC, '../forms/frm-001.mdx#fields', '../papers/application.mdx#fields')(folder);
  },
};

// Names after the command make those cases alone, from the sound manual as it lies there.
const only = process.argv.slice(2);
if (only.length === 0) await makeSound();
for (const [name, plant] of Object.entries(planted)) {
  if (only.length > 0 && !only.includes(name)) continue;
  const folder = join(cases, name);
  rmSync(folder, { recursive: true, force: true });
  cpSync(base, folder, { recursive: true });
  rmSync(join(folder, 'expected.txt'), { force: true });
  await plant(folder);
}

async function makeSound(): Promise<void> {
  rmSync(cases, { recursive: true, force: true });
  for (const [path, text] of Object.entries(files)) write(base, path, text);
  for (const id of ['manual.yaml', 'registers/roles.yaml', 'standards/demo.yaml'])
    await act({ act: 'approve', id, by: 'principal', date: '2026-01-09', summary: 'First issue' });
  for (const id of ['PRC-001', 'FRM-001', 'REC-001', 'REC-002'])
    await act({ act: 'approve', id, by: 'principal', date: '2026-01-10' });
  edit(
    PRC,
    'An answer **shall** reach the applicant within 15 days.',
    'An answer **must** reach the applicant\nwithin 10 days.',
  )(base);
  edit(PRC, 'version: "1.0"', 'version: "2.0"')(base);
  edit(PRC, 'status: approved', 'status: draft')(base);
  await act({ act: 'submit', id: 'PRC-001', date: '2026-01-30' });
  await act({
    act: 'approve',
    id: 'PRC-001',
    by: 'principal',
    date: '2026-02-02',
    change: 'substantive',
    summary: 'Ten days instead of fifteen',
  });
  await act({ act: 'review', id: 'PRC-001', date: '2026-03-10', summary: 'Read with the registrar' });
}
