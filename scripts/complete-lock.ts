/**
 * Completes `package-lock.json` for every platform: `npm run lock`.
 *
 * A registry mirror that lacks some platform builds makes `npm install` leave them out of the lock file, and
 * `npm ci` then refuses that file on every machine ("Missing: … from lock file"). This adds an entry for each
 * optional package that the lock names by an exact version but does not hold, with its platform read from its
 * name, so that npm skips it elsewhere and can fetch it where it is needed. Such entries carry no integrity hash.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export interface LockedPackage {
  version?: string;
  optional?: boolean;
  os?: string[];
  cpu?: string[];
  optionalDependencies?: Record<string, string>;
}
export interface LockFile {
  packages: Record<string, LockedPackage>;
}
export interface Missing {
  readonly name: string;
  /** The exact version asked for; undefined where a range is asked for, which no entry can be made from. */
  readonly version: string | undefined;
  /** The entry to add; undefined where the name tells no platform. */
  readonly entry: LockedPackage | undefined;
}

/** Optional packages that the lock file names but does not hold, each once, by name. */
export function findMissing(lock: LockFile): Missing[] {
  const missing = new Map<string, Missing>();
  for (const [at, locked] of Object.entries(lock.packages)) {
    for (const [name, range] of Object.entries(locked.optionalDependencies ?? {})) {
      if (isHeld(lock, at, name)) continue;
      const version = /^\d+\.\d+\.\d+[\w.+-]*$/.test(range) ? range : undefined;
      missing.set(name, {
        name,
        version,
        entry: version === undefined ? undefined : platformEntry(name, version),
      });
    }
  }
  return [...missing.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Adds what is missing, in npm's order, and returns the names of what could not be added. */
export function completeLock(lock: LockFile): { lock: LockFile; added: string[]; left: string[] } {
  const added: string[] = [];
  const left: string[] = [];
  const packages = { ...lock.packages };
  for (const { name, entry } of findMissing(lock)) {
    if (entry) packages[`node_modules/${name}`] = entry;
    (entry ? added : left).push(name);
  }
  // The root package has the empty path and therefore stays first.
  const sorted = Object.entries(packages).sort(([a], [b]) => (a < b ? -1 : 1));
  return { lock: { ...lock, packages: Object.fromEntries(sorted) }, added, left };
}

/** Whether `name` is found from the package at `at` the way Node looks for it: there, then in each folder above. */
function isHeld(lock: LockFile, at: string, name: string): boolean {
  for (let folder = at; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('node_modules/') - 1))) {
    if (lock.packages[`${folder === '' ? '' : `${folder}/`}node_modules/${name}`]) return true;
    if (folder === '') return false;
  }
}

const systems: Record<string, string> = {
  ...Object.fromEntries(
    [
      'android',
      'darwin',
      'linux',
      'win32',
      'freebsd',
      'openbsd',
      'netbsd',
      'sunos',
      'aix',
      'openharmony',
    ].map((os) => [os, os]),
  ),
  linuxmusl: 'linux',
  windows: 'win32',
  win: 'win32',
  ohos: 'openharmony',
};
const processors: Record<string, string> = {
  ...Object.fromEntries(
    ['arm64', 'x64', 'ia32', 'arm', 'ppc64', 's390x', 'riscv64', 'loong64', 'mips64el', 'wasm32'].map(
      (cpu) => [cpu, cpu],
    ),
  ),
  armv7: 'arm',
  ppc64le: 'ppc64',
  loongarch64: 'loong64',
};

function platformEntry(name: string, version: string): LockedPackage | undefined {
  const words = (name.split('/').at(-1) ?? name).split('-');
  const os = words.map((word) => systems[word]).find((value) => value !== undefined);
  const cpu = words.map((word) => processors[word]).find((value) => value !== undefined);
  if (os === undefined && cpu === undefined) return undefined;
  return { version, optional: true, ...(cpu && { cpu: [cpu] }), ...(os && { os: [os] }) };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const file = process.argv[2] ?? fileURLToPath(new URL('../package-lock.json', import.meta.url));
  const { lock, added, left } = completeLock(JSON.parse(readFileSync(file, 'utf8')) as LockFile);
  if (added.length > 0) writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
  for (const name of left) console.error(`left out, its platform is unknown: ${name}`);
  console.log(`${added.length} entries added to ${file}`);
}
