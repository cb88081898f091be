/** A source of chance that gives the same sequence for the same seed on every machine. */
export interface Random {
  /** In [0, 1). */
  (): number;
  /** A whole number, both ends included. */
  between: (low: number, high: number) => number;
  pick: <Item>(items: readonly Item[]) => Item;
}

/** Xorshift32 with its state stirred first, so that neighbouring seeds do not begin alike. */
export function seededRandom(seed: number): Random {
  let state = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) | 1;
  const next = (): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 4_294_967_296;
  };
  for (let turn = 0; turn < 8; turn++) next();
  const between = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  const pick = <Item>(items: readonly Item[]): Item => {
    const item = items[Math.floor(next() * items.length)];
    if (item === undefined) throw new Error('Nothing to pick from');
    return item;
  };
  return Object.assign(next, { between, pick });
}
