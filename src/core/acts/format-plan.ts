/** A planned act as text: what changes, what speaks against it, what will be written. */
import { describe } from '../control/suggest-change-class.ts';
import type { PlannedAct } from './act.ts';

/** @param options `brief` leaves the differences out, for acts on many documents */
export function formatPlan(planned: PlannedAct, options: { readonly brief?: boolean } = {}): string {
  const { entry, request, changes, comparedWith, suggestion, warnings, copy } = planned;
  const head = `${request.id} ${entry.version}: ${entry.act} on ${entry.date} by ${entry.by}${
    entry.change === undefined ? '' : `, ${entry.change} change`
  }`;
  if (options.brief === true) return [head, ...warnings.map((warning) => `  Note: ${warning}`)].join('\n');
  const lines = [head];
  if (comparedWith !== undefined) {
    lines.push(
      changes.length === 0
        ? `  No word differs from ${comparedWith}.`
        : entry.version === comparedWith
          ? `  The text being worked on differs from ${comparedWith}:`
          : `  Changes since ${comparedWith}:`,
      ...changes.slice(0, shown).map((change) => `    ${describe(change)}`),
    );
    if (changes.length > shown) lines.push(`    … and ${changes.length - shown} more`);
  }
  if (suggestion !== undefined)
    lines.push(
      `  It looks ${suggestion.change}${suggestion.reasons.length === 0 ? '' : `: ${suggestion.reasons[0] ?? ''}`}.`,
    );
  for (const warning of warnings) lines.push(`  Note: ${warning}`);
  if (copy !== undefined) lines.push(`  Frozen copy: ${copy.folder}`);
  lines.push(`  Entry in ${planned.file}`);
  return lines.join('\n');
}

const shown = 40;
