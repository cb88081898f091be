/** The reference for document owners, in Markdown, from the descriptions in the schemas. */
import { components } from '../../schemas/components.ts';
import { documentTypes, frontMatterByType } from '../../schemas/document.ts';
import type { DocumentType } from '../../schemas/document.ts';
import { jsonSchemas, toJsonSchema } from './json-schemas.ts';
import type { JsonSchema } from './json-schemas.ts';

const notice =
  '<!-- Written by `npm run schemas` from the schemas. Do not edit: change the descriptions there. -->';

/** All pages by file name below `docs/reference/`. */
export function referencePages(): Record<string, string> {
  const schemas = jsonSchemas();
  return {
    'README.md': indexPage(),
    'front-matter.md': frontMatterPage(),
    'components.md': componentsPage(),
    'manual-yaml.md': manualPage(schemas['manual.schema.json'] ?? {}),
    'registers.md': registersPage(schemas),
    'standards.md': standardsPage(schemas['standard.schema.json'] ?? {}),
    'reports.md': reportsPage(schemas),
  };
}

function indexPage(): string {
  return page('Reference', [
    'Everything that may be written in a manual, and everything the tool hands out.',
    [
      '- [Front matter](front-matter.md): the block at the top of every document, by type.',
      '- [Components](components.md): what may stand in the text beside ordinary Markdown.',
      '- [manual.yaml](manual-yaml.md): the institution, its scope and the rules of the manual.',
      '- [Registers](registers.md): roles, units, processes, glossary and the other lists.',
      "- [Standards](standards.md): an institution's own standard as data.",
      '- [Reports](reports.md): the files for other programs, such as `coverage.json` and `facts.json`.',
    ].join('\n'),
    '## Help while you write',
    'Editors with a YAML language server (in Visual Studio Code: the extension “YAML” by Red Hat) complete keys and mark faults in `manual.yaml`, the registers and the standards. In a clone of this project it works at once. In a manual of your own, put one line at the top of the file:',
    '```yaml\n# yaml-language-server: $schema=../node_modules/eoms-manual/schemas/json/manual.schema.json\n```',
    'The path is seen from the file. A register takes the schema of its name, for example `register-roles.schema.json`; a standard takes `standard.schema.json`. Language servers do not read the front matter of `.mdx` documents: `npm run dev` tells what is wrong there within a second of saving.',
    'Write clause numbers and versions in quotation marks (`"7.10"`, `"2.0"`): without them YAML reads numbers, and 7.10 becomes 7.1.',
  ]);
}

function frontMatterPage(): string {
  const byType = Object.fromEntries(
    documentTypes.map((type) => [type, toJsonSchema(frontMatterByType[type])]),
  ) as Record<DocumentType, JsonSchema>;
  const shared = Object.keys(byType.manual.properties ?? {});
  const common = only(
    byType.manual,
    shared.filter((key) => key !== 'type'),
  );
  const claim = byType.manual.properties?.['clauses']?.items?.anyOf?.find(({ type }) => type === 'object');
  const entry = byType.manual.properties?.['history']?.items;
  return page('Front matter', [
    'The block between two lines `---` at the top of a document. Keys that are not listed here are refused.',
    '## Types',
    table(
      ['`type`', 'What it is'],
      documentTypes.map((type) => [code(type), byType[type].description ?? '']),
    ),
    '## Keys of every document',
    keyTable(common),
    ...documentTypes.flatMap((type) => {
      const own = Object.keys(byType[type].properties ?? {}).filter((key) => !shared.includes(key));
      return own.length === 0
        ? []
        : [`## Further keys of type ${code(type)}`, ...keyTables(only(byType[type], own), undefined)];
    }),
    '## A clause with sections',
    'An entry of `clauses` is a number in quotation marks, or these keys when only a part of the document meets the clause or only a part of the clause is met:',
    claim ? keyTable(claim) : '',
    '```yaml\nclauses:\n  - "8.5.1.2.1"\n  - { clause: "8.5.1.2.2", at: ["#decision"], extent: partial, note: "traceability is in PRC-008" }\n```',
    '## An entry of the history',
    'Newest first. The commands for approving and reviewing write these entries; add, never change them.',
    entry ? keyTable(entry) : '',
  ]);
}

function componentsPage(): string {
  const content = { none: 'no text inside', optional: 'text inside if you like', required: 'text inside' };
  return page('Components', [
    'What may stand in the text of a document beside ordinary Markdown. Nothing else is allowed: a document is text, never a program. Attribute values are plain text in quotation marks.',
    ...Object.entries(components).flatMap(([name, definition]) => {
      const attributes = toJsonSchema(definition.attributes);
      const any = Object.keys(attributes.properties ?? {}).length > 0;
      return [
        `## ${name}`,
        `${definition.summary} (${content[definition.content]})`,
        ...(any ? [keyTable(attributes, 'Attribute')] : []),
        '```mdx\n' + definition.example + '\n```',
      ];
    }),
  ]);
}

function manualPage(schema: JsonSchema): string {
  return page('manual.yaml', [schema.description ?? '', ...keyTables(schema, 'Keys')]);
}

function registersPage(schemas: Record<string, JsonSchema>): string {
  const names = Object.keys(schemas).filter((name) => name.startsWith('register-'));
  return page('Registers', [
    'YAML files below `content/registers/`, each a list of rows under `rows:`. A register is a controlled text: it may carry `version` and `history` like a document.',
    ...names.flatMap((name) => {
      const schema = schemas[name] ?? {};
      const file = `registers/${name.replace(/^register-|\.schema\.json$/g, '')}.yaml`;
      return [
        `## ${schema.title ?? name}: ${code(file)}`,
        schema.description ?? '',
        keyTable(schema.properties?.['rows']?.items ?? {}),
      ];
    }),
  ]);
}

