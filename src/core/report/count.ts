/** `1 document`, `2 documents`. For nouns that take an s. */
export const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`;
