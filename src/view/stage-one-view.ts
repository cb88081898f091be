/**
 * What a stage 1 audit looks at, each aim met or not by what the manual holds. The aims are those of
 * ISO/IEC 17021-1, 9.3.1.2, in our own words; what only people on site can show is said to be for the meeting.
 */
import type { ClauseFacts, Coverage } from '../core/model/facts.ts';
import { leavesOf, type ViewContext } from './context.ts';
import { claimPart, findingsByClause } from './coverage-matrix.ts';
import { gapView, type GapView } from './coverage-view.ts';
import { linkPart, type Mark, type Part } from './part.ts';
import { cell, stackedCell, type TableView, textCell } from './table-view.ts';

export interface EvidenceView {
  readonly text: string;
  readonly mark: Mark;
  readonly verdictText: string;
  readonly parts: readonly Part[];
}

export interface AimView {
  readonly titleText: string;
  readonly mark: Mark;
  readonly verdictText: string;
  readonly evidence: readonly EvidenceView[];
}

export interface ConcernView extends GapView {
  readonly gradeText: string;
  readonly sentenceText: string;
}

export interface StageOneView {
  readonly standardText: string;
  readonly verdictText: string;
  readonly aims: readonly AimView[];
  readonly mandatory: TableView;
  readonly concerns: readonly ConcernView[];
}

interface Check {
  readonly text: string;
  /** Undefined: not for a manual to decide. */
  readonly met: boolean | undefined;
  readonly parts: readonly Part[];
}

export function stageOneView(context: ViewContext): StageOneView | undefined {
  const { coverage } = context.facts;
  if (coverage === undefined) return undefined;
  const aims = aimsOf(context, coverage).map(([titleText, checks]) => aimView(titleText, checks));
  const decided = aims.filter(({ mark }) => mark !== 'planned');
  const met = decided.filter(({ mark }) => mark === 'yes').length;
  return {
    standardText: coverage.standard.name,
    verdictText: `${met} of ${decided.length} aims that a manual can answer are met; the rest of this page says what is open.`,
    aims,
    mandatory: mandatoryTable(context, coverage),
    concerns: concerns(context, coverage),
  };
}

function aimView(titleText: string, checks: readonly Check[]): AimView {
  const judged = checks.filter(({ met }) => met !== undefined);
  const failed = judged.filter(({ met }) => met === false).length;
  return {
    titleText,
    mark: judged.length === 0 ? 'planned' : failed === 0 ? 'yes' : 'no',
    verdictText:
      judged.length === 0
        ? 'For the meeting'
        : failed === 0
          ? 'Met'
          : `Not met: ${failed} of ${judged.length} points open`,
    evidence: checks.map(({ text, met, parts }) => ({
      text,
      mark: met === undefined ? 'planned' : met ? 'yes' : 'no',
      verdictText: met === undefined ? 'For the meeting' : met ? 'Met' : 'Not met',
      parts,
    })),
  };
}

