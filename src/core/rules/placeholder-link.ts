import { documentFile } from './example-manual.ts';
import type { Rule } from './rule.ts';

export const placeholderLink: Rule = {
  id: 'placeholder-link',
  severity: 'warning',
  summary: 'A link leads to an address that was written to be replaced later.',
  advice:
    'TODO, example.com, localhost and the like stand for an address that nobody has looked up yet. Write the real one, or take the link out until it is known.',
  examples: [
    {
      name: 'the example domain',
      files: {
        'procedures/prc-001.mdx': documentFile(
          {},
          'See [the ministry](https://www.example.com/law).\n\n## Purpose\n',
        ),
      },
      expect: [
        'content/procedures/prc-001.mdx:17:5 Unexpected placeholder `https://www.example.com/law`, expected the address that is meant',
      ],
    },
    {
      name: 'a note to oneself',
      files: { 'procedures/prc-001.mdx': documentFile({}, 'See [the ministry](TODO).\n\n## Purpose\n') },
      expect: [
        'content/procedures/prc-001.mdx:17:5 Unexpected placeholder `TODO`, expected the address that is meant',
      ],
    },
    {
      name: 'a real address',
      files: {
        'procedures/prc-001.mdx': documentFile({}, 'See [ISO](https://www.iso.org/).\n\n## Purpose\n'),
      },
      expect: [],
    },
  ],
  find: ({ facts }) =>
    facts.documents.flatMap(({ document, lifecycle }) =>
      lifecycle.state === 'draft' || lifecycle.state === 'in-review'
        ? []
        : document.links.flatMap((link) =>
            isPlaceholder(link.href)
              ? [
                  {
                    place: link.place,
                    message: `Unexpected placeholder \`${link.href.slice(0, 60)}\`, expected the address that is meant`,
                  },
                ]
              : [],
          ),
    ),
};

/** Whether an address as written only holds the place of another. */
export function isPlaceholder(href: string): boolean {
  if (
    /^[#/]?(?:todo|tbd|tba|fixme|xxx+|link|url|address|placeholder|insert-link|\?+|\.{3}|…)$/i.test(
      href.trim(),
    )
  )
    return true;
  const host =
    /^(?:https?:)?\/\/(?:[^/?#@]*@)?([^/?#:]+)/i.exec(href)?.[1]?.toLowerCase() ??
    /^mailto:[^@]*@([^?]+)/i.exec(href)?.[1]?.toLowerCase();
  if (host === undefined) return false;
  return (
    /(?:^|\.)(?:example\.(?:com|org|net)|localhost|invalid|test)$/.test(host) ||
    /^(?:127(?:\.\d+){3}|0\.0\.0\.0|\[::1\])$/.test(host) ||
    /^(?:yourdomain|yoursite|domain|mydomain|site)\.(?:com|org|edu)$/.test(host)
  );
}
