/** `eoms verify`: whether a built site is whole, unchanged since its build, and free of dead ends. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Option, type Command } from 'commander';
import { CannotRun } from '../adapters/fs/system-error.ts';
import { compareWithManifest, readManifest } from '../adapters/publish/manifest.ts';
import { checkSite } from '../adapters/site-check/check-site.ts';
import { count } from '../core/report/count.ts';
import { examples } from './options.ts';
import type { Session } from './session.ts';

interface VerifyOptions {
  readonly format: 'text' | 'json';
}

export function registerVerify(program: Command, session: Session): void {
  program
    .command('verify')
    .summary('check a built site: every file, every address')
    .description(
      'Recomputes the digest of every file of a built site and compares it with manifest.json; then follows every address of every page, feed and table within the site.',
    )
    .argument('[folder]', 'the folder of the built site', 'dist')
    .addOption(
      new Option('--format <format>', 'how the result is written').choices(['text', 'json']).default('text'),
    )
    .addHelpText(
      'after',
      `${examples('eoms verify', 'eoms verify public --format json')}\n\nExit code: 0 as built, 1 something differs or leads nowhere, 2 could not run.`,
    )
    .action((folder: string, options: VerifyOptions) => verify(folder, options, session));
}

async function verify(folder: string, options: VerifyOptions, session: Session): Promise<void> {
  if (!existsSync(join(folder, 'index.html')))
    throw new CannotRun(`There is no site in ${folder}. Build one with eoms build, or name its folder.`);
  const manifest = readManifest(folder);
  if (manifest === undefined)
    throw new CannotRun(
      `${folder} has no manifest.json that can be read, so nothing is known of how it was built.`,
    );
  const differences = compareWithManifest(folder, manifest);
  const site = checkSite(folder, { base: manifest.base, origin: manifest.origin });
  if (differences.length + site.faults.length > 0) session.exitCode = 1;
  if (options.format === 'json') {
    const { files, ...built } = manifest;
    await session.print(
      `${JSON.stringify({ built, files: Object.keys(files).length, differences, pages: site.pages, addresses: site.addresses, faults: site.faults }, null, 2)}\n`,
    );
    return;
  }
  const lines = [
    ...differences.map(({ file, what }) => `${file}: ${what}`),
    ...site.faults.map(({ file, kind, message }) => `${file}: ${message} [${kind}]`),
    `${count(Object.keys(manifest.files).length, 'file')}, ${count(site.pages, 'page')}, ${site.addresses} addresses checked: ${
      differences.length + site.faults.length === 0
        ? 'as built, every address leads somewhere'
        : `${count(differences.length, 'difference')}, ${count(site.faults.length, 'fault')}`
    }`,
    `Built with eoms-manual ${manifest.tool.version} as of ${manifest.today}${manifest.commit === undefined ? '' : ` from commit ${manifest.commit}`}, edition ${manifest.edition}`,
  ];
  await session.print(`${lines.join('\n')}\n`);
}
