/**
 * Measures check and build on generated manuals: `npm run bench -- --documents 1000 --peers starlight`.
 *
 * Rounds of all systems are interleaved, so that a machine that slows down slows all of them. Only results go to
 * standard output; `--format json` prints `{ "runs": [{ system, work, documents, wall, cpu, memory }] }` with one
 * entry a run, seconds and bytes, null for what the system does not tell.
 */
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { Command, InvalidArgumentError, Option } from 'commander';
import { formatBench } from './format-bench.ts';
import type { Run } from './format-bench.ts';
import { makeCorpus } from './make-corpus.ts';
import { measure } from './measure.ts';
import { putAside, removeAside, settleDisk } from './put-aside.ts';
import { eomsManual, starlight } from './systems.ts';
import type { System, Work } from './systems.ts';

interface Flags {
  readonly documents: number[];
  readonly peers: string[];
  readonly works?: Work[];
  readonly rounds: number;
  readonly seed: number;
  readonly format: 'text' | 'json';
  readonly folder: string;
}

const works: readonly Work[] = ['build-cold', 'build-edit', 'check-cold', 'check-warm'];

const program = new Command('bench')
  .description('Measures check and build on generated manuals, and peers on the same text.')
  .addOption(
    new Option('--documents <numbers>', 'sizes of the manuals')
      .argParser(readNumbers)
      .default([200, 1000, 5000]),
  )
  .addOption(
    new Option('--peers <names>', 'systems to compare with: starlight')
      .argParser(readNames(['starlight']))
      .default([]),
  )
  .addOption(new Option('--works <names>', `only these: ${works.join(', ')}`).argParser(readNames(works)))
  .addOption(
    new Option('--rounds <number>', 'how often each work is measured').argParser(readNumber).default(1),
  )
  .addOption(new Option('--seed <number>', 'another text').argParser(readNumber).default(21001))
  .addOption(
    new Option('--format <format>', 'how the results are written').choices(['text', 'json']).default('text'),
  )
  .option('--folder <folder>', 'where the manuals and sites are written', '.eoms/bench')
  .parse();
const flags = program.opts<Flags>();
const runs: Run[] = [];
for (const documents of flags.documents) runs.push(...(await benchSize(documents)));
removeAside(resolve(flags.folder));
process.stdout.write(
  flags.format === 'json' ? `${JSON.stringify({ runs: runs.map(withNulls) }, null, 2)}\n` : formatBench(runs),
);

async function benchSize(documents: number): Promise<Run[]> {
  const cache = resolve(flags.folder);
  const folder = join(cache, `documents-${documents}`);
  putAside(folder, cache);
  mkdirSync(folder, { recursive: true });
  const corpus = makeCorpus(documents, flags.seed);
  const systems = [
    eomsManual(corpus, folder, cache),
    ...(flags.peers.includes('starlight') ? [starlight(corpus, folder, cache)] : []),
  ];
  const found: Run[] = [];
  for (let round = 1; round <= flags.rounds; round++) {
    for (const system of systems) found.push(...(await runSystem(system, documents, round)));
  }
  return found;
}

async function runSystem(system: System, documents: number, round: number): Promise<Run[]> {
  const found: Run[] = [];
  for (const work of system.works) {
    if (flags.works !== undefined && !isNeeded(work, flags.works)) continue;
    const command = system.prepare(work, round);
    settleDisk();
    const result = await measure(command);
    if (result.code !== 0)
      throw new Error(`${system.name} ${work} ended with ${result.code}:\n${result.output}`);
    const { wall, cpu, memory } = result;
    process.stderr.write(`${documents} ${work} ${system.name} ${wall.toFixed(2)} s\n`);
    if (flags.works?.includes(work) ?? true)
      found.push({ system: system.name, work, documents, wall, cpu, memory });
  }
  return found;
}

/** An edit needs the build before it, a warm check the cold one. */
function isNeeded(work: Work, asked: readonly Work[]): boolean {
  return (
    asked.includes(work) ||
    (work === 'build-cold' && asked.includes('build-edit')) ||
    (work === 'check-cold' && asked.includes('check-warm'))
  );
}

/** JSON has no word for undefined, and a missing key would look like a mistake. */
function withNulls({ cpu, memory, wall, ...rest }: Run): Record<string, unknown> {
  const rounded = (value: number): number => Math.round(value * 1000) / 1000;
  return {
    ...rest,
    wall: rounded(wall),
    cpu: cpu === undefined ? null : rounded(cpu),
    memory: memory ?? null,
  };
}

function readNumber(text: string): number {
  if (/^[1-9]\d{0,6}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('Expected a whole number.');
}

function readNumbers(text: string): number[] {
  return text.split(',').map(readNumber);
}

/** Reads names joined by commas, each one of `known`. */
function readNames<Name extends string>(known: readonly Name[]): (text: string) => Name[] {
  return (text) =>
    text.split(',').map((name) => {
      const found = known.find((one) => one === name);
      if (found === undefined) throw new InvalidArgumentError(`Expected ${known.join(', ')}.`);
      return found;
    });
}
