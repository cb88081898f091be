/** The title block of a document: what identifies it, whom it concerns, and what its type adds. */
import type { ControlledDocument } from '../core/model/document.ts';
import type { DocumentFacts } from '../core/model/facts.ts';
import { endingOf } from '../core/model/form-file.ts';
import { clausesInForce } from './claims.ts';
import type { ViewContext } from './context.ts';
import { statusView, type StatusView } from './document-link.ts';
import { formatPeriod } from './format-date.ts';
import { datePart, rolePart } from './named-parts.ts';
import { codePart, linkPart, part, type Part } from './part.ts';

export interface LabelledParts {
  readonly key: string;
  readonly labelText: string;
  readonly parts: readonly Part[];
}

/** What identifies a document and says whether it may be worked from: on every page and every printed sheet. */
export function statusStrip(
  context: ViewContext,
  { document, lifecycle }: Pick<DocumentFacts, 'document' | 'lifecycle'>,
  status: StatusView = statusView(context, lifecycle),
): LabelledParts[] {
  const { frontMatter, id } = document;
  const { text, urls } = context;
  return [
    { key: 'id', labelText: text.document.id, parts: [codePart(id, undefined)] },
    {
      key: 'type',
      labelText: text.document.type,
      parts: [linkPart(text.documentTypes[frontMatter.type], urls.type(frontMatter.type))],
    },
    { key: 'version', labelText: text.document.version, parts: [codePart(frontMatter.version, undefined)] },
    { key: 'status', labelText: text.document.status, parts: [status] },
    { key: 'effective', labelText: text.document.effective, parts: [datePart(context, lifecycle.effective)] },
    { key: 'review', labelText: text.document.review, parts: [datePart(context, lifecycle.nextReview)] },
    { key: 'owner', labelText: text.document.owner, parts: [rolePart(context, frontMatter.owner)] },
    {
      key: 'approver',
      labelText: text.document.approver,
      parts: lifecycle.approval === undefined ? [part('–')] : [rolePart(context, lifecycle.approval.by)],
    },
    {
      key: 'clauses',
      labelText: text.document.clauses,
      parts: orDash(
        clausesInForce(context, document).map((label) =>
          codePart(label, context.clauseTitle(label) === undefined ? undefined : urls.clause(label)),
        ),
      ),
    },
    {
      key: 'audience',
      labelText: text.document.audience,
      parts: [part(text.audiences[frontMatter.audience ?? 'internal'])],
    },
  ];
}

/** An empty line says so instead of vanishing, so that the block always reads the same. */
const orDash = (parts: readonly Part[]): readonly Part[] => (parts.length === 0 ? [part('–')] : parts);

/** Whom and what it concerns. */
export function appliesTo(context: ViewContext, document: ControlledDocument): LabelledParts[] {
  const { frontMatter } = document;
  const { text, urls } = context;
  const { units, processes } = context.manual.registers;
  const process = frontMatter.process;
  return [
    {
      key: 'roles',
      labelText: text.document.roles,
      parts: orDash((frontMatter.roles ?? []).map((role) => rolePart(context, role))),
    },
    {
      key: 'units',
      labelText: text.document.unit,
      parts: orDash(
        (frontMatter.units ?? []).map((unit) =>
          linkPart(context.unitTitle(unit), units.byId.has(unit) ? urls.unit(unit) : undefined),
        ),
      ),
    },
    {
      key: 'process',
      labelText: text.document.process,
      parts:
        process === undefined
          ? [part('–')]
          : [
              linkPart(
                context.processTitle(process),
                processes.byId.has(process) ? urls.process(process) : undefined,
              ),
            ],
    },
  ];
}

/** What the type adds: retention of a record, issuer of an external text, the file of a form. */
export function particulars(context: ViewContext, { document }: DocumentFacts): LabelledParts[] {
  const { frontMatter } = document;
  const { text } = context;
  switch (frontMatter.type) {
    case 'record': {
      const { retention, periodCovered } = frontMatter;
      const authority = retention.authority === undefined ? [] : [part(`(${retention.authority})`)];
      return [
        { key: 'location', labelText: 'Kept in', parts: [part(frontMatter.location)] },
        { key: 'format', labelText: 'Form', parts: [part(text.recordFormats[frontMatter.format])] },
        ...(frontMatter.access === undefined
          ? []
          : [{ key: 'access', labelText: 'May be read by', parts: [part(frontMatter.access)] }]),
        {
          key: 'retention',
          labelText: 'Kept for',
          parts: [
            part(
              `${formatPeriod(retention.period)} from ${retention.from}, ${text.retentionThen[retention.then]}`,
            ),
            ...authority,
          ],
        },
        {
          key: 'personal',
          labelText: 'Personal data',
          parts: [part(frontMatter.personalData ? 'Yes' : 'No')],
        },
        ...(frontMatter.evidence === true
          ? [
              {
                key: 'evidence',
                labelText: 'Published evidence',
                parts: [
                  part(
                    periodCovered === undefined
                      ? 'Yes'
                      : `For ${context.date(periodCovered.from)} to ${context.date(periodCovered.to)}`,
                  ),
                ],
              },
            ]
          : []),
      ];
    }
    case 'external':
      return [
        { key: 'issuer', labelText: 'Issued by', parts: [part(frontMatter.issuer)] },
        { key: 'edition', labelText: 'Edition in use', parts: [part(frontMatter.edition)] },
        {
          key: 'source',
          labelText: 'Current text',
          parts: [
            linkPart(
              frontMatter.source,
              /^https?:\/\//.test(frontMatter.source) ? frontMatter.source : undefined,
            ),
          ],
        },
      ];
    case 'form':
      return frontMatter.file === undefined ? [] : [formFileLine(context, frontMatter.file)];
    default:
      return [];
  }
}

function formFileLine(context: ViewContext, file: string): LabelledParts {
  const { text } = context;
  return { key: 'file', labelText: text.document.fileToFillIn, parts: formFileParts(context, file) };
}

/** A link to the file to fill in, with its kind and size: a reader on a phone decides by them. */
export function formFileParts({ text, urls, manual }: ViewContext, file: string): Part[] {
  const { size } = manual.formFiles.get(file.normalize('NFC')) ?? {};
  const ending = endingOf(file);
  const kind = text.document.fileKinds[ending] ?? ending.toUpperCase();
  return [
    linkPart(`${text.document.download}: ${file}`, urls.formFile(file)),
    part(`(${size === undefined ? kind : `${kind}, ${text.fileSize(size)}`})`),
  ];
}
