import { expect, test } from 'vitest';
import { steadyPdf } from './steady-pdf.ts';

const written = (moment: string, ...nodes: number[]): Uint8Array =>
  Buffer.from(
    `%PDF-1.4\n/CreationDate (D:${moment}+00'00')\n/ModDate (D:${moment}+00'00')>>\n${nodes.map((node) => `/ID (node${String(node).padStart(8, '0')})`).join('\n')}\n\u00ff`,
    'latin1',
  );

test('moments and numbers of elements become those of the day and of the order', () => {
  const first = steadyPdf(written('20261122204052', 133, 7, 133), '2026-11-02');
  expect(Buffer.from(first).toString('latin1')).toBe(
    "%PDF-1.4\n/CreationDate (D:20261102000000+00'00')\n/ModDate (D:20261102000000+00'00')>>\n/ID (node00000002)\n/ID (node00000001)\n/ID (node00000002)\n\u00ff",
  );
  expect(steadyPdf(written('20261123010203', 134, 9, 134), '2026-11-02')).toEqual(first);
});

test('no byte is added or taken away', () => {
  const pdf = written('20261122204052', 133, 99_999_999);
  expect(steadyPdf(pdf, '2026-11-02')).toHaveLength(pdf.length);
});
