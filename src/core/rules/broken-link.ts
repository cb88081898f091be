import { documentFile } from './example-manual.ts';
import { didYouMean } from '../model/nearest.ts';
import type { LinkTarget, ResolvedLink } from '../model/document.ts';
import type { Manual } from '../model/manual.ts';
import { figureFile } from '../build/figure-file.ts';
import { nearest } from '../model/nearest.ts';
import type { Report, Rule } from './rule.ts';

export const brokenLink: Rule = {
  id: 'broken-link',
  severity: 'error',
  summary: 'A link or picture leads nowhere.',
  advice:
    'Links between documents are written as a path to the file, seen from the document, or by id: doc:PRC-007#decision. An id survives moving the file.',
  examples: [
    {
      name: 'a file that does not exist',
      files: {
        'procedures/prc-001.mdx': documentFile({}, 'See [the form](../forms/frm-011.mdx).\n\n## Purpose\n'),
      },
      expect: [
        'content/procedures/prc-001.mdx:17:5 Unexpected link to `../forms/frm-011.mdx`, expected a file that exists; did you mean `../forms/frm-001.mdx`?',
      ],
    },
    {
      name: 'a file that exists',
      files: {
        'procedures/prc-001.mdx': documentFile({}, 'See [the form](../forms/frm-001.mdx).\n\n## Purpose\n'),
      },
      expect: [],
    },
  ],
  find: ({ manual }) => [
    ...manual.texts.flatMap((document) =>
      document.links.flatMap((link) => {
        const { target } = link;
        return target.kind !== 'broken' || target.reason === 'unsafe' || target.reason === 'elsewhere'
          ? []
          : [{ place: link.place, ...explain(link, target) }];
      }),
    ),
    ...findLostFigures(manual),
  ],
};

type Broken = Extract<LinkTarget, { kind: 'broken' }>;

function explain(link: ResolvedLink, target: Broken): Pick<Report, 'message' | 'hint'> {
  const noun = link.kind === 'image' ? 'picture' : 'link';
  const to = `Unexpected ${noun}${link.kind === 'image' ? '' : ' to'} \`${link.href}\``;
  const meant = didYouMean(target.candidate);
  switch (target.reason) {
    case 'empty':
      return {
        message: `Unexpected ${noun} without an address, expected a file, an id or an address`,
        hint: 'Write where it leads, or remove the brackets.',
      };
    case 'malformed':
      return {
        message: `${to}, expected an address that can be read`,
        hint: 'Look for a missing part, a space or a stray percent sign.',
      };
    case 'outside':
      return {
        message: `${to}, expected a file below the content folder`,
        hint: 'A manual holds everything it shows. Move the file into it, or link to the address where it is published.',
      };
    case 'no-document':
      return { message: `${to}, expected the id of a document${meant}` };
    case 'no-page':
      // The page is there, the section is not, or not for certain.
      if (link.href.includes('#') && link.href.startsWith(`${target.candidate ?? '#'}#`))
        return {
          message: `${to}, expected a section of that page that always stands there${meant}`,
          hint: 'Sections of pages that are made from the documents come and go. Link to the page, or to a document.',
        };
      return {
        message: `${to}, expected an address of this manual${meant}`,
        hint: 'Link to a document by its id (doc:PRC-007), which stays right when addresses change.',
      };
    case 'letter-case':
      return {
        message: `${to}, expected the letter case of the file${meant}`,
        hint: 'Some disks do not tell the two apart, but most web servers do.',
      };
    case 'no-file':
    case 'elsewhere':
    case 'unsafe':
      return {
        message: `${to}, expected a file that exists${meant}`,
        hint:
          target.candidate === undefined
            ? 'Check the path from this file, or link by id: doc:ID.'
            : undefined,
      };
  }
}

/** The pictures of `<Figure>`, which are no links in the text. */
function findLostFigures(manual: Manual): Report[] {
  return manual.texts.flatMap((document) =>
    document.body.components.flatMap((use) => {
      const source = use.attributes['src'];
      if (use.name !== 'Figure' || source === undefined) return [];
      const file = figureFile(document.file, source);
      if (file !== undefined && manual.assets.has(file)) return [];
      const candidate = file === undefined ? undefined : nearest(file, manual.assets);
      return [
        {
          place: use.attributePlaces['src'] ?? use.place,
          message: `Unexpected picture \`${source}\`, expected a file below the content folder`,
          hint: candidate === undefined ? undefined : `The nearest is ${candidate}.`,
        },
      ];
    }),
  );
}
