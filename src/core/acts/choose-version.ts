/** The version that an approval gives a text: above every approved one. */
import type { DocumentControl } from '../model/control.ts';
import { compareVersions } from '../model/version.ts';
import type { ActRequest, Refusal } from './act.ts';

export function chooseVersion(
  request: ActRequest,
  { working, versions }: DocumentControl,
): { readonly version: string; readonly refusal?: Refusal } {
  const version = request.version ?? working.frontMatter.version;
  const highest = versions.map((one) => one.version).sort((a, b) => compareVersions(b, a))[0];
  if (highest === undefined || compareVersions(version, highest) > 0) return { version };
  const [major = 0, minor = 0] = highest.split('.').map(Number);
  return {
    version,
    refusal: {
      message: `Unexpected version \`${version}\` of ${working.id}, expected one above ${highest}, which is approved`,
      ...(request.version === undefined
        ? { missing: 'version' as const, candidates: [`${major + 1}.0`, `${major}.${minor + 1}`] }
        : {}),
      hint: `Give --version ${major + 1}.0 for a change of substance, --version ${major}.${minor + 1} for an editorial one.`,
    },
  };
}

/** Major numbers stand for changes of substance, minor ones for editorial changes. */
export function versionWarnings(
  version: string,
  change: 'editorial' | 'substantive' | undefined,
  before: string | undefined,
): string[] {
  if (before === undefined || change === undefined) return [];
  const raisedMajor = version.split('.')[0] !== before.split('.')[0];
  if (raisedMajor === (change === 'substantive')) return [];
  return [
    change === 'substantive'
      ? `A change of substance raises the first number, but ${version} follows ${before}.`
      : `An editorial change raises the second number, but ${version} follows ${before}.`,
  ];
}
