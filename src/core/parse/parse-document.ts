/** One file to one raw document: front matter against its schema, text to headings, links and markup. */
import {
  documentTypes,
  frontMatterByType,
  type DocumentType,
  type FrontMatter,
} from '../../../schemas/document.ts';
import type { DocumentBody, RawDocument, SoundKeys } from '../model/document.ts';
import type { Finding } from '../model/finding.ts';
import { firstFindings } from '../model/first-findings.ts';
import { LineIndex, type Place, type SourceFile, wholeFile } from '../model/place.ts';
import { oneOf } from '../model/one-of.ts';
import { didYouMean, nearest } from '../model/nearest.ts';
import { checkShape } from './check-shape.ts';
import { parseBody } from './parse-body.ts';
import { type ParsedYaml, parseYaml } from './parse-yaml.ts';
import { splitFrontMatter } from './split-front-matter.ts';

/** Front matter longer than this is a mistake, or an attempt to tire the parser. */
const longestFrontMatter = 200_000;

/**
 * Never throws: whatever the file holds becomes findings with places. The result is plain data and may cross
 * a process boundary.
 */
export function parseDocument(source: SourceFile & { readonly digest: string }): RawDocument {
  const { path: file, text, digest } = source;
  const lines = new LineIndex(text);
  const split = splitFrontMatter(text, file, lines);
  const findings: Finding[] = [...split.findings];
  let yaml: ParsedYaml | undefined;
  let frontMatter: FrontMatter | undefined;
  let soundKeys: SoundKeys | undefined;
  if (split.yaml !== undefined) {
    if (split.yaml.text.length > longestFrontMatter) {
      findings.push({
        rule: 'file-too-large',
        severity: 'error',
        place: wholeFile(file),
        message: `Unexpected front matter of ${Math.round(split.yaml.text.length / 1000)} kB, expected at most ${longestFrontMatter / 1000} kB`,
      });
    } else {
      yaml = parseYaml(split.yaml.text, file, lines, split.yaml.offset);
      for (const finding of yaml.findings) findings.push(finding);
      if (yaml.findings.every((finding) => finding.rule !== 'invalid-yaml')) {
        const checked = checkFrontMatter(yaml, file, lines.span(file, 0, 3));
        for (const finding of checked.findings) findings.push(finding);
        if (yaml.findings.length === 0) frontMatter = checked.value;
        soundKeys = checked.value ?? checked.sound;
      }
    }
  }
  const { findings: bodyFindings, ...body }: DocumentBody & { findings: Finding[] } = parseBody(
    text,
    file,
    lines,
    split.bodyOffset,
  );
  for (const finding of bodyFindings) findings.push(finding);
  const written = { file, digest, places: yaml?.places ?? {}, body, findings: firstFindings(findings, file) };
  const id = idOf(yaml?.value) ?? findId(text);
  if (frontMatter !== undefined) return { ...written, id, frontMatter };
  return { ...written, id, soundKeys, mentions: findMentions(text, split.bodyOffset) };
}

/** As much of the beginning of a file as is looked through where its front matter cannot be read. */
const searched = 16_384;

/** The id of a document whose front matter cannot be read, so that references to it are not called broken as well. */
export const findId = (text: string): string | undefined =>
  /^id:[ \t]*["']?([^\s"'#]+)/m.exec(text.slice(0, searched))?.[1];

/** Whatever could be the number of a clause in front matter that cannot be used: numbers with dots, and words in quotation marks. */
export function findMentions(text: string, end = searched): string[] {
  const front = text.slice(0, Math.min(end, searched));
  const numbers = front.match(/(?<![\w.-])[A-Za-z0-9]{1,8}(?:\.[A-Za-z0-9]{1,8}){1,8}(?![\w.-])/g) ?? [];
  const quoted = [...front.matchAll(/["']([A-Za-z0-9][\w.-]{0,39})["']/g)].map((match) => match[1] ?? '');
  return [...new Set([...numbers, ...quoted])];
}

function checkFrontMatter(
  yaml: ParsedYaml,
  file: string,
  fence: Place,
): { value?: FrontMatter; sound?: SoundKeys; findings: Finding[] } {
  const context = { file, subject: 'front matter', fallback: fence };
  const value = yaml.value;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return {
      findings: [
        {
          rule: 'missing-front-matter',
          severity: 'error',
          place: fence,
          message: 'Unexpected front matter without keys, expected `id`, `title`, `type` and the others',
          hint: 'Write one `key: value` a line.',
        },
      ],
    };
  }
  const type = (value as Record<string, unknown>)['type'];
  if (typeof type === 'string' && (documentTypes as readonly string[]).includes(type)) {
    return checkShape(frontMatterByType[type as DocumentType], yaml, context);
  }
  // Without a known type the rest is held against what all types share, so that its faults are named too.
  const shared = checkShape(frontMatterByType.manual, yaml, context);
  const rest = shared.findings.filter((finding) => !isAboutType(finding) && finding.rule !== 'unknown-field');
  return { sound: shared.sound ?? {}, findings: [explainType(type, yaml, fence), ...rest] };
}

/** A type that is missing, empty or not known. */
function explainType(type: unknown, yaml: ParsedYaml, fence: Place): Finding {
  const known = oneOf(documentTypes);
  const finding = (rule: string, message: string, hint?: string): Finding => ({
    rule,
    severity: 'error',
    place: yaml.places['type'] ?? fence,
    message,
    hint,
  });
  const hint = 'Add a line `type: …`. The kind of document.';
  if (type === undefined)
    return finding('missing-field', `Missing \`type\` in front matter, expected ${known}`, hint);
  if (type === null || type === '')
    return finding('empty-field', `Nothing is written after \`type\`, expected ${known}`, hint);
  const written = typeof type === 'string' ? type : (yaml.sources['type'] ?? JSON.stringify(type));
  return finding(
    'unknown-value',
    `Unexpected \`${written.slice(0, 80)}\` in \`type\`, expected ${known}${didYouMean(nearest(written, documentTypes))}`,
  );
}

const isAboutType = (finding: Finding): boolean => /`type`/.test(finding.message);

function idOf(value: unknown): string | undefined {
  const id =
    typeof value === 'object' && value !== null ? (value as Record<string, unknown>)['id'] : undefined;
  return typeof id === 'string' && id !== '' ? id : undefined;
}
