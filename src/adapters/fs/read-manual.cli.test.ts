import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { formatFinding } from '../../core/report/format-text.ts';
import { listPublicFiles } from '../links/public-files.ts';
import { readArchive } from './read-archive.ts';
import { readManual } from './read-manual.ts';
import { readingLimits } from './reading-limits.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'eoms-read-'));
});
afterEach(() => {
  rmSync(root, { recursive: true });
});

const write = (path: string, content: string | Uint8Array): void => {
  mkdirSync(dirname(join(root, 'content', path)), { recursive: true });
  writeFileSync(join(root, 'content', path), content);
};
const read = () => readManual(join(root, 'content'));
const findingsOf = (): string[] => read().findings.map((finding) => formatFinding(finding));

test('files are told apart by where they lie, and sorted', () => {
  for (const path of [
    'c.mdx',
    'a/z.mdx',
    'B.mdx',
    'manual.yaml',
    'registers/roles.yaml',
    'standards/own.yaml',
  ])
    write(path, 'x');
  for (const path of [
    'figures/map.svg',
    '.hidden.mdx',
    '.git/a.mdx',
    'archive/a/1.0/a.mdx',
    'node_modules/a.mdx',
  ])
    write(path, 'x');
  const files = read();
  expect(files.findings).toEqual([]);
  expect(files.documents.map((file) => file.path)).toEqual([
    'content/B.mdx',
    'content/a/z.mdx',
    'content/c.mdx',
  ]);
  expect(files.settings?.path).toBe('content/manual.yaml');
  expect(files.registers.map((file) => file.path)).toEqual(['content/registers/roles.yaml']);
  expect(files.standards.at(-1)?.path).toBe('content/standards/own.yaml');
  expect(files.assets).toEqual(['content/figures/map.svg']);
  expect(files.settings?.digest).toBe('2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881');
});

test('files that look like documents or registers and are not', () => {
  for (const path of ['a.md', 'b.MDX', 'c.yml', 'other/d.yaml']) write(path, 'x');
  expect(findingsOf()).toEqual([
    'content/a.md: warning: Unexpected file `a.md`, expected a document with the ending .mdx [unexpected-file]\n  It is not read. Rename it to `a.mdx`, or move it out of the content folder.',
    'content/b.MDX: warning: Unexpected file `b.MDX`, expected a document with the ending .mdx [unexpected-file]\n  It is not read. Rename it to `b.mdx`, or move it out of the content folder.',
    'content/c.yml: warning: Unexpected file `c.yml`, expected YAML only as manual.yaml, registers/….yaml or standards/….yaml [unexpected-file]\n  It is not read. Rename it to `c.yaml`, or move it out of the content folder.',
    'content/other/d.yaml: warning: Unexpected file `d.yaml`, expected YAML only as manual.yaml, registers/….yaml or standards/….yaml [unexpected-file]\n  It is not read. Move it to registers/ or standards/, or out of the content folder.',
  ]);
});

test.skipIf(process.platform === 'win32')(
  'symbolic links and pipes are findings and are not followed',
  () => {
    write('a.mdx', 'x');
    writeFileSync(join(root, 'secret.mdx'), 'secret');
    symlinkSync('../secret.mdx', join(root, 'content/link.mdx'));
    symlinkSync('.', join(root, 'content/round'));
    execFileSync('mkfifo', [join(root, 'content/pipe.mdx')]);
    expect(read().documents.map((file) => file.path)).toEqual(['content/a.mdx']);
    expect(read().findings.map((finding) => formatFinding(finding).split('\n')[0])).toEqual([
      'content/link.mdx: error: Unexpected symbolic link `link.mdx`, expected a regular file [unreadable-file]',
      'content/pipe.mdx: error: Unexpected named pipe `pipe.mdx`, expected a regular file [unreadable-file]',
      'content/round: error: Unexpected symbolic link `round`, expected a regular file [unreadable-file]',
    ]);
  },
);

test('a byte order mark and CRLF are accepted and change no place', () => {
  write('a.mdx', '\uFEFF---\r\nid: X\r\n---\r\n');
  const files = read();
  expect(files.findings).toEqual([]);
  expect(files.documents[0]?.text).toBe('---\r\nid: X\r\n---\r\n');
});

