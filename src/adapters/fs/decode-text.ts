/** Bytes of a file to text, strictly: UTF-8 without control characters. What is not that becomes a finding. */
import { isUtf8 } from 'node:buffer';
import type { Finding } from '../../core/model/finding.ts';
import { LineIndex, wholeFile, type Place } from '../../core/model/place.ts';

export interface DecodedText {
  /**
   * Without a byte order mark. Where findings speak of the encoding it is the best guess, so that the rest of
   * the file is still checked, at the right lines.
   */
  readonly text: string;
  readonly findings: readonly Finding[];
}

/** `file` is the path that findings name. Never throws. */
export function decodeText(file: string, bytes: Uint8Array): DecodedText {
  const wide = wideEncoding(bytes);
  if (wide !== undefined) {
    const { text } = replaceControls(file, new TextDecoder(wide).decode(bytes));
    return { text, findings: [invalidEncoding(wholeFile(file), `encoding \`${wide.toUpperCase()}\``, '')] };
  }
  if (!isUtf8(bytes)) return decodeLegacy(file, bytes);
  const { text, findings } = replaceControls(
    file,
    new TextDecoder('utf-8', { ignoreBOM: false }).decode(bytes),
  );
  return { text, findings };
}

/** UTF-16 is known by its byte order mark, or by the zero that is every other byte of a western text. */
function wideEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const sample = bytes.subarray(0, 512);
  if (sample.length < 4) return undefined;
  const zeros = [0, 0];
  sample.forEach((byte, index) => {
    if (byte === 0) zeros[index & 1] = (zeros[index & 1] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  if (odd > sample.length / 5 && even === 0) return 'utf-16le';
  return even > sample.length / 5 && odd === 0 ? 'utf-16be' : undefined;
}

/** Not UTF-8: names the first bad byte and goes on with Windows-1252, the usual older encoding. */
function decodeLegacy(file: string, bytes: Uint8Array): DecodedText {
  const offset = firstBadByte(bytes);
  const byte = bytes[offset] ?? 0;
  const { text } = replaceControls(file, new TextDecoder('windows-1252').decode(bytes));
  // Up to the bad byte the text is UTF-8: its length in characters gives the place.
  const before = new TextDecoder('utf-8').decode(bytes.subarray(0, offset));
  const start = new LineIndex(before).pointAt(before.length);
  const place: Place = { kind: 'span', file, start, end: { line: start.line, column: start.column + 1 } };
  const likely = new TextDecoder('windows-1252').decode(bytes.subarray(offset, offset + 1));
  const guess = byte >= 0xa0 ? ` In the older encoding Windows-1252 this byte is \`${likely}\`.` : '';
  const found = `byte \`0x${byte.toString(16).toUpperCase().padStart(2, '0')}\` at offset ${offset}`;
  return { text, findings: [invalidEncoding(place, found, guess)] };
}

const invalidEncoding = (place: Place, found: string, guess: string): Finding => ({
  rule: 'invalid-encoding',
  severity: 'error',
  place,
  message: `Unexpected ${found}, expected text in UTF-8`,
  hint: `Open the file in an editor and save it with the encoding UTF-8.${guess}`,
});

/** Offset of the first byte that no UTF-8 text has there. The bytes are known not to be UTF-8. */
function firstBadByte(bytes: Uint8Array): number {
  let good = 0;
  let bad = bytes.length;
  // Halving: the longest head that is UTF-8, give or take a character cut in two at its end.
  while (bad - good > 8) {
    const middle = (good + bad) >> 1;
    if (isUtf8(bytes.subarray(0, startOfCharacter(bytes, middle)))) good = middle;
    else bad = middle;
  }
  let end = startOfCharacter(bytes, good);
  for (;;) {
    const next = endOfCharacter(bytes, end);
    if (next > bytes.length || !isUtf8(bytes.subarray(end, next))) return end;
    end = next;
  }
}

const isContinuation = (byte: number | undefined): boolean => byte !== undefined && (byte & 0xc0) === 0x80;

function startOfCharacter(bytes: Uint8Array, at: number): number {
  let start = at;
  while (start > 0 && at - start < 3 && isContinuation(bytes[start])) start -= 1;
  return isContinuation(bytes[start]) ? at : start;
}

function endOfCharacter(bytes: Uint8Array, start: number): number {
  const first = bytes[start] ?? 0;
  return start + (first < 0x80 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4);
}

const controls = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]|\r(?!\n)/g;

/** Reports control characters once a file and puts harmless ones in their place, so that positions stay. */
function replaceControls(file: string, text: string): DecodedText {
  const first = text.search(controls);
  if (first === -1) return { text, findings: [] };
  const count = text.match(controls)?.length ?? 0;
  const character = text.charAt(first);
  const code = `U+${text.charCodeAt(first).toString(16).toUpperCase().padStart(4, '0')}`;
  const finding: Finding = {
    rule: 'control-character',
    severity: 'error',
    place: new LineIndex(text).span(file, first, first + 1),
    message: `Unexpected control character \`${code}\`, expected plain text${count > 1 ? ` (${count} in this file)` : ''}`,
    hint:
      character === '\r'
        ? 'The file has the line ends of old Macintosh systems. Save it with line ends LF or CRLF.'
        : 'Delete the character. Most editors show it when invisible characters are switched on.',
  };
  return { text: text.replace(controls, (control) => (control === '\r' ? '\n' : ' ')), findings: [finding] };
}
