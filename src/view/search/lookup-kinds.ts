/** Apart from `lookup.ts`, which reads the manual: the reader's browser needs only the word. */
export const glossaryKind = 'Glossary';
