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
  target: '#fff3c9',
  attention: '#fdf3dd',
  darkSunken: '#232a30',
  darkTarget: '#40381a',
  darkAttention: '#322917',
  headerText: '#ffffff',
} as const;

type ThemeColour = 'accent' | 'accentDark' | 'header';

export interface ContrastFault {
  readonly setting: ThemeColour;
  readonly colour: string;
  readonly ground: string;
  readonly ratio: number;
  /** The nearest shade of the colour that can be read on all of its grounds. */
  readonly readable: string;
}

const groundsOf: Readonly<Record<ThemeColour, readonly string[]>> = {
  accent: [grounds.paper, grounds.sheet, grounds.sunken, grounds.target, grounds.attention],
  accentDark: [
    grounds.darkPaper,
    grounds.darkSheet,
    grounds.darkSunken,
    grounds.darkTarget,
    grounds.darkAttention,
  ],
  header: [grounds.headerText],
};
const enough = 4.5;

/** Colours of `theme` that cannot be read on the grounds they stand on, or on which their text cannot. */
export function findLowContrast(
  theme: Readonly<Partial<Record<ThemeColour, string | undefined>>>,
): ContrastFault[] {
  return (['accent', 'accentDark', 'header'] as const).flatMap((setting) => {
    const colour = theme[setting];
    if (colour === undefined) return [];
    const worst = groundsOf[setting]
      .map((ground) => ({ ground, ratio: contrastRatio(colour, ground) }))
      .reduce((one, other) => (other.ratio < one.ratio ? other : one));
    if (worst.ratio >= enough) return [];
    const readable = nearestReadable(colour, groundsOf[setting], setting === 'accentDark' ? 255 : 0);
    return [{ setting, colour, ground: worst.ground, ratio: Math.floor(worst.ratio * 100) / 100, readable }];
  });
}

/** Black and white can be read on all grounds of their side, so the way towards them always ends. */
function nearestReadable(colour: string, onGrounds: readonly string[], end: 0 | 255): string {
  for (let step = 1; step < 100; step += 1) {
    const shade = mix(colour, end, step / 100);
    if (onGrounds.every((ground) => contrastRatio(shade, ground) >= enough)) return shade;
  }
  return end === 0 ? '#000000' : '#ffffff';
}

const mix = (colour: string, end: number, share: number): string =>
  `#${[1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16))
    .map((part) => Math.round(part + (end - part) * share))
    .map((part) => part.toString(16).padStart(2, '0'))
    .join('')}`;
