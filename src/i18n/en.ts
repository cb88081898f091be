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

/** As the systems of readers count: thousands of bytes. */
const fileSize = (bytes: number): string =>
  bytes < 1_000_000
    ? `${Math.max(1, Math.round(bytes / 1000))} kB`
    : `${(bytes / 1_000_000).toLocaleString('en', { maximumFractionDigits: 1 })} MB`;

const comparison = {
  title: (from: string, to: string) => `What changed from version ${from} to ${to}`,
  how: 'Words taken out are struck through, words put in are underlined; passages that differ are marked in the margin.',
  count: (count: number) =>
    count === 0
      ? 'No word differs.'
      : count === 1
        ? 'One passage differs.'
        : `${count.toLocaleString('en')} passages differ.`,
  approvedBy: (version: string) => `${version} approved by`,
  summary: 'What changed',
  changeClass: 'Class of change',
  particulars: 'Particulars',
  particular: 'Particular',
  before: 'Before',
  after: 'Now',
  none: 'none',
  text: 'Text',
  /** Before the words, for readers who hear the page. */
  removedWords: 'taken out: ',
  addedWords: 'put in: ',
  endOfWords: ' (end)',
  marks: { changed: 'Changed', removed: 'Taken out', added: 'New' },
  clause: (label: string) => `Clause ${label}`,
  table: (number: number) => `Table ${number}`,
  /** By the key of the front matter; the key itself where it is not here. */
  keys: {
    title: 'Title',
    effective: 'In force from',
    owner: 'Owner',
    author: 'Author',
    review: 'Review interval',
    nextReview: 'Next review',
    clause: 'Clause',
    noClauses: 'Why no clause',
    implements: 'Puts into practice',
    uses: 'Forms used',
    produces: 'Records produced',
    roles: 'Applies to',
    units: 'Units',
    process: 'Process',
    supersedes: 'Replaces',
    aliases: 'Earlier ids',
    audience: 'Audience',
    language: 'Language',
    description: 'Description',
    file: 'File to fill in',
    location: 'Kept in',
    format: 'Format',
    access: 'May be read by',
    retention: 'Kept for',
    personalData: 'Personal data',
    issuer: 'Issued by',
    edition: 'Edition in use',
    source: 'Current text',
  } as Readonly<Record<string, string>>,
} as const;

const disposal = {
  title: 'When records may go',
  intro:
    'Published evidence has a day of its own. Of each other kind, everything is due whose period began on the day shown or earlier.',
  caption: (today: string) => `Disposition calendar as of ${today}`,
  record: 'Record',
  due: 'Due',
  period: 'Counted',
  then: 'What happens then',
  on: 'On',
  pastSince: 'Since',
  eachCase: (event: string) => `Now, where ${event} was on or before`,
  countedFrom: (period: string, event: string) => `${period} from ${event}`,
  happens: { destroy: 'Destroyed', archive: 'Archived', review: 'Reviewed' },
  what: 'What',
  evidence: 'Published evidence',
  kinds: 'Kinds of record',
  rows: ['record', 'records'] as const,
} as const;

const reviewBatches = {
  intro:
    'Several documents reviewed on one day by one role; where Git tells, recorded in one commit. An auditor may ask how each was read.',
  inCommit: 'in one commit,',
} as const;

