/** Kinds of record: how long they are kept, what gives rise to them, and what is due to be disposed of. */
import type { Retention } from '../../../schemas/document.ts';
import { addPeriod, type CalendarDate, parseCalendarDate, parsePeriod } from '../model/calendar-date.ts';
import type { ClauseLabel } from '../model/standard.ts';
import type { DocumentFacts, Facts } from '../model/facts.ts';

export interface RecordFacts {
  readonly facts: DocumentFacts;
  readonly retention: Retention;
  readonly location: string;
  readonly format: string;
  readonly access: string | undefined;
  readonly personalData: boolean;
  readonly evidence: boolean;
  /** Documents in force that name it under `produces` or link to it. */
  readonly producedBy: readonly string[];
  readonly clauses: readonly ClauseLabel[];
  /** When evidence that is published here has been kept long enough; for kinds of record it depends on each case. */
  readonly disposal: CalendarDate | undefined;
  /** For kinds of record: where the period began on this day or earlier, it is over. */
  readonly dueSince: CalendarDate | undefined;
}

/** Record descriptions in force, by id. */
export function analyseRecords(facts: Facts): RecordFacts[] {
  return facts.documents.flatMap((one): RecordFacts[] => {
    const { frontMatter } = one.document;
    if (frontMatter.type !== 'record' || one.lifecycle.state !== 'effective') return [];
    return [
      {
        facts: one,
        retention: frontMatter.retention,
        location: frontMatter.location,
        format: frontMatter.format,
        access: frontMatter.access,
        personalData: frontMatter.personalData,
        evidence: frontMatter.evidence === true,
        producedBy: [
          ...new Set(
            one.referredToBy
              .filter(({ relation }) => relation === 'produces' || relation === 'link')
              .map(({ from }) => from)
              .filter((id) => {
                const from = facts.documentById.get(id);
                return (
                  from?.lifecycle.state === 'effective' &&
                  ['procedure', 'work-instruction', 'manual', 'policy'].includes(
                    from.document.frontMatter.type,
                  )
                );
              }),
          ),
        ].sort(),
        clauses: [...new Set(one.document.claims.map(({ clause }) => clause))],
        disposal: disposalOf(one),
        dueSince: dueSinceOf(one, facts.today),
      },
    ];
  });
}

function disposalOf({ document, lifecycle }: DocumentFacts): CalendarDate | undefined {
  const { frontMatter } = document;
  if (frontMatter.type !== 'record' || frontMatter.evidence !== true) return undefined;
  const from = parseCalendarDate(frontMatter.periodCovered?.to ?? '') ?? lifecycle.effective;
  const period = parsePeriod(frontMatter.retention.period);
  return from === undefined || period === undefined ? undefined : addPeriod(from, period);
}

function dueSinceOf({ document }: DocumentFacts, today: CalendarDate): CalendarDate | undefined {
  const { frontMatter } = document;
  if (frontMatter.type !== 'record' || frontMatter.evidence === true) return undefined;
  const period = parsePeriod(frontMatter.retention.period);
  return period === undefined ? undefined : addPeriod(today, period, -1);
}
