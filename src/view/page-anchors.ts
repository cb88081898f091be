/**
 * Sections of the pages that are no documents. Only those that are always there may be linked to: others come and go
 * with what a page has to say, and a link to them would break without anyone having touched it.
 */
import { documentTypes } from '../../schemas/document.ts';

const anchors: Readonly<Record<string, readonly string[]>> = {
  about: ['standards', 'more'],
  clauses: ['clauses'],
  coverage: ['matrix'],
  'coverage/documents': ['by-document'],
  register: ['register'],
  records: ['records'],
  reviews: ['reviews'],
  links: ['picture', 'list', 'links'],
  'audit/stage-1': ['aims'],
  guide: [
    'find-what-applies-to-you',
    'know-what-you-are-reading',
    'without-scripts-on-paper-by-keyboard',
    'something-is-wrong-or-missing',
  ],
  'guide/owners': [
    'from-the-first-line-to-the-text-in-force',
    'what-stands-at-the-top-of-the-file',
    'components-you-may-use',
    'link-so-that-it-never-breaks',
    'check-before-you-hand-it-on',
  ],
  'guide/auditors': [
    'where-to-begin',
    'how-a-state-is-found',
    'documented-defined-evidenced',
    'what-the-pages-rest-on',
  ],
  ...Object.fromEntries(documentTypes.map((type) => [`types/${type}`, ['documents']])),
};

/** @param page from the root of the site, without slashes at its ends, e.g. `coverage` */
export const anchorsOfPage = (page: string): readonly string[] =>
  Object.hasOwn(anchors, page) ? (anchors[page] ?? []) : page.startsWith('clauses/') ? ['state'] : [];

/** Files beside the pages that a text may lead to. */
export const fixedFiles: ReadonlySet<string> = new Set([
  'clauses.csv',
  'claims.csv',
  'gaps.csv',
  'coverage.csv',
  'coverage.json',
  'coverage.xlsx',
  'register.csv',
  'register.json',
  'register.xlsx',
  'facts.json',
  'manifest.json',
]);

/** The row of a clause in the matrix: `clause-8-5-1`. */
export const anchorOfClause = (label: string): string => `clause-${label.replaceAll('.', '-')}`;
