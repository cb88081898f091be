/** The corpus on disk, in the spelling of each system. The words are the same; callouts and addresses differ. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { folders, processes, roles, units } from './make-corpus.ts';
import type { Block, Corpus, CorpusDocument, Inline } from './make-corpus.ts';
import { seededRandom } from './seeded-random.ts';

interface Spelling {
  readonly link: (to: CorpusDocument, anchor: string | undefined, from: CorpusDocument) => string;
  readonly callout: (block: Extract<Block, { kind: 'callout' }>, text: string) => string;
}

const eoms: Spelling = {
  link: (to, anchor, from) =>
    `${from.folder === to.folder ? '' : `../${to.folder}/`}${to.name}.mdx${anchor === undefined ? '' : `#${anchor}`}`,
  callout: ({ title, important }, text) =>
    `<Callout kind="${important ? 'important' : 'note'}" title="${title}">\n\n${text}\n\n</Callout>`,
};
const starlight: Spelling = {
  link: (to, anchor) => `/${to.folder}/${to.name}/${anchor === undefined ? '' : `#${anchor}`}`,
  callout: ({ title, important }, text) => `:::${important ? 'caution' : 'note'}[${title}]\n${text}\n:::`,
};

/** Writes a content folder of effective documents. */
export function writeManual(corpus: Corpus, folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  for (const name of ['registers', ...folders]) mkdirSync(join(folder, name), { recursive: true });
  const labels = leafClauses();
  for (const document of corpus.documents) {
    writeFileSync(
      manualFile(document, folder),
      `---\n${eomsFrontMatter(document, labels)}---\n\n${body(document, eoms)}`,
    );
  }
  writeFileSync(join(folder, 'manual.yaml'), stringify(settings, { lineWidth: 0 }));
  const rows = {
    roles: roles.map((id) => ({ id, title: titleOf(id) })),
    units: units.map((id) => ({ id, title: titleOf(id) })),
    processes: processes.map((id) => ({ id, title: titleOf(id), kind: 'core', owner: 'quality-manager' })),
  };
  for (const [name, list] of Object.entries(rows))
    writeFileSync(join(folder, `registers/${name}.yaml`), stringify({ rows: list }));
}

/** Writes the documents folder of a Starlight site, with a page that lists each folder. */
export function writeStarlight(corpus: Corpus, folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  for (const name of folders) {
    mkdirSync(join(folder, name), { recursive: true });
    const items = corpus.documents
      .filter((one) => one.folder === name)
      .map((one) => `- [${one.title}](${starlight.link(one, undefined, one)})`);
    writeFileSync(
      join(folder, name, 'index.md'),
      `---\ntitle: ${titleOf(name)}\n---\n\n${items.join('\n')}\n`,
    );
  }
  writeFileSync(
    join(folder, 'index.md'),
    `---\ntitle: Manual\n---\n\nThe manual has ${corpus.documents.length} documents.\n`,
  );
  for (const document of corpus.documents) {
    const keys = { title: document.title, description: document.summary };
    writeFileSync(
      starlightFile(document, folder),
      `---\n${stringify(keys, { lineWidth: 0 })}---\n\n${body(document, starlight)}`,
    );
  }
}

export const manualFile = (document: CorpusDocument, folder: string): string =>
  join(folder, document.folder, `${document.name}.mdx`);
export const starlightFile = (document: CorpusDocument, folder: string): string =>
  join(folder, document.folder, `${document.name}.md`);

/** Adds a sentence to one document, another one each time. */
export function editFile(file: string, round: number): void {
  writeFileSync(
    file,
    `${readFileSync(file, 'utf8')}\nThe date in this sentence was changed for the ${round}. time.\n`,
  );
}

function body(document: CorpusDocument, spelling: Spelling): string {
  const inline = (content: readonly Inline[]): string =>
    content
      .map((part) => {
        if (typeof part === 'string') return part;
        if ('strong' in part) return `**${part.strong}**`;
        if ('code' in part) return `\`${part.code}\``;
        return `[${part.text}](${spelling.link(part.to, part.anchor, document)})`;
      })
      .join('')
      .trim();
  const write = (block: Block): string => {
    switch (block.kind) {
      case 'heading':
        return `${'#'.repeat(block.depth)} ${block.text}`;
      case 'paragraph':
        return inline(block.content);
      case 'list':
        return block.items
          .map((item, at) => `${block.ordered ? `${at + 1}.` : '-'} ${inline(item)}`)
          .join('\n');
      case 'table':
        return [block.head, block.head.map(() => '---'), ...block.rows]
          .map((row) => `| ${row.join(' | ')} |`)
          .join('\n');
      case 'callout':
        return spelling.callout(block, inline(block.content));
    }
  };
  return `${document.blocks().map(write).join('\n\n')}\n`;
}

function eomsFrontMatter(document: CorpusDocument, labels: readonly string[]): string {
  const { id, title, type, role, unit, process, effective, summary, index } = document;
  const random = seededRandom(index);
  const clauses = [...new Set(Array.from({ length: random.between(1, 3) }, () => random.pick(labels)))];
  const keys = {
    id,
    title,
    type,
    version: '1.0',
    status: 'approved',
    owner: role,
    author: role === 'teacher' ? 'librarian' : 'teacher',
    effective,
    // Sections, as most claims of a large manual are: whole documents would compete for the same clause.
    clauses: clauses.map((clause) => ({
      clause,
      at: ['#responsibilities'],
      extent: 'partial',
      note: 'as far as this unit is concerned',
    })),
    roles: [role],
    units: [unit],
    process,
    description: summary,
    ...(type === 'record' && {
      location: 'Student information system',
      format: 'electronic',
      retention: { period: 'P5Y', from: 'end of enrolment', then: 'destroy' },
      personalData: true,
    }),
    history: [
      {
        act: 'approved',
        version: '1.0',
        date: effective,
        by: 'principal',
        change: 'substantive',
        edition: 'iso-21001:2018',
        summary: 'First issue',
      },
    ],
  };
  return stringify(keys, { lineWidth: 0 });
}

const settings = {
  institution: { name: 'Bench College', language: 'en', timeZone: 'UTC' },
  edition: 'iso-21001:2018',
  numbering: { pattern: '^(?:POL|PRC|WIN|FRM|REC)-[0-9]{4,}$', example: 'PRC-0007' },
  approvals: Object.fromEntries(
    ['policy', 'procedure', 'work-instruction', 'form', 'record'].map((type) => [type, ['principal']]),
  ),
  reviews: {
    intervals: {
      policy: 'P36M',
      procedure: 'P36M',
      'work-instruction': 'P36M',
      form: 'P36M',
      record: 'P36M',
    },
  },
};

const titleOf = (key: string): string => key.slice(0, 1).toUpperCase() + key.slice(1).replaceAll('-', ' ');

/** Labels of the clauses that are counted, from the standard itself. */
function leafClauses(): string[] {
  const file = new URL('../../schemas/standards/iso-21001-2018.yaml', import.meta.url);
  const { clauses } = parse(readFileSync(file, 'utf8'), { schema: 'failsafe' }) as {
    clauses: { clause: string; parent?: string; title: string }[];
  };
  const parents = new Set(clauses.map(({ parent }) => parent));
  return clauses
    .filter(({ clause }) => !parents.has(clause) && /^\d/.test(clause))
    .map(({ clause }) => clause);
}