function aimsOf(context: ViewContext, coverage: Coverage): [string, Check[]][] {
  const { urls, text, facts } = context;
  const { settings, registers, standard } = context.manual;
  const leaves = leavesOf(coverage);
  const items = leaves.flatMap((leaf) =>
    leaf.state === 'not-applicable' ? [] : leaf.items.filter(({ item }) => item.deciding),
  );
  const maintained = items.filter(({ item }) => item.kind === 'maintain');
  const retained = items.filter(({ item }) => item.kind === 'retain');
  const current = context.current.filter(({ lifecycle }) => lifecycle.state === 'effective');
  const overdue = current.filter(({ lifecycle }) => lifecycle.overdue);
  const external = current.filter(({ document }) => document.frontMatter.type === 'external');
  const met = (list: typeof items): number => list.filter((item) => item.met).length;
  const openMajor = registers.findings.rows.filter(
    (row) => row.class === 'major' && (row.closed === undefined || row.closed > facts.today),
  );
  const clause = (label: string, about: string): Check[] => {
    const found = coverage.byLabel.get(label);
    return found === undefined
      ? []
      : [
          {
            text: `${about} (clause ${label})`,
            met: found.state === 'covered' || found.state === 'not-applicable',
            parts: clauseEvidence(context, found),
          },
        ];
  };
  const rows = (count: number, what: string, href: string, least = 1): Check => ({
    text: what,
    met: count >= least,
    parts: [linkPart(String(count), href)],
  });
  return [
    [
      'The documented information of the system can be reviewed',
      [
        {
          text: 'Documents asked for are in force',
          met: met(maintained) === maintained.length,
          parts: [linkPart(`${met(maintained)} of ${maintained.length}`, '#mandatory')],
        },
        {
          text: 'Kinds of record asked for are described',
          met: met(retained) === retained.length,
          parts: [linkPart(`${met(retained)} of ${retained.length}`, '#mandatory')],
        },
        {
          text: 'No document in force is past its review date',
          met: overdue.length === 0,
          parts: [linkPart(`${overdue.length} overdue`, `${urls.register}?status=review-overdue`)],
        },
        ...clause('7.5.3.1', 'Documented information is controlled'),
      ],
    ],
    [
      'Scope, sites, processes and legal duties are known',
      [
        {
          text: 'The scope is stated',
          met: settings.scope !== undefined,
          parts: [linkPart('Scope', urls.scope)],
        },
        {
          text: 'Sites are named',
          met: (settings.scope?.sites?.length ?? 0) > 0,
          parts: [linkPart(text.plural(settings.scope?.sites?.length ?? 0, 'site', 'sites'), urls.scope)],
        },
        {
          text: 'Requirements that do not apply have a reason and an approver',
          met: (settings.notApplicable ?? []).every(
            ({ reason, approvedBy }) => reason !== undefined && approvedBy !== undefined,
          ),
          parts: [
            linkPart(
              text.plural(settings.notApplicable?.length ?? 0, 'requirement', 'requirements'),
              urls.scope,
            ),
          ],
        },
        rows(external.length, 'Laws and rules from outside are registered', urls.type('external')),
        ...clause('4.3', 'The scope is kept as a document'),
      ],
    ],
    [
      `${standard?.name ?? 'The standard'} is understood: key processes, objectives, performance`,
      [
        rows(registers.processes.rows.length, 'Processes and their owners are named', urls.processes),
        rows(registers.objectives.rows.length, 'Objectives have measures and dates', urls.processes),
        rows(registers.risks.rows.length, 'Risks and opportunities are treated', urls.scope),
        ...clause('4.4.1', 'The processes are determined'),
        ...clause('6.2.1', 'Objectives are set'),
        ...clause('9.1.1', 'Performance is measured'),
      ],
    ],
    [
      'Internal audits and management reviews are planned and done',
      [
        ...clause('9.2.2', 'Internal audits'),
        ...clause('9.3.1', 'Management review'),
        ...clause('9.3.3', 'Outputs of the review'),
        {
          text: 'No major finding is open',
          met: openMajor.length === 0,
          parts: [linkPart(`${openMajor.length} open`, urls.auditFindings)],
        },
      ],
    ],
    [
      'Site conditions, and talk with staff, show readiness',
      [
        {
          text: 'Every document in force has an owner that exists',
          met: current.every(({ document }) => registers.roles.byId.has(document.frontMatter.owner)),
          parts: [linkPart(text.plural(current.length, 'document', 'documents'), urls.register)],
        },
        {
          text: 'Walk round the sites and talk with staff',
          met: undefined,
          parts: [linkPart('Roles and units', urls.roles)],
        },
      ],
    ],
    [
      'Resources and details of stage 2 are agreed',
      [
        {
          text: 'Auditors, days, sites and language, with the certification body',
          met: undefined,
          parts: [linkPart('Units', urls.units), linkPart('Processes', urls.processes)],
        },
      ],
    ],
    [
      'Stage 2 has its focus',
      [
        {
          text: 'Clauses to look at first',
          met: undefined,
          parts: [
            linkPart(
              text.plural(
                leaves.filter(({ state }) => state !== 'covered' && state !== 'not-applicable').length,
                'clause is not covered',
                'clauses are not covered',
              ),
              '#concerns',
            ),
          ],
        },
      ],
    ],
  ];
}

