/** Stands in for the parser's child process in tests: it dies of one text and hangs on another. */
import { parseDocument } from '../core/parse/parse-document.ts';
import type { DigestedFile } from '../adapters/fs/read-manual.ts';

process.on('message', (batch: readonly DigestedFile[]) => {
  for (const { text } of batch) {
    if (text.includes('poison')) process.kill(process.pid, 'SIGSEGV');
    // Longer than any deadline of a test.
    if (text.includes('quicksand')) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 60_000);
  }
  process.send?.(JSON.stringify(batch.map(parseDocument)));
});