test('text in another encoding is named at its byte and still read', () => {
  write('a.mdx', Buffer.from('---\ntitle: ünïc\n---\nCaf\u00E9\n', 'latin1'));
  write('b.mdx', Buffer.concat([Buffer.from('é\ncafé '), Buffer.from([0xe2, 0x82])]));
  write('c.mdx', Buffer.from('\uFEFFid: C\n', 'utf16le'));
  write('d.mdx', Buffer.from('title: without a mark\n', 'utf16le'));
  expect(findingsOf()).toEqual([
    'content/a.mdx:2:8: error: Unexpected byte `0xFC` at offset 11, expected text in UTF-8 [invalid-encoding]\n  Open the file in an editor and save it with the encoding UTF-8. In the older encoding Windows-1252 this byte is `ü`.',
    'content/b.mdx:2:6: error: Unexpected byte `0xE2` at offset 9, expected text in UTF-8 [invalid-encoding]\n  Open the file in an editor and save it with the encoding UTF-8. In the older encoding Windows-1252 this byte is `â`.',
    'content/c.mdx: error: Unexpected encoding `UTF-16LE`, expected text in UTF-8 [invalid-encoding]\n  Open the file in an editor and save it with the encoding UTF-8.',
    'content/d.mdx: error: Unexpected encoding `UTF-16LE`, expected text in UTF-8 [invalid-encoding]\n  Open the file in an editor and save it with the encoding UTF-8.',
  ]);
  expect(read().documents.map((file) => file.text.split('\n')[1] ?? '')).toEqual([
    'title: ünïc',
    'cafÃ© â‚',
    '',
    '',
  ]);
  expect(read().documents[3]?.text).toBe('title: without a mark\n');
});

test('control characters are reported once a file', () => {
  write('a.mdx', 'one\ntw\u0000o\u0007\n');
  write('b.mdx', 'one\rtwo\r');
  expect(findingsOf()).toEqual([
    'content/a.mdx:2:3: error: Unexpected control character `U+0000`, expected plain text (2 in this file) [control-character]\n  Delete the character. Most editors show it when invisible characters are switched on.',
    'content/b.mdx:1:4: error: Unexpected control character `U+000D`, expected plain text (2 in this file) [control-character]\n  The file has the line ends of old Macintosh systems. Save it with line ends LF or CRLF.',
  ]);
  expect(read().documents.map((file) => file.text)).toEqual(['one\ntw o \n', 'one\ntwo\n']);
});

test('a file too large is named and only its first lines are kept', () => {
  write('a.mdx', '---\nid: BIG-001\n---\n'.padEnd(readingLimits.textFile + 1, 'x'));
  const files = read();
  expect(files.documents).toEqual([]);
  expect(files.unread.map((file) => file.text.slice(0, 15))).toEqual(['---\nid: BIG-001']);
  expect(findingsOf()[0]).toContain(
    'content/a.mdx: error: Unexpected size of 3 MB, expected at most 2 MB of text [file-too-large]',
  );
});

test('all texts together beyond the limit: said once, and documents stay known by their ids', () => {
  for (const name of ['a', 'b', 'c']) write(`${name}.mdx`, `---\nid: ${name.toUpperCase()}-001\n---\n`);
  const files = readManual(join(root, 'content'), { ...readingLimits, texts: 30 });
  expect(files.documents.map((file) => file.path)).toEqual(['content/a.mdx']);
  expect(files.unread.map((file) => file.text)).toEqual(['---\nid: B-001\n---\n', '---\nid: C-001\n---\n']);
  expect(files.findings.map((finding) => formatFinding(finding))).toEqual([
    'content/b.mdx: error: Unexpected text beyond 0.00003 MB in all files together, expected less in one manual [manual-too-large]\n  This file and the following ones are not read. Look for a file that is no document, or divide the manual.',
  ]);
});

