/** What a whole manual with one damaged file comes to: findings with places, exports, and the views of a draft build. */
import { exportFiles } from '../../adapters/export-files.ts';
import { limitAnalysis } from '../../core/limit-analysis.ts';
import type { Analysis } from '../../core/analyse-manual.ts';
import { exampleFiles } from '../../core/rules/example-manual.ts';
import { clauseOutline } from '../../view/clause-outline.ts';
import { clauseView } from '../../view/clause-view.ts';
import { changesView } from '../../view/changes-view.ts';
import { createContext } from '../../view/context.ts';
import { coverageByDocument } from '../../view/coverage-by-document.ts';
import { coverageView } from '../../view/coverage-view.ts';
import { documentView } from '../../view/document-view.ts';
import { processView, unitTree, unitView } from '../../view/organization-view.ts';
import { pageFrame } from '../../view/page-frame.ts';
import {
  aboutView,
  auditFindingsTable,
  checkFindingsTable,
  glossaryView,
  homeView,
  scopeView,
} from '../../view/pages-view.ts';
import { registerTable } from '../../view/register-view.ts';
import { roleGroups, roleView } from '../../view/role-view.ts';
import { stageOneView } from '../../view/stage-one-view.ts';
import type { Build } from '../../view/site.ts';
import { analyseFiles } from '../check-files.ts';

const circumstances: Omit<Build, 'today'> = {
  todayOverridden: true,
  toolVersion: '0',
  drafts: true,
  base: '/',
};

/** @param path below `content/`; `undefined` is the answer hoped for */
export function judgeManual(path: string, text: string): string | undefined {
  let step = 'analysis';
  try {
    const analysis = analyseFiles({ ...exampleFiles, [path]: text });
    const fault = judgeFindings(analysis, text);
    if (fault !== undefined) return fault;
    const build: Build = { ...circumstances, today: analysis.facts.today };
    // A draft build shows a manual with whatever faults; every other build begins with none.
    step = 'exports';
    exportFiles(analysis, build);
    step = 'pages';
    showAll(analysis, build);
    step = 'public';
    showAll(limitAnalysis(analysis, 'public', true), { ...build, drafts: false });
    return undefined;
  } catch (error) {
    return `${step} threw ${error instanceof Error ? (error.stack ?? error.message).split('\n').slice(0, 3).join(' ') : String(error)}`;
  }
}

function judgeFindings({ findings }: Analysis, text: string): string | undefined {
  const longest = Math.max(text.split('\n').length, 400);
  for (const { place, rule, message } of findings) {
    if (place === undefined) return `${rule} has no place`;
    if (place.kind === 'manual') return `${rule} is said of the manual as a whole`;
    if (place.kind === 'span' && (place.start.line < 1 || place.start.column < 1 || place.end.line > longest))
      return `${rule} stands at ${place.start.line}:${place.start.column} to ${place.end.line}`;
    if (/undefined|\[object|NaN/.test(message.replaceAll(/`[^`]*`/g, ''))) return `${rule} says: ${message}`;
  }
  return undefined;
}

function showAll(analysis: Analysis, build: Build): void {
  const context = createContext({ analysis, build });
  const { manual } = analysis;
  const { roles, units, processes } = manual.registers;
  for (const { document } of context.documents) documentView(context, document.id);
  for (const { standard, clauses } of context.facts.coverages) {
    clauseOutline(context, standard.edition);
    for (const { clause } of clauses.slice(0, 30)) clauseView(context, standard.edition, clause.clause);
  }
  for (const { id } of roles.rows) roleView(context, id);
  for (const { id } of units.rows) unitView(context, id);
  for (const { id } of processes.rows) processView(context, id);
  roleGroups(context);
  unitTree(context);
  coverageView(context);
  coverageByDocument(context);
  registerTable(context);
  homeView(context);
  glossaryView(context);
  scopeView(context);
  aboutView(context);
  auditFindingsTable(context);
  checkFindingsTable(context);
  changesView(context);
  stageOneView(context);
  pageFrame(context, { titleText: 'Page' }, '/');
}
