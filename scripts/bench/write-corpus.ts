/** The generated documents spelt for each system: the same words, its own syntax for links and callouts. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Block, GeneratedDocument, Inline } from './generate-text.ts';

interface Dialect {
  readonly link: (from: GeneratedDocument, to: GeneratedDocument, anchor: string) => string;
  readonly callout: (title: string, text: string) => string;
  readonly frontMatter: (document: GeneratedDocument) => string;
  readonly ending: string;
}

export const eomsManual: Dialect = {
  link: (from, to, anchor) => `${from.folder === to.folder ? '' : `../${to.folder}/`}${to.slug}.mdx${anchor}`,
  callout: (title, text) => `<Callout kind="note" title="${title}">\n\n${text}\n\n</Callout>`,
  ending: 'mdx',
  frontMatter: (document) =>
    [
      `id: ${document.id}`,
      `title: "${document.title}"`,
      `type: ${document.type}`,
      'version: "1.0"',
      'status: approved',
      'owner: registrar',
      'author: registrar',
      'effective: 2026-02-01',
      'clauses:',
      ...document.clauses.map((clause) => `  - "${clause}"`),
      'roles: [registrar]',
      'units: [office]',
      'process: teaching',
      ...(document.type === 'record'
        ? [
            'location: registry',
            'format: electronic',
            'retention: { period: P5Y, from: end of enrolment, then: destroy }',
            'personalData: false',
          ]
        : []),
      'history:',
      '  - { act: approved, version: "1.0", date: 2026-01-20, by: principal, change: substantive, edition: "iso-21001:2018", summary: "First issue" }',
    ].join('\n'),
};

export const starlight: Dialect = {
  link: (_, to, anchor) => `/${to.folder}/${to.slug}/${anchor}`,
  callout: (title, text) => `:::note[${title}]\n${text}\n:::`,
  ending: 'md',
  frontMatter: (document) =>
    [
      `title: "${document.title}"`,
      `id: ${document.id}`,
      `type: ${document.type}`,
      'clauses:',
      ...document.clauses.map((clause) => `  - "${clause}"`),
      'owner: registrar',
    ].join('\n'),
};

export function formatDocument(
  document: GeneratedDocument,
  all: readonly GeneratedDocument[],
  dialect: Dialect,
): string {
  const inline = (part: Inline): string => {
    if (typeof part === 'string') return part;
    if ('strong' in part) return `**${part.strong}**`;
    const target = all[part.to] ?? document;
    return `[${part.text}](${dialect.link(document, target, part.anchor === undefined ? '' : `#${part.anchor}`)})`;
  };
  const block = (one: Block): string => {
    switch (one.kind) {
      case 'heading':
        return `${'#'.repeat(one.level)} ${one.text}`;
      case 'paragraph':
        return one.inlines.map(inline).join('');
      case 'list':
        return one.items.map((item, index) => `${one.ordered ? `${index + 1}.` : '-'} ${item}`).join('\n');
      case 'table':
        return [one.head, one.head.map(() => '---'), ...one.rows]
          .map((row) => `| ${row.join(' | ')} |`)
          .join('\n');
      case 'callout':
        return dialect.callout(one.title, one.inlines.map(inline).join(''));
    }
  };
  return `---\n${dialect.frontMatter(document)}\n---\n\n${document.blocks.map(block).join('\n\n')}\n`;
}

export const pathOf = (document: GeneratedDocument, dialect: Dialect): string =>
  `${document.folder}/${document.slug}.${dialect.ending}`;

/** Writes all documents below `folder`, which is emptied first. */
export function writeCorpus(
  documents: readonly GeneratedDocument[],
  dialect: Dialect,
  folder: string,
  more: Readonly<Record<string, string>>,
): void {
  rmSync(folder, { recursive: true, force: true });
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  for (const document of documents)
    write(pathOf(document, dialect), formatDocument(document, documents, dialect));
  for (const [path, text] of Object.entries(more)) write(path, text);
}

/** What a manual needs besides its documents. */
export const manualFiles: Readonly<Record<string, string>> = {
  'manual.yaml': `institution: { name: Bench College, url: "https://manual.example.edu/" }
edition: iso-21001:2018
numbering: { pattern: "^[A-Z]{3}-[0-9]{4}$", example: PRC-0001 }
`,
  'registers/roles.yaml':
    'rows:\n  - { id: registrar, title: Registrar, unit: office }\n  - { id: principal, title: Principal }\n',
  'registers/units.yaml': 'rows:\n  - { id: office, title: Office }\n',
  'registers/processes.yaml': 'rows:\n  - { id: teaching, title: Teaching, kind: core, owner: registrar }\n',
};
