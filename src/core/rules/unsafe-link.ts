import { documentFile } from './example-manual.ts';
import type { Rule } from './rule.ts';

export const unsafeLink: Rule = {
  id: 'unsafe-link',
  severity: 'error',
  fixed: true,
  summary: "A link uses an address that could run code or reach the reader's disk.",
  advice:
    'Links use http, https, mailto or tel, a path, or doc:. Everything else is refused, because readers of the manual are logged in elsewhere.',
  examples: [
    {
      name: 'a program as an address',
      files: {
        'procedures/prc-001.mdx': documentFile({}, '[Open](javascript:alert\\(1\\))\n\n## Purpose\n'),
      },
      expect: [
        'content/procedures/prc-001.mdx:17:1 Unexpected address `javascript:alert(1)`, expected http, https, mailto, tel, doc or a path',
      ],
    },
    {
      name: 'an ordinary address',
      files: {
        'procedures/prc-001.mdx': documentFile({}, '[Open](https://www.example.org/)\n\n## Purpose\n'),
      },
      expect: [],
    },
  ],
  find: ({ manual }) =>
    manual.texts.flatMap((document) =>
      document.links.flatMap((link) =>
        link.target.kind === 'broken' && link.target.reason === 'unsafe'
          ? [
              {
                place: link.place,
                message: `Unexpected address \`${link.href.slice(0, 60)}\`, expected http, https, mailto, tel, doc or a path`,
                hint: /^data:/i.test(link.href)
                  ? 'Put the file below the content folder and link to it there.'
                  : 'Documents are data: remove it, or write the address of the page that is meant.',
              },
            ]
          : [],
      ),
    ),
};
