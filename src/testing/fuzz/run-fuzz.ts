/** Has damaged texts parsed, analysed and shown by child processes, and judges what comes back. */
import { readdirSync, readFileSync } from 'node:fs';
import { hash } from 'node:crypto';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Parser } from 'htmlparser2';
import { ParseProcess } from '../../adapters/parse/parse-process.ts';
import type { DigestedFile } from '../../adapters/fs/read-manual.ts';
import type { BodySegment, RawDocument } from '../../core/model/document.ts';
import { exampleFiles } from '../../core/rules/example-manual.ts';
import { mutate, randomFrom } from './mutate.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
/** Milliseconds a batch may take: far more than it needs, far less than a hang. */
const deadline = 10_000;
const batchSize = 100;
/** A manual takes as long as thirty documents. */
const manualBatch = 20;
/** Of so many documents one is also analysed as part of a manual, and all its pages are worked out. */
const manualEvery = 20;

/** Which half of a document is damaged; `manual` damages settings, registers and standards. */
export type FuzzPart = 'front-matter' | 'body' | 'manual';

export interface FuzzFault {
  readonly seed: number;
  readonly part: FuzzPart;
  readonly what: string;
  readonly text: string;
}

export interface FuzzOptions {
  readonly seed: number;
  readonly runs: number;
  readonly part: FuzzPart;
  readonly onProgress?: (done: number) => void;
}

/** One seed a text: `seed`, `seed + 1` … Faults end up in the result; nothing is thrown. */
export async function runFuzz({ seed, runs, part, onProgress }: FuzzOptions): Promise<FuzzFault[]> {
  const texts = readTexts();
  const faults: FuzzFault[] = [];
  const parser = new ParseProcess(deadline);
  const judge = new ParseProcess(deadline, new URL('./judge-worker.ts', import.meta.url));
  for (let at = 0; at < runs; at += batchSize) {
    const seeds = Array.from({ length: Math.min(batchSize, runs - at) }, (_, index) => seed + at + index);
    const files = seeds.map((one) => damagedFile(one, part, texts));
    const found = part === 'manual' ? files.map(() => undefined) : await judgeDocuments(files, parser);
    const inManual = files.flatMap((file, index) =>
      part === 'manual' || (seeds[index] ?? 0) % manualEvery === 0 ? [{ file, index }] : [],
    );
    const inManuals = await judgeManuals(
      inManual.map(({ file }) => file),
      judge,
    );
    inManual.forEach(({ index }, one) => (found[index] ??= inManuals[one]));
    for (const [index, file] of files.entries()) {
      const what = found[index];
      if (what !== undefined) faults.push({ seed: seeds[index] ?? 0, part, what, text: file.text });
    }
    onProgress?.(at + files.length);
  }
  parser.stop();
  judge.stop();
  return faults;
}

/** What is wrong with these texts: documents alone and in a manual; `….yaml` as the glossary of one, or its standard. */
export async function judgeTexts(texts: readonly { name: string; text: string }[]): Promise<string[]> {
  const parser = new ParseProcess(deadline);
  const judge = new ParseProcess(deadline, new URL('./judge-worker.ts', import.meta.url));
  const faults: string[] = [];
  for (const { name, text } of texts) {
    const isYaml = name.endsWith('.yaml');
    const path = !isYaml
      ? 'content/procedures/prc-001.mdx'
      : name.startsWith('standard-')
        ? 'content/standards/demo.yaml'
        : 'content/registers/glossary.yaml';
    const file = { path, text, digest: hash('sha256', text) };
    const [alone] = isYaml ? [undefined] : await judgeDocuments([file], parser);
    const [inManual] = await judgeManuals([file], judge);
    const what = alone ?? inManual;
    if (what !== undefined) faults.push(`${name}: ${what}`);
  }
  parser.stop();
  judge.stop();
  return faults;
}

type Judged = string | undefined;

/** A batch that is not answered is tried again one by one, so that the text at fault is known. */
async function judgeDocuments(files: readonly DigestedFile[], parser: ParseProcess): Promise<Judged[]> {
  const together = await parser.parse(files);
  const found: Judged[] = [];
  for (const [index, file] of files.entries()) {
    // On a machine with other work a process may get no time at all: only what fails again and again hangs.
    const document = together?.[index] ?? (await thrice(() => parser.parse([file])))?.[0];
    found.push(
      document === undefined ? 'killed the parser, or took longer than 10 s' : judge(document, file.text),
    );
  }
  return found;
}

async function judgeManuals(files: readonly DigestedFile[], worker: ParseProcess): Promise<Judged[]> {
  const ask = async (some: readonly DigestedFile[]): Promise<readonly string[] | undefined> =>
    (await worker.parse(some)) as readonly string[] | undefined;
  const found: Judged[] = [];
  for (let at = 0; at < files.length; at += manualBatch) {
    const batch = files.slice(at, at + manualBatch);
    const together = await ask(batch);
    for (const [index, file] of batch.entries()) {
      const said = together?.[index] ?? (await thrice(() => ask([file])))?.[0];
      found.push(said === '' ? undefined : (said ?? 'killed the analysis, or took longer than 10 s'));
    }
  }
  return found;
}

async function thrice<Answer>(ask: () => Promise<Answer | undefined>): Promise<Answer | undefined> {
  return (await ask()) ?? (await ask()) ?? (await ask());
}

/** The text of one seed, to look at it again. */
export function damagedFile(seed: number, part: FuzzPart, texts = readTexts()): DigestedFile {
  const random = randomFrom(seed);
  const digested = (path: string, text: string): DigestedFile => ({
    path: `content/${path}`,
    text,
    digest: hash('sha256', text),
  });
  if (part === 'manual') {
    const path = yamlFiles[Math.floor(random() * yamlFiles.length)] ?? '';
    return digested(path, mutate(exampleFiles[path] ?? '', Object.values(exampleFiles), part, random));
  }
  const text = texts[Math.floor(random() * texts.length)] ?? '';
  return digested('procedures/prc-001.mdx', mutate(text, texts, part, random));
}

const yamlFiles = Object.keys(exampleFiles).filter((path) => path.endsWith('.yaml'));

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
  return judgeMarkup(writeOut(document.body.segments));
}

/** The markup as it will stand in a page, with the same harmless address in every slot. */
const writeOut = (segments: readonly BodySegment[]): string =>
  segments
    .map((segment) =>
      typeof segment === 'string' ? segment : 'link' in segment ? '#slot' : writeOut(segment.body),
    )
    .join('');

/** Read as a browser reads it: what stands in words or in the value of an attribute is no markup. */
function judgeMarkup(markup: string): string | undefined {
  const found: string[] = [];
  const parser = new Parser({
    onopentag: (name, attributes) => {
      if (!harmless.has(name)) found.push(`<${name}>`);
      for (const [key, value] of Object.entries(attributes)) {
        if (/^on|^style$|^srcdoc$|^formaction$/i.test(key)) found.push(`the attribute ${key}`);
        if (/^(?:href|src|srcset|action|data|poster|background|ping)$/.test(key) && !value.startsWith('#'))
          found.push(`${key}="${value}"`);
      }
    },
    oncomment: (text) => found.push(`a comment ${text}`),
    onprocessinginstruction: (name) => found.push(name),
  });
  parser.end(markup);
  return found[0] === undefined ? undefined : `markup holds ${found[0].slice(0, 80)}`;
}

/** All that a text may become; components are written by the site itself. */
const harmless: ReadonlySet<string> = new Set(
  'a blockquote br code dd del div dl dt em h1 h2 h3 h4 h5 h6 hr img li ol p pre section span strong sub sup table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);
