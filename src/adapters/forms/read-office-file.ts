/** Properties and text of a DOCX or XLSX file: the words alone, in the order of the parts. */
import { strFromU8, unzipSync } from 'fflate';
import type { FormFile } from '../../core/model/form-file.ts';

/** Bounds on what is unpacked: a few kilobytes can claim to be gigabytes. In bytes, and parts. */
const largestPart = 4_000_000;
const largestTotal = 16_000_000;
const mostParts = 60;

/** Headers and footers first: that is where a form says what it is. */
const textParts: Readonly<Record<'docx' | 'xlsx', RegExp>> = {
  docx: /^word\/(?:header\d*|footer\d*|document)\.xml$/,
  xlsx: /^xl\/(?:worksheets\/[^/]+|sharedStrings|workbook)\.xml$/,
};
const properties = /^docProps\/(?:core|custom)\.xml$/;

/** Never throws: what cannot be unpacked is said in `unreadable`. */
export function readOfficeFile(
  bytes: Uint8Array,
  kind: 'docx' | 'xlsx',
): Pick<FormFile, 'says' | 'unreadable'> {
  const taken = { bytes: 0, parts: 0, tooMuch: false };
  let unpacked: Record<string, Uint8Array>;
  try {
    unpacked = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!properties.test(name) && !textParts[kind].test(name)) return false;
        if (
          originalSize > largestPart ||
          taken.bytes + originalSize > largestTotal ||
          taken.parts >= mostParts
        ) {
          taken.tooMuch = true;
          return false;
        }
        taken.bytes += originalSize;
        taken.parts++;
        return true;
      },
    });
  } catch {
    return { unreadable: `it is no ${kind.toUpperCase()} file, or damaged` };
  }
  if (taken.tooMuch) return { unreadable: 'it unpacks to more text than a form holds' };
  const names = Object.keys(unpacked).sort(
    (a, b) => Number(a.includes('document')) - Number(b.includes('document')),
  );
  const wordsOf = (pattern: RegExp): string =>
    names
      .filter((name) => pattern.test(name))
      .map((name) => readMarkup(strFromU8(unpacked[name] ?? new Uint8Array()), kind))
      .join('\n');
  const text = wordsOf(textParts[kind]);
  if (names.every((name) => !textParts[kind].test(name)))
    return { unreadable: `it is no ${kind.toUpperCase()} file, or locked with a password` };
  return {
    says: [
      { where: 'properties', text: wordsOf(properties) },
      { where: 'text', text },
    ],
  };
}

/** Elements after which a word has ended. Runs within a paragraph may divide a word. */
const breaks = /^\/?(?:w:p|w:tab|w:br|w:cr|w:tc|si|is|v|f|c|row|oddFooter|oddHeader|property|dc:\w+|cp:\w+)$/;

/** The words between the tags. In one pass: a search from each `<` anew could take hours on a hostile file. */
function readMarkup(markup: string, kind: 'docx' | 'xlsx'): string {
  const words: string[] = [];
  for (let at = 0; at < markup.length;) {
    const open = markup.indexOf('<', at);
    words.push(markup.slice(at, open === -1 ? undefined : open));
    if (open === -1) break;
    const close = markup.indexOf('>', open);
    if (close === -1) break;
    const name = /^[^\s>]{0,30}/.exec(markup.slice(open + 1, Math.min(close, open + 40)))?.[0] ?? '';
    if (breaks.test(name.replace(/\/$/, ''))) words.push('\n');
    at = close + 1;
  }
  const text = unescape(words.join(''));
  // Headers of sheets: `&L` begins the left part, `&"Arial,Bold"` and `&9` are fonts.
  return kind === 'xlsx' ? text.replaceAll(/&(?:"[^"]{0,80}"|[A-Z]|\d{1,2}(?=\D))/g, ' ') : text;
}

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

const unescape = (text: string): string =>
  text.replaceAll(
    /&(?:(lt|gt|quot|apos|amp)|#(\d{1,7})|#x([0-9a-fA-F]{1,6}));/g,
    (whole, name, decimal, hex) => {
      if (typeof name === 'string') return entities[name] ?? whole;
      const code = typeof decimal === 'string' ? Number(decimal) : Number.parseInt(String(hex), 16);
      return code > 0 && code <= 0x10_ff_ff ? String.fromCodePoint(code) : ' ';
    },
  );
