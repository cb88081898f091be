/** Parses damaged documents in a child process and judges what comes back. */
import { readdirSync, readFileSync } from 'node:fs';
import { hash } from 'node:crypto';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ParseProcess } from '../../adapters/parse/parse-process.ts';
import type { DigestedFile } from '../../adapters/fs/read-manual.ts';
import type { RawDocument } from '../../core/model/document.ts';
import { analyseFiles } from '../check-files.ts';
import { exampleFiles } from '../../core/rules/example-manual.ts';
import { mutate, randomFrom } from './mutate.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
/** Milliseconds a batch may take: far more than it needs, far less than a hang. */
const deadline = 10_000;
const batchSize = 100;
/** Of so many documents one is also analysed as part of a manual. */
const manualEvery = 50;

export interface FuzzFault {
  readonly seed: number;
  readonly part: 'front-matter' | 'body';
  readonly what: string;
  readonly text: string;
}

export interface FuzzOptions {
  readonly seed: number;
  readonly runs: number;
  readonly part: 'front-matter' | 'body';
  readonly onProgress?: (done: number) => void;
}

/** One seed a document: `seed`, `seed + 1` … Faults end up in the result; nothing is thrown. */
export async function runFuzz({ seed, runs, part, onProgress }: FuzzOptions): Promise<FuzzFault[]> {
  const texts = readTexts();
  const faults: FuzzFault[] = [];
  const child = new ParseProcess(deadline);
  for (let at = 0; at < runs; at += batchSize) {
    const seeds = Array.from({ length: Math.min(batchSize, runs - at) }, (_, index) => seed + at + index);
    const files = seeds.map((one) => damagedFile(one, part, texts));
    const together = await child.parse(files);
    for (const [index, file] of files.entries()) {
      const document = together?.[index] ?? (await child.parse([file]))?.[0];
      const what =
        document === undefined ? 'killed the parser, or took longer than 10 s' : judge(document, file.text);
      const also =
        what ??
        ((seeds[index] ?? 0) % manualEvery === 0 && document !== undefined
          ? judgeManual(file.text)
          : undefined);
      if (also !== undefined) faults.push({ seed: seeds[index] ?? 0, part, what: also, text: file.text });
    }
    onProgress?.(at + files.length);
  }
  child.stop();
  return faults;
}

/** The document of one seed, to look at it again. */
export function damagedFile(seed: number, part: FuzzOptions['part'], texts = readTexts()): DigestedFile {
  const random = randomFrom(seed);
  const text = texts[Math.floor(random() * texts.length)] ?? '';
  const damaged = mutate(text, texts, part, random);
  return { path: 'content/procedures/prc-001.mdx', text: damaged, digest: hash('sha256', damaged) };
}

function readTexts(): string[] {
  return ['content', 'src/testing/cases/hostile', 'src/testing/cases/links'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.mdx') && !path.includes('archive'))
      .sort()
      .map((path) => readFileSync(join(root, folder, path), 'utf8').slice(0, 8000)),
  );
}

function judge(document: RawDocument, text: string): string | undefined {
  const lines = text.split('\n').length;
  for (const finding of document.findings) {
    const { place, message, rule } = finding;
    if (place.kind === 'manual') return `${rule} has no place`;
    if (place.kind === 'span') {
      const { start, end } = place;
      if (start.line < 1 || start.column < 1 || start.line > lines || end.line < start.line)
        return `${rule} stands at ${start.line}:${start.column} to ${end.line}:${end.column} of ${lines} lines`;
    }
    if (
      typeof message !== 'string' ||
      message === '' ||
      /undefined|\[object|NaN/.test(message.replaceAll(/`[^`]*`/g, ''))
    )
      return `${rule} says: ${message}`;
  }
  const markup = JSON.stringify(document.body.segments);
  const open =
    /<(?:script|iframe|object|embed|style|svg|form|base|meta|link)\b| on[a-z]+=\\"|javascript:/i.exec(
      markup.replaceAll(/&lt;/g, ''),
    );
  if (open !== null && !isText(markup, open.index)) return `markup holds ${open[0]}`;
  return undefined;
}

/** Words of a text or an attribute are no markup: ` onset=` may stand in a sentence. */
const isText = (markup: string, at: number): boolean =>
  markup[at] !== '<' && !/<[a-z][^<>]*$/.test(markup.slice(Math.max(0, at - 2000), at));

function judgeManual(text: string): string | undefined {
  try {
    const { findings } = analyseFiles({ ...exampleFiles, 'procedures/prc-001.mdx': text });
    return findings.some(({ place }) => place === undefined) ? 'a finding without a place' : undefined;
  } catch (error) {
    return `the analysis threw ${error instanceof Error ? error.message : String(error)}`;
  }
}
