import { pageSections } from '../links/page-sections.ts';
import { documentFile } from './example-manual.ts';
import type { WrittenDocument } from '../model/document.ts';
import { didYouMean, nearest } from '../model/nearest.ts';
import type { Rule } from './rule.ts';

export const brokenAnchor: Rule = {
  id: 'broken-anchor',
  severity: 'error',
  summary: 'A link leads to a section that does not exist.',
  advice:
    'A heading with an id of its own, ## Decision {#decision}, keeps links right when it is reworded. Without one the id is made from its words.',
  examples: [
    {
      name: 'a section that does not exist',
      files: { 'procedures/prc-001.mdx': documentFile({}, 'See [why](#purposes).\n\n## Purpose\n') },
      expect: [
        'content/procedures/prc-001.mdx:17:5 Unexpected anchor `#purposes`, expected a heading of PRC-001; did you mean `#purpose`?',
      ],
    },
    {
      name: 'a section that exists',
      files: { 'procedures/prc-001.mdx': documentFile({}, 'See [why](#purpose).\n\n## Purpose\n') },
      expect: [],
    },
  ],
  find: ({ manual }) =>
    manual.texts.flatMap((document) =>
      document.links.flatMap((link) => {
        if (link.target.kind !== 'document' || link.target.anchor === undefined || link.target.anchor === '')
          return [];
        const anchors = link.href.startsWith('#') ? own(document) : manual.anchorsById.get(link.target.id);
        const anchor = link.target.anchor;
        if (anchors === undefined || anchors.has(anchor) || pageSections.has(anchor)) return [];
        const candidate = nearest(anchor, anchors);
        return [
          {
            place: link.place,
            message: `Unexpected anchor \`#${anchor}\`, expected a heading of ${link.target.id === '' ? 'this document' : link.target.id}${didYouMean(candidate === undefined ? undefined : `#${candidate}`)}`,
            hint:
              candidate === undefined && anchors.size > 0
                ? `Its headings are ${[...anchors]
                    .slice(0, 12)
                    .map((one) => `\`#${one}\``)
                    .join(', ')}.`
                : undefined,
          },
        ];
      }),
    ),
};

/** An anchor alone means the text it stands in, whatever is wrong with that document's id. */
const own = ({ body }: WrittenDocument): ReadonlySet<string> | undefined =>
  body.complete ? new Set(body.headings.map((heading) => heading.id)) : undefined;
