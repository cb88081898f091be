/** Pictures and files of documents, and the logo; nothing else below the content folder is published. */
import { copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import { figureFile } from '../../core/build/figure-file.ts';
import type { Site } from '../../view/site.ts';
import { belowContent } from '../../view/urls.ts';

/** Copies them into the built site. */
export function copyAssets(site: Site, contentDir: string, outDir: string): void {
  const { manual } = site.analysis;
  for (const path of referencedAssets(site)) {
    const below = belowContent(path, manual.contentFolder);
    const from = resolve(contentDir, below);
    if (!from.startsWith(resolve(contentDir) + sep) || !existsSync(from)) continue;
    const to = join(outDir, 'files', below);
    mkdirSync(dirname(to), { recursive: true });
    copyFileSync(from, to);
  }
}

function referencedAssets({ analysis: { manual, facts }, build: { drafts } }: Site): Set<string> {
  const paths = new Set<string>();
  for (const { document, lifecycle, control } of facts.documents) {
    // Pictures of earlier versions, which keep their pages.
    for (const { copy, state } of control.versions)
      if (state === 'superseded' || state === 'withdrawn')
        for (const file of copy?.files ?? []) if (file.text === undefined) paths.add(file.path);
    if (
      !drafts &&
      (lifecycle.state === 'draft' || lifecycle.state === 'in-review' || lifecycle.state === 'approved')
    )
      continue;
    for (const { target } of document.links) if (target.kind === 'file') paths.add(target.path);
    for (const { name, attributes } of document.body.components) {
      const file = name === 'Figure' ? figureFile(document.file, attributes['src'] ?? '') : undefined;
      if (file !== undefined && manual.assets.has(file)) paths.add(file);
    }
  }
  const { logo } = manual.settings.institution;
  if (logo !== undefined) paths.add(`${manual.contentFolder}/${logo}`);
  return paths;
}
