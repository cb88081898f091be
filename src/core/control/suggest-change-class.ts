/** Whether a change looks editorial or substantive, and why. A suggestion: the approver decides. */
import type { TextChange } from '../model/control.ts';
import { readableText } from './readable-text.ts';

export interface ChangeSuggestion {
  readonly change: 'editorial' | 'substantive';
  /** What in the difference speaks for a change of substance, as sentences' parts; empty for an editorial one. */
  readonly reasons: readonly string[];
}

const modalVerbs =
  /\b(?:shall|should|must|may|might|can|cannot|will|would|need|needs|never|always|not|no|only|unless|except)\b/gi;
const numbers = /\d+(?:[.,:/-]\d+)*/g;
const numberWords =
  /\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|sixty|ninety|hundred|half|quarter|daily|weekly|monthly|yearly|annually|day|days|week|weeks|month|months|year|years)\b/gi;
/** Says the same as `nobody`, and is neither a number nor a word that forbids. */
const nobody = /\bno one\b/gi;
const targets = /⟦[^⟧]*⟧/g;

export function suggestChangeClass(changes: readonly TextChange[]): ChangeSuggestion {
  const reasons = new Set<string>();
  let words = 0;
  for (const change of changes) {
    if (change.kind === 'front-matter' && isAboutVersion(change)) continue;
    words += change.removed.split(' ').length + change.added.split(' ').length;
    if (change.kind === 'front-matter') {
      reasons.add(`it changes ${describe(change)}`);
      continue;
    }
    note(reasons, change, numbers, 'a number or a date');
    note(reasons, change, numberWords, 'a number or a length of time');
    note(reasons, change, modalVerbs, 'a word that obliges or allows');
    if (/⟦Role /.test(change.removed + change.added)) note(reasons, change, targets, 'a role');
    if (/⟦(?:picture|Clause|FormLink|RecordLink)/.test(change.removed + change.added))
      note(reasons, change, targets, 'a picture, form, record or claim');
  }
  if (words > many) reasons.add(`it changes ${words} words`);
  return { change: reasons.size === 0 ? 'editorial' : 'substantive', reasons: [...reasons] };
}

/** Beyond so many words taken out or put in, a change is seldom editorial. */
const many = 60;

/** What every new version changes. */
const isAboutVersion = (change: TextChange): boolean =>
  /^(?:version|effective|author): /.test(change.removed || change.added);

function note(reasons: Set<string>, change: TextChange, pattern: RegExp, what: string): void {
  const found = (text: string): string =>
    (text.replaceAll(nobody, 'nobody').match(pattern) ?? []).join(' ').toLowerCase();
  const before = found(change.removed);
  const after = found(change.added);
  if (before !== after) reasons.add(`it touches ${what}: ${describe(change)}`);
}

/** `15 became 20`, as one would say it. */
export function describe(change: TextChange): string {
  const picture = /^⟦picture [^⟧]*⟧$/;
  if (picture.test(change.removed) && picture.test(change.added)) return 'a picture was replaced';
  const file = / ⟦file [^⟧]*⟧$/;
  if (file.test(change.removed) && change.removed.replace(file, '') === change.added.replace(file, ''))
    return `the file \`${change.added.replace(file, '').replace(/^file: /, '')}\` was replaced`;
  const short = (written: string): string => {
    const text = readableText(written).trim();
    return text.length > 80 ? `${text.slice(0, 79)}…` : text;
  };
  if (change.removed === '') return `\`${short(change.added)}\` was added`;
  if (change.added === '') return `\`${short(change.removed)}\` was taken out`;
  return `\`${short(change.removed)}\` became \`${short(change.added)}\``;
}
