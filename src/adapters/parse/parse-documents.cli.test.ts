import { expect, test } from 'vitest';
import { parseDocument } from '../../core/parse/parse-document.ts';
import { parseDocuments } from './parse-documents.ts';

const files = Array.from({ length: 120 }, (_, at) => ({
  path: `content/doc-${at}.mdx`,
  text: `---\nid: DOC-${at}\ntitle: Document ${at}\n---\n\n## Heading\n\nText.\n`,
  digest: String(at),
}));

test('children give the same documents in the same order as this process', async () => {
  const here = await parseDocuments(files, { where: 'here' });
  let last = 0;
  const there = await parseDocuments(files, { where: 'children', onProgress: (done) => (last = done) });
  // By way of JSON, as between the processes: a key without a value is the same as no key.
  expect(there).toEqual(JSON.parse(JSON.stringify(here)));
  expect(here).toEqual(files.map(parseDocument));
  expect(last).toBe(files.length);
});

test('a document that kills the parser or hangs it becomes a finding, and the others are read', async () => {
  const fragile = new URL('../../testing/fragile-parse-worker.ts', import.meta.url);
  const harmful = files
    .slice(0, 4)
    .map((file, at) => ({ ...file, text: `${file.text}${['', 'poison', 'quicksand', ''][at] ?? ''}` }));
  const parsed = await parseDocuments(harmful, { where: 'children', deadline: 5000, script: fragile });
  expect(
    parsed.map(({ id, body, findings }) => [
      id,
      body.complete,
      findings.map(({ rule }) => rule).filter((rule) => rule === 'unparsable-document'),
    ]),
  ).toEqual([
    ['DOC-0', true, []],
    ['DOC-1', false, ['unparsable-document']],
    ['DOC-2', false, ['unparsable-document']],
    ['DOC-3', true, []],
  ]);
});

test('no file is blamed where no child can be run at all', async () => {
  await expect(parseDocuments(files.slice(0, 2), { where: 'children', deadline: 1 })).rejects.toThrow(
    'Cannot run a process that parses documents',
  );
});

test('a document that has not changed is not parsed again', async () => {
  const first = await parseDocuments(files.slice(0, 2));
  const earlier = new Map(first.map((document) => [document.file, document]));
  const [same, other] = await parseDocuments([files[0]!, { ...files[1]!, digest: 'new' }], { earlier });
  expect(same).toBe(first[0]);
  expect(other).not.toBe(first[1]);
});
