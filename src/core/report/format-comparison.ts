/** A comparison of two states of the manual as text, as Markdown for a pull request, and as JSON. */
import type { ClauseChange, Comparison, DocumentChange } from '../analyse/compare-analyses.ts';
import { stateWord } from './format-coverage.ts';

interface Part {
  readonly title: string;
  readonly lines: readonly string[];
}

export function formatComparisonText(comparison: Comparison, since: string): string {
  const parts = partsOf(comparison).filter((part) => part.lines.length > 0);
  const body = parts.flatMap((part) => [
    '',
    `${part.title} (${part.lines.length})`,
    ...part.lines.map((line) => `  ${line}`),
  ]);
  return `${[headline(comparison, since), ...(parts.length === 0 ? ['', 'Nothing that the manual counts has changed.'] : body)].join('\n')}\n`;
}

export function formatComparisonMarkdown(comparison: Comparison, since: string): string {
  const parts = partsOf(comparison).filter((part) => part.lines.length > 0);
  const body = parts.flatMap((part) => [
    '',
    `### ${part.title} (${part.lines.length})`,
    '',
    ...part.lines.map((line) => `- ${escapeMarkdown(line)}`),
  ]);
  return `${[`## ${escapeMarkdown(headline(comparison, since))}`, ...(parts.length === 0 ? ['', 'Nothing that the manual counts has changed.'] : body)].join('\n')}\n`;
}

export function formatComparisonJson(comparison: Comparison, since: string): string {
  return `${JSON.stringify({ since, ...comparison }, null, 2)}\n`;
}

function headline({ edition, percentBefore, percentNow }: Comparison, since: string): string {
  const percent = (value: number | undefined): string =>
    value === undefined ? 'none applicable' : `${value} %`;
  const change =
    percentBefore === percentNow
      ? `still ${percent(percentNow)}`
      : `${percent(percentBefore)} → ${percent(percentNow)}`;
  return `Coverage of ${edition ?? 'no known edition'} since ${since}: ${change}`;
}

function partsOf({ closed, opened, evidence, documents }: Comparison): Part[] {
  const clauseLine = (one: ClauseChange): string =>
    `${one.clause} ${one.title}: ${stateWord(one.before)} → ${stateWord(one.now)}. ${one.reason}`;
  return [
    { title: 'Worse', lines: opened.map(clauseLine) },
    { title: 'Better', lines: closed.map(clauseLine) },
    {
      title: 'Same state, other evidence',
      lines: evidence.map(
        (one) =>
          `${one.clause} ${one.title} (${stateWord(one.state)}): ${listed(one.before)} → ${listed(one.now)}`,
      ),
    },
    { title: 'Documents', lines: documents.map(documentLine) },
  ];
}

const listed = (items: readonly string[]): string => (items.length === 0 ? 'nothing' : items.join(', '));

function documentLine({ id, title, kind, before, now }: DocumentChange): string {
  const name = `${id} ${title}`;
  switch (kind) {
    case 'added':
      return `${name}: new (${now ?? ''})`;
    case 'removed':
      return `${name}: no longer there (was ${before ?? ''})`;
    case 'text':
      return `${name}: file changed (${now ?? ''})`;
    case 'version':
    case 'state':
      return `${name}: ${before ?? ''} → ${now ?? ''}`;
  }
}

/** Text from a manual must not become markup, a mention or a link of a pull request. */
const escapeMarkdown = (text: string): string =>
  text.replaceAll(/[\\`*_{}[\]<>#|~]/g, String.raw`\$&`).replaceAll('@', '@\u200B');
