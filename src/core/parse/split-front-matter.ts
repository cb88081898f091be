/** Splits a document into front matter and text, without evaluating anything. */
import matter from 'gray-matter';
import type { Finding } from '../model/finding.ts';
import type { LineIndex } from '../model/place.ts';

export interface SplitDocument {
  /** The YAML between the fences; undefined where there is none that can be read. */
  readonly yaml?: { readonly text: string; readonly offset: number };
  /** Where the text after the front matter begins. */
  readonly bodyOffset: number;
  readonly findings: Finding[];
}

// gray-matter would evaluate `---js`. Every engine is replaced by one that returns nothing; the YAML is read
// elsewhere, with places. An options object also keeps gray-matter from its cache, which answers a second
// parse of a broken file with `{}`.
const inert = { parse: () => ({}), stringify: () => '' };
const engines = { yaml: inert, json: inert, javascript: inert, js: inert, coffee: inert, toml: inert };

export function splitFrontMatter(text: string, file: string, lines: LineIndex): SplitDocument {
  const opening = /^---([^\r\n]*)(\r?\n|$)/.exec(text);
  const fault = (rule: string, start: number, end: number, message: string, hint: string): SplitDocument => ({
    bodyOffset: text.length,
    findings: [{ rule, severity: 'error', place: lines.span(file, start, end), message, hint }],
  });
  if (opening === null) {
    return {
      ...fault(
        'missing-front-matter',
        0,
        0,
        'Unexpected beginning of the document, expected front matter between two lines `---`',
        'Begin with a line `---`, then `id`, `title`, `type` and the other keys, then a line `---`.',
      ),
      bodyOffset: 0,
    };
  }
  const language = (opening[1] ?? '').trim();
  if (language !== '' && language !== 'yaml') {
    return {
      ...fault(
        'front-matter-language',
        3,
        opening[0].trimEnd().length,
        `Unexpected front matter language \`${language.slice(0, 40)}\`, expected YAML`,
        'Write `---` alone on the first line. A document is data: no code in it is ever run.',
      ),
    };
  }
  if (!/\r?\n---[ \t]*(?:\r?\n|$)/.test(text.slice(3))) {
    const line = text.indexOf('\n---', 3);
    if (line !== -1 && text[line + 4] !== '-')
      return fault(
        'missing-front-matter',
        line + 1,
        line + 4,
        'Unexpected text after `---`, expected the closing line `---` alone',
        'Write the closing `---` on a line of its own.',
      );
    return {
      ...fault(
        'missing-front-matter',
        0,
        opening[0].trimEnd().length,
        'Unexpected end of the document inside front matter, expected a closing line `---`',
        'Add a line `---` after the last key.',
      ),
    };
  }
  const split = matter(text, { engines, language: 'yaml' });
  const offset = text.indexOf(split.matter, 3);
  const end = offset + split.matter.length;
  const closing = /^\r?\n---[ \t]*(\r?\n|$)/.exec(text.slice(end));
  if (closing === null) {
    const at = text.indexOf('---', end);
    return fault(
      'missing-front-matter',
      at,
      at + 3,
      'Unexpected text after `---`, expected the closing line `---` alone',
      'Write the closing `---` on a line of its own.',
    );
  }
  // A line may end with CR LF; the parser of YAML takes the CR that is left for a character.
  return {
    yaml: { text: split.matter.replace(/\r$/, ''), offset },
    bodyOffset: end + closing[0].length,
    findings: [],
  };
}
