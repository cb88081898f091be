/** Writes `docs/rules/` from the rules themselves: `npm run rules`. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { rules } from '../src/core/rules/index.ts';
import { exampleFiles } from '../src/core/rules/example-manual.ts';
import { isFixed, type Rule, type RuleExample } from '../src/core/rules/rule.ts';

const folder = 'docs/rules';
/** Longer files of an example are shown from their first line that differs. */
const mostLines = 40;

/** Every page by its path below the project's root. */
export function rulePages(): Record<string, string> {
  const pages = rules.map((rule) => [`${folder}/${rule.id}.md`, writePage(rule)] as const);
  return { [`${folder}/README.md`]: writeIndex(), ...Object.fromEntries(pages) };
}

function writeIndex(): string {
  const rows = rules.map(
    (rule) => `| [${rule.id}](${rule.id}.md) | ${rule.severity} | ${escapeCell(rule.summary)} |`,
  );
  return `# Rules

<!-- Written by \`npm run rules\` from src/core/rules/. Do not edit: change the rules there. -->

What \`eoms check\` can report. The name of the rule stands in square brackets behind each finding;
\`eoms explain <rule>\` prints its page. An *error* stops publishing, a *warning* and a *note* do not.

| Rule | Severity | What is wrong |
| --- | --- | --- |
${rows.join('\n')}

Another severity is set in \`manual.yaml\`, by the name of the rule, where its page says so:

\`\`\`yaml
severities: { review-overdue: error, competing-authority: off }
\`\`\`
`;
}

const escapeCell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('<', '\\<');
const escapeText = (text: string): string => text.replaceAll(/<(?=[A-Z])/g, '\\<');

function writePage(rule: Rule): string {
  const severity = isFixed(rule)
    ? `Severity: ${rule.severity}, whatever \`manual.yaml\` says.`
    : `Severity: ${rule.severity}. \`manual.yaml\` may set another one: \`severities: { ${rule.id}: ${rule.severity === 'note' ? 'off' : 'note'} }\`.`;
  const shown =
    rule.shownBy === undefined
      ? rule.examples.map(writeExample)
      : [`An example stands in [${rule.shownBy}](../../${rule.shownBy}).`];
  return `${[
    `# ${rule.id}`,
    '<!-- Written by `npm run rules`. Do not edit. -->',
    escapeText(rule.summary),
    severity,
    '## Why it matters and what to do',
    escapeText(rule.advice),
    '## Examples',
    ...shown,
  ].join('\n\n')}\n`;
}

function writeExample(example: RuleExample): string {
  const files = Object.entries(example.files).map(([path, text]) =>
    text === undefined
      ? `Without \`content/${path}\`.`
      : `\`content/${path}\`:\n\n${fence(clip(text, exampleFiles[path]), path.endsWith('.mdx') ? 'mdx' : 'yaml')}`,
  );
  const result =
    example.expect.length === 0
      ? 'Nothing is reported.'
      : `Reported:\n\n${fence(example.expect.join('\n'), 'text')}`;
  const written = files.length === 0 ? ['The example manual as it is.'] : files;
  return [`### ${example.name.slice(0, 1).toUpperCase()}${example.name.slice(1)}`, ...written, result].join(
    '\n\n',
  );
}

/** A fence longer than any in the text. */
function fence(text: string, language: string): string {
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  const mark = '`'.repeat(longest + 1);
  return `${mark}${language}\n${text.trimEnd()}\n${mark}`;
}

/** The whole text; of a long one, the lines from shortly before the first that differs from the example manual. */
function clip(text: string, usual: string | undefined): string {
  const lines = text.trimEnd().split('\n');
  if (lines.length <= mostLines) return lines.map(shorten).join('\n');
  const before = usual?.split('\n') ?? [];
  const first = Math.max(0, lines.findIndex((line, index) => line !== before[index]) - 2);
  const end = first + mostLines;
  return [
    ...(first > 0 ? ['…'] : []),
    ...lines.slice(first, end).map(shorten),
    ...(end < lines.length ? ['…'] : []),
  ].join('\n');
}

const shorten = (line: string): string => (line.length > 200 ? `${line.slice(0, 199)}…` : line);

if (import.meta.main) {
  const root = new URL('../', import.meta.url);
  rmSync(fileURLToPath(new URL(`${folder}/`, root)), { recursive: true, force: true });
  mkdirSync(fileURLToPath(new URL(`${folder}/`, root)), { recursive: true });
  for (const [path, text] of Object.entries(rulePages()))
    writeFileSync(fileURLToPath(new URL(path, root)), text);
}
