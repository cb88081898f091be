/** Shared by the rules about the chain of seals: one look at each history. */
import { type ChainFault, findChainFaults } from '../control/history-chain.ts';
import { wholeFile } from '../model/place.ts';
import type { HistoryEntry } from '../../../schemas/history.ts';
import type { Report, RuleContext } from './rule.ts';

/** Faults of one kind, each with the words of the rule. */
export function reportChainFaults(
  { control }: RuleContext,
  kind: ChainFault['kind'],
  say: (entry: HistoryEntry) => { readonly message: string; readonly hint: string },
): Report[] {
  const { hash } = control;
  if (hash === undefined) return [];
  const texts = [
    ...[...control.byId.values()].map(({ working: { file, places, frontMatter } }) => ({
      file,
      places,
      history: frontMatter.history ?? [],
    })),
    ...control.files,
  ];
  return texts.flatMap(({ file, places, history }) => {
    return findChainFaults(history, hash)
      .filter((fault) => fault.kind === kind)
      .flatMap(({ index }) => {
        const entry = history[index];
        if (entry === undefined) return [];
        const place = places[`history.${index}.act`] ?? places[`history.${index}`] ?? wholeFile(file);
        return [{ place, ...say(entry) }];
      });
  });
}
