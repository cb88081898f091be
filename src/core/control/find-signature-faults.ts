/** Whether the commits that brought history entries were made by those who held the role the entry names. */
import type { HistoryEntry } from '../../../schemas/history.ts';
import type { PersonRow } from '../../../schemas/registers.ts';
import type { Analysis } from '../analyse-manual.ts';
import { buildRegister } from '../build/build-register.ts';
import type { Finding } from '../model/finding.ts';
import { type Place, wholeFile } from '../model/place.ts';
import { indexHolders, type RoleHolders } from './role-holders.ts';
import type {
  CommitEvidence,
  FileEvidence,
  SignatureEvidence,
  SignatureState,
} from './signature-evidence.ts';

/** A text with a history. */
interface ControlledText {
  /** As a person calls it: `PRC-007`, `manual.yaml`. */
  readonly name: string;
  readonly file: string;
  readonly history: readonly HistoryEntry[];
  readonly places: Readonly<Record<string, Place>>;
}

/** Documents, settings, registers and standards, in the order in which they are checked. */
export const listControlledTexts = ({ control }: Analysis): ControlledText[] => [
  ...[...control.byId.values()].map(({ id, working: { file, places, frontMatter } }) => ({
    name: id,
    file,
    places,
    history: frontMatter.history ?? [],
  })),
  ...control.files,
];

export function findSignatureFaults(analysis: Analysis, evidence: SignatureEvidence): Finding[] {
  const { people, manual } = analysis;
  const after = manual.settings.signatures?.after;
  const lost: Finding[] =
    after === undefined || evidence.after !== undefined
      ? []
      : [
          {
            rule: 'unknown-commit',
            severity: 'error',
            place: manual.settingsPlaces['signatures.after'] ?? wholeFile(manual.settingsFile),
            message: `Unexpected commit \`${after}\` in \`signatures.after\`, expected one that the present state was built on`,
            hint: 'Name the commit at which the verification begins as git log --format=%H shows it. All entries were verified.',
          },
        ];
  if (people.rows.length === 0)
    return [
      ...lost,
      {
        rule: 'entry-by-another',
        severity: 'error',
        place: wholeFile(people.file),
        message: `Missing rows in ${people.file}, expected who held which role, to compare with who made the commits`,
        hint: 'Write a row for each holder of a role that acts: id, role, emails, from. The register is never published.',
      },
    ];
  return [
    ...lost,
    ...listControlledTexts(analysis).flatMap((text) => {
      const found = evidence.files.get(text.file);
      return found === undefined ? [] : judgeText(text, found, analysis, evidence);
    }),
  ];
}

function judgeText(
  text: ControlledText,
  found: FileEvidence,
  { manual, people }: Analysis,
  evidence: SignatureEvidence,
): Finding[] {
  const signed = new Set<string>(manual.settings.signatures?.acts);
  const ofToday = indexHolders(people.rows);
  return text.history.flatMap((entry, index): Finding[] => {
    const origin = found.origins[index];
    const place = text.places[`history.${index}.act`] ?? wholeFile(text.file);
    const what = `the entry of ${entry.date} (${entry.act} ${entry.version}) by \`${entry.by}\``;
    if (origin?.committed !== true)
      return [
        {
          rule: 'entry-not-committed',
          severity: 'note',
          place,
          message: `Unexpected entry of ${entry.date} (${entry.act} ${entry.version}) that is not committed, expected a commit by a holder of \`${entry.by}\``,
          hint: 'Commit it, and it can be verified.',
        },
      ];
    if (origin.commits.length === 0)
      return evidence.after === undefined
        ? [
            {
              rule: 'entry-by-another',
              severity: 'error',
              place,
              message: `Unexpected entry of ${entry.date} (${entry.act} ${entry.version}) that no commit brought, expected one by a holder of \`${entry.by}\``,
              hint: 'The history in Git was cut or joined from elsewhere. Name the commit from which on entries are verified under signatures.after in manual.yaml.',
            },
          ]
        : [];
    const holders = text.file === people.file ? holdersBefore(index, found, people.file, ofToday) : ofToday;
    const faults = origin.commits.flatMap((hash) => {
      const commit = evidence.commits.get(hash);
      return commit === undefined
        ? []
        : judgeCommit(entry, commit, holders, signed.has(entry.act), evidence.fingerprintOf);
    });
    return faults.slice(0, 1).map(({ rule, found: said, expected, hint }) => ({
      rule,
      severity: 'error',
      place,
      message: `Unexpected ${said}, which brought ${what}; expected ${expected}`,
      hint,
    }));
  });
}

