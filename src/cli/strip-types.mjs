/**
 * Lets our own `.ts` files run where the package is installed. Node strips types of files in a clone by itself
 * but refuses to below `node_modules`, so a load hook does there, for this package's files only, what Node does
 * elsewhere. Plain JavaScript: it runs before any `.ts` can. Also given to child processes (`--import`).
 */
import { readFileSync } from 'node:fs';
import { registerHooks, stripTypeScriptTypes } from 'node:module';
import { fileURLToPath } from 'node:url';

const packageUrl = new URL('../../', import.meta.url).href;
const belowNodeModules = packageUrl.includes('/node_modules/');

if (belowNodeModules) {
  registerHooks({
    load(url, context, nextLoad) {
      const path = url.split(/[?#]/, 1)[0] ?? url;
      const ours =
        path.startsWith(packageUrl) &&
        path.endsWith('.ts') &&
        !path.slice(packageUrl.length).includes('node_modules/');
      if (!ours) return nextLoad(url, context);
      const source = stripTypeScriptTypes(readFileSync(fileURLToPath(path), 'utf8'), {
        mode: 'strip',
        sourceUrl: url,
      });
      return { format: 'module', source, shortCircuit: true };
    },
  });
}

// Both say "experimental" on every start; the decision to use them is written down in docs/decisions.md.
const emitWarning = process.emitWarning;
process.emitWarning = function (warning, ...rest) {
  const text = String(warning instanceof Error ? warning.message : warning);
  if (/stripTypeScriptTypes|Type Stripping/i.test(text)) return;
  return Reflect.apply(emitWarning, process, [warning, ...rest]);
};
