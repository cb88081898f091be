/** Two texts side by side, word by word: what was taken out and what was put in. */
import { diffArrays } from 'diff';
import type { TextChange } from '../model/control.ts';
import type { TextBlock } from './controlled-text.ts';

export interface ComparedRun {
  readonly change: 'same' | 'removed' | 'added';
  readonly text: string;
}

export interface ComparedBlock {
  readonly kind: string;
  readonly change: 'same' | 'removed' | 'added' | 'changed';
  readonly runs: readonly ComparedRun[];
}

/** Blocks of both texts in reading order. */
export function compareTexts(before: readonly TextBlock[], after: readonly TextBlock[]): ComparedBlock[] {
  const parts = diffArrays([...before], [...after], {
    comparator: (a, b) => a.kind === b.kind && a.text === b.text,
  });
  const compared: ComparedBlock[] = [];
  for (let at = 0; at < parts.length; at++) {
    const part = parts[at];
    if (part === undefined) continue;
    if (!part.added && !part.removed) {
      compared.push(...part.value.map((block) => whole(block, 'same')));
      continue;
    }
    const next = parts[at + 1];
    const isPair = next !== undefined && next.added !== part.added && (next.added || next.removed);
    const removed = part.removed ? part.value : isPair ? next.value : [];
    const added = part.added ? part.value : isPair ? next.value : [];
    if (isPair) at++;
    compared.push(...pairUp(removed, added));
  }
  return compared;
}

/** The changes alone, in reading order. */
export function findTextChanges(before: readonly TextBlock[], after: readonly TextBlock[]): TextChange[] {
  return compareTexts(before, after).flatMap(({ kind, change, runs }): TextChange[] => {
    if (change === 'same') return [];
    // A key of the front matter says nothing without its name.
    if (kind === 'front-matter') {
      const side = (left: 'removed' | 'added'): string =>
        runs
          .filter((run) => run.change !== left)
          .map((run) => run.text)
          .join('');
      return [{ kind, removed: side('added').trim(), added: side('removed').trim() }];
    }
    const changes: TextChange[] = [];
    let removed = '';
    let added = '';
    const finish = (): void => {
      if (removed.trim() !== '' || added.trim() !== '')
        changes.push({ kind, removed: removed.trim(), added: added.trim() });
      removed = '';
      added = '';
    };
    for (const run of runs) {
      if (run.change === 'removed') removed += run.text;
      else if (run.change === 'added') added += run.text;
      else finish();
    }
    finish();
    return changes;
  });
}

const whole = (block: TextBlock, change: 'same' | 'removed' | 'added'): ComparedBlock => ({
  kind: block.kind,
  change,
  runs: [{ change, text: block.text }],
});

/** A block that was reworded is shown as one; blocks with little in common are shown one after the other. */
function pairUp(removed: readonly TextBlock[], added: readonly TextBlock[]): ComparedBlock[] {
  const result: ComparedBlock[] = [];
  let from = 0;
  for (const before of removed) {
    const partner = added.findIndex(
      (after, index) => index >= from && index < from + nearby && isReworded(before, after),
    );
    if (partner === -1) {
      result.push(whole(before, 'removed'));
      continue;
    }
    result.push(...added.slice(from, partner).map((block) => whole(block, 'added')));
    result.push(compareWords(before, added[partner] as TextBlock));
    from = partner + 1;
  }
  return [...result, ...added.slice(from).map((block) => whole(block, 'added'))];
}

/** Blocks further apart than this are not looked at for a partner: it keeps long rewrites from being slow. */
const nearby = 12;

function isReworded(before: TextBlock, after: TextBlock): boolean {
  if (before.kind === 'front-matter' || after.kind === 'front-matter')
    return before.kind === after.kind && before.text.split(':')[0] === after.text.split(':')[0];
  const words = new Set(before.text.split(' '));
  const others = after.text.split(' ');
  const shared = others.filter((word) => words.has(word)).length;
  // A word or a number alone in its cell or heading is compared with what took its place.
  if (Math.max(words.size, others.length) <= 3) return before.kind === after.kind;
  return shared * 3 >= Math.min(words.size, others.length);
}

function compareWords(before: TextBlock, after: TextBlock): ComparedBlock {
  const runs = diffArrays(wordsOf(before.text), wordsOf(after.text)).map((part): ComparedRun => ({
    change: part.added ? 'added' : part.removed ? 'removed' : 'same',
    text: part.value.join(''),
  }));
  // Same words in another kind of block, such as a paragraph made a list item.
  return { kind: after.kind, change: 'changed', runs };
}

/** Words with the space after them, targets of links apart from the words they follow. */
const wordsOf = (text: string): string[] => text.match(/⟦[^⟧]*⟧\s*|[^\s⟦]+\s*/g) ?? [];
