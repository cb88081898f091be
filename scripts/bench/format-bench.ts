/** The measurements as a table for people. */
import type { Measurement } from './measure.ts';
import type { System, Work } from './systems.ts';

export interface Run extends Pick<Measurement, 'wall' | 'cpu' | 'memory'> {
  readonly system: System['name'];
  readonly work: Work;
  readonly documents: number;
}

/** Medians over the rounds; with a peer, what share of its time and memory ours takes. */
export function formatBench(runs: readonly Run[]): string {
  const keys = [...new Set(runs.map(({ documents, work, system }) => `${documents} ${work} ${system}`))];
  const rows = keys.map((key) => {
    const group = runs.filter(({ documents, work, system }) => `${documents} ${work} ${system}` === key);
    const [first] = group;
    const peers = runs.filter(
      ({ documents, work, system }) =>
        system !== 'eoms-manual' && documents === first?.documents && work === first.work,
    );
    const compared = first?.system === 'eoms-manual' && peers.length > 0;
    return [
      String(first?.documents),
      first?.work ?? '',
      first?.system ?? '',
      seconds(median(group.map(({ wall }) => wall))),
      seconds(median(group.map(({ cpu }) => cpu))),
      megabytes(median(group.map(({ memory }) => memory))),
      compared
        ? share(
            group.map(({ wall }) => wall),
            peers.map(({ wall }) => wall),
          )
        : '',
      compared
        ? share(
            group.map(({ memory }) => memory),
            peers.map(({ memory }) => memory),
          )
        : '',
    ];
  });
  const table = [
    ['documents', 'work', 'system', 'wall s', 'cpu s', 'memory MB', 'wall to peer', 'memory to peer'],
    ...rows,
  ];
  const widths = (table[0] ?? []).map((_, column) =>
    Math.max(...table.map((row) => row[column]?.length ?? 0)),
  );
  return `${table
    .map((row) =>
      row
        .map((cell, column) =>
          column < 3 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n')}\n`;
}

function median(values: readonly (number | undefined)[]): number | undefined {
  const known = values.filter((value) => value !== undefined).sort((a, b) => a - b);
  const at = known.length >> 1;
  const high = known[at];
  return known.length % 2 === 1 || high === undefined ? high : ((known[at - 1] ?? high) + high) / 2;
}

const seconds = (value: number | undefined): string => value?.toFixed(2) ?? 'unknown';
const megabytes = (value: number | undefined): string =>
  value === undefined ? 'unknown' : (value / 1e6).toFixed(0);

function share(own: readonly (number | undefined)[], peer: readonly (number | undefined)[]): string {
  const [a, b] = [median(own), median(peer)];
  return a === undefined || b === undefined ? '' : (a / b).toFixed(2);
}
