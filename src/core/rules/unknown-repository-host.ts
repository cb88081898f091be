import { settingsFile } from './example-manual.ts';
import { wholeFile } from '../model/place.ts';
import { hostOf } from '../model/git-host.ts';
import type { Rule } from './rule.ts';

export const unknownRepositoryHost: Rule = {
  id: 'unknown-repository-host',
  severity: 'warning',
  summary: 'What runs at the address of the repository is not known, so no links are made from it.',
  advice:
    'Links to edit a document, to its revisions and to who wrote which line differ from host to host. Say with `host` what runs there: github, gitlab, gitea (Forgejo too) or bitbucket; for any other give editUrl, historyUrl and blameUrl in full.',
  examples: [
    {
      name: 'an address that does not tell',
      files: {
        'manual.yaml': settingsFile('repository: { url: "https://git.college.example/quality/manual" }'),
      },
      expect: [
        'content/manual.yaml:11:20 Unexpected address `https://git.college.example/quality/manual` without `host`, expected `github`, `gitlab`, `gitea` or `bitbucket` beside it',
      ],
    },
    {
      name: 'an address that tells, and one with its host',
      files: {
        'manual.yaml': settingsFile(
          'repository: { url: "https://git.college.example/quality/manual", host: gitea }',
        ),
      },
      expect: [],
    },
  ],
  find: ({ manual }) => {
    const { url, host, editUrl, historyUrl, blameUrl } = manual.settings.repository ?? {};
    if (url === undefined || host !== undefined || hostOf(url) !== undefined) return [];
    if (editUrl !== undefined && historyUrl !== undefined && blameUrl !== undefined) return [];
    return [
      {
        place: manual.settingsPlaces['repository.url'] ?? wholeFile(manual.settingsFile),
        message: `Unexpected address \`${url}\` without \`host\`, expected \`github\`, \`gitlab\`, \`gitea\` or \`bitbucket\` beside it`,
        hint: 'Add `host: gitea` or whatever runs there.',
      },
    ];
  },
};
