import { expect, test } from 'vitest';
import type { PersonRow } from '../../../schemas/registers.ts';
import type { ChangeLog, FileChanges } from '../model/source-history.ts';
import { analyseSourceHistory } from './analyse-source-history.ts';

const person = (row: Partial<PersonRow>): PersonRow => ({
  id: 'one',
  role: 'registrar',
  emails: ['Registrar@college.example'],
  from: '2025-01-01',
  ...row,
});
const log = (contributions: FileChanges['contributions']): ChangeLog => ({
  prefix: '',
  uncommitted: new Set(['content/b.mdx']),
  files: new Map(
    ['content/a.mdx', 'content/b.mdx'].map((path) => [
      path,
      { lastChange: { commit: '0123456789abcdef', date: '2025-03-01' }, contributions },
    ]),
  ),
});

test('authors are the roles they held on the day, and otherwise a number', () => {
  const changes = log([
    { email: 'registrar@college.example', date: '2025-03-01' },
    { email: 'registrar@college.example', date: '2024-12-31' },
    { email: 'teacher@college.example', date: '2025-02-01' },
  ]);
  const rows = [person({}), person({ role: 'principal', from: '2025-02-01', until: '2025-03-01' })];
  const { files } = analyseSourceHistory(changes, rows, ['content/a.mdx', 'content/b.mdx', 'content/c.mdx']);
  const expected = {
    lastChange: { commit: '0123456789', date: '2025-03-01' },
    roles: ['principal', 'registrar'],
    others: 2,
  };
  expect(files.get('content/a.mdx')).toEqual({ ...expected, uncommitted: false });
  expect(files.get('content/b.mdx')).toEqual({ ...expected, uncommitted: true });
  expect(files.get('content/c.mdx')).toEqual({ uncommitted: true, roles: [], others: 0 });
  expect(JSON.stringify([...files])).not.toContain('@');
});

test('without the register nobody is named', () => {
  const changes = log([{ email: 'registrar@college.example', date: '2025-03-01' }]);
  expect(analyseSourceHistory(changes, [], ['content/a.mdx']).files.get('content/a.mdx')).toMatchObject({
    roles: [],
    others: 1,
  });
});

test('trouble leaves nothing to be shown', () => {
  const changes: ChangeLog = { ...log([]), trouble: 'shallow-clone' };
  const history = analyseSourceHistory(changes, [], ['content/a.mdx']);
  expect([history.trouble, history.files.size]).toEqual(['shallow-clone', 0]);
});
