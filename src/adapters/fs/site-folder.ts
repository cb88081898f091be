/**
 * The output folder of a build. A site is written beside it and put in its place by renaming, so that the old
 * site stays whole until the new one is complete, whatever happens in between.
 */
import { readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { linkedSite, repairLink, switchLink } from './linked-site.ts';
import { makeFolder } from './make-folder.ts';
import { CannotRun, orCannotRun, systemCode } from './system-error.ts';

/** What a build leaves in its folder, by which the folder is known again. */
export interface BuildMark {
  readonly tool: 'eoms-manual';
  readonly version: string;
  /** Where the site lies on its host, for the preview. */
  readonly base: string;
}

export interface StagedSite {
  /** Holds the two below. On the same file system as the output folder. */
  readonly folder: string;
  /** Write the site here. */
  readonly site: string;
  /** Write the search index here; it is moved into the site at the end. Made by whoever writes it. */
  readonly search: string;
  /**
   * Puts the site in the place of the old one.
   * @param finish writes the last files, when all others are in their places
   */
  readonly publish: (mark: BuildMark, finish?: (site: string) => void) => Promise<void>;
  /** Takes away what was written. The old site stays as it was. */
  readonly discard: () => Promise<void>;
}

const markFile = '.eoms-build.json';
/** Where pages look for the search index. */
const searchFolder = 'pagefind';

/** The mark of a folder that `eoms build` wrote; undefined for any other. */
export function readBuildMark(folder: string): BuildMark | undefined {
  try {
    const mark = JSON.parse(readFileSync(join(folder, markFile), 'utf8')) as Partial<BuildMark>;
    return mark.tool === undefined || mark.base === undefined ? undefined : (mark as BuildMark);
  } catch {
    return undefined;
  }
}

/**
 * Clears up after builds that were killed and makes a folder to write to. Throws `CannotRun` where `out` is no
 * folder that a build may replace.
 * @param content the content folder, which no build may touch
 */
export async function stageSite(out: string, content: string): Promise<StagedSite> {
  const link = linkedSite(resolve(out));
  const target = link?.folder ?? resolve(out);
  refuseDangerous(target, out, content);
  orCannotRun(`Cannot write beside ${out}`, () => {
    makeFolder(dirname(target));
  });
  if (link === undefined) await repair(target);
  else await repairLink(link, isRunning);
  refuseForeign(target, out);
  const staging = `${link?.name ?? target}.eoms-staging-${process.pid}`;
  const [site, search] = [join(staging, 'site'), join(staging, 'search')];
  await rm(staging, { recursive: true, force: true });
  orCannotRun(`Cannot write beside ${out}`, () => {
    makeFolder(site);
  });
  const discard = (): Promise<void> => rm(staging, { recursive: true, force: true });
  return {
    folder: staging,
    site,
    search,
    discard,
    publish: async (mark, finish) => {
      const aside = orCannotRun(`Cannot replace the folder ${out}`, () => {
        renameSync(search, join(site, searchFolder));
        finish?.(site);
        writeFileSync(join(site, markFile), `${JSON.stringify(mark)}\n`);
        return link === undefined ? swap(site, target) : switchLink(site, link);
      });
      for (const old of [staging, ...aside]) await rm(old, { recursive: true, force: true });
    },
  };
}

const contains = (outer: string, inner: string): boolean => {
  const path = relative(outer, inner);
  return path === '' || (path !== '..' && !path.startsWith(`..${sep}`) && resolve(outer, path) === inner);
};

function refuseDangerous(target: string, out: string, content: string): void {
  if (contains(target, process.cwd())) {
    throw new CannotRun(
      `The output folder ${out} holds the folder you work in, and a build replaces it as a whole. Choose another with --out DIR.`,
    );
  }
  if (contains(target, content) || contains(content, target)) {
    throw new CannotRun(
      `The output folder ${out} and the content folder lie within one another. Choose another with --out DIR.`,
    );
  }
  const published = join(dirname(content), 'public');
  if (contains(published, target)) {
    throw new CannotRun(
      `The output folder ${out} is the folder, or lies in it, whose files are published with the manual: the next build would publish this site within itself. Choose another with --out DIR.`,
    );
  }
}

function refuseForeign(target: string, out: string): void {
  const found = statSync(target, { throwIfNoEntry: false });
  if (found === undefined) return;
  if (!found.isDirectory())
    throw new CannotRun(`${out} is not a folder, expected the folder of the built site.`);
  const entries = orCannotRun(`Cannot read the folder ${out}`, () => readdirSync(target));
  if (entries.length > 0 && readBuildMark(target) === undefined) {
    throw new CannotRun(
      `The folder ${out} holds files that eoms did not write, and a build replaces it as a whole. Remove it yourself, or choose another with --out DIR.`,
    );
  }
}

/** Between two renames of a killed build the site lies aside: it is put back. What other killed builds left goes. */
async function repair(target: string): Promise<void> {
  const prefix = `${basename(target)}.eoms-`;
  const leftovers = readdirSync(dirname(target)).flatMap((name) => {
    const match = name.startsWith(prefix)
      ? /^(staging|previous)-(\d+)(?:-\d+)?$/.exec(name.slice(prefix.length))
      : null;
    if (match === null || isRunning(Number(match[2]))) return [];
    return [{ path: join(dirname(target), name), previous: match[1] === 'previous' }];
  });
  for (const { path, previous } of leftovers) {
    if (previous && statSync(target, { throwIfNoEntry: false }) === undefined) renameSync(path, target);
    else await rm(path, { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return systemCode(error) === 'EPERM';
  }
}

/** Returns where what lay there before lies now. */
function swap(staged: string, target: string): string[] {
  const aside: string[] = [];
  // Another build may put its own site there between the two renames; then that one is set aside in turn.
  for (let attempt = 1; ; attempt += 1) {
    const previous = `${target}.eoms-previous-${process.pid}-${attempt}`;
    if (moveIfThere(target, previous)) aside.push(previous);
    try {
      renameSync(staged, target);
      return aside;
    } catch (error) {
      if (attempt < 5 && ['ENOTEMPTY', 'EEXIST'].includes(systemCode(error) ?? '')) continue;
      const last = aside.pop();
      if (last !== undefined) moveIfThere(last, target);
      throw error;
    }
  }
}

function moveIfThere(from: string, to: string): boolean {
  try {
    renameSync(from, to);
    return true;
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return false;
    throw error;
  }
}
