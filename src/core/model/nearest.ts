/** The nearest real candidate to a misspelt name, or undefined when none is near enough to be meant. */
import { distance } from 'fastest-levenshtein';

/** Longest text compared: beyond it nobody has made a slip of the pen, and the cost is quadratic. */
const longest = 80;
/** Candidates compared at most, so that a thousand faults in a thousand documents stay cheap. */
const most = 4000;

export function nearest(found: string, candidates: Iterable<string>): string | undefined {
  if (found.length === 0 || found.length > longest) return undefined;
  const wanted = found.toLowerCase();
  let best: string | undefined;
  // Two numbers that differ in more than one place are two numbers, not a slip.
  let bestDistance = /^[\d.]+$/.test(found) ? 2 : Math.max(1, Math.floor(found.length / 2.5)) + 1;
  let seen = 0;
  for (const candidate of candidates) {
    if (++seen > most) break;
    if (Math.abs(candidate.length - found.length) >= bestDistance) continue;
    const away = distance(wanted, candidate.toLowerCase());
    if (away < bestDistance || (away === bestDistance && best !== undefined && candidate < best)) {
      best = candidate;
      bestDistance = away;
    }
  }
  return best;
}

/** `; did you mean `x`?` or nothing. */
export const didYouMean = (candidate: string | undefined): string =>
  candidate === undefined ? '' : `; did you mean \`${candidate}\`?`;
