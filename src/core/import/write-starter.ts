/** The two files a manual cannot do without, for a content folder that has none. */
import { stringify } from 'yaml';
import type { ImportedDocument } from './import-model.ts';

export interface Starter {
  readonly institution: string;
  readonly owner: string;
  readonly documents: readonly ImportedDocument[];
}

/** `manual.yaml`: the institution, the edition, and ids of the form that the import gave. */
export function writeSettings({ institution, documents }: Starter): string {
  const prefixes = [...new Set(documents.map(({ id }) => id.replace(/-\d+$/, '')))].sort();
  const shapes = prefixes.map(escapePattern);
  const pattern = `^${shapes.length > 1 ? `(?:${shapes.join('|')})` : (shapes[0] ?? 'DOC')}-[0-9]{3,}$`;
  const settings = {
    institution: { name: institution },
    edition: 'iso-21001:2018',
    numbering: { pattern, example: documents[0]?.id ?? 'DOC-001' },
  };
  return `# Written by eoms import. Say more about the institution here: scope, approvals, review intervals.\n${stringify(settings, { lineWidth: 0 })}`;
}

/** `registers/roles.yaml`: the role that owns the imported documents, and one that can approve them. */
export function writeRoles({ owner }: Starter): string {
  const title = owner.replaceAll('-', ' ').replace(/^./, (letter) => letter.toUpperCase());
  const rows = [
    { id: owner, title, summary: 'Keeps the imported documents right until each has an owner of its own.' },
    ...(owner === 'quality-manager'
      ? []
      : [
          {
            id: 'quality-manager',
            title: 'Quality manager',
            summary: 'Keeps the manual and approves documents.',
          },
        ]),
  ];
  return `# Written by eoms import. Add the roles of the institution: roles, never names of persons.\n${stringify({ rows }, { lineWidth: 0 })}`;
}

const escapePattern = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
