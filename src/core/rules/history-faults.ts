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
  return [...control.byId.values()].flatMap(({ working }) => {
    const history = working.frontMatter.history ?? [];
    return findChainFaults(history, hash)
      .filter((fault) => fault.kind === kind)
      .flatMap(({ index }) => {
        const entry = history[index];
        if (entry === undefined) return [];
        const place =
          working.places[`history.${index}.act`] ??
          working.places[`history.${index}`] ??
          wholeFile(working.file);
        return [{ place, ...say(entry) }];
      });
  });
}
