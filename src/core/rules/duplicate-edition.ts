import { exampleFiles } from './example-manual.ts';
import type { Rule } from './rule.ts';

const another = (edition: string): string | undefined =>
  exampleFiles['standards/demo.yaml']?.replace('demo:1', edition);

export const duplicateEdition: Rule = {
  id: 'duplicate-edition',
  severity: 'error',
  summary: 'Two files describe the same edition of a standard, or one that comes with the tool.',
  advice:
    'Which clauses there are must not hang on which file is read last. An institution that counts other clauses gives its list a name of its own.',
  examples: [
    {
      name: 'a second file for one edition',
      files: { 'standards/more.yaml': another('demo:1') },
      expect: [
        'content/standards/more.yaml:1:10 Unexpected second file for `demo:1`, expected each edition once',
      ],
    },
    {
      name: 'a file for another edition',
      files: { 'standards/more.yaml': another('demo:2') },
      expect: [],
    },
  ],
};