test('more files than a manual has are not read', () => {
  for (const name of ['a', 'b', 'c', 'd']) write(`${name}.mdx`, 'x');
  const files = readManual(join(root, 'content'), { ...readingLimits, files: 2 });
  expect(files.documents).toHaveLength(2);
  expect(files.findings.map((finding) => formatFinding(finding))).toEqual([
    'content/c.mdx: error: Unexpected number of 4 files, expected at most 2 in one manual [manual-too-large]\n  This file and the following ones are not read. Look for a folder that does not belong here.',
  ]);
});

test('a picture or download of gigabytes is named and neither read nor published', () => {
  write('figures/film.png', 'x');
  truncateSync(join(root, 'content/figures/film.png'), 5_000_000_000);
  mkdirSync(join(root, 'public'));
  writeFileSync(join(root, 'public/film.pdf'), 'x');
  truncateSync(join(root, 'public/film.pdf'), 5_000_000_000);
  expect(read().assets).toEqual([]);
  const { paths, findings } = listPublicFiles(join(root, 'content'));
  expect(paths).toEqual([]);
  expect([...findingsOf(), ...(findings ?? []).map((finding) => formatFinding(finding))]).toEqual(
    ['content/figures/film.png', 'public/film.pdf'].map(
      (file) =>
        `${file}: error: Unexpected size of 5000 MB, expected at most 100 MB for a file to look at or to take away [file-too-large]\n  Make it smaller, or publish it elsewhere and link to it.`,
    ),
  );
});

test('a link in the place of the archive or of the public files is not followed', () => {
  write('a.mdx', 'x');
  symlinkSync('/etc', join(root, 'content/archive'));
  symlinkSync('/etc', join(root, 'public'));
  const archive = readArchive(join(root, 'content'));
  const open = listPublicFiles(join(root, 'content'));
  expect([archive.files, open.paths]).toEqual([[], []]);
  expect([...archive.findings, ...(open.findings ?? [])].map(({ message }) => message)).toEqual([
    'Unexpected symbolic link `archive`, expected a folder',
    'Unexpected symbolic link `public`, expected a folder',
  ]);
});

test('names that some systems cannot hold: unportable-name', () => {
  for (const path of ['forms/aux.mdx', 'con/a.mdx', 'figures/plan: b.svg', 'figures/end.', 'ok/console.mdx'])
    write(path, 'x');
  expect(findingsOf()).toEqual([
    'content/con/a.mdx: error: Unexpected name `con`, expected one that every system can hold [unportable-name]\n  Rename it: Windows keeps it for a device.',
    'content/figures/end.: error: Unexpected name `end.`, expected one that every system can hold [unportable-name]\n  Rename it: Windows drops a dot or a space at the end.',
    'content/figures/plan: b.svg: error: Unexpected name `plan: b.svg`, expected one that every system can hold [unportable-name]\n  Rename it: Windows takes none of < > : " \\ | ? * and no control character.',
    'content/forms/aux.mdx: error: Unexpected name `aux.mdx`, expected one that every system can hold [unportable-name]\n  Rename it: Windows keeps it for a device.',
  ]);
  expect(read().documents).toHaveLength(3);
});

test.skipIf(process.platform !== 'linux')('names that Windows and macOS take for one', () => {
  for (const path of ['forms/FRM-001.mdx', 'forms/frm-001.mdx', 'figures/\u00e9.svg', 'figures/e\u0301.svg'])
    write(path, 'x');
  const why =
    ' [unportable-name]\n  Rename one of them: names that differ by letter case or the form of accents alone are one name there.';
  expect(findingsOf().map((line) => line.normalize('NFC'))).toEqual([
    `content/figures/é.svg: error: Unexpected second file \`é.svg\`: to Windows and macOS its name is that of \`é.svg\`${why}\n  content/figures/é.svg: the other stands here`,
    `content/forms/frm-001.mdx: error: Unexpected second file \`frm-001.mdx\`: to Windows and macOS its name is that of \`FRM-001.mdx\`${why}\n  content/forms/FRM-001.mdx: the other stands here`,
  ]);
});

test('a missing folder ends the run', () => {
  expect(() => readManual(join(root, 'missing'))).toThrow(
    /^The content folder .*missing does not exist\. Run eoms/,
  );
  write('manual.yaml', 'x');
  expect(() => readManual(join(root, 'content/manual.yaml'))).toThrow(
    /manual\.yaml is not a folder, expected/,
  );
});
