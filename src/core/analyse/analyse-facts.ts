/** Manual to facts, on a given day. */
import type { CalendarDate } from '../model/calendar-date.ts';
import type { Revision } from '../model/control.ts';
import type { DocumentId } from '../model/document.ts';
import type { DocumentFacts, Facts, Lifecycle } from '../model/facts.ts';
import type { Manual } from '../model/manual.ts';
import type { Standard } from '../model/standard.ts';
import { analyseCoverage } from './coverage.ts';
import type { ControlAnalysis } from './analyse-control.ts';
import { analyseLifecycle, analyseLifecycles } from './lifecycle.ts';
import { analyseReferences } from './references.ts';

export interface AnalysisOptions {
  readonly today: CalendarDate;
  readonly todayOverridden: boolean;
}

/** @param manual as readers are to see it */
export function analyseFacts(manual: Manual, control: ControlAnalysis, options: AnalysisOptions): Facts {
  const lifecycles = analyseLifecycles(manual.documents, manual.settings, options.today);
  const revisions = new Map<DocumentId, Revision>();
  for (const { id, working, published, changedSinceApproval } of control.byId.values()) {
    const lifecycle = lifecycles.get(id);
    // No copy of what was approved is at hand, and what is at hand was not approved.
    if (working === published && changedSinceApproval && lifecycle !== undefined)
      lifecycles.set(id, unapproved(lifecycle));
    if (working !== published)
      revisions.set(id, {
        document: working,
        lifecycle: unapproved(analyseLifecycle(working, manual.settings, options.today)),
      });
  }
  const references = analyseReferences(manual.documents);
  const documents = manual.documents.flatMap((document): DocumentFacts[] => {
    const lifecycle = lifecycles.get(document.id);
    const own = control.byId.get(document.id);
    if (lifecycle === undefined || own === undefined) return [];
    return [
      {
        document,
        lifecycle,
        refersTo: references.from.get(document.id) ?? [],
        referredToBy: references.to.get(document.id) ?? [],
        control: own,
        revision: revisions.get(document.id),
      },
    ];
  });
  const shown = [manual.settings.edition, ...(manual.settings.alsoShow ?? [])]
    .map((edition) => manual.standards.get(edition))
    .filter((standard): standard is Standard => standard !== undefined);
  const coverages = [...new Set(shown)].map((standard) =>
    analyseCoverage(standard, { manual, lifecycles, revisions, today: options.today }),
  );
  return {
    ...options,
    documents,
    documentById: new Map(documents.map((facts) => [facts.document.id, facts])),
    coverage: coverages.find((coverage) => coverage.standard === manual.standard),
    coverages,
  };
}

/** A text that is not the one in force although its version was approved was changed since: it is a draft again. */
const unapproved = (lifecycle: Lifecycle): Lifecycle =>
  lifecycle.state === 'effective'
    ? { ...lifecycle, state: 'draft', overdue: false, dueSoon: false }
    : lifecycle;
