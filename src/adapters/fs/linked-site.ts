/**
 * An output folder that is a symbolic link, as hosts serve it: the new site gets a folder of its own beside the
 * old one, and the link is switched to it by one rename. Nobody who reads the site ever meets half of it.
 */
import { existsSync, lstatSync, readdirSync, realpathSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import { CannotRun } from './system-error.ts';

export interface LinkedSite {
  readonly link: string;
  /** Where it leads to now. */
  readonly folder: string;
  /** The path of that folder before builds gave it a name of their own. */
  readonly name: string;
}

/** Undefined where the path is no link, or leads nowhere. */
export function linkedSite(path: string): LinkedSite | undefined {
  if (lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() !== true || !existsSync(path))
    return undefined;
  const folder = realpathSync(path);
  return { link: path, folder, name: folder.replace(/\.eoms-live-\d+-\d+$/, '') };
}

/** Takes away what killed builds left: sites that were written and never linked, and links that were not renamed. */
export async function repairLink(
  { link, folder, name }: LinkedSite,
  isRunning: (pid: number) => boolean,
): Promise<void> {
  for (const [place, prefix] of [
    [dirname(folder), `${basename(name)}.eoms-`],
    [dirname(link), `${basename(link)}.eoms-`],
  ] as const)
    for (const entry of readdirSync(place)) {
      const path = join(place, entry);
      const pid = entry.startsWith(prefix)
        ? /^(?:staging|live|link)-(\d+)(?:-\d+)?$/.exec(entry.slice(prefix.length))?.[1]
        : undefined;
      if (pid === undefined || path === folder || isRunning(Number(pid))) continue;
      await rm(path, { recursive: true, force: true });
    }
}

/**
 * Returns where the site lies that the link led to before.
 * Throws `CannotRun` where somebody else switched the link since `linkedSite` looked at it.
 */
export function switchLink(staged: string, { link, folder, name }: LinkedSite): string[] {
  let live = '';
  for (let attempt = 1; live === ''; attempt += 1) {
    const path = `${name}.eoms-live-${process.pid}-${attempt}`;
    if (!existsSync(path)) live = path;
  }
  renameSync(staged, live);
  const next = `${link}.eoms-link-${process.pid}`;
  try {
    if (!existsSync(link) || realpathSync(link) !== folder)
      throw new CannotRun(
        `${link} was switched to another folder while the site was built. Nothing was published; build again.`,
      );
    rmSync(next, { force: true });
    symlinkSync(relative(dirname(link), live), next, 'dir');
    renameSync(next, link);
    return [folder];
  } catch (error) {
    rmSync(next, { force: true });
    renameSync(live, staged);
    throw error;
  }
}
