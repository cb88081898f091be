/** How the pages of the manual stand in one file, beyond what their own style sheet says of paper. */
import { escapeText } from '../../core/parse/markup.ts';

export const bookStyles = `
/* What stands behind the text of a sheet is under everything else. */
:root, body.book { background: none; }
body.book, .book > main { display: block; margin: 0; padding: 0; min-block-size: 0; }
.book-part { break-before: page; }
.book-group { margin-block-end: 4mm; font-size: 14pt; }
.book .watermarked .text::before { content: none; }
.book-cover { padding-block-start: 70mm; }
.book-cover img { max-block-size: 30mm; margin-block-end: 10mm; }
.book-institution { font: 600 16pt var(--font-serif); }
.book-cover h1 { margin-block: 2mm 14mm; font-size: 30pt; }
.book-cover p { max-inline-size: 120mm; margin-block-start: 3mm; }
.book-contents { break-before: page; }
.book-contents ol { padding: 0; list-style: none; font-size: 9.5pt; }
.book-contents li { break-inside: avoid; }
.book-group-name { margin-block: 5mm 1mm; font: 600 11pt var(--font-serif); break-after: avoid; }
.book-contents a { display: grid; grid-template-columns: 22mm 1fr 12mm; padding-block: 0.8mm; border-block-end: 0.4pt solid #bbb; }
.book-contents a > span:not(.code):first-child { grid-column: 1 / 3; }
.book-sheet { text-align: end; font-variant-numeric: tabular-nums; }
`;

/** @param names of kinds of sheet, by the words that are to stand behind the text */
export const watermarkStyles = (names: ReadonlyMap<string, string>): string =>
  [...names]
    .map(
      ([words, name]) =>
        `.${name} { page: ${name}; }\n@page ${name} { background: url("data:image/svg+xml,${encodeURIComponent(watermark(words))}") 0 0 / contain no-repeat; }\n`,
    )
    .join('');

/** As large as the words allow. */
function watermark(words: string): string {
  const size = Math.min(40, Math.floor(260 / Math.max(6, words.length)));
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 210 297"><text x="105" y="160" font-family="serif" font-weight="600" font-size="${size}" text-anchor="middle" fill="#a2261f" fill-opacity="0.1" transform="rotate(-30 105 148)">${escapeText(words)}</text></svg>`;
}
