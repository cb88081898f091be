import { documentFile } from './example-manual.ts';
import { linkedDocuments, placeOfId } from './linked-documents.ts';
import type { Rule } from './rule.ts';

export const internalDocumentLinked: Rule = {
  id: 'internal-document-linked',
  severity: 'warning',
  summary: 'A public text links to a document that the public may not read.',
  advice:
    'A public text that links to an internal document leads learners and the public to a page they cannot open, and tells them that it exists. Relations in the front matter are not meant: a build for the public leaves them out.',
  examples: [
    {
      name: 'a public text with a link to an internal one',
      files: {
        'procedures/prc-001.mdx': documentFile(
          { audience: 'public' },
          'See [the form](doc:FRM-001).\n\n## Purpose\n',
        ),
      },
      expect: [
        'content/procedures/prc-001.mdx:18:5 Unexpected link to FRM-001, which is internal, in a text that is public, expected a document that its readers may read',
      ],
    },
    {
      name: 'a public text with a link to a public one',
      files: {
        'procedures/prc-001.mdx': documentFile(
          { audience: 'public' },
          'See [the form](doc:FRM-001).\n\n## Purpose\n',
        ),
        'forms/frm-001.mdx': documentFile({ id: 'FRM-001', type: 'form', audience: 'public' }),
      },
      expect: [],
    },
  ],
  find: ({ manual, facts }) =>
    facts.documents.flatMap(({ document, lifecycle }) => {
      if (lifecycle.state === 'withdrawn' || lifecycle.state === 'superseded') return [];
      if (document.frontMatter.audience !== 'public') return [];
      return linkedDocuments(document).flatMap(({ to, place, noun }) => {
        const target = manual.documentById.get(to) ?? manual.documentByAlias.get(to);
        if (target === undefined || noun.startsWith('entry')) return [];
        const other = target.frontMatter.audience ?? 'internal';
        if (other === 'public') return [];
        return [
          {
            place,
            message: `Unexpected ${noun} to ${target.id}, which is ${other}, in a text that is public, expected a document that its readers may read`,
            hint: `Take the link out and say in words whom to ask, or change the audience of one of the two.`,
            related: [{ place: placeOfId({ document: target }), message: `${target.id} stands here` }],
          },
        ];
      });
    }),
};
