/** A standard as an OSCAL catalog: its clauses as controls, with our own summaries as their statements. */
import type { Clause, Standard } from '../../model/standard.ts';
import { controlId, listed, metadata, type OscalContext, property, statementId } from './oscal.ts';

interface Control {
  readonly id: string;
  readonly class: string;
  readonly title: string;
  readonly props: readonly object[];
  readonly parts: readonly object[];
  readonly controls?: readonly Control[];
}

export function buildCatalog(context: OscalContext, standard: Standard) {
  const chapters = standard.clauses.filter(({ parent }) => parent === undefined);
  const groups = chapters.filter(({ leaf }) => !leaf);
  return {
    catalog: {
      uuid: context.uuid('catalog', standard.edition),
      metadata: {
        ...metadata(context, `${standard.name}: ${standard.title}`),
        ...(standard.notice === undefined ? {} : { remarks: standard.notice }),
      },
      // A group of OSCAL holds controls and no groups beside them, so chapters are groups and all else nests.
      ...listed(
        'groups',
        groups.map((chapter) => ({
          id: `${controlId(chapter.edition, chapter.clause)}_grp`,
          class: 'chapter',
          title: chapter.title,
          props: [{ name: 'label', value: chapter.clause }],
          ...listed(
            'controls',
            childrenOf(standard, chapter).map((child) => control(standard, child)),
          ),
        })),
      ),
      ...listed(
        'controls',
        chapters.filter(({ leaf }) => leaf).map((clause) => control(standard, clause)),
      ),
    },
  };
}

function control(standard: Standard, clause: Clause): Control {
  const id = controlId(clause.edition, clause.clause);
  return {
    id,
    class: clause.leaf ? 'requirement' : 'heading',
    title: clause.title,
    props: [
      { name: 'label', value: clause.clause },
      ...(clause.confidence === undefined ? [] : [property('confidence', clause.confidence)]),
      ...(clause.untitled === true ? [property('untitled', 'true')] : []),
    ],
    parts: [
      {
        id: statementId(clause.edition, clause.clause),
        name: 'statement',
        prose: clause.summary ?? clause.title,
      },
      ...clause.requires.map(({ kind, what, confidence }, at) => ({
        id: `${id}_itm.${at + 1}`,
        name: 'item',
        props: [property('kind', kind), property('confidence', confidence)],
        prose: what,
      })),
    ],
    ...listed(
      'controls',
      childrenOf(standard, clause).map((child) => control(standard, child)),
    ),
  };
}

const childrenOf = (standard: Standard, { children }: Clause): Clause[] =>
  children.flatMap((label) => standard.byLabel.get(label) ?? []);
