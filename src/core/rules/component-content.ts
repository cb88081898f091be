import { documentFile } from './example-manual.ts';
import type { Rule } from './rule.ts';

export const componentContent: Rule = {
  id: 'component-content',
  severity: 'error',
  summary: 'Text stands inside a component that takes none, or nothing stands inside one that needs text.',
  advice:
    'Components such as <Role /> and <FormLink /> write their text themselves. Components such as <Callout> frame the text between their two tags.',
  examples: [
    {
      name: 'a callout without text',
      files: { 'procedures/prc-001.mdx': documentFile({}, '<Callout kind="note" />\n\n## Purpose\n') },
      expect: ['content/procedures/prc-001.mdx:17:1 Nothing stands inside `<Callout>`, expected text'],
    },
    {
      name: 'a callout with text',
      files: {
        'procedures/prc-001.mdx': documentFile(
          {},
          '<Callout kind="note">\n\nBring a photograph.\n\n</Callout>\n\n## Purpose\n',
        ),
      },
      expect: [],
    },
  ],
};
