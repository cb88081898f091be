/** The files for build servers run commands that exist, every day, on the day it is. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { createProgram } from './main.ts';
import { createSession } from './session.ts';

const read = (path: string): string =>
  readFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)), 'utf8');
const files = ['.github/workflow-examples/manual.yml', 'docs/examples/gitlab-ci.yml'];

test.each(files)('%s: every command and flag exists, and none fixes the date', async (path) => {
  const program = await createProgram(createSession());
  const calls = [...read(path).matchAll(/npx eoms ([a-z]+)([^\n>]*)/g)];
  expect(calls.map(([, name]) => name)).toEqual(expect.arrayContaining(['check', 'build', 'diff']));
  for (const [, name = '', rest = ''] of calls) {
    const command = program.commands.find((one) => one.name() === name);
    expect(command, name).toBeDefined();
    const flags = rest.match(/--[a-z-]+/g) ?? [];
    expect(flags).not.toContain('--today');
    for (const flag of flags)
      expect(
        command?.options.map(({ long }) => long),
        `${name} ${flag}`,
      ).toContain(flag);
  }
});

test('the workflow of GitHub rebuilds every day; that of GitLab is ready for a daily schedule', () => {
  const github = parse(read(files[0] ?? '')) as { on: { schedule: { cron: string }[] } };
  expect(github.on.schedule.map(({ cron }) => cron)).toEqual([
    expect.stringMatching(/^\d+ \d+ \* \* \*$/) as string,
  ]);
  const gitlab = parse(read(files[1] ?? '')) as {
    workflow: { rules: { if: string }[] };
    pages: { rules: { if: string }[] };
  };
  const scheduled = '$CI_PIPELINE_SOURCE == "schedule"';
  expect(gitlab.workflow.rules.map((rule) => rule.if)).toContain(scheduled);
  expect(gitlab.pages.rules.map((rule) => rule.if)).toContain(scheduled);
});
