/** `eoms export codeowners` in a repository whose manual lies below the top. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { exampleFiles } from '../core/rules/example-manual.ts';
import { createRepository, type GitRepository } from '../testing/git-repository.ts';

const bin = fileURLToPath(new URL('eoms.mjs', import.meta.url));
let repository: GitRepository;

beforeEach(() => {
  repository = createRepository();
  for (const [name, text] of Object.entries(exampleFiles)) repository.write(`docs/content/${name}`, text);
});
afterEach(() => {
  repository.remove();
});

test('paths are those of the repository, roles the names of teams', () => {
  const { status, stdout } = spawnSync(
    process.execPath,
    [bin, 'export', 'codeowners', '--team', '@college/{role}'],
    { cwd: join(repository.folder, 'docs'), encoding: 'utf8' },
  );
  expect(status).toBe(0);
  expect(stdout.split('\n')).toContain(
    '/docs/content/procedures/prc-001.mdx @college/registrar @college/principal',
  );
});
