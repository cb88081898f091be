/** The smaller pages: home, glossary, scope, about, audit findings, findings of the check. */
import { documentTypes } from '../../schemas/document.ts';
import type { Finding } from '../core/model/finding.ts';
import { latestChanges, type ChangeView } from './changes-view.ts';
import type { ViewContext } from './context.ts';
import { entryText } from './control/entry-text.ts';
import {
  chapters,
  countsText,
  percentText,
  tallies,
  type ChapterView,
  type StateTally,
} from './coverage-counts.ts';
import { rolePart } from './named-parts.ts';
import { codePart, linkPart, part, type Part } from './part.ts';
import { roleGroups, type RoleListGroup } from './role-view.ts';
import { sourceSummary } from './source-view.ts';
import { cell, stackedCell, type TableView, textCell } from './table-view.ts';
import { isBuilt } from './left-out.ts';

export interface HomeView {
  readonly nameText: string;
  readonly introText: string;
  readonly types: readonly {
    readonly titleText: string;
    readonly summaryText: string;
    readonly href: string;
    readonly countText: string;
  }[];
  readonly changes: readonly ChangeView[];
  readonly roles: readonly RoleListGroup[];
  readonly coverage:
    | {
        readonly standardText: string;
        readonly percentText: string;
        readonly countsText: string;
        readonly chapters: readonly ChapterView[];
        readonly tallies: readonly StateTally[];
      }
    | undefined;
}

export function homeView(context: ViewContext): HomeView {
  const { manual, facts, text } = context;
  const { coverage } = facts;
  const name = manual.settings.institution.name;
  return {
    nameText: name,
    introText: `The management-system manual of ${name}: what is in force today, who answers for it, and how it meets ${manual.standard?.name ?? 'the standard'}.`,
    types: documentTypes.flatMap((type) => {
      const count = context.current.filter(({ document }) => document.frontMatter.type === type).length;
      return count === 0
        ? []
        : [
            {
              titleText: text.documentTypesPlural[type],
              summaryText: text.typeSummaries[type],
              href: context.urls.type(type),
              countText: String(count),
            },
          ];
    }),
    changes: latestChanges(context, 6),
    roles: roleGroups(context),
    coverage:
      coverage === undefined
        ? undefined
        : {
            standardText: coverage.standard.name,
            percentText: percentText(coverage),
            countsText: countsText(context, coverage),
            chapters: chapters(context, coverage),
            tallies: tallies(context, coverage),
          },
  };
}

export interface GlossaryView {
  readonly letters: readonly {
    readonly letter: string;
    readonly terms: readonly {
      readonly id: string;
      readonly termText: string;
      readonly definitionText: string;
      readonly sourceText: string | undefined;
    }[];
  }[];
}

export function glossaryView(context: ViewContext): GlossaryView {
  const collator = new Intl.Collator(context.language);
  const rows = [...context.manual.registers.glossary.rows].sort(
    (a, b) => collator.compare(a.term, b.term) || (a.id < b.id ? -1 : 1),
  );
  const letters = new Map<string, GlossaryView['letters'][number]['terms'][number][]>();
  for (const { id, term, definition, source } of rows) {
    const letter = [...term.toLocaleUpperCase(context.language)][0] ?? '';
    letters.set(letter, [
      ...(letters.get(letter) ?? []),
      { id, termText: term, definitionText: definition, sourceText: source },
    ]);
  }
  return { letters: [...letters].map(([letter, terms]) => ({ letter, terms })) };
}

export interface ScopeView {
  readonly statementText: string | undefined;
  readonly sites: readonly string[];
  readonly programmes: readonly string[];
  readonly exclusionsText: string | undefined;
  readonly standardText: string;
  readonly notApplicable: readonly {
    readonly clause: Part;
    readonly titleText: string;
    readonly reasonText: string;
    readonly decision: readonly Part[];
  }[];
  readonly parties: readonly { readonly titleText: string; readonly needs: readonly string[] }[];
  readonly versionText: string | undefined;
  readonly history: readonly {
    readonly version: string;
    readonly date: Part;
    readonly actText: string;
    readonly by: Part;
    readonly summaryText: string;
  }[];
}

