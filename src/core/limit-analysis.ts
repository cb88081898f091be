/** An analysis as an audience may see it: the manual limited first, everything else worked out from that. */
import type { Audience } from '../../schemas/document.ts';
import type { Analysis } from './analyse-manual.ts';
import { analyseFacts } from './analyse/analyse-facts.ts';
import { limitAudience, maySee } from './build/limit-audience.ts';

export interface LimitedAnalysis extends Analysis {
  /** Names that may stand nowhere in what is published: ids, titles and files of what was taken out. */
  readonly hiddenNames: readonly string[];
}

/** @param withCoverage otherwise there is no coverage at all: it counts what the audience sees and would mislead */
export function limitAnalysis(full: Analysis, audience: Audience, withCoverage: boolean): LimitedAnalysis {
  const manual = limitAudience(full.manual, audience, withCoverage);
  const byId = new Map(
    [...full.control.byId].flatMap(([id, control]) => {
      const published = manual.documentById.get(id);
      if (published === undefined) return [];
      // Earlier versions may have been for others, and a text under way is for nobody outside.
      const versions = control.versions
        .filter(({ state }) => state === 'effective')
        .map((one) => ({ ...one, approval: { ...one.approval, summary: undefined }, copy: undefined }));
      return [
        [id, { ...control, working: published, published, changesSinceApproval: [], versions }] as const,
      ];
    }),
  ) as Analysis['control']['byId'];
  const control = { ...full.control, byId, files: [], published: manual, working: manual };
  const facts = analyseFacts(manual, control, {
    today: full.facts.today,
    todayOverridden: full.facts.todayOverridden,
  });
  const hidden = full.control.working.documents.filter(
    (document) => !maySee(audience, full.manual.documentById.get(document.id) ?? document),
  );
  const shownTitles = new Set(manual.documents.map(({ frontMatter }) => frontMatter.title));
  return {
    manual,
    facts: withCoverage ? facts : { ...facts, coverage: undefined, coverages: [] },
    control,
    people: { ...full.people, rows: [], byId: new Map(), places: {}, history: undefined },
    findings: [],
    counts: { error: 0, warning: 0, note: 0 },
    hiddenNames: hidden.flatMap(({ id, file, frontMatter }) => [
      id,
      ...(frontMatter.aliases ?? []),
      ...(shownTitles.has(frontMatter.title) || isOrdinary(frontMatter.title) ? [] : [frontMatter.title]),
      file.slice(file.lastIndexOf('/') + 1),
    ]),
  };
}

/** A few words, such as "Internal audit", stand in many texts and name no document. */
const isOrdinary = (title: string): boolean => title.split(/\s+/).length < 4;
