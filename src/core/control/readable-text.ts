/** Controlled text for readers: what stands in `⟦ ⟧` is said in words. */

export const readableText = (text: string): string =>
  text
    .replaceAll(/⟦picture [^⟧]*⟧/g, '(picture)')
    .replaceAll(/ ⟦file [^⟧]*⟧/g, '')
    .replaceAll('⟦struck⟧', '(struck out: ')
    .replaceAll('⟦/struck⟧', ')')
    .replaceAll(/⟦([A-Z]\w*)((?: [a-z]+=[^=⟧]*)*)⟧/g, (_, name: string, attributes: string) => {
      const values = [...attributes.matchAll(/ [a-z]+=([^=⟧]*?)(?= [a-z]+=|$)/g)].map((match) => match[1]);
      return ` [${spoken[name] ?? name} ${values.join(', ')}]`;
    })
    .replaceAll(/⟦([^⟧]*)⟧/g, ' [→ $1]');

const spoken: Readonly<Record<string, string>> = {
  Role: 'role',
  FormLink: 'form',
  RecordLink: 'record',
  Term: 'term',
  Clause: 'clause',
};
