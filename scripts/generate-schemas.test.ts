import { readFileSync, readdirSync } from 'node:fs';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { findingsReport } from '../schemas/reports.ts';
import { formatJson } from '../src/core/report/format-json.ts';
import { generatedFiles } from './generate-schemas.ts';
import { jsonSchemas } from './schemas/json-schemas.ts';
import type { JsonSchema } from './schemas/json-schemas.ts';

const root = new URL('../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8');
const files = generatedFiles();
const schemas = jsonSchemas();

test.each(Object.keys(files))('%s is what the schemas say (else: npm run schemas)', (path) => {
  expect(read(path)).toBe(files[path]);
});

test('no generated file is left over', () => {
  const present = ['schemas/json', 'docs/reference'].flatMap((folder) =>
    readdirSync(new URL(`${folder}/`, root)).map((name) => `${folder}/${name}`),
  );
  expect(present.toSorted()).toEqual(Object.keys(files).toSorted());
});

test('every key that a document owner may write is described', () => {
  const bare: string[] = [];
  const collect = (schema: JsonSchema, path: string): void => {
    for (const [key, value] of Object.entries(schema.properties ?? {})) {
      if (value.description === undefined && !value.anyOf) bare.push(`${path}.${key}`);
      collect(value, `${path}.${key}`);
    }
    if (schema.items) collect(schema.items, `${path}[]`);
    for (const choice of [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])]) collect(choice, path);
  };
  for (const name of Object.keys(schemas).filter((file) =>
    /^(?:manual|register-|standard|front-matter)/.test(file),
  )) {
    collect(schemas[name]!, name);
  }
  expect(bare).toEqual([]);
});

const written: [schema: string, path: string][] = [
  ['manual.schema.json', 'content/manual.yaml'],
  ['standard.schema.json', 'schemas/standards/iso-21001-2018.yaml'],
  ['standard.schema.json', 'schemas/standards/iso-21001-2025.yaml'],
  ['standard.schema.json', 'schemas/standards/iso-9001-2015.yaml'],
  ...readdirSync(new URL('content/registers/', root)).map((name): [string, string] => [
    `register-${name.replace('.yaml', '.schema.json')}`,
    `content/registers/${name}`,
  ]),
];

test.each(written)('%s accepts %s', (schema, path) => {
  const ajv = new Ajv({ strict: false, allErrors: true });
  formats(ajv);
  const validate = ajv.compile(schemas[schema]!);
  validate(parse(read(path)));
  expect(validate.errors ?? []).toEqual([]);
});

test('the editor is told which schema belongs to which file', () => {
  const settings = JSON.parse(read('.vscode/settings.json')) as {
    'yaml.schemas': Record<string, string | string[]>;
  };
  const wired = Object.keys(settings['yaml.schemas']).map((path) => path.replace('./schemas/json/', ''));
  const written = Object.keys(schemas).filter((name) => /^(?:manual|register-|standard)/.test(name));
  expect(wired.toSorted()).toEqual(written.toSorted());
});

test('findings as JSON have the shape that is public', () => {
  const place = {
    kind: 'span',
    file: 'content/a.mdx',
    start: { line: 2, column: 3 },
    end: { line: 2, column: 9 },
  } as const;
  const related = [{ place: { kind: 'file', file: 'content/b.mdx' } as const, message: 'first used here' }];
  const findings = [
    {
      rule: 'unknown-clause',
      severity: 'error',
      place,
      message: 'Unexpected',
      hint: 'Write.',
      related,
    } as const,
    { rule: 'no-documents', severity: 'note', place: { kind: 'manual' }, message: 'Nothing here' } as const,
  ];
  const printed: unknown = JSON.parse(
    formatJson({ findings, counts: { error: 1, warning: 0, note: 1 }, documents: 1, clauses: 87 }),
  );
  // Unknown keys would be stripped, and the two differ.
  expect(findingsReport.parse(printed)).toEqual(printed);
});
