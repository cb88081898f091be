/** Runs of compared words as markup: no space may slip in beside a word that a template would put on a line of its own. */
import type { RunView } from '../view/control/compared-blocks.ts';
import { escapeText } from '../core/parse/markup.ts';

/** What listeners are told before and after words that were taken out or put in. */
export interface RunWords {
  readonly removedWords: string;
  readonly addedWords: string;
  readonly endOfWords: string;
}

export const runsHtml = (runs: readonly RunView[], words: RunWords): string =>
  runs
    .map(({ change, text }) => {
      if (change === 'same') return escapeText(text);
      const tag = change === 'removed' ? 'del' : 'ins';
      const before = change === 'removed' ? words.removedWords : words.addedWords;
      return `<${tag}>${hidden(before)}${escapeText(text)}${hidden(words.endOfWords)}</${tag}>`;
    })
    .join('');

const hidden = (text: string): string => `<span class="visually-hidden">${escapeText(text)}</span>`;
