/** Sections that the page of every document has besides its text. No heading gets such an id. */
export const pageSections: ReadonlySet<string> = new Set(['page_clauses', 'page_history']);
