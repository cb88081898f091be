import { expect, test } from 'vitest';
import type { TableView } from '../view/table-view.ts';
import { codeTitleHtml, listHtml, partHtml, partsHtml, rowsHtml } from './markup.ts';

test('what an author wrote is text, never markup', () => {
  expect(partHtml({ text: '<b>"Fees" & more</b>', href: '/x/?a=1&b="2"' })).toBe(
    '<a href="/x/?a=1&amp;b=&quot;2&quot;">&lt;b&gt;"Fees" &amp; more&lt;/b&gt;</a>',
  );
  expect(codeTitleHtml('A<1', '<script>')).toBe('<span class="code">A&lt;1</span> &lt;script&gt;');
});

test('a part without an address is no link', () => {
  expect(partHtml({ text: 'PRC-030', href: undefined, code: true })).toBe(
    '<span class="code">PRC-030</span>',
  );
  expect(partHtml({ text: 'Registrar', href: '' })).toBe('Registrar');
});

test('what parts are can be said before them', () => {
  expect(partHtml({ text: 'FRM-004', leadText: 'Forms <used>' })).toBe(
    '<span class="note lead">Forms &lt;used&gt;</span> FRM-004',
  );
});

test('a state is words with a mark, a date can be read by machines', () => {
  expect(partHtml({ text: 'Covered', mark: 'covered' })).toBe(
    '<span class="state" data-mark="covered">Covered</span>',
  );
  expect(partHtml({ text: '1 September 2026', date: '2026-09-01', note: 'overdue' })).toBe(
    '<time datetime="2026-09-01">1 September 2026</time> <span class="note">overdue</span>',
  );
});

test('a list has its commas and no other space', () => {
  expect(listHtml([{ text: 'a' }, { text: 'b', href: '/b/' }])).toBe('a, <a href="/b/">b</a>');
  expect(partsHtml([])).toBe('');
});

test('the first cell heads its row', () => {
  const table: TableView = {
    id: 't',
    captionText: 'T',
    columns: [
      { key: 'a', labelText: 'A', narrow: true },
      { key: 'b', labelText: 'B' },
    ],
    rows: [
      {
        id: 'r',
        data: { type: 'a "b"' },
        cells: [
          { parts: [{ text: '1' }], sortKey: '001' },
          { parts: [{ text: 'x' }], span: 2 },
        ],
      },
    ],
  };
  expect(rowsHtml(table)).toBe(
    '<tr id="r" data-type="a &quot;b&quot;"><th scope="row" class="narrow" data-key="001">1</th><td colspan="2">x</td></tr>',
  );
});
