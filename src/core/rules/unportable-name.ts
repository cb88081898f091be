import type { Rule } from './rule.ts';

export const unportableName: Rule = {
  id: 'unportable-name',
  severity: 'error',
  summary: 'A file or folder has a name that some systems cannot hold.',
  advice:
    'Whoever works on Windows could not even check out the manual. Rename it: letters, digits and hyphens are right everywhere. Links by id stay right.',
  examples: [],
  shownBy: 'src/adapters/fs/read-manual.cli.test.ts',
};
