import { pageSections } from '../links/page-sections.ts';
import type { DocumentControl } from '../model/control.ts';
import type { ControlledDocument } from '../model/document.ts';
import { nearest } from '../model/nearest.ts';
import { type Place, wholeFile } from '../model/place.ts';
import type { Report, Rule, RuleContext } from './rule.ts';

export const archivedLinkBroken: Rule = {
  id: 'archived-link-broken',
  severity: 'warning',
  summary: 'A change elsewhere broke a link of a text that is in force from the archive.',
  advice:
    'While a newer version is drafted, the approved text stays published as it was. It cannot be mended; what it leads to can be brought back, or the newer version approved. The change is reported where it was made, or at the nearest place that still exists, and the link in the archive.',
  examples: [],
  shownBy: 'src/testing/cases/control/archived-link-broken',
  find: (context) =>
    [...context.control.byId.values()].flatMap((control) =>
      control.publishedCopy === undefined
        ? []
        : [
            ...findLostSections(control, context),
            ...findLostTargets(control),
            ...findLostNames(control, context),
          ],
    ),
};

/** Sections that the text links to and that are no longer there, or will not be once the change is approved. */
function findLostSections({ published, publishedCopy }: DocumentControl, { control }: RuleContext): Report[] {
  const from = `${published.id} ${publishedCopy?.version ?? ''}`;
  return published.links.flatMap(({ target, href, place }): Report[] => {
    if (target.kind !== 'document' || target.anchor === undefined || target.anchor === '') return [];
    const { id, anchor } = target;
    if (pageSections.has(anchor) || id === published.id) return [];
    const [now, next] = [control.published.anchorsById.get(id), control.working.anchorsById.get(id)];
    const isLost = now !== undefined && !now.has(anchor);
    const isLeaving = next !== undefined && !next.has(anchor);
    if (!isLost && !isLeaving) return [];
    const working = control.working.documentById.get(id);
    const here = working === undefined ? undefined : nearestHeading(working, anchor);
    return [
      ...(here === undefined
        ? []
        : [
            {
              place: here,
              message: `Missing section \`#${anchor}\` of ${id}, expected it to stay: ${from}, in force from the archive, links to it${isLost ? '' : ', and the link breaks once this text is in force'}`,
              hint: `Give the section its id back, \`{#${anchor}}\`, or approve the next version of ${published.id} first.`,
              related: [{ place, message: `the link \`${href}\` stands here` }],
            },
          ]),
      ...(isLost
        ? [
            {
              place,
              message: `The link \`${href}\` of ${from}, which is in force, leads to a section that ${id} no longer has`,
              hint: `Give the section its id \`#${anchor}\` back, or approve the next version of ${published.id}.`,
              related:
                here === undefined ? undefined : [{ place: here, message: 'the section is missing here' }],
            },
          ]
        : []),
    ];
  });
}

/** Files, pages and documents that are gone. */
function findLostTargets({ published, publishedCopy, working }: DocumentControl): Report[] {
  const from = `${published.id} ${publishedCopy?.version ?? ''}`;
  return published.links.flatMap(({ target, href, place }): Report[] => {
    if (target.kind !== 'broken' || target.reason === 'elsewhere') return [];
    const here = working.places['id'] ?? wholeFile(working.file);
    return [
      {
        place: here,
        message: `Missing target of the link \`${href}\`, expected it to stay: ${from}, in force from the archive, leads to it`,
        hint: `Bring it back, or approve the next version of ${published.id}.`,
        related: [{ place, message: 'the link stands here' }],
      },
      {
        place,
        message: `The link \`${href}\` of ${from}, which is in force, leads nowhere any more`,
        hint: 'Bring back what it leads to, or approve the next version.',
      },
    ];
  });
}

/** Roles, terms and documents that the text names by id. */
function findLostNames(
  { published, publishedCopy, working }: DocumentControl,
  { manual }: RuleContext,
): Report[] {
  const from = `${published.id} ${publishedCopy?.version ?? ''}`;
  const { roles, glossary } = manual.registers;
  return published.body.components.flatMap(({ name, attributes, place }): Report[] => {
    const id = attributes['id'];
    if (id === undefined) return [];
    const lost =
      name === 'Role' && !roles.byId.has(id)
        ? { what: 'role', here: wholeFile(roles.file) }
        : name === 'Term' && !glossary.byId.has(id)
          ? { what: 'term', here: wholeFile(glossary.file) }
          : (name === 'FormLink' || name === 'RecordLink') && !manual.knownIds.has(id)
            ? { what: 'document', here: working.places['id'] ?? wholeFile(working.file) }
            : undefined;
    if (lost === undefined) return [];
    return [
      {
        place: lost.here,
        message: `Missing ${lost.what} \`${id}\`, expected it to stay: ${from}, in force from the archive, names it`,
        hint: `Bring it back, or approve the next version of ${published.id} first.`,
        related: [{ place, message: 'it is named here' }],
      },
      {
        place,
        message: `The ${lost.what} \`${id}\` that ${from} names, which is in force, is not there any more`,
        hint: 'Bring it back, or approve the next version.',
      },
    ];
  });
}

/** The heading whose id is most like the one that is missing; else the line of the document's own id. */
function nearestHeading({ body, places, file }: ControlledDocument, anchor: string): Place {
  const like = nearest(
    anchor,
    body.headings.map(({ id }) => id),
  );
  return body.headings.find(({ id }) => id === like)?.place ?? places['id'] ?? wholeFile(file);
}
