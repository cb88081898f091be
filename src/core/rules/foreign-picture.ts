import { documentFile } from './example-manual.ts';
import type { Rule } from './rule.ts';

export const foreignPicture: Rule = {
  id: 'foreign-picture',
  severity: 'warning',
  summary: 'A picture lies on another site, so the page shows its description instead.',
  advice:
    'The pages load nothing from other sites: it would tell them who reads the manual, and let them change what is approved. Save the picture below the content folder, where it is frozen with the text.',
  examples: [
    {
      name: 'a picture of another site',
      files: {
        'procedures/prc-001.mdx': documentFile(
          {},
          '![The map](https://www.college.ac.uk/map.png)\n\n## Purpose\n',
        ),
      },
      expect: [
        'content/procedures/prc-001.mdx:17:1 Unexpected picture `https://www.college.ac.uk/map.png` of another site, expected a file below the content folder',
      ],
    },
    {
      name: 'a link to a picture of another site',
      files: {
        'procedures/prc-001.mdx': documentFile(
          {},
          'See [the map](https://www.college.ac.uk/map.png).\n\n## Purpose\n',
        ),
      },
      expect: [],
    },
  ],
  find: ({ manual }) =>
    manual.texts.flatMap((document) =>
      document.links.flatMap(({ target, href, place }) =>
        target.kind === 'broken' && target.reason === 'elsewhere'
          ? [
              {
                place,
                message: `Unexpected picture \`${href.slice(0, 120)}\` of another site, expected a file below the content folder`,
                hint: 'The page shows its description instead. Save it beside the text, or link to it: `[words](address)`.',
              },
            ]
          : [],
      ),
    ),
};
