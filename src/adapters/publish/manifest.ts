/** `manifest.json`: every published file with its SHA-256, and from what the site was built. */
import { hash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Site } from '../../view/site.ts';
import { listFiles } from '../fs/list-files.ts';

export const manifestName = 'manifest.json';

export interface Manifest {
  readonly tool: { readonly name: 'eoms-manual'; readonly version: string };
  readonly institution: string;
  readonly edition: string;
  readonly commit?: string | undefined;
  /** The day the manual was looked at. */
  readonly today: string;
  readonly todayOverridden: boolean;
  readonly drafts: boolean;
  readonly base: string;
  readonly origin?: string | undefined;
  /** SHA-256, hexadecimal, by path from the folder of the site; sorted. */
  readonly files: Readonly<Record<string, string>>;
}

/**
 * Writes the manifest as the last file of a site. The build's own mark, a dot file, is not part of the site.
 * @returns the files of the site, by their paths in it
 */
export function writeManifest(folder: string, { analysis: { manual }, build }: Site): string[] {
  const manifest: Manifest = {
    tool: { name: 'eoms-manual', version: build.toolVersion },
    institution: manual.settings.institution.name,
    edition: manual.settings.edition,
    commit: build.commit,
    today: build.today,
    todayOverridden: build.todayOverridden,
    drafts: build.drafts,
    base: build.base,
    origin: build.origin,
    files: digestFiles(folder),
  };
  writeFileSync(join(folder, manifestName), `${JSON.stringify(manifest, null, 1)}\n`);
  return Object.keys(manifest.files);
}

export interface ManifestDifference {
  readonly file: string;
  readonly what: 'missing' | 'changed' | 'not in the manifest';
}

/** The manifest of a built site; undefined where there is none that can be read. */
export function readManifest(folder: string): Manifest | undefined {
  try {
    const read = JSON.parse(readFileSync(join(folder, manifestName), 'utf8')) as Partial<Manifest>;
    return typeof read.files === 'object' && read.tool?.name === 'eoms-manual'
      ? (read as Manifest)
      : undefined;
  } catch {
    return undefined;
  }
}

/** What is otherwise in the folder than the manifest says, sorted by file. */
export function compareWithManifest(folder: string, manifest: Manifest): ManifestDifference[] {
  const now = digestFiles(folder);
  const names = [...new Set([...Object.keys(now), ...Object.keys(manifest.files)])].sort();
  return names.flatMap((file): ManifestDifference[] => {
    const is = Object.hasOwn(now, file) ? now[file] : undefined;
    const was = Object.hasOwn(manifest.files, file) ? manifest.files[file] : undefined;
    if (is === was) return [];
    return [
      { file, what: is === undefined ? 'missing' : was === undefined ? 'not in the manifest' : 'changed' },
    ];
  });
}

function digestFiles(folder: string): Record<string, string> {
  const { files } = listFiles(folder, (path) => path === manifestName || /(?:^|\/)\.eoms-[^/]*$/.test(path));
  return Object.fromEntries(files.map((file) => [file, hash('sha256', readFileSync(join(folder, file)))]));
}
