import type { Rule } from './rule.ts';

export const unreadableFile: Rule = {
  id: 'unreadable-file',
  severity: 'error',
  summary: 'Something below the content folder is not a regular file.',
  advice:
    'Symbolic links, pipes and devices are not followed: nothing outside the content folder may enter the manual.',
  examples: [],
  shownBy: 'src/adapters/fs/read-manual.cli.test.ts',
};
