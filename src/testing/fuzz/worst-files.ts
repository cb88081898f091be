/** The worst inputs as files of a manual: documents, and settings, registers and standards of any size. */
import { worstInputs } from './worst-inputs.ts';

export interface WorstFile {
  /** Below `content/`. */
  readonly path: string;
  readonly text: string;
}

/** Files of about `size` characters, by name. */
export function worstFiles(size: number): Record<string, WorstFile> {
  const documents = Object.entries(worstInputs(size)).map(
    ([name, text]) => [name, { path: 'procedures/prc-002.mdx', text }] as const,
  );
  return { ...Object.fromEntries(documents), ...worstRegisters(size) };
}

const glossary = 'registers/glossary.yaml';

function worstRegisters(size: number): Record<string, WorstFile> {
  const repeated = (unit: string, before = '', after = '', path = glossary): WorstFile => ({
    path,
    text: before + unit.repeat(Math.ceil(size / unit.length)) + after,
  });
  const counted = (line: (n: number) => string, before = 'rows:\n', path = glossary): WorstFile => {
    const lines = [before];
    for (let n = 1, length = 0; length < size; n++) {
      lines.push(line(n));
      length += lines.at(-1)?.length ?? 0;
    }
    return { path, text: lines.join('') };
  };
  return {
    'register: sound rows': counted((n) => `  - { id: t${n}, term: Term ${n}, definition: Some words. }\n`),
    'register: rows without keys': repeated('  - {}\n', 'rows:\n'),
    'register: rows of text': repeated('  - a\n', 'rows:\n'),
    'register: the same row': repeated('  - { id: a, term: a, definition: b }\n', 'rows:\n'),
    'register: unknown keys': counted((n) => `    key${n}: a\n`, 'rows:\n  - id: a\n'),
    'register: the same key': repeated('    a: b\n', 'rows:\n  - id: a\n'),
    'register: brackets': repeated('[', 'rows: '),
    'register: closed brackets': repeated('[], ', 'rows: [', ']\n'),
    'register: braces': repeated('{a: ', 'rows: '),
    'register: quotation marks': repeated('"', 'rows: '),
    'register: quoted words': repeated('"a" ', 'rows: '),
    'register: colons': repeated(': ', 'rows: '),
    'register: question marks': repeated('? a\n'),
    'register: dashes': repeated('- ', ''),
    'register: lists in lists': repeated(`${'- '.repeat(20)}a\n`),
    'register: anchors': repeated('  - &a a\n', 'rows:\n'),
    'register: aliases': repeated('  - *a\n', 'rows:\n  - &a a\n'),
    'register: merges': repeated('  - { <<: *a }\n', 'rows:\n  - &a {}\n'),
    'register: merges of one map': repeated('    <<: *a\n', 'rows:\n  - &a {}\n  - id: b\n'),
    'register: tags': repeated('  - !a b\n', 'rows:\n'),
    'register: documents': repeated('---\na\n'),
    'register: comments': repeated('# a\n'),
    'register: block text': repeated('  a\n', 'rows: |\n'),
    'register: tabs': repeated('\t- a\n', 'rows:\n'),
    'register: a long word': repeated('a', 'rows: '),
    'register: references': counted(
      (n) => `  - { id: p${n}, title: P, kind: core, owner: nobody${n}, inputs: [x${n}] }\n`,
      'rows:\n',
      'registers/processes.yaml',
    ),
    'settings: unknown keys': counted((n) => `key${n}: a\n`, settings, 'manual.yaml'),
    'settings: severities': counted((n) => `  rule${n}: off\n`, `${settings}severities:\n`, 'manual.yaml'),
    'settings: not applicable': counted(
      (n) => `  - { clause: "9.${n}", reason: Because it is. }\n`,
      `${settings}notApplicable:\n`,
      'manual.yaml',
    ),
    'standard: clauses': counted(
      (n) => `  - { clause: "1.${n}", title: Doing, parent: "1" }\n`,
      'edition: demo:2\nname: Demo\ntitle: Demo\nclauses:\n  - { clause: "1", title: All, heading: true }\n',
      'standards/more.yaml',
    ),
    'standard: a chain of parents': counted(
      (n) => `  - { clause: "c${n + 1}", title: Doing, parent: "c${n}" }\n`,
      'edition: demo:2\nname: Demo\ntitle: Demo\nclauses:\n  - { clause: "c1", title: All }\n',
      'standards/more.yaml',
    ),
  };
}

const settings = 'institution:\n  name: Example College\nedition: demo:1\n';
