/**
 * The manual as an audience may see it. What is not for it is taken out before anything is counted or shown, so
 * that no page, count or file can hold it.
 */
import type { Audience } from '../../../schemas/document.ts';
import type { BodySegment, ControlledDocument, DocumentBody, DocumentId } from '../model/document.ts';
import type { Manual, Register, Registers } from '../model/manual.ts';

const order: readonly Audience[] = ['public', 'internal', 'restricted'];

/** The audience is a part of each version: the text in force says for whom it is. */
export const audienceOf = (document: ControlledDocument): Audience =>
  document.frontMatter.audience ?? 'internal';

export const maySee = (audience: Audience, document: ControlledDocument): boolean =>
  order.indexOf(audienceOf(document)) <= order.indexOf(audience);

/** What stands where a text named a document that its readers may not see. */
export const hiddenWords = 'an internal document';

/**
 * @param manual as readers are to see it, each document in the version in force
 * @param withClaims otherwise nothing is said about clauses at all
 * @param isLeftOut whether the site will be without this page
 */
export function limitAudience(
  manual: Manual,
  audience: Audience,
  withClaims: boolean,
  isLeftOut: (path: string) => boolean,
): Manual {
  const shown = new Set(
    manual.documents.filter((document) => maySee(audience, document)).map(({ id }) => id),
  );
  const sees = (id: DocumentId): boolean => shown.has(manual.documentByAlias.get(id)?.id ?? id);
  const documents = manual.documents
    .filter(({ id }) => shown.has(id))
    .map((document) => limitDocument(document, sees, withClaims, isLeftOut));
  const documentById = new Map(documents.map((document) => [document.id, document]));
  const { version: _version, history: _history, ...settings } = manual.settings;
  return {
    ...manual,
    settings: withClaims ? settings : { ...settings, notApplicable: undefined },
    registers: limitRegisters(manual.registers),
    documents,
    documentById,
    documentByAlias: new Map(
      [...manual.documentByAlias].flatMap(([alias, { id }]) => {
        const document = documentById.get(id);
        return document === undefined ? [] : [[alias, document] as const];
      }),
    ),
    knownIds: shown,
    documentByFile: new Map(documents.map((document) => [document.file, document])),
    anchorsById: new Map([...manual.anchorsById].filter(([id]) => shown.has(id))),
  };
}

/** Registers of the management system itself are for those who run it; what names things for readers stays. */
function limitRegisters(registers: Registers): Registers {
  const empty = <Row extends { readonly id: string }>(register: Register<Row>): Register<Row> => ({
    ...register,
    rows: [],
    byId: new Map(),
    places: {},
  });
  const kept: readonly string[] = ['roles', 'units', 'processes', 'glossary'];
  return Object.fromEntries(
    Object.entries(registers).map(([name, register]: [string, Register<{ id: string }>]) => [
      name,
      kept.includes(name) ? register : empty(register),
    ]),
  ) as unknown as Registers;
}

function limitDocument(
  document: ControlledDocument,
  sees: (id: DocumentId) => boolean,
  withClaims: boolean,
  isLeftOut: (path: string) => boolean,
): ControlledDocument {
  const { frontMatter, body } = document;
  const visible = (ids: readonly string[] | undefined): string[] | undefined => ids?.filter(sees);
  const hiddenLinks = new Set(
    document.links.flatMap(({ target }, index) =>
      (target.kind === 'document' && !sees(target.id)) || (target.kind === 'page' && isLeftOut(target.path))
        ? [index]
        : [],
    ),
  );
  const hiddenComponents = new Set(
    body.components.flatMap(({ name, attributes }, index) =>
      (name === 'FormLink' || name === 'RecordLink') && !sees(attributes['id'] ?? '') ? [index] : [],
    ),
  );
  const words = [...hiddenLinks].map((index) => document.links[index]?.text ?? '');
  return {
    ...document,
    frontMatter: {
      ...frontMatter,
      implements: visible(frontMatter.implements),
      uses: visible(frontMatter.uses),
      produces: visible(frontMatter.produces),
      supersedes: visible(frontMatter.supersedes),
      ...(withClaims ? {} : { clauses: [], noClauses: undefined }),
      // Who approved what and why is told inside the institution.
      history: frontMatter.history?.map(({ summary: _summary, ...entry }) => entry),
    },
    links: document.links.map((link, index) =>
      hiddenLinks.has(index)
        ? { ...link, href: '', text: hiddenWords, target: { kind: 'broken', reason: 'empty' } }
        : link,
    ),
    claims: withClaims ? document.claims.map(({ note: _note, ...claim }) => claim) : [],
    body: {
      ...limitBody(body, words),
      components: body.components.map((use, index) =>
        hiddenComponents.has(index) ? { ...use, attributes: {} } : use,
      ),
      segments: limitSegments(
        body.segments,
        hiddenLinks,
        hiddenComponents,
        withClaims ? new Set() : clauseMarks(body),
      ),
    },
  };
}

/** The first words of passages, with the words of hidden links taken out. */
function limitBody(body: DocumentBody, words: readonly string[]): DocumentBody {
  const clean = (text: string): string =>
    words.reduce((rest, word) => (word === '' ? rest : rest.replaceAll(word, hiddenWords)), text);
  return {
    ...body,
    leadText: clean(body.leadText),
    links: body.links.map((link) =>
      words.includes(link.text) ? { ...link, href: '', text: hiddenWords } : link,
    ),
    sections: body.sections.map((section) => ({
      ...section,
      titleText: clean(section.titleText),
      excerptText: clean(section.excerptText),
    })),
    headings: body.headings.map((heading) => ({ ...heading, titleText: clean(heading.titleText) })),
  };
}

const clauseMarks = (body: DocumentBody): Set<number> =>
  new Set(body.components.flatMap(({ name }, index) => (name === 'Clause' ? [index] : [])));

const linkStart = '<a href="';
const pictureStart = '<img src="';

/** Takes hidden links out of the stream, their words included. Links do not nest, so the next `</a>` is the end. */
function limitSegments(
  segments: readonly BodySegment[],
  hiddenLinks: ReadonlySet<number>,
  hiddenComponents: ReadonlySet<number>,
  dropped: ReadonlySet<number>,
): BodySegment[] {
  const out: BodySegment[] = [];
  const write = (text: string): void => {
    const last = out.length - 1;
    if (typeof out[last] === 'string') out[last] = out[last] + text;
    else out.push(text);
  };
  let inside = false;
  for (const segment of segments) {
    if (typeof segment === 'string') {
      if (!inside) write(segment);
      else {
        const end = segment.indexOf('</a>');
        if (end === -1) continue;
        inside = false;
        write(segment.slice(end + '</a>'.length));
      }
    } else if (inside) continue;
    else if ('link' in segment && hiddenLinks.has(segment.link)) {
      const last = out.length - 1;
      const before = out[last];
      if (typeof before === 'string' && before.endsWith(linkStart)) {
        out[last] = before.slice(0, -linkStart.length);
        write(hiddenWords);
        inside = true;
      } else if (typeof before === 'string' && before.endsWith(pictureStart)) out.push(segment);
    } else if ('component' in segment) {
      if (hiddenComponents.has(segment.component)) write(hiddenWords);
      else if (dropped.has(segment.component)) continue;
      else
        out.push({ ...segment, body: limitSegments(segment.body, hiddenLinks, hiddenComponents, dropped) });
    } else out.push(segment);
  }
  return out;
}
