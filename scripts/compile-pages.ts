/**
 * Compiles the pages of the tool, when it is installed from a clone and before it is published: `npm run prepare`.
 * Otherwise the first build does it. Pages of other states of the source are removed.
 */
import { readdirSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { findCompiledPages, keptName, ownPlace } from '../src/adapters/astro/compiled-pages.ts';

const folder = await findCompiledPages();
for (const name of readdirSync(ownPlace))
  if (name !== basename(folder) && name !== keptName)
    rmSync(join(ownPlace, name), { recursive: true, force: true });