export const en = {
  reviewBatches,
  disposal,
  comparison,
  fileSize,
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
  limited: {
    public: 'Counts documents for the public only',
    internal: 'Counts public and internal documents only',
    restricted: 'Counts all documents',
  },
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
  source: {
    blame: 'Who changed which line',
    /** The dates of the document itself are those of its history entries. */
    lastChange: 'Source last changed in Git on',
    inCommit: 'in commit',
    changedSince: '(changed since, and not committed)',
    changedBy: 'changed by',
    others: (count: number) => plural(count, 'other author', 'other authors'),
    uncommitted: 'Not committed to Git yet: no history to show.',
    unavailable: (why: string) => `History from Git not available: ${why}.`,
    troubles: {
      'no-git': 'Git is not installed where the manual is built',
      'no-repository': 'the manual is not kept in Git here',
      'no-commit': 'nothing was committed yet',
      'shallow-clone': 'shallow clone',
      'partial-clone': 'partial clone',
      'untrusted-folder': 'Git does not trust the folder, which belongs to another user',
      failed: 'Git failed',
    },
    known: (documents: string) => `last changes known for ${documents}.`,
    open: (count: number) => `${plural(count, 'document', 'documents')} not committed as shown.`,
    label: 'History from Git',
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
    approved: 'Approved on',
    fingerprint: 'Fingerprint',
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
    printedOn: (date: string) => `Printed on ${date}`,
    checkCopy: 'Still in force?',
    codeLeadsTo: (address: string) => `Code that leads to ${address}`,
    /** Stand round the numbers at the foot of a sheet: `Page 1 of 5`. */
    sheet: 'Page ',
    sheetOf: ' of ',
    download: 'Download the form',
    fileToFillIn: 'File to fill in',
    onThePage: 'The text is the form',
    /** By the ending of the name. */
    fileKinds: {
      docx: 'Word document',
      xlsx: 'Excel workbook',
      pdf: 'PDF',
      odt: 'OpenDocument text',
      ods: 'OpenDocument spreadsheet',
    } as Readonly<Record<string, string>>,
    wholeDocument: 'whole document',
    under: ', under',
    noClause: 'None.',
    noClauses: (why: string) => `None: ${why}.`,
    noHistory: 'No act is recorded yet.',
    historyOf: (id: string) => `History of ${id}`,
  },
  table: {
    filter: 'Filter',
    all: 'All',
    clear: 'Show all',
    find: 'Find in this table',
    sortBy: 'Sort by',
  },
  pages: {
    home: {
      inForce: 'Documents in force',
      latest: 'What changed lately',
      allChanges: 'All changes',
      myRole: 'What applies to me',
      myRoleIntro: 'Choose your role to see what you work by, the forms you use and the records you keep.',
      notConformity: 'Coverage is not conformity: it shows what is documented, not how well it works.',
    },
    coverage: {
      title: 'Coverage',
      description: 'Each clause of the standard with the documents and records that meet it.',
      intro:
        "Each clause in the standard's own order, with its state, the documents and records that meet it, and the reason why not. A clause is covered when everything it asks to be documented is met by documents in force.",
      notConformity: 'Coverage is not conformity:',
      notConformityWhy: 'it shows that something is written down and approved, not that it is done or works.',
      byDocument: 'The same by document',
      plainWords: 'Clauses in plain words',
      scope: 'Scope and what does not apply',
      stageOne: 'Stage 1 readiness',
      unknownEdition:
        'The edition named in the settings of this manual is not known here, so no clause can be counted.',
      glance: 'At a glance',
      matrix: 'Clause by clause',
      why: 'Why, and what to do',
      alone: 'Held by one document alone',
      aloneIntro: 'If this one document were withdrawn, the clause would no longer be covered.',
      withoutClaim: 'Documents that claim no clause',
    },
    coverageByDocument: {
      title: 'Coverage by document',
      intro: 'The matrix the other way round: each document with the clauses it claims to meet.',
    },
    register: {
      title: 'Document register',
      description: 'The master list of documents with version, status, owner and review date.',
      intro:
        'The master list: every document with its version, what is in force, who answers for it and when it is reviewed.',
    },
    /** The whole manual as one file for paper. */
    book: {
      contents: 'Contents',
      more: 'Words and register',
      inForce: (count: number, date: string) =>
        `${plural(count, 'document', 'documents')} in force on ${date}.`,
      withDrafts: (count: number) => `With ${plural(count, 'text', 'texts')} not in force, each marked.`,
      uncontrolled: 'This file and prints of it are not controlled: they do not follow what changes later.',
      controlled: (address: string) => `What is in force today stands at ${address}`,
    },
    verify: {
      asOf: (date: string) => `As of ${date}. Load the page again on the day you need to know.`,
    },
    roles: {
      title: 'My role',
      description: 'Choose a role to see what applies to it.',
      heading: 'What applies to me',
      intro:
        'Choose your role. You see what you work by, the forms you use, the records you keep and what you answer for.',
      byUnit: 'Roles by unit',
    },
    role: {
      kicker: 'Role',
      unit: 'Unit',
      reportsTo: 'Reports to',
      heads: 'Heads',
      processes: 'Owns the processes',
      nothing: 'No document in force names this role.',
    },
    units: {
      title: 'Units',
      intro: 'Departments, schools and offices, and the documents that apply to each.',
      nothing: 'No unit is registered.',
    },
    unit: {
      units: 'Units',
      kicker: 'Unit',
      head: 'Headed by',
      parent: 'Part of',
      below: 'Units below',
      roles: 'Roles',
      documents: 'Documents',
      nothing: 'No document in force names this unit.',
    },
    processes: {
      title: 'Processes',
      description: 'The processes of the management system and who owns them.',
      intro: 'How the work of the institution hangs together, and who owns each process.',
      nothing: 'No process is registered.',
      owner: 'Owner',
    },
    process: {
      inputs: 'What comes in',
      outputs: 'What comes out',
      measures: 'How it is measured',
      owner: 'Owner',
      objectives: 'Objectives',
      by: (date: string) => `by ${date}`,
      documents: 'Documents',
      nothing: 'No document in force belongs to this process.',
    },
    type: {
      nothing: 'There is none yet.',
    },
    glossary: {
      title: 'Glossary',
      description: 'What the words of this manual mean here.',
      intro: 'What words mean in this manual.',
      nothing: 'No term is registered.',
      letters: 'Letters',
    },
    scope: {
      title: 'Scope',
      heading: 'Scope of the management system',
      nothing: 'No scope is stated.',
      programmes: 'Programmes and services',
      outside: 'Outside the system',
      notApplicable: 'Requirements that do not apply',
      parties: 'Interested parties and what they need',
      historyCaption: 'History of the settings of the manual',
      sites: 'Sites',
      allApply: (standard: string) => `Every requirement of ${standard} applies.`,
      history: 'History of the settings',
      historyOf: (version: string) => `History of the settings, version ${version}`,
    },
    links: {
      title: 'Links between documents',
      description: 'What each document and section refers to, and what it is used by.',
      intro:
        'What a document refers to, and what it is used by: look here before you change or withdraw one. Sections are listed where something refers to them, or where they refer to something.',
      counts: (documents: number, references: number, alone: number): string =>
        `${plural(documents, 'document', 'documents')}, ${plural(references, 'reference', 'references')}. ${
          alone === 0
            ? 'Every document refers to another or is referred to.'
            : `${plural(alone, 'document stands', 'documents stand')} alone.`
        }`,
      picture: 'As a picture',
      pictureTitle: 'References between documents',
      pictureOfDocuments:
        'Documents stand round the circle, type by type. A coloured curve is a reference named in the front matter (puts into practice, uses, produces, replaces), a grey one a mention in the text. Rest the pointer on a name to see what it refers to. The list below says the same.',
      pictureOfGroups: (most: number): string =>
        `More than ${most} documents could not be told apart in a picture. Round the circle stand processes, and types for documents without a process, with the number of their documents; the broader a curve, the more references it stands for. The list below names each document.`,
      noPicture: (most: number): string =>
        `There is no picture: more than ${most} names could not be told apart. The list below says it all.`,
      noReferences: 'No document refers to another yet.',
      list: 'As a list',
      parts: 'Parts of the list',
      partTitle: (part: number): string => `Links between documents, part ${part}`,
      caption: 'References of documents and of their sections',
      document: 'Document or section',
      refersTo: 'Refers to',
      usedBy: 'Used by',
      type: 'Type',
      rows: 'Show',
      documentsOnly: 'Documents without their sections',
      unused: 'Documents that nothing refers to',
      rowsText: ['row', 'rows'] as [string, string],
      all: 'All references, section by section',
    },
    about: {
      title: 'About this manual',
      intro:
        'What is published here is in force on the day named below. The pages are built from the controlled source; paper copies and saved files are not controlled.',
      standards: 'Standards shown',
      severities: 'Rules with a severity of their own',
      scope: 'Scope, and requirements that do not apply',
      guide: 'How to use this manual',
      owners: 'for document owners',
      auditors: 'for auditors',
      findings: 'Findings of audits',
      links: 'Links between documents',
      more: 'More',
    },
    auditFindings: {
      title: 'Audit findings',
      intro: 'What internal and external audits found, and what has become of it.',
      nothing: 'No finding is registered.',
    },
    stageOne: {
      title: 'Stage 1 readiness',
      intro:
        'What a certification body looks at in the first stage of an audit (ISO/IEC 17021-1, 9.3.1.2), answered from this manual.',
      unknownEdition: 'The edition named in the settings of this manual is not known here.',
      aims: 'The aims of stage 1',
      mandatory: 'Documented information asked for',
      concerns: 'What an auditor would raise',
      nothing: 'Nothing from this manual.',
    },
    checkFindings: {
      title: 'Findings of the check',
      intro:
        'What is to be put right before this manual can be published. This page exists in previews only.',
      nothing: 'The check found nothing.',
    },
    notFound: {
      title: 'Page not found',
      heading: 'There is no such page',
      intro:
        'The address may be mistyped, or the document may have another id now. Nothing in force has been lost: search by words, by document id or by clause.',
      search: 'Search the manual',
      documents: 'All documents',
      home: 'Home',
    },
    clause: {
      close: 'What would close it',
      items: 'What is to be documented',
      claims: 'Where it is met',
      below: 'Clauses below',
      evidence: 'Typical evidence',
      elsewhere: 'In other editions and standards',
      neighbours: 'Neighbouring clauses',
      state: 'State',
      findings: 'Open findings',
      version: (version: string) => `version ${version}`,
      before: 'Before',
      after: 'After',
    },
    clauses: {
      unknownEdition: 'The edition named in the settings of this manual is not known here.',
    },
    changes: {
      description: 'Approvals, replacements and withdrawals by date.',
      intro: 'Approvals, replacements and withdrawals, latest first.',
      years: 'Years',
      nothing: 'Nothing has been approved yet.',
      title: (year: string) => `What changed in ${year}`,
    },
  },
  historyColumns: { version: 'Version', date: 'Date', act: 'Act', by: 'By', summary: 'What changed' },
  versionOf: (version: string) => `version ${version}`,
  takeAway: 'Take it away as',
  preview: 'Preview',
} as const;

export type UiText = typeof en;
