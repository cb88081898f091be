import { wholeFile } from '../model/place.ts';
import type { Rule } from './rule.ts';

export const archivedLinkBroken: Rule = {
  id: 'archived-link-broken',
  severity: 'warning',
  summary: 'A change elsewhere broke a link of a text that is in force from the archive.',
  advice:
    'While a newer version is drafted, the approved text stays published as it was. It cannot be mended; what it leads to can be brought back, or the newer version approved.',
  examples: [],
  shownBy: 'src/testing/cases/control/archived-link-broken',
  find: ({ control }) =>
    [...control.byId.values()].flatMap(({ published, publishedCopy }) => {
      if (publishedCopy === undefined) return [];
      return published.links.flatMap((link) => {
        const { target } = link;
        if (target.kind === 'broken')
          return [
            {
              place: link.place,
              message: `The link \`${link.href}\` of ${published.id} ${publishedCopy.version}, which is in force, leads nowhere any more`,
              hint: 'Bring back what it leads to, or approve the next version.',
            },
          ];
        if (target.kind !== 'document' || target.anchor === undefined || target.anchor === '') return [];
        const anchors = control.published.anchorsById.get(target.id);
        if (anchors === undefined || anchors.has(target.anchor)) return [];
        const lost = control.published.documentById.get(target.id);
        return [
          {
            place: link.place,
            message: `The link \`${link.href}\` of ${published.id} ${publishedCopy.version}, which is in force, leads to a section that ${target.id} no longer has`,
            hint: `Give the section its id \`#${target.anchor}\` back, or approve the next version of ${published.id}.`,
            related:
              lost === undefined
                ? undefined
                : [{ place: wholeFile(lost.file), message: `the section is missing here` }],
          },
        ];
      });
    }),
};
