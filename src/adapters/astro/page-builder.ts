/**
 * The process that renders the pages. It gets ready while this one still reads and checks the manual, which it gets
 * as a file when that is done.
 */
import { fork, type ChildProcess } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { getCompileCacheDir } from 'node:module';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { serialize } from 'node:v8';
import { keptVersions } from '../../view/control/kept-versions.ts';
import type { Site } from '../../view/site.ts';
import type { FrozenCopy } from '../../core/model/control.ts';
import type { ControlledDocument } from '../../core/model/document.ts';
import type { Handover, PageBuilderMessage, RenderOptions } from './render-pages.ts';

const script = fileURLToPath(new URL('./render-pages.ts', import.meta.url));
const stripTypes = new URL('../../cli/strip-types.mjs', import.meta.url).href;
/** Pages are made of many small strings that soon are garbage: more room for the young saves a tenth of the time. */
const youngGeneration = '--max-semi-space-size=32';

export interface PageBuilder {
  /** Renders all pages. Rejects when one cannot be rendered or written; the output folder is then incomplete. */
  readonly build: (site: Site) => Promise<void>;
  /** Ends the process, whatever it is doing. Resolves when it is gone and writes no more. */
  readonly stop: () => Promise<void>;
}

export interface PageBuilderOptions {
  /** For the pages. New or empty. */
  readonly outDir: string;
  /** For what is needed only until the pages are there. It exists. */
  readonly workDir: string;
  /** For what serves later builds too. */
  readonly cacheDir: string;
}

export function startPageBuilder(options: PageBuilderOptions): PageBuilder {
  const outDir = resolve(options.outDir);
  const folder = resolve(options.workDir);
  mkdirSync(outDir, { recursive: true });
  const told: RenderOptions = { outDir, cacheDir: resolve(options.cacheDir) };
  const child = fork(script, [JSON.stringify(told)], {
    execArgv: ['--import', stripTypes, youngGeneration],
    env: { ...process.env, ...compiledBefore() },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  const ended = endOf(child);
  // Asked for later; until then a process that dies must not end this one.
  ended.catch(() => {});
  const gone = new Promise<void>((done) => {
    for (const event of ['exit', 'error'])
      child.once(event, () => {
        done();
      });
  });
  return {
    stop: () => {
      child.kill('SIGKILL');
      return gone;
    },
    build: async (site) => {
      const handover = join(folder, 'manual.bin');
      try {
        writeFileSync(handover, serialize(handoverOf(site)));
        if (child.connected) child.send({ handover });
        await ended;
      } finally {
        // Waiting for a manual that never comes, it would keep this process waiting too.
        child.kill('SIGKILL');
        rmSync(handover, { force: true });
      }
    },
  };
}

/** Code compiled by earlier runs, where this process uses it too. */
function compiledBefore(): { NODE_COMPILE_CACHE?: string } {
  const folder = getCompileCacheDir();
  return folder === undefined ? {} : { NODE_COMPILE_CACHE: folder };
}

/** What can be copied to another process: frozen copies are read here, for the pages that show them. */
function handoverOf(site: Site): Handover {
  const { manual, facts, findings, counts, control } = site.analysis;
  const copies = new Map<FrozenCopy, ControlledDocument | undefined>();
  for (const document of facts.documents) {
    const kept = keptVersions(document);
    // The text in force has its own page and needs no copy, unless an earlier one is compared with it.
    if (kept.every(({ state }) => state === 'effective')) continue;
    const history = document.control.working.frontMatter.history ?? [];
    for (const { copy } of kept) if (copy !== undefined) copies.set(copy, control?.readCopy(copy, history));
  }
  const files = [...copies.keys()].flatMap((copy) => copy.files.map(({ path }) => path));
  const digests = new Map(
    (copies.size === 0 ? [] : [...manual.assets, ...files]).map((path) => [path, control?.digestOf(path)]),
  );
  return { site: { ...site, analysis: { manual, facts, findings, counts } }, copies, digests };
}

function endOf(child: ChildProcess): Promise<void> {
  return new Promise((resolvePromise, reject) => {
    let complaint = '';
    child.stderr
      ?.setEncoding('utf8')
      .on('data', (text: string) => (complaint = (complaint + text).slice(-4000)));
    // All is written by then: how the process ends does not matter any more.
    child.on('message', (message: PageBuilderMessage) => {
      child.kill('SIGKILL');
      if (message.done) resolvePromise();
      else reject(Object.assign(new Error(message.message), message.properties));
    });
    child.on('error', reject);
    child.on('close', (code, signal) => {
      reject(
        new Error(
          `The process that renders the pages ended without an answer (${signal ?? `exit code ${code ?? 'unknown'}`}). The memory may have run out.${complaint === '' ? '' : `\n${complaint}`}`,
        ),
      );
    });
  });
}
