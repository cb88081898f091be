import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';

const eoms = fileURLToPath(new URL('./eoms.mjs', import.meta.url));
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'eoms-import-'));
  write(
    'docs/README.md',
    '---\ntitle: Staff handbook\n---\n\n# Staff handbook\n\nSee [leave](policies/leave.md#how-to-ask).\n\n![Gate](img/gate.png)\n',
  );
  write(
    'docs/policies/leave.md',
    '# Leave policy\n\n## How to ask\n\nAsk {early}.<br>By <mailto:office@example.org>.\n\n<script>1</script>\n\n[gone](nowhere.md)\n',
  );
  write('docs/img/gate.png', 'not really a picture');
  write('docs/img/unused.png', 'nor this');
  write('docs/SUMMARY.md', '- [Leave](policies/leave.md)\n');
  write('docs/.hidden/x.md', 'hidden');
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}
const read = (path: string): string => readFileSync(join(folder, path), 'utf8');
const run = (...args: string[]): { code: number | null; out: string; err: string } => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [eoms, ...args], {
    cwd: folder,
    encoding: 'utf8',
  });
  return { code: status, out: stdout, err: stderr };
};

test('a small tree becomes a manual of drafts that the check finds sound but for what was broken before', () => {
  const imported = run('import', 'markdown', 'docs', '--institution', 'Alder Bridge College');
  expect(imported).toEqual({
    code: 0,
    err: '',
    out: `2 documents written to content (DOC-001 to DOC-002), 1 files copied.\n2 matters to decide: import-report.md\nNext: eoms check --content content\n`,
  });
  expect(read('content/README.mdx')).toContain(
    'See [leave](policies/leave.mdx#how-to-ask).\n\n![Gate](img/gate.png)\n',
  );
  expect(read('content/policies/leave.mdx')).toContain(
    'Ask \\{early}.\\\nBy [office@example.org](mailto:office@example.org).\n',
  );
  expect(read('content/manual.yaml')).toContain('name: Alder Bridge College');
  expect(existsSync(join(folder, 'content/img/gate.png'))).toBe(true);
  expect(existsSync(join(folder, 'content/img/unused.png'))).toBe(false);
  const report = read('import-report.md');
  expect(report).toContain('- `policies/leave.md:7`: a script (`<script>`) was left out');
  expect(report).toContain(
    '- `policies/leave.md:9`: the link `gone` leads to `nowhere.md`, which is not in the tree',
  );
  expect(report).toContain('- `SUMMARY.md`');

  const checked = run('check', '--format', 'json');
  const { findings } = JSON.parse(checked.out) as { findings: { rule: string; file: string }[] };
  expect(
    findings.filter(({ rule }) => rule !== 'uncovered-clause').map(({ rule, file }) => `${rule} ${file}`),
  ).toEqual(['broken-link content/policies/leave.mdx']);
});

test('a second run keeps ids, adds what is new and leaves what was edited', () => {
  run('import', 'markdown', 'docs');
  write('content/policies/leave.mdx', read('content/policies/leave.mdx').replace('Ask', 'Please ask'));
  write('docs/a.md', 'New');
  const again = run('import', 'markdown', 'docs');
  expect(again.out).toContain('1 files existed already and were left as they are; --force replaces them.');
  expect(read('content/policies/leave.mdx')).toContain('id: DOC-002');
  expect(read('content/policies/leave.mdx')).toContain('Please ask');
  expect(read('content/a.mdx')).toContain('id: DOC-003');
  run('import', 'markdown', 'docs', '--force');
  expect(read('content/policies/leave.mdx')).not.toContain('Please ask');
});

test('a dry run prints the report and writes nothing', () => {
  const dry = run('import', 'markdown', 'docs', '--dry-run');
  expect(dry.code).toBe(0);
  expect(dry.out).toMatch(/^# Import report\n/);
  expect(existsSync(join(folder, 'content'))).toBe(false);
});

test('what cannot be done ends with 2', () => {
  expect(run('import', 'markdown', 'nowhere')).toMatchObject({
    code: 2,
    err: 'eoms: Cannot import nowhere: there is no such folder\n',
  });
  expect(run('import', 'markdown', 'docs', '--ids', '!').code).toBe(2);
});
