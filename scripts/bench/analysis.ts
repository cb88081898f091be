/**
 * Times the analysis alone, after parsing: 10,000 claims over 1,000 documents. `npm run bench:analysis`.
 * Prints the median of seven runs of all facts (lifecycles, references, coverage of three editions).
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { analyseFacts } from '../../src/core/analyse/analyse-facts.ts';
import { analyseManual } from '../../src/core/analyse-manual.ts';
import { parseCalendarDate } from '../../src/core/model/calendar-date.ts';
import { parseDocument } from '../../src/core/parse/parse-document.ts';
import { documentFile, exampleFiles } from '../../src/core/rules/example-manual.ts';

const documentCount = 1000;
const claimsEach = 10;
const today = parseCalendarDate('2026-03-31');
if (today === undefined) throw new Error('not a date');

const standards = ['iso-21001-2018', 'iso-21001-2025', 'iso-9001-2015'].map((name) => ({
  path: `schemas/standards/${name}.yaml`,
  text: readFileSync(new URL(`../../schemas/standards/${name}.yaml`, import.meta.url), 'utf8'),
}));
const labels = [...(standards[0]?.text ?? '').matchAll(/clause: "(\d+(?:\.\d+)+)"/g)].map(
  (match) => match[1] ?? '',
);
const hash = (text: string): string => createHash('sha256').update(text).digest('base64url');
const documents = Array.from({ length: documentCount }, (_, index) => {
  const own = Array.from(
    { length: claimsEach },
    (_each, at) => `"${labels[(index * 7 + at * 11) % labels.length] ?? '4.1'}"`,
  );
  const id = `PRC-${String(index + 1).padStart(4, '0')}`;
  const text = documentFile({ id, clauses: `[${own.join(', ')}]` }).replaceAll('demo:1', 'iso-21001:2018');
  return parseDocument({ path: `content/procedures/${id.toLowerCase()}.mdx`, text, digest: hash(text) });
});
const options = { today, todayOverridden: true };
const { manual, control } = analyseManual(
  {
    documents,
    settings: {
      path: 'content/manual.yaml',
      text: 'institution: { name: Bench College }\nedition: iso-21001:2018\nalsoShow: ["iso-21001:2025", "iso-9001:2015"]\n',
    },
    registers: Object.entries(exampleFiles)
      .filter(([path]) => path.startsWith('registers/'))
      .map(([path, text]) => ({ path: `content/${path}`, text })),
    standards,
    assets: [],
    contentFolder: 'content',
  },
  options,
);
const times = Array.from({ length: 7 }, () => {
  const started = performance.now();
  analyseFacts(manual, control, options);
  return performance.now() - started;
}).sort((a, b) => a - b);
const claims = manual.documents.reduce((sum, document) => sum + document.claims.length, 0);
process.stdout.write(
  `${claims} claims over ${manual.documents.length} documents, ${manual.standards.size} standards: ${(times[3] ?? 0).toFixed(0)} ms\n`,
);
