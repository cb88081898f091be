/**
 * Writes docs/packages.md: every package that `npm ci` installs, with its licence, what it is needed for, and whether
 * it asks to run a script when it is installed. Run by `npm run lock`; a test holds the page to the lock file.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

interface LockedPackage {
  readonly version?: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly devOptional?: boolean;
  readonly hasInstallScript?: boolean;
  readonly link?: boolean;
  /** Of an alias: the package that lies there. */
  readonly name?: string;
}

const root = new URL('../', import.meta.url);
const pageFile = new URL('docs/packages.md', root);

/** The page as it should be. */
export function packagesPage(): string {
  const lock = JSON.parse(readFileSync(new URL('package-lock.json', root), 'utf8')) as {
    readonly packages: Readonly<Record<string, LockedPackage>>;
  };
  const rows = Object.entries(lock.packages)
    .filter(([path, { link }]) => path !== '' && link !== true)
    .map(([path, locked]) => ({
      name: locked.name ?? path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length),
      version: locked.version ?? '',
      licence: locked.license ?? licenceIn(path) ?? ofSiblings(path, lock.packages) ?? 'not stated',
      use: locked.dev === true || locked.devOptional === true ? 'development' : 'running',
      optional: locked.optional === true || locked.devOptional === true,
      script: locked.hasInstallScript === true,
    }))
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.version < b.version ? -1 : 1));
  const unique = rows.filter(
    (row, at) => row.name !== rows[at - 1]?.name || row.version !== rows[at - 1]?.version,
  );
  const licences = [...Map.groupBy(unique, ({ licence }) => licence)]
    .map(([licence, list]) => [licence, list.length] as const)
    .sort(([a, some], [b, others]) => others - some || (a < b ? -1 : 1));
  const scripts = unique.filter(({ script }) => script);
  return [
    '# Packages',
    '',
    '<!-- Written by `npm run lock`. Do not edit. -->',
    '',
    `What \`npm ci\` installs: ${unique.length} packages, of which ${unique.filter(({ use }) => use === 'running').length} are needed to run the tool (${unique.filter(({ use, optional }) => use === 'running' && optional).length} of them for one platform each, so that a machine gets few of them). Why each direct one was chosen stands in [decisions.md](decisions.md); what is watched, in [SECURITY.md](../SECURITY.md).`,
    '',
    '## Scripts at installation',
    '',
    scripts.length === 0
      ? 'None.'
      : `${scripts.map(({ name, version }) => `\`${name}\` ${version}`).join(', ')}: npm asks for approval and none is given; \`npm ci --ignore-scripts\` gives the same tool.`,
    '',
    '## Licences',
    '',
    '| licence | packages |',
    '| --- | --- |',
    ...licences.map(([licence, count]) => `| ${licence} | ${count} |`),
    '',
    '## All of them',
    '',
    '| package | version | licence | for |',
    '| --- | --- | --- | --- |',
    ...unique.map(
      ({ name, version, licence, use, optional }) =>
        `| ${name} | ${version} | ${licence} | ${use}${optional ? ', optional' : ''} |`,
    ),
    '',
  ].join('\n');
}

/** Some packages say it in their own file alone, in an older form, or only in the text that lies beside it. */
function licenceIn(path: string): string | undefined {
  const file = new URL(`${path}/package.json`, root);
  if (!existsSync(file)) return undefined;
  const { license, licenses } = JSON.parse(readFileSync(file, 'utf8')) as {
    readonly license?: unknown;
    readonly licenses?: readonly { readonly type?: string }[];
  };
  if (typeof license === 'string') return license;
  if (licenses?.[0]?.type !== undefined) return licenses[0].type;
  const beside = ['LICENSE', 'LICENSE.md', 'Readme.md', 'README.md'].map(
    (name) => new URL(`${path}/${name}`, root),
  );
  return beside.some(
    (one) =>
      existsSync(one) &&
      /\bMIT\b|Permission is hereby granted, free of charge/.test(readFileSync(one, 'utf8')),
  )
    ? 'MIT'
    : undefined;
}

/** Packages for other platforms are not here to be read: they have the licence of those for this one. */
function ofSiblings(path: string, all: Readonly<Record<string, LockedPackage>>): string | undefined {
  const family = path.replace(/(?:-|\/)(?:darwin|linux|win32|windows|freebsd|wasm32|android)\b.*$/, '');
  if (family === path) return undefined;
  return Object.entries(all).find(
    ([other, { license }]) => other.startsWith(family) && license !== undefined,
  )?.[1].license;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(pageFile, packagesPage());
