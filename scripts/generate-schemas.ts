/** Writes `schemas/json/` and `docs/reference/` from the Zod schemas: `npm run schemas`. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { jsonSchemas } from './schemas/json-schemas.ts';
import { referencePages } from './schemas/reference-pages.ts';

/** Every generated file by its path below the project's root. */
export function generatedFiles(): Record<string, string> {
  const schemas = Object.entries(jsonSchemas()).map(
    ([name, schema]) => [`schemas/json/${name}`, `${JSON.stringify(schema, null, 2)}\n`] as const,
  );
  const pages = Object.entries(referencePages()).map(
    ([name, text]) => [`docs/reference/${name}`, text] as const,
  );
  return Object.fromEntries([...schemas, ...pages]);
}

if (import.meta.main) {
  const root = new URL('../', import.meta.url);
  for (const [path, text] of Object.entries(generatedFiles())) {
    const file = fileURLToPath(new URL(path, root));
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}