export function scopeView(context: ViewContext): ScopeView {
  const { settings, standard, registers } = context.manual;
  return {
    statementText: settings.scope?.statement,
    sites: settings.scope?.sites ?? [],
    programmes: settings.scope?.programmes ?? [],
    exclusionsText: settings.scope?.exclusions,
    standardText: standard?.name ?? settings.edition,
    notApplicable: (settings.notApplicable ?? []).map((entry) => ({
      clause: codePart(
        entry.clause,
        context.clauseTitle(entry.clause, entry.standard) === undefined
          ? undefined
          : context.urls.clause(entry.clause, entry.standard),
      ),
      titleText: context.clauseTitle(entry.clause, entry.standard) ?? '',
      reasonText: entry.reason ?? 'No reason is given.',
      decision: [
        ...(entry.approvedBy === undefined ? [] : [part('Decided by'), rolePart(context, entry.approvedBy)]),
        ...(entry.date === undefined
          ? []
          : [part('on'), { text: context.date(entry.date), date: entry.date }]),
      ],
    })),
    parties: registers['interested-parties'].rows.map(({ title, needs }) => ({ titleText: title, needs })),
    versionText: settings.version,
    history: (settings.history ?? []).map((entry) => ({
      version: entry.version,
      date: { text: context.date(entry.date), date: entry.date },
      actText: context.text.acts[entry.act],
      by: rolePart(context, entry.by),
      summaryText: entryText(entry) ?? '',
    })),
  };
}

export interface AboutView {
  readonly facts: readonly { readonly labelText: string; readonly parts: readonly Part[] }[];
  readonly standards: readonly {
    readonly nameText: string;
    readonly titleText: string;
    readonly href: string;
    readonly noteText: string;
    readonly noticeText: string | undefined;
  }[];
  readonly severities: readonly { readonly rule: string; readonly severityText: string }[];
}

export function aboutView(context: ViewContext): AboutView {
  const { settings } = context.manual;
  const { build } = context.site;
  const { institution } = settings;
  const history = sourceSummary(context);
  const facts: { labelText: string; parts: Part[] }[] = [
    { labelText: 'Institution', parts: [part(institution.name)] },
    ...(institution.contact === undefined
      ? []
      : [
          {
            labelText: 'Questions about the manual',
            parts: [
              linkPart(
                institution.contact,
                institution.contact.includes('@') ? `mailto:${institution.contact}` : undefined,
              ),
            ],
          },
        ]),
    {
      labelText: 'Standard in force',
      parts: [
        linkPart(
          context.manual.standard?.name ?? settings.edition,
          isBuilt(build, context.urls.clauses()) ? context.urls.clauses() : undefined,
        ),
      ],
    },
    {
      labelText: 'As of',
      parts: [
        { text: context.date(build.today), date: build.today },
        part(build.todayOverridden ? '(the date was given by hand, not taken from the clock)' : ''),
      ],
    },
    {
      labelText: 'Documents',
      parts: [
        linkPart(context.text.plural(context.current.length, 'document', 'documents'), context.urls.register),
      ],
    },
    {
      labelText: 'Settings of the manual',
      parts: [part(settings.version === undefined ? 'no version' : `version ${settings.version}`)],
    },
    {
      labelText: 'Source revision',
      parts: [
        build.commit === undefined
          ? part('not known: the source is not under Git here')
          : codePart(build.commit, undefined),
      ],
    },
    ...(history === undefined ? [] : [{ labelText: context.text.source.label, parts: [history] }]),
    { labelText: 'Built with', parts: [part(`eoms-manual ${build.toolVersion}`)] },
  ];
  return {
    facts,
    standards: context.facts.coverages.map(({ standard, percent }) => ({
      nameText: standard.name,
      titleText: standard.title,
      href: context.urls.clauses(standard.edition),
      noteText: [
        standard.edition === settings.edition ? 'in force' : 'shown beside it',
        standard.provisional ? 'provisional' : '',
        percent === undefined ? '' : `${percent} % covered`,
      ]
        .filter((note) => note !== '')
        .join(', '),
      noticeText: standard.notice,
    })),
    severities: Object.entries(settings.severities ?? {}).map(([rule, severity]) => ({
      rule,
      severityText: severity,
    })),
  };
}

