/** Runs the core over files held in memory. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { analyseManual, type Analysis, type ManualSources } from '../core/analyse-manual.ts';
import { parseCalendarDate } from '../core/model/calendar-date.ts';
import type { Finding } from '../core/model/finding.ts';
import { parseDocument } from '../core/parse/parse-document.ts';
import { exampleFiles, exampleToday } from '../core/rules/example-manual.ts';

const builtIn = ['iso-21001-2018', 'iso-21001-2025', 'iso-9001-2015'].map((name) => ({
  path: `schemas/standards/${name}.yaml`,
  text: readFileSync(new URL(`../../schemas/standards/${name}.yaml`, import.meta.url), 'utf8'),
}));

/** Sources as the reader would give them, from paths below `content/`. */
export function sourcesOf(files: Readonly<Record<string, string | undefined>>): ManualSources {
  const all = Object.entries(files).flatMap(([path, text]) =>
    text === undefined ? [] : [{ path: `content/${path}`, text }],
  );
  const isArchived = (file: { readonly path: string }): boolean => file.path.startsWith('content/archive/');
  const digest = (text: string): string => createHash('sha256').update(text).digest('hex');
  const settings = all.find((file) => file.path === 'content/manual.yaml');
  return {
    documents: all
      .filter((file) => file.path.endsWith('.mdx') && !isArchived(file))
      .map((file) => parseDocument({ ...file, digest: digest(file.text) })),
    settings,
    registers: all.filter((file) => file.path.startsWith('content/registers/')),
    standards: [...builtIn, ...all.filter((file) => file.path.startsWith('content/standards/'))],
    data: all.filter((file) => /^content\/[^/]+\.json$/.test(file.path)),
    assets: all
      .filter((file) => !/\.(?:mdx|yaml)$/.test(file.path) && !isArchived(file))
      .map((file) => file.path),
    archive: all.filter(isArchived).map((file) => ({
      path: file.path,
      digest: digest(file.text),
      text: /\.(?:mdx|yaml)$/.test(file.path) ? file.text : undefined,
    })),
    assetDigests: new Map(all.map((file) => [file.path, digest(file.text)])),
    hash: (text) => createHash('sha256').update(text).digest('hex'),
    contentFolder: 'content',
  };
}

/** The analysis of exactly these files. */
export function analyseFiles(
  files: Readonly<Record<string, string | undefined>>,
  today: string = exampleToday,
): Analysis {
  const date = parseCalendarDate(today);
  if (date === undefined) throw new Error(`not a date: ${today}`);
  return analyseManual(sourcesOf(files), { today: date, todayOverridden: true });
}

/** The findings of the example manual with these files laid over it. */
export const findingsOf = (files: Readonly<Record<string, string | undefined>>): readonly Finding[] =>
  analyseFiles({ ...exampleFiles, ...files }).findings;
