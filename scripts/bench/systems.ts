/** The systems that are measured: what each needs, how its caches are emptied, which commands its work is. */
import { spawnSync } from 'node:child_process';
import { copyFileSync, cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Corpus, CorpusDocument } from './make-corpus.ts';
import type { Command } from './measure.ts';
import { putAside } from './put-aside.ts';
import { editFile, manualFile, starlightFile, writeManual, writeStarlight } from './write-corpus.ts';

export type Work = 'build-cold' | 'build-edit' | 'check-cold' | 'check-warm';

export interface System {
  readonly name: 'eoms-manual' | 'starlight';
  /** In the order in which it must run: an edit follows a build. */
  readonly works: readonly Work[];
  /** Leaves everything as that work is to find it, and tells the command. */
  readonly prepare: (work: Work, round: number) => Command;
}

const today = '2026-11-02';
const quiet = { ASTRO_TELEMETRY_DISABLED: '1', DO_NOT_TRACK: '1', CI: 'true' };

/**
 * @param folder where its content, caches and output may lie
 * @param cache where the bench keeps what it needs for long
 */
export function eomsManual(corpus: Corpus, folder: string, cache: string): System {
  const content = join(folder, 'content');
  const out = join(folder, 'dist');
  writeManual(corpus, content);
  const eoms = fileURLToPath(new URL('../../src/cli/eoms.mjs', import.meta.url));
  const clear = (): void => {
    for (const name of ['dist', '.eoms']) putAside(join(folder, name), cache);
  };
  const run = (...args: string[]): Command => ({
    file: process.execPath,
    args: [eoms, ...args, '--content', content, '--today', today],
    cwd: folder,
    environment: quiet,
  });
  return {
    name: 'eoms-manual',
    works: ['check-cold', 'check-warm', 'build-cold', 'build-edit'],
    prepare: (work, round) => {
      if (work === 'check-cold' || work === 'build-cold') clear();
      if (work === 'build-edit') editFile(manualFile(middle(corpus), content), round);
      return work.startsWith('check') ? run('check') : run('build', '--out', out);
    },
  };
}

/** Starlight with its search and starlight-links-validator; installs it on the first run. */
export function starlight(corpus: Corpus, folder: string, cache: string): System {
  const project = join(cache, 'starlight');
  install(project);
  const docs = join(project, 'src/content/docs');
  putAside(docs, cache);
  writeStarlight(corpus, docs);
  const out = join(folder, 'starlight-dist');
  const clear = (): void => {
    for (const path of [
      out,
      join(project, '.astro'),
      join(project, 'node_modules/.astro'),
      join(project, 'node_modules/.vite'),
    ])
      putAside(path, cache);
  };
  return {
    name: 'starlight',
    works: ['build-cold', 'build-edit'],
    prepare: (work, round) => {
      if (work === 'build-cold') clear();
      else editFile(starlightFile(middle(corpus), docs), round);
      return {
        file: process.execPath,
        args: ['node_modules/astro/bin/astro.mjs', 'build', '--silent'],
        cwd: project,
        environment: { ...quiet, BENCH_OUT: out },
      };
    },
  };
}

function middle(corpus: Corpus): CorpusDocument {
  const document = corpus.documents[corpus.documents.length >> 1];
  if (document === undefined) throw new Error('The corpus is empty');
  return document;
}

/** Installs the peer beside its package.json, pinned there, unless this very file is installed already. */
function install(project: string): void {
  const source = fileURLToPath(new URL('./peers/starlight/', import.meta.url));
  const wanted = readFileSync(join(source, 'package.json'), 'utf8');
  const mark = join(project, '.installed');
  mkdirSync(project, { recursive: true });
  for (const name of ['package.json', 'astro.config.mjs', 'tsconfig.json'])
    copyFileSync(join(source, name), join(project, name));
  cpSync(join(source, 'src'), join(project, 'src'), { recursive: true });
  if (existsSync(mark) && readFileSync(mark, 'utf8') === wanted) return;
  process.stderr.write('Installing Starlight for the comparison …\n');
  const npm = process.env['npm_execpath'];
  const args = ['install', '--no-audit', '--no-fund', '--loglevel=error'];
  const options = {
    cwd: project,
    encoding: 'utf8' as const,
    stdio: ['ignore', 'pipe', 'pipe'] as ['ignore', 'pipe', 'pipe'],
  };
  const result =
    npm === undefined
      ? spawnSync('npm', args, options)
      : spawnSync(process.execPath, [npm, ...args], options);
  if (result.status !== 0) throw new Error(`npm install failed in ${project}:\n${result.stderr}`);
  writeFileSync(mark, wanted);
}
