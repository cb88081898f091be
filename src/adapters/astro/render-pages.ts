/**
 * The process that renders the pages: gets the compiled pages ready and waits for the manual. Started by
 * page-builder.ts only.
 */
import { cpSync, readFileSync } from 'node:fs';
import { flushCompileCache } from 'node:module';
import { join } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { deserialize } from 'node:v8';
import type { FrozenCopy } from '../../core/model/control.ts';
import type { ControlledDocument } from '../../core/model/document.ts';
import type { Site } from '../../view/site.ts';
import { findCompiledPages, ownPlace } from './compiled-pages.ts';
import { compiledParts } from './compiled-parts.ts';
import type * as PageRenderer from './page-renderer.ts';

export interface RenderOptions {
  /** For the pages. It exists. */
  readonly outDir: string;
  /** For what serves later builds too. */
  readonly cacheDir: string;
}

/** What the file holds that is handed over. */
export interface Handover {
  readonly site: Site;
  /** Frozen copies that have pages, as they were read. */
  readonly copies: ReadonlyMap<FrozenCopy, ControlledDocument | undefined>;
  /** Of pictures and other files, by path: a comparison sees that a picture was replaced. */
  readonly digests: ReadonlyMap<string, string | undefined>;
}

export type PageBuilderMessage =
  | { readonly done: true }
  | {
      readonly done: false;
      readonly message: string;
      /** The rest of the error: `code` and `path` of the system's, and where it came from. */
      readonly properties: Readonly<Record<string, string | undefined>>;
    };

/** Listened for from the beginning; what came while this was being loaded, Node has kept. */
const handedOver = new Promise<string>((resolve) => {
  process.once('message', ({ handover }: { readonly handover: string }) => {
    resolve(handover);
  });
});
// The process that started this one is gone: nobody waits for the pages.
process.once('disconnect', () => process.exit());

async function render({ outDir, cacheDir }: RenderOptions): Promise<void> {
  const pages = await findCompiledPages([ownPlace, join(cacheDir, 'pages')]);
  cpSync(join(pages, compiledParts.files), outDir, { recursive: true });
  const entry = pathToFileURL(join(pages, compiledParts.entry)).href;
  const { renderPages } = (await import(entry)) as typeof PageRenderer;
  await renderPages(readHandover(await handedOver), outDir);
}

function readHandover(path: string): Site {
  const { site, copies, digests } = deserialize(readFileSync(path)) as Handover;
  const control: Site['analysis']['control'] = {
    readCopy: (copy) => copies.get(copy),
    digestOf: (file) => digests.get(file),
  };
  return { ...site, analysis: { ...site.analysis, control } };
}

/** Says how it went, and is ended from outside. */
const send = (message: PageBuilderMessage): void => {
  process.send?.(message);
};

try {
  await render(JSON.parse(process.argv[2] ?? '{}') as RenderOptions);
  // All that was needed is compiled by now.
  flushCompileCache();
  send({ done: true });
} catch (cause) {
  const error = cause instanceof Error ? cause : new Error(String(cause));
  const { code, path, syscall } = error as NodeJS.ErrnoException;
  send({ done: false, message: error.message, properties: { code, path, syscall, stack: error.stack } });
}
