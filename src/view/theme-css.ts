/** The institution's own colours and measures as a style sheet over the tokens. */
import type { ManualSettings } from '../../schemas/manual.ts';

const typeScales = { compact: '0.94', regular: '1', large: '1.125' } as const;
const spacings = { compact: '0.85', regular: '1', airy: '1.2' } as const;

/** `:root` twice, so that it counts for more than the tokens wherever it is linked. */
export function themeCss(theme: NonNullable<ManualSettings['theme']>): string {
  const always: string[] = [];
  if (theme.header !== undefined) {
    // Only white is known to be readable on it (`low-contrast`); the softer tones belong to our own header.
    always.push(`--header:${theme.header}`, '--header-soft:#ffffff');
    always.push('--header-line:color-mix(in srgb,var(--header),#ffffff 25%)');
  }
  if (theme.typeScale !== undefined) always.push(`--type-scale:${typeScales[theme.typeScale]}`);
  if (theme.spacing !== undefined) always.push(`--space-scale:${spacings[theme.spacing]}`);
  if (theme.font !== undefined) always.push(`--font-text:var(--font-${theme.font})`);
  return [
    always.length === 0 ? '' : `:root:root{${always.join(';')}}\n`,
    theme.accent === undefined
      ? ''
      : `@media print,(prefers-color-scheme:light){:root:root{--accent:${theme.accent}}}\n`,
    theme.accentDark === undefined
      ? ''
      : `@media screen and (prefers-color-scheme:dark){:root:root{--accent:${theme.accentDark}}}\n`,
  ].join('');
}
