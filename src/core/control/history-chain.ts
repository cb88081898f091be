/**
 * The chain of seals that holds a history together: each entry carries a hash of itself, and of the one before.
 *
 * Evidence against a slip of the pen and against quiet tampering, not proof: whoever can write the file can
 * compute new seals. Git and signed commits add to it.
 */
import type { HistoryEntry } from '../../../schemas/history.ts';
import type { Hash } from '../model/control.ts';

/** A fault in a history. `index` is the entry, counted from the newest. */
export interface ChainFault {
  readonly kind: 'altered' | 'removed' | 'reordered' | 'unsealed';
  readonly index: number;
}

/** The hash that `entry` is sealed with: over everything it says but the seal. */
export const sealOf = (entry: HistoryEntry, hash: Hash): string => `sha256-${hash(canonicalEntry(entry))}`;

/**
 * What the next entry names as `previous`: the seal of the newest, or, for entries made before there were seals, a
 * hash over all of them. Undefined for an empty history.
 * @param entries newest first
 */
export function endOfChain(entries: readonly HistoryEntry[], hash: Hash): string | undefined {
  const [newest, ...before] = entries;
  if (newest === undefined) return undefined;
  return newest.seal ?? `sha256-${hash(canonicalEntry(newest) + (endOfChain(before, hash) ?? ''))}`;
}

/** The entry with its place in the chain. */
export function sealEntry(entry: HistoryEntry, before: readonly HistoryEntry[], hash: Hash): HistoryEntry {
  const previous = endOfChain(before, hash);
  const linked: HistoryEntry = previous === undefined ? { ...entry } : { ...entry, previous };
  return { ...linked, seal: sealOf(linked, hash) };
}

/** @param entries newest first. Histories without any seal have no fault: they were made before there were any. */
export function findChainFaults(entries: readonly HistoryEntry[], hash: Hash): ChainFault[] {
  const oldestSealed = entries.findLastIndex((entry) => entry.seal !== undefined);
  if (oldestSealed === -1) return [];
  const faults: ChainFault[] = [];
  let broken = false;
  for (let index = 0; index <= oldestSealed; index++) {
    const entry = entries[index];
    if (entry === undefined) continue;
    if (entry.seal === undefined) {
      faults.push({ kind: 'unsealed', index });
      continue;
    }
    if (sealOf(entry, hash) !== entry.seal) faults.push({ kind: 'altered', index });
    // An unsealed entry in between is named by itself; what follows it is judged from the next sealed one.
    const before = entries
      .slice(index + 1)
      .filter((one, at) => one.seal !== undefined || index + 1 + at > oldestSealed);
    if (broken || entry.previous === endOfChain(before, hash)) continue;
    // One missing or moved entry disturbs its neighbours too; the first place says it.
    broken = true;
    const elsewhere = entries.some((one) => one.seal !== undefined && one.seal === entry.previous);
    const legacyChanged =
      before[0] !== undefined && before[0].seal === undefined && entry.previous !== undefined;
    faults.push({ kind: elsewhere ? 'reordered' : legacyChanged ? 'altered' : 'removed', index });
  }
  return faults;
}

function canonicalEntry(entry: HistoryEntry): string {
  const said = Object.entries(entry as Readonly<Record<string, unknown>>)
    .filter(([key, value]) => key !== 'seal' && value !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify(said);
}