function standardsPage(schema: JsonSchema): string {
  return page('Standards', [
    'The built-in standards are data files, and so is any standard of your own (a ministry’s rule book, for example): write it as `content/standards/NAME.yaml`, name it in `alsoShow` or `edition` of `manual.yaml`, and it has its pages, its matrix and its exports. Hold numbers, titles and summaries in your own words; never copy sentences of a standard that is sold.',
    ...keyTables(schema, 'Keys of the file'),
  ]);
}

function reportsPage(schemas: Record<string, JsonSchema>): string {
  const files = [
    ['coverage.schema.json', '/coverage.json'],
    ['register.schema.json', '/register.json'],
    ['facts.schema.json', '/facts.json'],
    ['findings.schema.json', '`eoms check --format json`'],
  ] as const;
  return page('Reports', [
    'Files that stand beside the pages of the site, for spreadsheets and other programs. Their JSON Schemas are in `schemas/json/`. The shapes are public: later versions add keys and never take one away, so pass over keys you do not know.',
    table(
      ['File', 'What it holds'],
      [
        ['`/coverage.csv`, `.xlsx`, `.json`', 'The coverage matrix of the edition in force'],
        ['`/clauses.csv`', 'Every clause of every edition shown, with its state'],
        ['`/claims.csv`', 'Every claim with what it is worth'],
        ['`/gaps.csv`', 'What is still to be done, clause by clause'],
        ['`/register.csv`, `.xlsx`, `.json`', 'The register of documents'],
        ['`/facts.json`', 'Everything the states were computed from'],
        [
          '`/oscal/*.json`',
          'The same in OSCAL 1.2: catalog, component definition, assessment results, plan of action, mapping',
        ],
      ],
    ),
    'CSV files are UTF-8, comma-separated, with the header in the first row. A cell whose text begins with `=`, `+`, `-`, `@`, a tab or a line break carries an apostrophe in front, so that no spreadsheet runs it. Spreadsheet programs take clause 7.10 in a CSV file for the number 7.1, and in some languages 4.1 for a date: open the XLSX there, where clause numbers are text and dates are dates. Who made the file, when and from what stands in the JSON and on the sheet “About” of the spreadsheet.',
    'Anyone can recompute the states from `/facts.json`: `node scripts/recheck-coverage.ts dist/facts.json` is a program of its own that shares no code with the generator.',
    ...files.flatMap(([name, title]) => {
      const schema = schemas[name] ?? {};
      return [
        `## ${title}`,
        `${schema.description ?? ''} (schema: \`${name}\`)`,
        ...keyTables(schema, undefined),
      ];
    }),
  ]);
}

/** The table of one object, then a section for each object below it. */
function keyTables(schema: JsonSchema, heading: string | undefined, path = ''): string[] {
  const inner = Object.entries(schema.properties ?? {}).flatMap(([key, value]) => {
    const below = objectIn(value);
    // The history and the counts have their tables once; the same again would only be in the way.
    if (!below || key === 'history' || (key === 'counts' && path !== '')) return [];
    return keyTables(below, code(`${path}${key}`), `${path}${key}.`);
  });
  return [
    ...(heading === undefined ? [] : [`${path === '' ? '##' : '###'} ${heading}`]),
    keyTable(schema),
    ...inner,
  ];
}

/** The object that a value is, or a list of. */
function objectIn(schema: JsonSchema): JsonSchema | undefined {
  if (schema.properties) return schema;
  return schema.items ? objectIn(schema.items) : undefined;
}

function keyTable(schema: JsonSchema, first = 'Key'): string {
  const required = new Set(schema.required);
  return table(
    [first, 'What it is for', 'Required', 'Form'],
    Object.entries(schema.properties ?? {}).map(([key, value]) => [
      code(key),
      value.description ?? objectIn(value)?.description ?? '',
      required.has(key) ? 'yes' : '',
      formOf(value),
    ]),
  );
}

/** How a value is written, in words. */
function formOf(schema: JsonSchema): string {
  if (schema.const !== undefined) return code(String(schema.const));
  if (schema.enum) return schema.enum.map((value) => code(String(value))).join(', ');
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return choices.map(formOf).join(', or ');
  if (schema.format === 'date') return 'date, YYYY-MM-DD';
  if (Array.isArray(schema.type)) {
    return schema.type.map((type: string) => formOf({ ...schema, type })).join(', or ');
  }
  if (schema.patternErrorMessage !== undefined) {
    const words = schema.patternErrorMessage.replace(/^Expected (?:an? )?/, '').replace(/: major for .*/, '');
    return words === 'at most 300 characters' ? 'one line, at most 300 characters' : words;
  }
  switch (schema.type) {
    case 'array':
      return `list: ${formOf(schema.items ?? {})}`;
    case 'object':
      return schema.properties ? 'keys of its own, below' : 'names and values';
    case 'boolean':
      return '`true` or `false`';
    case 'integer':
    case 'number':
      return schema.maximum !== undefined && schema.maximum < 1e6
        ? `whole number from ${schema.minimum ?? 0} to ${schema.maximum}`
        : 'whole number';
    case 'null':
      return '`null`';
    case 'string':
      return schema.maxLength === undefined ? 'text' : `text, at most ${schema.maxLength} characters`;
    default:
      return '';
  }
}

const only = (schema: JsonSchema, keys: readonly string[]): JsonSchema => ({
  ...schema,
  properties: Object.fromEntries(keys.map((key) => [key, schema.properties?.[key] ?? {}])),
});

const code = (text: string): string => `\`${text}\``;

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

function page(title: string, blocks: readonly string[]): string {
  return `${[`# ${title}`, notice, ...blocks.filter((block) => block !== '')].join('\n\n')}\n`;
}
