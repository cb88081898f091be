/** What has to change when a file moves: every relative link to it, and its own links, seen from its new place. */
import { joinPath, relativePath } from '../model/content-path.ts';
import type { SourceFile } from '../model/place.ts';
import { LineIndex, type Point } from '../model/place.ts';
import { findCodeRanges } from '../parse/code-ranges.ts';

export interface LinkChange {
  readonly file: string;
  readonly at: Point;
  readonly before: string;
  readonly after: string;
}

export interface MovePlan {
  readonly changes: readonly LinkChange[];
  /** New texts of the files that change, by their paths before the move. */
  readonly texts: ReadonlyMap<string, string>;
}

/** @param from and `to` as the paths in `documents`, e.g. `content/procedures/prc-001.mdx` */
export function planMove(documents: readonly SourceFile[], from: string, to: string): MovePlan {
  const changes: LinkChange[] = [];
  const texts = new Map<string, string>();
  for (const { path, text } of documents) {
    const own = path === from;
    const lines = new LineIndex(text);
    const parts: string[] = [];
    let done = 0;
    for (const { start, address } of findAddresses(text)) {
      const after = moveAddress(address, path, own ? to : path, from, to);
      if (after === undefined || after === address) continue;
      changes.push({ file: path, at: lines.pointAt(start), before: address, after });
      parts.push(text.slice(done, start), after);
      done = start + address.length;
    }
    if (parts.length > 0) texts.set(path, [...parts, text.slice(done)].join(''));
  }
  return { changes, texts };
}

/** The address as it has to be written after the move; undefined where it is no relative path. */
function moveAddress(
  address: string,
  writtenIn: string,
  readFrom: string,
  from: string,
  to: string,
): string | undefined {
  if (/^(?:[a-z][a-z0-9+.-]*:|[/#?])/i.test(address)) return undefined;
  const [, path = '', tail = ''] = /^([^?#]*)(.*)$/s.exec(address) ?? [];
  let decoded: string;
  try {
    decoded = decodeURIComponent(path).normalize('NFC');
  } catch {
    return undefined;
  }
  const target = joinPath(writtenIn, decoded);
  if (target === undefined) return undefined;
  const full = from.normalize('NFC');
  const bare = full.replace(/\.mdx$/, '');
  const leadsToMoved = target === full || target === bare;
  // A link that is untouched by the move stays as it is written.
  if (!leadsToMoved && folderOf(writtenIn) === folderOf(readFrom)) return undefined;
  const now = !leadsToMoved ? target : target === full ? to : to.replace(/\.mdx$/, '');
  const written = relativePath(readFrom, now);
  return encodeURI(written).replaceAll(/[()]/g, (one) => (one === '(' ? '%28' : '%29')) + tail;
}

const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1);

/** Addresses of links, pictures, definitions and `<Figure src>`, outside code, in the order of the text. */
function findAddresses(text: string): { start: number; address: string }[] {
  const code = findCodeRanges(text, 0);
  const found: { start: number; address: string }[] = [];
  for (const pattern of [inline, definition, figure])
    for (const match of text.matchAll(pattern)) {
      const address = match[1] ?? '';
      const start = match.index + match[0].length - address.length;
      if (!code.some((range) => start >= range.start && start < range.end)) found.push({ start, address });
    }
  return found.sort((a, b) => a.start - b.start);
}

const inline = /\]\([ \t]*([^)\s<]+)/g;
const definition = /^[ \t>]{0,20}\[[^\]\n]{1,200}\]:[ \t]*([^\s<]+)/gm;
const figure = /<Figure\b[^<>]{0,600}?\bsrc="([^"\n]+)/g;
