/** A register file to its rows, indexed by id. */
import { registerFiles, type RegisterFileName } from '../../../schemas/registers.ts';
import type { Finding } from '../model/finding.ts';
import { firstFindings } from '../model/first-findings.ts';
import type { Register } from '../model/manual.ts';
import { reservedName } from '../model/portable-name.ts';
import { LineIndex, type SourceFile } from '../model/place.ts';
import { checkShape } from '../parse/check-shape.ts';
import { parseYaml } from '../parse/parse-yaml.ts';

export interface BuiltRegister<Row extends { readonly id: string }> {
  readonly register: Register<Row>;
  /** False where the file exists but cannot be used: references into it are then not called unknown. */
  readonly readable: boolean;
  readonly findings: Finding[];
}

/** @param source undefined where the file does not exist; the register is then empty */
export function buildRegister<Row extends { readonly id: string }>(
  name: RegisterFileName,
  file: string,
  source: SourceFile | undefined,
): BuiltRegister<Row> {
  const empty: Register<Row> = { file, rows: [], byId: new Map(), places: {} };
  if (source === undefined) return { register: empty, readable: true, findings: [] };
  const lines = new LineIndex(source.text);
  const yaml = parseYaml(source.text, source.path, lines);
  const findings = [...yaml.findings];
  if (findings.some((finding) => finding.rule === 'invalid-yaml'))
    return {
      register: { ...empty, file: source.path },
      readable: false,
      findings: firstFindings(findings, source.path),
    };
  const checked = checkShape(registerFiles[name], yaml, {
    file: source.path,
    subject: `registers/${name}.yaml`,
  });
  findings.push(...checked.findings);
  const rows = (checked.value?.rows ?? []) as readonly { readonly id: string }[] as readonly Row[];
  const byId = new Map<string, Row>();
  const firstIndex = new Map<string, number>();
  rows.forEach((row, index) => {
    const named = yaml.places[`rows.${index}.id`];
    if (named && reservedName.test(row.id))
      findings.push({
        rule: 'wrong-form',
        severity: 'error',
        place: named,
        message: `Unexpected \`${row.id}\` in \`rows.id\`, expected another word`,
        hint: 'Windows keeps it for a device: the folder of its page could not be made there.',
      });
    const first = firstIndex.get(row.id);
    if (first === undefined) {
      byId.set(row.id, row);
      firstIndex.set(row.id, index);
      return;
    }
    const place = yaml.places[`rows.${index}.id`];
    const firstPlace = yaml.places[`rows.${first}.id`];
    if (place)
      findings.push({
        rule: 'duplicate-row-id',
        severity: 'error',
        place,
        message: `Unexpected second row with id \`${row.id}\`, expected each id once`,
        hint: 'Give the row an id of its own.',
        related: firstPlace ? [{ place: firstPlace, message: 'first used here' }] : undefined,
      });
  });
  return {
    register: {
      file: source.path,
      rows,
      byId,
      places: yaml.places,
      version: checked.value?.version,
      history: checked.value?.history,
    },
    readable: checked.value !== undefined,
    findings: firstFindings(findings, source.path),
  };
}