export function auditFindingsTable(context: ViewContext): TableView {
  const { text, facts } = context;
  return {
    id: 'findings',
    captionText: `Findings of audits as of ${context.date(facts.today)}`,
    columns: [
      { key: 'id', labelText: 'Finding', sortable: true, narrow: true },
      { key: 'class', labelText: 'Class', sortable: true },
      { key: 'clause', labelText: 'Clause', sortable: true, narrow: true },
      { key: 'summary', labelText: 'What was found', wide: true },
      { key: 'documents', labelText: 'Documents' },
      { key: 'opened', labelText: 'Opened', sortable: true, narrow: true },
      { key: 'due', labelText: 'Due', sortable: true, narrow: true },
      { key: 'status', labelText: 'Status', sortable: true },
    ],
    rows: context.manual.registers.findings.rows.map((row) => {
      const closed = row.closed !== undefined && row.closed <= facts.today;
      const late = !closed && row.due !== undefined && row.due < facts.today;
      return {
        id: row.id,
        data: { class: row.class, status: closed ? 'closed' : late ? 'open late' : 'open' },
        cells: [
          cell({ text: row.id, code: true }),
          textCell(text.findingClasses[row.class]),
          cell(
            codePart(
              row.clause,
              context.clauseTitle(row.clause) === undefined ? undefined : context.urls.clause(row.clause),
            ),
          ),
          textCell(row.summary ?? ''),
          stackedCell(
            (row.documents ?? []).map((id) =>
              codePart(id, context.hasPage(id) ? context.urls.document(id) : undefined),
            ),
          ),
          textCell(row.opened),
          textCell(row.due ?? '–'),
          cell(
            closed
              ? { text: `Closed ${row.closed ?? ''}`, mark: 'yes' }
              : late
                ? { text: 'Open, past its date', mark: 'late' }
                : { text: 'Open', mark: 'planned' },
          ),
        ],
      };
    }),
    filters: [
      {
        name: 'status',
        labelText: 'Status',
        options: [
          { value: 'open', text: 'Open' },
          { value: 'late', text: 'Open, past its date' },
          { value: 'closed', text: 'Closed' },
        ],
      },
      {
        name: 'class',
        labelText: 'Class',
        options: Object.entries(text.findingClasses).map(([value, label]) => ({ value, text: label })),
      },
    ],
    rowsText: ['finding', 'findings'],
  };
}

/** Findings of the check, for the preview of drafts. */
export function checkFindingsTable(context: ViewContext): TableView {
  const { findings } = context.site.analysis;
  return {
    id: 'check',
    captionText: 'What the check found',
    columns: [
      { key: 'severity', labelText: 'Severity', sortable: true },
      { key: 'place', labelText: 'Place', sortable: true },
      { key: 'message', labelText: 'What is wrong, and what to do', wide: true },
      { key: 'rule', labelText: 'Rule', sortable: true },
    ],
    rows: findings.map((finding) => ({
      data: { severity: finding.severity },
      cells: [
        cell({
          text: finding.severity,
          mark: finding.severity === 'error' ? 'gap' : finding.severity === 'warning' ? 'partial' : 'planned',
        }),
        cell(part(placeText(finding))),
        stackedCell(
          [finding.message, finding.hint]
            .filter((text) => text !== undefined)
            .map((text) => ({ text, ticks: true })),
        ),
        cell(codePart(finding.rule, undefined)),
      ],
    })),
    filters: [
      {
        name: 'severity',
        labelText: 'Severity',
        options: ['error', 'warning', 'note'].map((value) => ({ value, text: value })),
      },
    ],
    rowsText: ['finding', 'findings'],
  };
}

function placeText({ place }: Finding): string {
  if (place.kind === 'manual') return 'the manual';
  return place.kind === 'file' ? place.file : `${place.file}:${place.start.line}:${place.start.column}`;
}
