/**
 * A child process that parses batches of documents. A document that kills or hangs the parser takes this
 * process with it and no other.
 */
import type { RawDocument } from '../../core/model/document.ts';
import { parseDocument } from '../../core/parse/parse-document.ts';
import type { DigestedFile } from '../fs/read-manual.ts';

process.on('message', (batch: readonly DigestedFile[]) => {
  const parsed: readonly RawDocument[] = batch.map(parseDocument);
  // As JSON text: half the cost of a structured clone of so many small objects.
  process.send?.(JSON.stringify(parsed));
});
// The parent is gone: nobody waits for an answer.
process.on('disconnect', () => process.exit());
