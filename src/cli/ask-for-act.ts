/** What an act still needs, asked of the person at the terminal. */
import { reviewOutcomes } from '../../schemas/history.ts';
import { version as versionSchema } from '../../schemas/primitives.ts';
import type { ActRequest, MissingValue, Refusal } from '../core/acts/act.ts';
import type { ChangeSuggestion } from '../core/control/suggest-change-class.ts';
import type { Analysis } from '../core/analyse-manual.ts';
import type { Asker, Choice } from './ask.ts';

/** The request with the value that was missing. */
export async function askForMissing(
  missing: MissingValue,
  request: ActRequest,
  { candidates = [], message }: Refusal,
  { manual, facts }: Analysis,
  asker: Asker,
): Promise<ActRequest> {
  switch (missing) {
    case 'by': {
      const { rows } = manual.registers.roles;
      const entitled = new Set(candidates);
      const roles = rows.filter(({ id }) => candidates.length === 0 || entitled.has(id));
      return {
        ...request,
        by: await asker.choose(
          'Which role acts?',
          roles.map(({ id, title }) => ({ value: id, label: title, hint: id })),
        ),
      };
    }
    case 'version': {
      const [major, minor] = candidates as [string, string];
      const choice = await asker.choose('Which version is it?', [
        { value: major, label: major, hint: 'a change of substance' },
        { value: minor, label: minor, hint: 'an editorial change' },
        { value: 'other', label: 'another' },
      ]);
      if (choice !== 'other') return { ...request, version: choice };
      const version = await asker.write('Version', (answer) =>
        versionSchema.safeParse(answer).success ? undefined : 'Expected a version such as 2.0.',
      );
      return { ...request, version };
    }
    case 'with':
      return {
        ...request,
        successor: await asker.choose(
          'Which document takes its place?',
          facts.documents
            .filter(({ document }) => document.id !== request.id)
            .map(({ document: { id, frontMatter } }) => ({ value: id, label: id, hint: frontMatter.title })),
        ),
      };
    case 'summary':
    case 'reason':
    case 'source':
      return {
        ...request,
        [missing]: await asker.write(questions[missing], (answer) => checkText(answer, message)),
      };
  }
}

const questions = {
  summary: 'What changed and why? One sentence that a colleague understands.',
  reason: 'Why?',
  source: 'Where is the earlier approval recorded?',
} as const;

const checkText = (answer: string, message: string): string | undefined =>
  answer === '' ? message : answer.length > 1000 ? 'Expected at most 1000 characters.' : undefined;

/** The class of the change, the suggested one first; undefined where nothing is compared. */
export async function askForChange(
  suggestion: ChangeSuggestion | undefined,
  asker: Asker,
): Promise<ActRequest['change']> {
  if (suggestion === undefined) return undefined;
  const reason = suggestion.reasons[0];
  const choices: readonly Choice<NonNullable<ActRequest['change']>>[] = [
    { value: 'editorial', label: 'editorial', hint: 'nobody has to act otherwise' },
    { value: 'substantive', label: 'substantive', hint: reason ?? 'somebody has to act otherwise' },
  ];
  return asker.choose('What kind of change is it?', choices, suggestion.change);
}

export const askForOutcome = (asker: Asker): Promise<NonNullable<ActRequest['outcome']>> =>
  asker.choose(
    'What did the review lead to?',
    reviewOutcomes.map((outcome) => ({ value: outcome, label: outcome })),
    'no-change',
  );
