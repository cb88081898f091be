/**
 * Measures check and build over generated manuals, and a peer on the same text in the same run.
 *
 * `npm run bench -- --documents 1000 --peers starlight --format json`
 */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { generateDocuments } from './generate-text.ts';
import { measure, type Measurement } from './measure.ts';
import { eomsManual, formatDocument, manualFiles, pathOf, starlight, writeCorpus } from './write-corpus.ts';

type Work = 'build-cold' | 'build-edit' | 'check-cold' | 'check-warm';
interface Run extends Measurement {
  readonly system: 'eoms-manual' | 'starlight';
  readonly work: Work;
  readonly documents: number;
}

const root = fileURLToPath(new URL('../../', import.meta.url));
const { values } = parseArgs({
  options: {
    documents: { type: 'string', default: '200,1000' },
    peers: { type: 'string', default: '' },
    rounds: { type: 'string', default: '1' },
    seed: { type: 'string', default: '21001' },
    format: { type: 'string', default: 'text' },
    work: { type: 'string', default: join(root, '.eoms/bench') },
  },
});
const sizes = values.documents.split(',').map(Number);
const peers = values.peers.split(',').filter((one) => one !== '');
if (
  sizes.some((size) => !Number.isInteger(size) || size < 20) ||
  peers.some((peer) => peer !== 'starlight') ||
  !['text', 'json'].includes(values.format)
) {
  process.stderr.write(
    'Usage: npm run bench -- [--documents 200,1000,5000] [--peers starlight] [--rounds 3] [--seed N] [--format text|json]\n',
  );
  process.exit(2);
}

const runs: Run[] = [];
for (const size of sizes) {
  for (let round = 0; round < Number(values.rounds); round++) {
    await benchOurs(size, round);
    if (peers.includes('starlight')) await benchStarlight(size, round);
  }
}
process.stdout.write(values.format === 'json' ? `${JSON.stringify({ runs }, null, 2)}\n` : formatTable(runs));

async function add(
  system: Run['system'],
  work: Work,
  documents: number,
  command: readonly string[],
  cwd: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<void> {
  process.stderr.write(`${system} ${work} ${documents} … `);
  const measurement = await measure(command, cwd, environment);
  process.stderr.write(`${measurement.wall} s\n`);
  runs.push({ system, work, documents, ...measurement });
}

async function benchOurs(size: number, round: number): Promise<void> {
  const folder = join(values.work, `eoms-${size}`);
  const documents = generateDocuments(size, Number(values.seed));
  rmSync(folder, { recursive: true, force: true });
  writeCorpus(documents, eomsManual, join(folder, 'content'), manualFiles);
  const eoms = [process.execPath, join(root, 'src/cli/eoms.mjs')];
  const today = ['--today', '2026-03-01'];
  await add('eoms-manual', 'check-cold', size, [...eoms, 'check', ...today], folder);
  await add('eoms-manual', 'check-warm', size, [...eoms, 'check', ...today], folder);
  await add('eoms-manual', 'build-cold', size, [...eoms, 'build', ...today], folder);
  const edited = documents[Math.floor(size / 2)];
  if (edited === undefined) return;
  const path = join(folder, 'content', pathOf(edited, eomsManual));
  writeFileSync(path, `${formatDocument(edited, documents, eomsManual)}\nAmended in round ${round}.\n`);
  await add('eoms-manual', 'build-edit', size, [...eoms, 'build', ...today], folder);
}

/** Starlight with its search index and with starlight-links-validator: what our build does too, checks apart. */
async function benchStarlight(size: number, round: number): Promise<void> {
  const folder = join(values.work, 'starlight');
  installPeer(folder);
  const documents = generateDocuments(size, Number(values.seed));
  const content = join(folder, 'src/content/docs');
  writeCorpus(documents, starlight, content, { 'index.md': '---\ntitle: Manual\n---\n\nThe manual.\n' });
  for (const cache of ['dist', '.astro', 'node_modules/.astro', 'node_modules/.vite'])
    rmSync(join(folder, cache), { recursive: true, force: true });
  const build = [process.execPath, join(folder, 'node_modules/astro/bin/astro.mjs'), 'build'];
  const environment = { ASTRO_TELEMETRY_DISABLED: '1' };
  await add('starlight', 'build-cold', size, build, folder, environment);
  const edited = documents[Math.floor(size / 2)];
  if (edited === undefined) return;
  writeFileSync(
    join(content, pathOf(edited, starlight)),
    `${formatDocument(edited, documents, starlight)}\nAmended in round ${round}.\n`,
  );
  await add('starlight', 'build-edit', size, build, folder, environment);
}

function installPeer(folder: string): void {
  const template = fileURLToPath(new URL('peers/starlight/', import.meta.url));
  mkdirSync(folder, { recursive: true });
  cpSync(template, folder, { recursive: true });
  if (existsSync(join(folder, 'node_modules/astro'))) return;
  process.stderr.write('Installing Starlight …\n');
  const installed = spawnSync('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: folder,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (installed.status !== 0) throw new Error('Starlight could not be installed.');
}

function formatTable(all: readonly Run[]): string {
  const megabytes = (bytes: number | undefined): string =>
    bytes === undefined ? '–' : `${Math.round(bytes / 1e6)} MB`;
  const rows = all.map((run) => {
    const peer = all.find(
      (one) => one.system !== run.system && one.work === run.work && one.documents === run.documents,
    );
    const ratio = run.system === 'eoms-manual' && peer !== undefined ? (run.wall / peer.wall).toFixed(2) : '';
    return [
      run.system,
      run.work,
      String(run.documents),
      `${run.wall} s`,
      run.cpu === undefined ? '–' : `${run.cpu} s`,
      megabytes(run.memory),
      ratio,
    ];
  });
  const table = [['system', 'work', 'documents', 'wall', 'cpu', 'memory', 'of peer'], ...rows];
  const widths =
    table[0]?.map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0))) ?? [];
  return `${table
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')}\n`;
}
