import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { HistoryEntry } from '../../../schemas/history.ts';
import { findChainFaults, sealEntry } from './history-chain.ts';

const hash = (text: string): string => createHash('sha256').update(text).digest('hex');

const old: HistoryEntry[] = [
  { act: 'approved', version: '1.1', date: '2025-06-01', by: 'principal' },
  { act: 'approved', version: '1.0', date: '2025-01-01', by: 'principal' },
];
const add = (history: HistoryEntry[], version: string): HistoryEntry[] => [
  sealEntry({ act: 'approved', version, date: '2026-01-01', by: 'principal' }, history, hash),
  ...history,
];
const sound = add(add(add(old, '2.0'), '3.0'), '4.0');
const at = (index: number): HistoryEntry => {
  const entry = sound[index];
  if (entry === undefined) throw new Error(`no entry ${index}`);
  return entry;
};

describe('the chain of seals', () => {
  test('a history as the tool wrote it is sound', () => {
    expect(findChainFaults(sound, hash)).toEqual([]);
  });
  test('a history from before there were seals is left alone', () => {
    expect(findChainFaults(old, hash)).toEqual([]);
  });
  test('an altered entry is named', () => {
    const altered = [at(0), { ...at(1), by: 'registrar' }, ...sound.slice(2)];
    expect(findChainFaults(altered, hash)).toEqual([{ kind: 'altered', index: 1 }]);
  });
  test('the newest entry is protected too', () => {
    expect(findChainFaults([{ ...at(0), date: '2026-02-01' }, ...sound.slice(1)], hash)).toEqual([
      { kind: 'altered', index: 0 },
    ]);
  });
  test('an altered entry from before the seals shows at the first sealed one', () => {
    const altered = [...sound.slice(0, 3), { ...at(3), version: '1.2' }, at(4)];
    expect(findChainFaults(altered, hash)).toEqual([{ kind: 'altered', index: 2 }]);
  });
  test('a removed entry shows at the one after it', () => {
    expect(findChainFaults([at(0), ...sound.slice(2)], hash)).toEqual([{ kind: 'removed', index: 0 }]);
  });
  test('a removed beginning shows at the oldest that is left', () => {
    expect(findChainFaults(sound.slice(0, 2), hash)).toEqual([{ kind: 'removed', index: 1 }]);
  });
  test('two entries that changed places are named once', () => {
    expect(findChainFaults([at(1), at(0), ...sound.slice(2)], hash)).toEqual([
      { kind: 'reordered', index: 0 },
    ]);
  });
  test('an entry typed by hand among sealed ones is named', () => {
    const typed: HistoryEntry = { act: 'approved', version: '5.0', date: '2026-03-01', by: 'principal' };
    expect(findChainFaults([typed, ...sound], hash)).toEqual([{ kind: 'unsealed', index: 0 }]);
  });
});
