/** One document as the page that Pagefind reads: its words by weight, what results show, what filters ask. Pure. */
import type { DocumentFacts } from '../../core/model/facts.ts';
import type { Manual } from '../../core/model/manual.ts';
import { escapeAttribute, escapeText } from '../../core/parse/markup.ts';
import { renderSearchableHtml } from '../../core/render/render-body.ts';
import type { Urls } from '../../view/urls.ts';

/** Full text of the page with Pagefind's attributes. The filter names and values are those of the search page. */
export function searchablePage({ document, lifecycle }: DocumentFacts, manual: Manual, urls: Urls): string {
  const { frontMatter, id } = document;
  const owner = manual.registers.roles.byId.get(frontMatter.owner)?.title ?? frontMatter.owner;
  const meta = { title: frontMatter.title, id, type: frontMatter.type, version: frontMatter.version, owner };
  const filters = {
    type: [frontMatter.type],
    chapter: chaptersOf(document.claims, manual),
    role: frontMatter.roles ?? [],
    unit: frontMatter.units ?? [],
    review: lifecycle.overdue ? ['overdue'] : lifecycle.dueSoon ? ['due-soon'] : [],
  };
  const tags = [
    ...Object.entries(meta).map(([name, value]) => tag('meta', name, value)),
    ...Object.entries(filters).flatMap(([name, values]) => values.map((value) => tag('filter', name, value))),
  ];
  const language = frontMatter.language ?? manual.settings.institution.language ?? 'en';
  const heading = escapeText(`${id} ${frontMatter.title}`);
  const description =
    frontMatter.description === undefined
      ? ''
      : `<p data-pagefind-weight="3">${escapeText(frontMatter.description)}</p>`;
  return [
    `<!doctype html><html lang="${escapeAttribute(language)}"><head><title>${escapeText(frontMatter.title)}</title>`,
    tags.join(''),
    // Weights are squared: an id or title that matches outweighs any number of mentions in a text.
    `</head><body data-pagefind-body><h1 data-pagefind-weight="10">${heading}</h1>${description}`,
    renderSearchableHtml(document, manual, urls.hrefOf),
    '</body></html>',
  ].join('');
}

const tag = (kind: 'meta' | 'filter', name: string, value: string): string =>
  `<meta data-pagefind-${kind}="${name}[content]" content="${escapeAttribute(value)}">`;

function chaptersOf(claims: DocumentFacts['document']['claims'], manual: Manual): string[] {
  const { standard } = manual;
  return [
    ...new Set(
      claims
        .filter(({ edition }) => edition === standard?.edition)
        .flatMap(({ clause }) => standard?.byLabel.get(clause)?.chapter ?? []),
    ),
  ];
}
