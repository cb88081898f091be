/** Two versions of a document side by side, with what was taken out and put in. */
import { compareTexts, type ComparedBlock } from '../../core/control/compare-texts.ts';
import { controlledText } from '../../core/control/controlled-text.ts';
import { readableText } from '../../core/control/readable-text.ts';
import type { ViewContext } from '../context.ts';
import type { LabelledParts } from '../document-block.ts';
import { datePart, rolePart } from '../named-parts.ts';
import { part } from '../part.ts';
import { comparedBlocks, type ComparedView } from './compared-blocks.ts';
import { entryText } from './entry-text.ts';
import { comparedPairs } from './kept-versions.ts';
import { readVersion } from './versions.ts';

export interface ComparisonAddress {
  readonly id: string;
  readonly from: string;
  readonly to: string;
}

/** A key of the front matter, as it was and as it is. Undefined where there was, or is, none. */
export interface ParticularView {
  readonly labelText: string;
  readonly beforeText: string | undefined;
  readonly afterText: string | undefined;
}

export interface ComparisonView {
  readonly id: string;
  readonly titleText: string;
  readonly from: string;
  readonly to: string;
  readonly facts: readonly LabelledParts[];
  /** A sentence that counts the changes. */
  readonly countText: string;
  readonly particulars: readonly ParticularView[];
  readonly blocks: readonly ComparedView[];
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
  );
  const keys = compared.filter(
    ({ kind, change, runs }) =>
      kind === 'front-matter' && change !== 'same' && !(runs[0]?.text ?? '').startsWith('version:'),
  );
  const blocks = compared.filter(({ kind }) => kind !== 'front-matter');
  const changed = blocks.filter(({ change }) => change !== 'same').length + keys.length;
  const { approval } = pair.to;
  return {
    ...address,
    titleText: facts.document.frontMatter.title,
    facts: [
      {
        key: 'approver',
        labelText: context.text.comparison.approvedBy(address.to),
        parts: [rolePart(context, approval.by), part('on'), datePart(context, approval.date)],
      },
      ...(entryText(approval) === undefined
        ? []
        : [
            {
              key: 'summary',
              labelText: context.text.comparison.summary,
              parts: [part(entryText(approval) ?? '')],
            },
          ]),
      ...(approval.change === undefined
        ? []
        : [
            {
              key: 'change',
              labelText: context.text.comparison.changeClass,
              parts: [part(context.text.changeClasses[approval.change])],
            },
          ]),
    ],
    countText: context.text.comparison.count(changed),
    particulars: keys.map((block) => particularView(context, block)),
    blocks: comparedBlocks(context, blocks),
  };
}

function particularView(context: ViewContext, { change, runs }: ComparedBlock): ParticularView {
  const side = (left: 'removed' | 'added'): string =>
    readableText(
      runs
        .filter((run) => run.change !== left)
        .map((run) => run.text)
        .join(''),
    ).trim();
  const before = change === 'added' ? undefined : side('added');
  const after = change === 'removed' ? undefined : side('removed');
  const key = /^[A-Za-z]+/.exec(after ?? before ?? '')?.[0] ?? '';
  const value = (text: string | undefined): string | undefined => {
    const said = text?.slice(key.length + 1).trim();
    return said !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(said) ? context.date(said) : said;
  };
  return {
    labelText: context.text.comparison.keys[key] ?? key,
    beforeText: value(before),
    afterText: value(after),
  };
}
