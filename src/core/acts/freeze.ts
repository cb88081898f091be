/** What a frozen copy holds, and what binds an approval to it. */
import type { Analysis } from '../analyse-manual.ts';
import { archiveFolder, hashCopy } from '../build/build-archive.ts';
import { figureFile } from '../build/figure-file.ts';
import { formFilePath } from '../control/controlled-text.ts';
import { fingerprintOf } from '../control/fingerprint.ts';
import type { ControlledDocument } from '../model/document.ts';
import type { CopiedFile, PlannedAct } from './act.ts';

export interface Frozen {
  readonly fingerprint: string;
  readonly hash: string;
  readonly copy: NonNullable<PlannedAct['copy']>;
}

/** @param text of the document as it is approved, before the entry that says so */
export function freeze(
  document: ControlledDocument,
  text: string,
  version: string,
  { manual, control }: Analysis,
): Frozen {
  const hash = control.hash ?? ((): string => '');
  const folder = archiveFolder(manual.contentFolder, document.id, version);
  // What lies beside the content folder keeps its path as a whole.
  const inCopy = (path: string): string =>
    path.startsWith(`${manual.contentFolder}/`)
      ? folder + path.slice(manual.contentFolder.length)
      : `${folder}/${path}`;
  const files: CopiedFile[] = [
    { path: inCopy(document.file), text },
    ...[...filesOf(document)].sort().flatMap((from): CopiedFile[] => {
      const digest = control.digestOf(from);
      return digest === undefined ? [] : [{ path: inCopy(from), from, digest }];
    }),
  ];
  const digested = files.map((file) => ({
    path: file.path,
    digest: 'text' in file ? hash(file.text) : file.digest,
  }));
  return {
    fingerprint: fingerprintOf(document, control.digestOf, hash),
    hash: hashCopy(digested, folder, hash),
    copy: { folder, files },
  };
}

/** Pictures and other files that the text shows or offers. */
function filesOf(document: ControlledDocument): Set<string> {
  const paths = new Set<string>();
  for (const link of document.links) if (link.target.kind === 'file') paths.add(link.target.path);
  for (const use of document.body.components) {
    const path = use.name === 'Figure' ? figureFile(document.file, use.attributes['src'] ?? '') : undefined;
    if (path !== undefined) paths.add(path);
  }
  const form = formFilePath(document);
  if (form !== undefined) paths.add(form);
  return paths;
}
