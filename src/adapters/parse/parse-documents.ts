/**
 * Many files to raw documents, in this process or in two children.
 *
 * The parser is native code that is not safe on every text. The core's guard refuses what is known to harm it;
 * the children are the second line: whatever happens in one, the run goes on and the finding names the file.
 */
import type { RawDocument } from '../../core/model/document.ts';
import { parseDocument } from '../../core/parse/parse-document.ts';
import type { DigestedFile } from '../fs/read-manual.ts';
import { CannotRun } from '../fs/system-error.ts';
import { ParseProcess } from './parse-process.ts';
import { standInDocument } from './stand-in-document.ts';

export interface ParseOptions {
  /** `auto`: children from 2,000 documents on, where they pay. */
  readonly where?: 'auto' | 'here' | 'children' | undefined;
  /** Raw documents of an earlier run by path; one with the same digest is taken from here. */
  readonly earlier?: ReadonlyMap<string, RawDocument> | undefined;
  /** Called with the number of documents done so far. */
  readonly onProgress?: ((done: number) => void) | undefined;
  /** Milliseconds a batch of documents, or a single one on its second try, may take. */
  readonly deadline?: number | undefined;
  /** Another script for the children: tests bring one that dies. */
  readonly script?: URL | undefined;
}

const batchSize = 50;
const processCount = 2;
const worthwhile = 2000;

/** In the order of `files`. Never rejects because of what a file holds. */
export async function parseDocuments(
  files: readonly DigestedFile[],
  options: ParseOptions = {},
): Promise<RawDocument[]> {
  const { where = 'auto', earlier, onProgress, deadline = 30_000 } = options;
  const results = files.map((file) => {
    const known = earlier?.get(file.path);
    return known?.digest === file.digest ? known : undefined;
  });
  const open = files.flatMap((file, index) => (results[index] === undefined ? [{ file, index }] : []));
  if (where === 'here' || (where === 'auto' && open.length < worthwhile)) {
    for (const { file, index } of open) results[index] = parseDocument(file);
  } else {
    let done = files.length - open.length;
    const batches: (typeof open)[] = [];
    for (let at = 0; at < open.length; at += batchSize) batches.push(open.slice(at, at + batchSize));
    const work = async (): Promise<void> => {
      const child = new ParseProcess(deadline, options.script);
      for (let batch = batches.shift(); batch !== undefined; batch = batches.shift()) {
        const parsed = await parseBatch(
          child,
          batch.map(({ file }) => file),
        );
        batch.forEach(({ index }, at) => (results[index] = parsed[at]));
        onProgress?.((done += batch.length));
      }
      child.stop();
    };
    await Promise.all(Array.from({ length: Math.min(processCount, batches.length) }, work));
  }
  return results.filter((result) => result !== undefined);
}

/** A batch that fails is tried again one by one, so that only the file at fault is lost. */
async function parseBatch(
  child: ParseProcess,
  files: readonly DigestedFile[],
): Promise<readonly RawDocument[]> {
  const together = await child.parse(files);
  if (together !== undefined) return together;
  const parsed: RawDocument[] = [];
  for (const file of files) {
    const alone = await child.parse([file]);
    if (alone === undefined && (await child.parse([harmless])) === undefined) {
      throw new CannotRun(
        'Cannot run a process that parses documents: memory or processes may have run out.',
      );
    }
    parsed.push(alone?.[0] ?? unparsable(file));
  }
  return parsed;
}

/** A child that cannot parse this is not to be helped, and no file is to be blamed. */
const harmless: DigestedFile = { path: 'harmless.mdx', text: 'Text.\n', digest: '' };

const unparsable = (file: DigestedFile): RawDocument =>
  standInDocument(file, [
    {
      rule: 'unparsable-document',
      severity: 'error',
      place: { kind: 'file', file: file.path },
      message:
        'Unexpected text that stops the Markdown parser, expected a document that it can read to the end',
      hint: 'Look for deeply nested brackets, braces or tags, and take out half of the text at a time until the passage is found. Please report the text to the makers of the tool.',
    },
  ]);
