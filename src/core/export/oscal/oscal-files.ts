/** All OSCAL documents by file name below `/oscal/`. Each is built when it is asked for. */
import type { BuildStamp, Exported } from '../build-stamp.ts';
import { buildAssessmentResults } from './assessment-results.ts';
import { buildCatalog } from './catalog.ts';
import { buildComponentDefinition } from './component-definition.ts';
import { buildMappingCollection } from './mapping-collection.ts';
import { catalogFile, oscalContext } from './oscal.ts';
import { buildPlanOfAction } from './plan-of-action.ts';

export function buildOscalFiles(exported: Exported, build: BuildStamp): Record<string, () => object> {
  const context = oscalContext(exported, build);
  const { coverage, coverages } = exported.facts;
  const mapping = buildMappingCollection(context);
  const plan = coverage && buildPlanOfAction(context, coverage);
  return {
    ...Object.fromEntries(
      coverages.map(({ standard }) => [catalogFile(standard.edition), () => buildCatalog(context, standard)]),
    ),
    'component-definition.json': () => buildComponentDefinition(context),
    ...(coverage && { 'assessment-results.json': () => buildAssessmentResults(context, coverage) }),
    ...(plan && { 'plan-of-action-and-milestones.json': () => plan }),
    ...(mapping && { 'mapping-collection.json': () => mapping }),
  };
}
