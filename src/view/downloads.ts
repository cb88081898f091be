/** What can be taken away from a page: the files that the build wrote beside it. */
import type { ViewContext } from './context.ts';
import { linkPart, type Part } from './part.ts';

const kinds: Readonly<Record<string, string>> = { csv: 'CSV', xlsx: 'Excel', json: 'JSON' };

/** Links to `coverage.csv`, `coverage.xlsx` and `coverage.json`, as far as this build writes them. */
export function downloads(context: ViewContext, name: string): Part[] {
  return Object.entries(kinds)
    .filter(([ending]) => context.site.extraFiles?.has(`${name}.${ending}`) === true)
    .map(([ending, text]) => linkPart(text, context.urls.download(`${name}.${ending}`)));
}
