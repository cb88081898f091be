/** All OSCAL documents by file name below `/oscal/`. */
import type { BuildStamp, Exported } from '../build-stamp.ts';
import { buildAssessmentResults } from './assessment-results.ts';
import { buildCatalog } from './catalog.ts';
import { buildComponentDefinition } from './component-definition.ts';
import { buildMappingCollection } from './mapping-collection.ts';
import { catalogFile, oscalContext } from './oscal.ts';
import { buildPlanOfAction } from './plan-of-action.ts';

export function buildOscalFiles(exported: Exported, build: BuildStamp): Record<string, object> {
  const context = oscalContext(exported, build);
  const { coverage, coverages } = exported.facts;
  const files: Record<string, object | undefined> = {
    ...Object.fromEntries(
      coverages.map(({ standard }) => [catalogFile(standard.edition), buildCatalog(context, standard)]),
    ),
    'component-definition.json': buildComponentDefinition(context),
    'assessment-results.json': coverage && buildAssessmentResults(context, coverage),
    'plan-of-action-and-milestones.json': coverage && buildPlanOfAction(context, coverage),
    'mapping-collection.json': buildMappingCollection(context),
  };
  return Object.fromEntries(Object.entries(files).filter(([, file]) => file !== undefined)) as Record<
    string,
    object
  >;
}
