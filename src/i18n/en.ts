/** The words of the pages in English. Other languages satisfy the same type. Texts decided by data stand in `view/`. */
import type { DocumentType } from '../../schemas/document.ts';
import type { Act } from '../../schemas/history.ts';
import type { ClauseState, LifecycleState, Reference, Standing } from '../core/model/facts.ts';

const plural = (count: number, one: string, many: string): string =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`;

const documentTypes: Record<DocumentType, string> = {
  manual: 'Manual',
  policy: 'Policy',
  procedure: 'Procedure',
  'work-instruction': 'Work instruction',
  form: 'Form',
  record: 'Record',
  external: 'External document',
};
const documentTypesPlural: Record<DocumentType, string> = {
  manual: 'Manual chapters',
  policy: 'Policies',
  procedure: 'Procedures',
  'work-instruction': 'Work instructions',
  form: 'Forms',
  record: 'Records',
  external: 'External documents',
};
const typeSummaries: Record<DocumentType, string> = {
  manual: 'How the management system is built and what it covers.',
  policy: 'What the institution commits itself to.',
  procedure: 'Who does what, when, and with which record.',
  'work-instruction': 'How one task is carried out, step by step.',
  form: 'What is filled in. A filled-in form is a record; the form itself is not.',
  record: 'What is kept as evidence: where, by whom, for how long, and what happens then.',
  external: 'Texts from outside that the institution depends on.',
};
const clauseStates: Record<ClauseState, string> = {
  covered: 'Covered',
  partial: 'Partial',
  overdue: 'Overdue',
  outdated: 'Outdated',
  planned: 'Planned',
  gap: 'Gap',
  'not-applicable': 'Not applicable',
};
const clauseStateMeanings: Record<ClauseState, string> = {
  covered: 'Everything the clause asks to be documented is met by documents in force.',
  partial: 'A document in force claims the clause, but a kind or a part is missing.',
  overdue: 'It would be covered, but a document is past its review date.',
  outdated:
    'It would be covered, but a document was approved against an earlier text and is to be confirmed.',
  planned: 'Only drafts, or texts approved for a later date, claim it.',
  gap: 'No document claims it.',
  'not-applicable': 'Declared not applicable, with a reason and an approver.',
};
const lifecycleStates: Record<LifecycleState, string> = {
  draft: 'Draft',
  'in-review': 'In review',
  approved: 'Approved, not yet in force',
  effective: 'In force',
  superseded: 'Superseded',
  withdrawn: 'Withdrawn',
};
const acts: Record<Act, string> = {
  submitted: 'Submitted',
  returned: 'Returned',
  approved: 'Approved',
  adopted: 'Adopted',
  reviewed: 'Reviewed',
  superseded: 'Superseded',
  withdrawn: 'Withdrawn',
  reinstated: 'Reinstated',
};
const standings: Record<Standing, string> = {
  orphan: 'Unknown clause',
  dangling: 'Section missing',
  unwanted: 'Counts for nothing',
  withdrawn: 'Withdrawn',
  planned: 'Planned',
  outdated: 'Outdated',
  overdue: 'Overdue',
  'in force': 'In force',
};
type Relation = Reference['relation'];
const relationsOut: Record<Relation, string> = {
  implements: 'Puts into practice',
  uses: 'Forms used',
  produces: 'Records produced',
  supersedes: 'Replaces',
  link: 'Mentions',
};
const relationsIn: Record<Relation, string> = {
  implements: 'Put into practice by',
  uses: 'Used in',
  produces: 'Produced by',
  supersedes: 'Replaced by',
  link: 'Mentioned in',
};

export const en = {
  code: 'en',
  plural,
  documentTypes,
  documentTypesPlural,
  typeSummaries,
  clauseStates,
  clauseStateMeanings,
  lifecycleStates,
  acts,
  standings,
  relationsOut,
  relationsIn,
  extents: { full: 'in full', partial: 'in part' },
  changeClasses: { editorial: 'editorial change', substantive: 'change of substance' },
  reviewOutcomes: {
    'no-change': 'no change needed',
    editorial: 'editorial change',
    substantive: 'change of substance',
    withdraw: 'to be withdrawn',
  },
  findingClasses: { major: 'Major', minor: 'Minor', observation: 'Observation', opportunity: 'Opportunity' },
  processKinds: { management: 'Management', core: 'Core', support: 'Support' },
  retentionThen: { destroy: 'then destroyed', archive: 'then archived', review: 'then reviewed' },
  recordFormats: { paper: 'On paper', electronic: 'Electronic', both: 'On paper and electronic' },
  audiences: { public: 'Public', internal: 'Internal', restricted: 'Restricted' },
  severities: { error: 'Errors', warning: 'Warnings', note: 'Notes' },

  nav: {
    label: 'Main',
    documents: 'Documents',
    coverage: 'Coverage',
    roles: 'My role',
    processes: 'Processes',
    glossary: 'Glossary',
    changes: 'Changes',
    about: 'About',
    guide: 'Guide',
    breadcrumb: 'You are here',
    home: 'Home',
  },
  siteKind: 'Management-system manual',
  calloutKinds: { note: 'Note', important: 'Important', caution: 'Caution', learner: 'For learners' },
  skip: 'Skip to the text',
  search: {
    title: 'Search',
    label: 'Search the manual',
    placeholder: 'Words, an id or a clause',
    button: 'Search',
    clear: 'Clear',
    keys: 'Press / to come here, arrows to walk through the results, Enter to open, Escape to clear.',
  },
  document: {
    id: 'Document',
    type: 'Type',
    version: 'Version',
    status: 'Status',
    effective: 'In force from',
    review: 'Review due',
    owner: 'Owner',
    author: 'Author',
    approver: 'Approved by',
    clauses: 'Clauses',
    audience: 'Audience',
    unit: 'Units',
    process: 'Process',
    roles: 'Applies to',
    none: 'none',
    contents: 'On this page',
    related: 'Related documents',
    clausesMet: 'Clauses this document meets',
    history: 'History',
    edit: 'Suggest a change',
    printedCopies: 'Check a printed copy of version',
    sourceHistory: 'All revisions of the source',
    showClauses: 'Show clause numbers in the text',
    uncontrolled: 'Uncontrolled when printed',
    download: 'Download the form',
    wholeDocument: 'whole document',
  },
  table: {
    filter: 'Filter',
    all: 'All',
    clear: 'Show all',
    find: 'Find in this table',
    sortBy: 'Sort by',
  },
} as const;

export type UiText = typeof en;
