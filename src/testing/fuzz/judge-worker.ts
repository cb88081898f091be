/** A child process that judges manuals, so that one that hangs or dies takes nothing else with it. */
import type { DigestedFile } from '../../adapters/fs/read-manual.ts';
import { judgeManual } from './judge-manual.ts';

process.on('message', (batch: readonly DigestedFile[]) => {
  process.send?.(
    JSON.stringify(batch.map(({ path, text }) => judgeManual(path.replace(/^content\//, ''), text) ?? '')),
  );
});
process.on('disconnect', () => process.exit());
