import { documentFile } from './example-manual.ts';
import type { Rule } from './rule.ts';

export const vagueLinkText: Rule = {
  id: 'vague-link-text',
  severity: 'note',
  summary: 'The words of a link do not say where it leads.',
  advice:
    'Readers who listen to the page go from link to link and hear only their words; a printed page has nothing else. Use the title or the id of what is linked: [PRC-007 Admission of learners](doc:PRC-007).',
  examples: [
    {
      name: 'click here',
      files: {
        'procedures/prc-001.mdx': documentFile({}, 'For the form [click here](doc:FRM-001).\n\n## Purpose\n'),
      },
      expect: [
        'content/procedures/prc-001.mdx:17:14 Unexpected link text `click here`, expected words that say where it leads; did you mean `Application`?',
      ],
    },
    {
      name: 'a title',
      files: {
        'procedures/prc-001.mdx': documentFile({}, 'Fill in [the application](doc:FRM-001).\n\n## Purpose\n'),
      },
      expect: [],
    },
  ],
  find: ({ manual }) =>
    manual.documents.flatMap((document) =>
      document.links.flatMap(({ kind, text, target, place }) => {
        if (kind === 'image' || !vague.has(fold(text))) return [];
        const title =
          target.kind === 'document' ? manual.documentById.get(target.id)?.frontMatter.title : undefined;
        return [
          {
            place,
            message: `Unexpected link text \`${text.trim()}\`, expected words that say where it leads${title === undefined ? '' : `; did you mean \`${title}\`?`}`,
          },
        ];
      }),
    ),
};

const fold = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .trim();

/** In the languages in which manuals have been met so far. */
const vague: ReadonlySet<string> = new Set(
  [
    'click here',
    'click',
    'here',
    'link',
    'this link',
    'read more',
    'more',
    'more information',
    'this page',
    'this document',
    'see here',
    'go',
    'download',
    'page',
    'document',
    'this',
    'ici',
    'cliquez ici',
    'lien',
    'en savoir plus',
    'lire la suite',
    'ce lien',
    'plus',
    'aquí',
    'haga clic aquí',
    'enlace',
    'más información',
    'leer más',
    'hier',
    'hier klicken',
    'mehr',
    'mehr erfahren',
    'tại đây',
    'bấm vào đây',
    'nhấn vào đây',
    'xem thêm',
    'ở đây',
    'هنا',
    'اضغط هنا',
    'انقر هنا',
    'المزيد',
    'اقرأ المزيد',
    '这里',
    '点击这里',
    '点击此处',
    '此处',
    '更多',
    '链接',
  ].map(fold),
);
