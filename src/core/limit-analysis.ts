/** An analysis as an audience may see it: the manual limited first, everything else worked out from that. */
import type { Audience } from '../../schemas/document.ts';
import type { Analysis } from './analyse-manual.ts';
import { analyseFacts } from './analyse/analyse-facts.ts';
import { limitAudience, maySee } from './build/limit-audience.ts';

export interface LimitedAnalysis extends Analysis {
  /** Names that may stand nowhere in what is published: ids, titles and files of what was taken out. */
  readonly hiddenNames: readonly string[];
  /** Titles of a few words of what was taken out: such words stand in many texts and need name no document. */
  readonly hiddenWords: readonly string[];
}

/**
 * @param withCoverage otherwise there is no coverage at all: it counts what the audience sees and would mislead
 * @param isLeftOut whether the site will be without this page, which only the view knows
 */
export function limitAnalysis(
  full: Analysis,
  audience: Audience,
  withCoverage: boolean,
  isLeftOut: (path: string) => boolean = () => false,
): LimitedAnalysis {
  const manual = limitAudience(full.manual, audience, withCoverage, isLeftOut);
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
  const titles = hidden
    .map(({ frontMatter }) => frontMatter.title)
    .filter((title) => !shownTitles.has(title));
  const { roles, units, processes, glossary } = manual.registers;
  const standards = [...manual.standards.values()].map(({ source }) => source.data);
  const said = JSON.stringify([
    standards,
    roles.rows,
    units.rows,
    processes.rows,
    glossary.rows,
  ]).toLowerCase();
  return {
    manual,
    facts: withCoverage ? facts : { ...facts, coverage: undefined, coverages: [] },
    control,
    people: { ...full.people, rows: [], byId: new Map(), places: {}, history: undefined },
    findings: [],
    counts: { error: 0, warning: 0, note: 0 },
    hiddenNames: [
      ...titles.filter((title) => !isOrdinary(title, said)),
      ...hidden.flatMap(({ id, file, frontMatter }) => [
        id,
        ...(frontMatter.aliases ?? []),
        file.slice(file.lastIndexOf('/') + 1),
      ]),
    ],
    hiddenWords: titles.filter((title) => isOrdinary(title, said)),
  };
}

/**
 * A few words, such as "Internal audit", stand in many texts and name no document; so do words of the standard or of
 * the institution's own names.
 */
const isOrdinary = (title: string, said: string): boolean =>
  title.split(/\s+/).length < 4 || said.includes(title.toLowerCase());
