import { documentFile } from './example-manual.ts';
import type { Report, Rule } from './rule.ts';

export const unsafeFile: Rule = {
  id: 'unsafe-file',
  severity: 'error',
  summary: 'A document leads to a file that browsers run instead of showing it.',
  advice:
    'A web page or program among the files of the manual would run with the rights of the manual. Publish forms and attachments as PDF, Office or OpenDocument files, pictures as PNG, JPEG, WebP or SVG.',
  examples: [
    {
      name: 'a web page',
      files: {
        'procedures/prc-001.mdx': documentFile(
          {},
          'See [the calculator](../forms/fees.html).\n\n## Purpose\n',
        ),
        'forms/fees.html': '',
      },
      expect: [
        'content/procedures/prc-001.mdx:17:5 Unexpected file `fees.html`, expected a kind of file that browsers show and do not run',
      ],
    },
    {
      name: 'a PDF',
      files: {
        'procedures/prc-001.mdx': documentFile({}, 'See [the fees](../forms/fees.pdf).\n\n## Purpose\n'),
        'forms/fees.pdf': '',
      },
      expect: [],
    },
  ],
  find: ({ manual }) =>
    manual.documents.flatMap((document) =>
      document.links.flatMap(({ target, place }): Report[] => {
        const path =
          target.kind === 'file'
            ? target.path
            : target.kind === 'page'
              ? target.path.replace(/[?#].*$/, '')
              : '';
        if (!dangerous.test(path)) return [];
        return [
          {
            place,
            message: `Unexpected file \`${path.slice(path.lastIndexOf('/') + 1)}\`, expected a kind of file that browsers show and do not run`,
          },
        ];
      }),
    ),
};

const dangerous =
  /\.(?:x?html?|xht|shtml|svgz|m?js|cjs|jse|vbs|wsf|hta|mht(?:ml)?|swf|jar|exe|com|bat|cmd|ps1|sh|msi|scr|lnk|url|xslt?|htc|php\d?|aspx?|jsp)$/i;
