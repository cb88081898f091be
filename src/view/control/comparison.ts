/** Two versions of a document side by side, with what was taken out and put in. */
import { compareTexts, type ComparedBlock, type ComparedRun } from '../../core/control/compare-texts.ts';
import { controlledText } from '../../core/control/controlled-text.ts';
import { readableText } from '../../core/control/readable-text.ts';
import type { ViewContext } from '../context.ts';
import type { LabelledParts } from '../document-block.ts';
import { datePart, rolePart } from '../named-parts.ts';
import { part } from '../part.ts';
import { comparedPairs } from './kept-versions.ts';
import { readVersion } from './versions.ts';

export interface ComparisonAddress {
  readonly id: string;
  readonly from: string;
  readonly to: string;
}

export interface ComparisonBlockView {
  /** What kind of element shows it. */
  readonly tag: 'h2' | 'h3' | 'p' | 'li' | 'row' | 'pre';
  readonly change: ComparedBlock['change'];
  readonly runs: readonly ComparedRun[];
}

export interface ComparisonView {
  readonly id: string;
  readonly titleText: string;
  readonly from: string;
  readonly to: string;
  readonly facts: readonly LabelledParts[];
  /** A sentence that counts the changes. */
  readonly countText: string;
  readonly keys: readonly ComparisonBlockView[];
  readonly blocks: readonly ComparisonBlockView[];
}

export function comparisonsWithPage(context: ViewContext): readonly ComparisonAddress[] {
  return context.documents.flatMap((facts) =>
    comparedPairs(facts).map(({ from, to }) => ({
      id: facts.document.id,
      from: from.version,
      to: to.version,
    })),
  );
}

/** @throws Error where there is no such comparison; see `comparisonsWithPage` */
export function comparisonView(context: ViewContext, address: ComparisonAddress): ComparisonView {
  const facts = context.facts.documentById.get(address.id);
  const pair = (facts === undefined ? [] : comparedPairs(facts)).find(
    ({ from, to }) => from.version === address.from && to.version === address.to,
  );
  const { control } = context.site.analysis;
  if (facts === undefined || pair === undefined || control === undefined)
    throw new Error(`${address.id} has no versions ${address.from} and ${address.to} to compare`);
  const before = readVersion(context, facts, pair.from);
  const after = readVersion(context, facts, pair.to);
  const compared = compareTexts(
    before === undefined ? [] : controlledText(before, control.digestOf),
    after === undefined ? [] : controlledText(after, control.digestOf),
  ).map(readable);
  const changed = compared.filter(({ change }) => change !== 'same').length;
  const { approval } = pair.to;
  return {
    ...address,
    titleText: facts.document.frontMatter.title,
    facts: [
      {
        key: 'approver',
        labelText: `${address.to} approved by`,
        parts: [rolePart(context, approval.by), part('on'), datePart(context, approval.date)],
      },
      ...(approval.summary === undefined
        ? []
        : [{ key: 'summary', labelText: 'What changed', parts: [part(approval.summary)] }]),
      ...(approval.change === undefined
        ? []
        : [
            {
              key: 'change',
              labelText: 'Class of change',
              parts: [part(context.text.changeClasses[approval.change])],
            },
          ]),
    ],
    countText:
      changed === 0
        ? 'No word differs.'
        : `${changed} ${changed === 1 ? 'passage differs' : 'passages differ'}.`,
    keys: compared.filter(({ kind, change }) => kind === 'front-matter' && change !== 'same').map(blockView),
    blocks: compared.filter(({ kind }) => kind !== 'front-matter').map(blockView),
  };
}

const readable = (block: ComparedBlock): ComparedBlock => ({
  ...block,
  runs: block.runs.map((run) => ({ ...run, text: readableText(run.text) })),
});

const blockView = ({ kind, change, runs }: ComparedBlock): ComparisonBlockView => ({
  tag: tagOf(kind),
  change,
  runs,
});

function tagOf(kind: string): ComparisonBlockView['tag'] {
  const last = kind.slice(kind.lastIndexOf('/') + 1);
  if (/^h2\b/.test(last)) return 'h2';
  if (/^h[3-6]\b/.test(last)) return 'h3';
  if (last === 'li') return 'li';
  if (last === 'row' || last === 'head') return 'row';
  return last === 'pre' ? 'pre' : 'p';
}
