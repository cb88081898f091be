/** `manual.yaml`, the registers and the institution's own standards as controlled texts: what they say but for their history. */
import type { History } from '../../../schemas/history.ts';
import type { PersonRow } from '../../../schemas/registers.ts';
import type { Hash } from '../model/control.ts';
import type { Manual, Register } from '../model/manual.ts';
import type { Place } from '../model/place.ts';
import { plainText, type TextBlock } from './controlled-text.ts';
import { fingerprintBlocks } from './fingerprint.ts';

export interface ControlledFile {
  /** As an act names it: `manual.yaml`, `registers/roles.yaml`, `standards/rule-book.yaml`. */
  readonly name: string;
  readonly file: string;
  readonly version: string | undefined;
  readonly history: History;
  readonly places: Readonly<Record<string, Place>>;
  /** Of what the file says now; undefined where nothing can make one. */
  readonly fingerprint: string | undefined;
}

export function listControlledFiles(
  manual: Manual,
  people: Register<PersonRow>,
  hash: Hash | undefined,
): ControlledFile[] {
  const fingerprint = (values: Readonly<Record<string, unknown>>): string | undefined =>
    hash === undefined ? undefined : fingerprintBlocks(fileBlocks(values), hash);
  const { settings } = manual;
  return [
    {
      name: 'manual.yaml',
      file: manual.settingsFile,
      version: settings.version,
      history: settings.history ?? [],
      places: manual.settingsPlaces,
      fingerprint: fingerprint(settings),
    },
    ...(Object.values(manual.registers) as readonly Register<{ readonly id: string }>[])
      .concat(people)
      .filter((register) => Object.keys(register.places).length > 0)
      .map((register) => ({
        name: register.file.slice(manual.contentFolder.length + 1),
        file: register.file,
        version: register.version,
        history: register.history ?? [],
        places: register.places,
        fingerprint: fingerprint({ version: register.version, rows: register.rows }),
      })),
    ...[...manual.standards.values()]
      .map(({ source }) => source)
      .filter(({ file }) => file.startsWith(`${manual.contentFolder}/standards/`))
      .map(({ file, data, places }) => ({
        name: file.slice(manual.contentFolder.length + 1),
        file,
        version: data.version,
        history: data.history ?? [],
        places,
        fingerprint: fingerprint(data),
      })),
  ];
}

/** How the manual looks and where its source is kept decide nothing. */
const uncontrolled: ReadonlySet<string> = new Set(['history', 'theme', 'repository']);

/** A block for each key, and for each row of a list. */
export function fileBlocks(values: Readonly<Record<string, unknown>>): TextBlock[] {
  return Object.entries(values)
    .filter(([key, value]) => !uncontrolled.has(key) && value !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([key, value]): TextBlock[] =>
      Array.isArray(value)
        ? value.map((row) => ({ kind: key, text: plainText(row) }))
        : [{ kind: key, text: plainText(value) }],
    );
}
