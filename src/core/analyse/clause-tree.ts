/** What stands below a heading. */
import type { Clause, Standard } from '../model/standard.ts';

/** The leaves below a heading that are reached through children without a title of their own. */
export function untitledLeaves(clause: Clause, standard: Standard): Clause[] {
  return clause.children.flatMap((label) => {
    const child = standard.byLabel.get(label);
    if (child?.untitled !== true) return [];
    return child.leaf ? [child] : untitledLeaves(child, standard);
  });
}

/** All leaves below a clause; of a leaf, itself. */
export function leavesBelow(clause: Clause, standard: Standard): Clause[] {
  if (clause.leaf) return [clause];
  return clause.children.flatMap((label) => {
    const child = standard.byLabel.get(label);
    return child === undefined ? [] : leavesBelow(child, standard);
  });
}