function clauseEvidence(context: ViewContext, facts: ClauseFacts): Part[] {
  const by = facts.claims
    .filter(({ standing }) => standing === 'in force')
    .map((judged) => claimPart(context, judged));
  return [linkPart(context.text.clauseStates[facts.state], context.urls.clause(facts.clause.clause)), ...by];
}

function mandatoryTable(context: ViewContext, coverage: Coverage): TableView {
  return {
    id: 'mandatory',
    captionText: `Documented information that ${coverage.standard.name} asks for`,
    columns: [
      { key: 'clause', labelText: 'Clause', narrow: true },
      { key: 'what', labelText: 'What is to be kept', wide: true },
      { key: 'kind', labelText: 'Kind' },
      { key: 'met', labelText: 'Met' },
      { key: 'by', labelText: 'By', wide: true },
    ],
    rows: leavesOf(coverage).flatMap(({ clause, items, state }) =>
      items
        .filter(({ item }) => item.deciding)
        .map(({ item, met, by }) => {
          const notApplicable = state === 'not-applicable';
          return {
            data: { met: notApplicable ? '' : met ? 'yes' : 'no', kind: item.kind },
            cells: [
              cell(linkPart(clause.clause, context.urls.clause(clause.clause))),
              textCell(item.what),
              textCell(item.kind === 'maintain' ? 'Document' : 'Record'),
              cell(
                notApplicable
                  ? { text: context.text.clauseStates['not-applicable'], mark: 'not-applicable' }
                  : met
                    ? { text: 'Yes', mark: 'yes' }
                    : { text: 'No', mark: 'no' },
              ),
              stackedCell(by.map((judged) => claimPart(context, judged))),
            ],
          };
        }),
    ),
    filters: [
      {
        name: 'met',
        labelText: 'Met',
        options: [
          { value: 'yes', text: 'Yes' },
          { value: 'no', text: 'No' },
        ],
      },
      {
        name: 'kind',
        labelText: 'Kind',
        options: [
          { value: 'maintain', text: 'Document' },
          { value: 'retain', text: 'Record' },
        ],
      },
    ],
    rowsText: ['item', 'items'],
  };
}

/** What an auditor would raise, in an auditor's words: open clauses, then open findings from before. */
function concerns(context: ViewContext, coverage: Coverage): ConcernView[] {
  const open = findingsByClause(context);
  return leavesOf(coverage)
    .filter(
      ({ state, clause }) => (state !== 'covered' && state !== 'not-applicable') || open.has(clause.clause),
    )
    .map((facts) => {
      const before = open.get(facts.clause.clause) ?? [];
      const sentence = concernSentence(facts);
      const earlier =
        before.length === 0
          ? ''
          : `Open from an earlier audit: ${before.map(({ text, note }) => `${text} (${note ?? ''})`).join(', ')}.`;
      return {
        ...gapView(context, facts),
        gradeText:
          facts.state === 'gap'
            ? 'Area of concern: could become a nonconformity at stage 2'
            : facts.state === 'covered'
              ? 'To be followed up'
              : 'Area of concern',
        sentenceText: [sentence, earlier].filter((one) => one !== '').join(' '),
      };
    });
}

function concernSentence({ state, clause, missing, claims }: ClauseFacts): string {
  const named = [...new Set(claims.map(({ claim }) => claim.document))].join(', ');
  switch (state) {
    case 'gap':
      return `No documented information was presented for ${clause.clause}.`;
    case 'partial':
      return `For ${clause.clause} the organization presented ${named}; not presented: ${missing.join('; ') || 'the remaining part'}.`;
    case 'planned':
      return `For ${clause.clause} only documents that are not yet in force were presented (${named}).`;
    case 'overdue':
      return `For ${clause.clause} the organization relies on ${named}, whose planned review has not taken place.`;
    case 'outdated':
      return `For ${clause.clause} the organization relies on ${named}, approved against an earlier text and not confirmed since.`;
    case 'covered':
    case 'not-applicable':
      return '';
  }
}