/**
 * A change of the register of people is judged by the register as it was approved before: else whoever changes it
 * could write themselves into it.
 */
function holdersBefore(
  index: number,
  { origins, versions }: FileEvidence,
  file: string,
  ofToday: RoleHolders,
): RoleHolders {
  const earlier = origins[index + 1]?.commits[0];
  const text = versions.find(({ commit }) => commit === earlier)?.after;
  if (text === undefined) return ofToday;
  return indexHolders(buildRegister<PersonRow>('people', file, { path: file, text }).register.rows);
}

interface Fault {
  readonly rule: 'entry-by-another' | 'entry-not-signed';
  readonly found: string;
  readonly expected: string;
  readonly hint: string;
}

function judgeCommit(
  entry: HistoryEntry,
  commit: CommitEvidence,
  { holdersOf, rolesOf }: RoleHolders,
  mustBeSigned: boolean,
  fingerprintOf: (key: string) => string,
): Fault[] {
  const name = `commit ${commit.hash.slice(0, 10)} of ${commit.day}`;
  const look = `See who made it: git show --no-patch --format=fuller ${commit.hash.slice(0, 10)}.`;
  // An earlier approval is taken over by whoever holds the role when that is done.
  const days = entry.act === 'adopted' ? [commit.day] : [entry.date, commit.day];
  const onDays =
    days[0] === days[1] || days.length === 1 ? `on ${days[0] ?? ''}` : `on ${days.join(' and on ')}`;
  const [first = '', ...more] = days;
  const entitled = more.reduce(
    (rows, day) => {
      const later = holdersOf(entry.by, day).flatMap(({ emails }) =>
        emails.map((email) => email.toLowerCase()),
      );
      return rows.filter(({ emails }) => emails.some((email) => later.includes(email.toLowerCase())));
    },
    [...holdersOf(entry.by, first)],
  );
  const makers = new Set([commit.author.toLowerCase(), commit.committer.toLowerCase()]);
  const matching = entitled.filter(({ emails }) => emails.some((email) => makers.has(email.toLowerCase())));
  if (matching.length === 0) {
    const roles = [...new Set([...makers].flatMap((email) => rolesOf(email, commit.day)))];
    const maker =
      roles.length === 0
        ? 'someone who held no role'
        : `a holder of ${roles.map((role) => `\`${role}\``).join(', ')}`;
    return [
      {
        rule: 'entry-by-another',
        found: `${name} by ${maker}`,
        expected: `one by a holder of \`${entry.by}\` ${onDays}`,
        hint: `${look} Have the act recorded again by the holder of the role, or correct the periods in registers/people.yaml, and approve it.`,
      },
    ];
  }
  if (!mustBeSigned) return [];
  // A key may have been changed for another between the two days.
  const rows = holdersOf(entry.by, commit.day).filter(({ emails }) =>
    emails.some((email) => makers.has(email.toLowerCase())),
  );
  const keys = new Set([...matching, ...rows].flatMap((row) => row.keys ?? []).map(fingerprintOf));
  const { state, keys: used } = commit.signature ?? { state: 'none' as const, keys: [] };
  if (state === 'good' && used.some((key) => keys.has(key))) return [];
  const fault = state === 'good' ? 'signed with another key' : unsigned[state];
  return [
    {
      rule: 'entry-not-signed',
      found: `${name} ${fault}`,
      expected:
        keys.size === 0
          ? `a signature with a key of the holder of \`${entry.by}\`, and registers/people.yaml names none`
          : `a signature with a key that registers/people.yaml gives to the holder of \`${entry.by}\``,
      hint: `${look} ${state === 'unknown-key' ? 'Bring the public key of the holder to this machine: gpg --import. ' : ''}Record the act again in a signed commit (git commit -S), or add the key to registers/people.yaml, and approve it.`,
    },
  ];
}

const unsigned: Readonly<Record<Exclude<SignatureState, 'good'>, string>> = {
  none: 'without a signature',
  bad: 'with a signature that does not fit it',
  revoked: 'signed with a key that was revoked',
  expired: 'with a signature that has expired',
  'unknown-key': 'with a signature whose key is not known on this machine',
};
