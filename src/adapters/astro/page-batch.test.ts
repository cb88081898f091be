import { expect, test } from 'vitest';
import { beginPage, splitBatch } from './page-batch.ts';

const begin = (id: string): string => beginPage({ kind: 'document', id, path: `/m/documents/${id}/` });
const style = '<link rel="stylesheet" href="/m/_astro/Page.ab$&12.css">';
const script = '<script type="module" src="/m/_astro/page.cd34.js"></script>';

test('every page gets what Astro writes once in an answer', () => {
  const page = (once: boolean, text: string): string =>
    `<html><head><title>t</title>${once ? style : ''}</head><body><p>${text}</p>${once ? script : ''}</body></html>`;
  const answer = [
    '<!DOCTYPE html>',
    begin('A-1'),
    page(true, 'one'),
    begin('A-2'),
    ' ',
    page(false, '&lt;/body> two'),
  ].join('');
  expect([...splitBatch(answer)]).toEqual([
    ['/m/documents/A-1/', `<!DOCTYPE html>${page(true, 'one')}`],
    ['/m/documents/A-2/', `<!DOCTYPE html>${page(true, '&lt;/body> two')}`],
  ]);
});
