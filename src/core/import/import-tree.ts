/** A tree of Markdown files to a tree of documents. Pure: text in, text out, and notes on all it could not know. */
import { parseDocument } from '../parse/parse-document.ts';
import { convertHtml } from './convert-html.ts';
import { makeTree } from './find-target.ts';
import type { FixedHeadings } from './fix-headings.ts';
import { fixHeadings } from './fix-headings.ts';
import type {
  ImportedDocument,
  ImportNote,
  ImportOptions,
  ImportResult,
  ImportSource,
  Note,
} from './import-model.ts';
import type { Plan } from './plan-documents.ts';
import { guessType, planDocuments } from './plan-documents.ts';
import type { ReadSource } from './read-source.ts';
import { readSource } from './read-source.ts';
import { dropAnchors, dropEmptyCallouts, repairStructure } from './repair-structure.ts';
import { rewriteLinks } from './rewrite-links.ts';
import { resolveReferences, tidyTree } from './tidy-tree.ts';
import type { DocumentFacts } from './write-document.ts';
import { writeDocument } from './write-document.ts';

interface Prepared {
  readonly source: ImportSource;
  readonly path: string;
  readonly facts: DocumentFacts;
  readonly read: ReadSource;
  readonly headings: FixedHeadings;
  /** Ids that the headings have now, in their order. */
  readonly headingIds: readonly string[];
}

export function importTree(options: ImportOptions): ImportResult {
  const notes: ImportNote[] = [];
  const noteFor =
    (file: string): Note =>
    (kind, line, message) => {
      notes.push({ file, line, kind, message });
    };
  const plan = planDocuments(options);
  const prepared = [...options.sources]
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .map((source) => prepare(source, plan, options, noteFor(source.path)));

  const bySource = new Map(prepared.map((one) => [one.source.path, one]));
  const tree = makeTree([...bySource.keys()], options.assets, options.site);
  const copied = new Set<string>();
  const documents = prepared.map((one): ImportedDocument => {
    const { source, path, facts } = one;
    rewriteLinks(one.read.tree, {
      tree,
      from: { source: source.path, path },
      newPath: (target) => {
        if (!bySource.has(target)) copied.add(target);
        return plan.paths.get(target) ?? target;
      },
      newAnchor: (target, anchor) => findAnchor(bySource.get(target), anchor),
      note: noteFor(source.path),
    });
    // A link that may not be followed can leave a paragraph or a callout empty.
    repairStructure(one.read.tree);
    dropEmptyCallouts(one.read.tree);
    return {
      source: source.path,
      path,
      id: facts.id,
      title: facts.title,
      type: facts.type,
      text: writeDocument(facts, one.read.tree),
    };
  });
  for (const document of documents) noteOwnFaults(document, noteFor(document.source));
  const copies = [...copied].sort().map((from) => ({ from, to: plan.paths.get(from) ?? from }));
  return { documents, copies, notes: sortNotes(notes) };
}

function prepare(source: ImportSource, plan: Plan, options: ImportOptions, note: Note): Prepared {
  const read = readSource(source, note);
  resolveReferences(read.tree, note);
  convertHtml(read.tree, note);
  repairStructure(read.tree);
  tidyTree(read.tree, note);
  dropEmptyCallouts(read.tree);
  const headings = fixHeadings(read.tree, read.title, source.path, note);
  dropAnchors(read.tree);
  const { title } = headings;
  const path = plan.paths.get(source.path) ?? source.path;
  const facts: DocumentFacts = {
    id: plan.ids.get(source.path) ?? '',
    title,
    type: options.type ?? guessType(source.path, title),
    owner: options.owner,
    language: read.language,
    description: read.description,
  };
  if (read.tree.children.length === 0) note('decide', undefined, 'the text is empty');
  // The product's own reading says which ids the headings have: nothing here needs to know how they are made.
  const written = parseDocument({ path, text: writeDocument(facts, read.tree), digest: '' });
  return { source, path, facts, read, headings, headingIds: written.body.headings.map(({ id }) => id) };
}

/** The anchor in the document as it is now; '' for its top; undefined where it never was. */
function findAnchor(target: Prepared | undefined, anchor: string): string | undefined {
  if (target === undefined) return undefined;
  const { anchors } = target.headings;
  const index = [
    anchor,
    anchor.toLowerCase(),
    anchor.replace(/^user-content-/, ''),
    anchor.replaceAll(/[^\p{L}\p{N}_]+/gu, '-').toLowerCase(),
  ]
    .map((name) => anchors.get(name))
    .find((found) => found !== undefined);
  if (index === undefined) return anchor === 'top' ? '' : undefined;
  return index === -1 ? '' : target.headingIds[index];
}

/** What the written text would be told by `eoms check`, its links apart: those may be broken in the original. */
function noteOwnFaults(document: ImportedDocument, note: Note): void {
  const { findings } = parseDocument({ path: document.path, text: document.text, digest: '' });
  for (const { severity, place, message } of findings) {
    if (severity === 'note') continue;
    const line = place.kind === 'span' ? `, line ${place.start.line}` : '';
    note('decide', undefined, `in the document written (\`${document.path}\`${line}): ${message}`);
  }
}

function sortNotes(notes: readonly ImportNote[]): ImportNote[] {
  const seen = new Set<string>();
  return [...notes]
    .sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : (a.line ?? 0) - (b.line ?? 0)))
    .filter((note) => {
      const key = JSON.stringify(note);
      return !seen.has(key) && seen.add(key);
    });
}
