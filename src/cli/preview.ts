/** `eoms preview`: serves what was built. */
import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Option, type Command } from 'commander';
import { CannotRun } from '../adapters/fs/system-error.ts';
import { readBuildMark } from '../adapters/fs/site-folder.ts';
import { serveFolder, type RunningServer } from '../adapters/serve/serve-folder.ts';
import { examples, hostOption, outOption, wholeNumber } from './options.ts';
import type { Session } from './session.ts';

interface PreviewOptions {
  readonly out: string;
  readonly port?: number;
  readonly host: string;
}

const usualPort = 4321;

export function registerPreview(program: Command, session: Session): void {
  program
    .command('preview')
    .summary('serve the site that was built')
    .description(
      'Serves the built site on this machine and prints its address. With CI set in the environment it fetches a few pages and exits.',
    )
    .addOption(outOption())
    .addOption(
      new Option(
        '--port <number>',
        `the port to listen on (default: ${usualPort} or the next free one)`,
      ).argParser(wholeNumber(0, 65_535)),
    )
    .addOption(hostOption())
    .addHelpText('after', examples('eoms preview', 'eoms preview --out site --port 8080'))
    .action((options: PreviewOptions) => preview(options, session));
}

async function preview(options: PreviewOptions, session: Session): Promise<void> {
  const folder = resolve(options.out);
  if (!existsSync(join(folder, 'index.html'))) {
    throw new CannotRun(
      `There is no built site in ${options.out}. Run \`eoms build\` first, or name the folder with --out DIR.`,
    );
  }
  const server = await serveFolder({
    folder,
    host: options.host,
    port: options.port ?? usualPort,
    tryNext: options.port === undefined,
    base: readBuildMark(folder)?.base ?? '/',
  });
  await session.print(`The manual is served at ${server.address}\n`);
  if (session.environment['CI'] !== undefined && session.environment['CI'] !== 'false') {
    await fetchPages(server, folder, session);
  } else {
    session.tell('Press Ctrl+C to stop.');
    await untilStopped();
  }
  await server.stop();
}

/** Resolves when the process is asked to end. */
export function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
      process.once(signal, () => {
        resolve();
      });
  });
}

/** The home page, a document and a missing page are asked for as a browser would. */
async function fetchPages(server: RunningServer, folder: string, session: Session): Promise<void> {
  const documents = join(folder, 'documents');
  const document = existsSync(documents) ? readdirSync(documents).sort()[0] : undefined;
  const wanted = [
    { path: '', status: 200 },
    ...(document === undefined ? [] : [{ path: `documents/${encodeURIComponent(document)}/`, status: 200 }]),
    { path: 'no-such-page/', status: 404 },
  ];
  for (const { path, status } of wanted) {
    const response = await fetch(new URL(path, server.address));
    const html = await response.text();
    const title = /<title>([^<]*)<\/title>/.exec(html)?.[1]?.trim() ?? '';
    const good = response.status === status && title !== '';
    await session.print(
      `${good ? 'ok' : 'not ok'} ${response.status} ${new URL(response.url).pathname} ${title}\n`,
    );
    if (!good) session.exitCode = 1;
  }
}
