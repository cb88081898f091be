/** Contrast of two colours after WCAG 2.2. */

/** @param colour `#rrggbb` */
export function relativeLuminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** From 1 (the same) to 21 (black on white). Text needs 4.5, large text and marks need 3. */
export function contrastRatio(one: string, other: string): number {
  const [dark, light] = [relativeLuminance(one), relativeLuminance(other)].sort((a, b) => a - b) as [
    number,
    number,
  ];
  return (light + 0.05) / (dark + 0.05);
}

/** The grounds that the colours of an institution are seen on. `tokens.css` holds the same values; a test compares them. */
export const grounds = {
  paper: '#fbfaf6',
  sheet: '#ffffff',
  sunken: '#f2efe7',
  darkPaper: '#14181c',
  darkSheet: '#1b2025',
  darkSunken: '#232a30',
  headerText: '#ffffff',
} as const;

export interface ContrastFault {
  readonly setting: 'accent' | 'accentDark' | 'header';
  readonly colour: string;
  readonly ground: string;
  readonly ratio: number;
}

/** Colours of `theme` that cannot be read on the grounds they stand on. */
export function findLowContrast(theme: {
  readonly accent?: string | undefined;
  readonly accentDark?: string | undefined;
  readonly header?: string | undefined;
}): ContrastFault[] {
  const pairs = [
    ...[grounds.paper, grounds.sheet, grounds.sunken].map(
      (ground) => ['accent', theme.accent, ground] as const,
    ),
    ...[grounds.darkPaper, grounds.darkSheet, grounds.darkSunken].map(
      (ground) => ['accentDark', theme.accentDark, ground] as const,
    ),
    ['header', theme.header, grounds.headerText] as const,
  ];
  const faults = new Map<ContrastFault['setting'], ContrastFault>();
  for (const [setting, colour, ground] of pairs) {
    if (colour === undefined) continue;
    const ratio = contrastRatio(colour, ground);
    const worst = faults.get(setting);
    if (ratio < 4.5 && (worst === undefined || ratio < worst.ratio))
      faults.set(setting, { setting, colour, ground, ratio: Math.floor(ratio * 100) / 100 });
  }
  return [...faults.values()];
}
