/** The JSON Schemas of everything a document owner writes and of everything the tool hands out. */
import { z } from 'zod';
import { documentTypes, frontMatter, frontMatterByType } from '../../schemas/document.ts';
import { manualSettings } from '../../schemas/manual.ts';
import { registerFiles } from '../../schemas/registers.ts';
import { coverageReport, factsFile, findingsReport, registerReport } from '../../schemas/reports.ts';
import { standard } from '../../schemas/standard.ts';

/** The part of JSON Schema that our schemas use. */
export interface JsonSchema {
  readonly title?: string;
  readonly description?: string;
  readonly type?: string | readonly string[];
  readonly const?: string | number | boolean;
  readonly enum?: readonly (string | number)[];
  readonly format?: string;
  readonly pattern?: string;
  /** Understood by the YAML language server: what it says in place of the pattern. */
  readonly patternErrorMessage?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly items?: JsonSchema;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: JsonSchema | boolean;
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
}

/** All schemas by file name below `schemas/json/`. */
export function jsonSchemas(): Record<string, JsonSchema> {
  return {
    'manual.schema.json': toJsonSchema(manualSettings),
    ...Object.fromEntries(
      Object.entries(registerFiles).map(([name, schema]) => [
        `register-${name}.schema.json`,
        toJsonSchema(schema),
      ]),
    ),
    'standard.schema.json': toJsonSchema(standard),
    'front-matter.schema.json': toJsonSchema(frontMatter),
    ...Object.fromEntries(
      documentTypes.map((type) => [
        `front-matter-${type}.schema.json`,
        toJsonSchema(frontMatterByType[type]),
      ]),
    ),
    'findings.schema.json': toJsonSchema(findingsReport),
    'coverage.schema.json': toJsonSchema(coverageReport),
    'register.schema.json': toJsonSchema(registerReport),
    'facts.schema.json': toJsonSchema(factsFile),
  };
}

/**
 * One schema as JSON Schema draft 7, the newest that the YAML language server understands in full.
 * The input form is taken: in reports, keys that are not listed stay allowed, since versions add keys.
 */
export function toJsonSchema(schema: z.ZodType): JsonSchema {
  return z.toJSONSchema(schema, {
    target: 'draft-7',
    io: 'input',
    override: ({ zodSchema, jsonSchema }) => {
      const expected = expectation(zodSchema);
      if (jsonSchema.pattern !== undefined && expected !== undefined) {
        jsonSchema['patternErrorMessage'] = `Expected ${expected}`;
      }
    },
  }) as JsonSchema;
}

/** The words of the schema's own message: `a date that exists, written YYYY-MM-DD`. */
function expectation(schema: z.core.$ZodTypes): string | undefined {
  const definition = schema._zod.def;
  const errors = [definition, ...(definition.checks ?? []).map((check) => check._zod.def)].map(
    ({ error }) => error,
  );
  for (const error of errors) {
    const words = error?.({ code: 'custom', input: undefined, path: [] } as never);
    if (typeof words === 'string' && words !== 'some text') return words;
  }
  return undefined;
}
