/** CODEOWNERS from owners and approval rights, so that the Git host asks the right people before a change is merged. */
import type { Manual } from '../model/manual.ts';

/**
 * @param prefix path of the content folder's parent in the repository, empty or ending in a slash
 * @param teamOf the name by which the Git host knows a role, e.g. `@college/registrar`
 */
export function formatCodeowners(manual: Manual, prefix: string, teamOf: (role: string) => string): string {
  const { settings, contentFolder } = manual;
  const approvals = settings.approvals ?? {};
  const line = (path: string, roles: readonly string[]): string[] =>
    roles.length === 0
      ? []
      : [`/${escapePattern(prefix + path)} ${[...new Set(roles)].map(teamOf).join(' ')}`];
  const register = approvals.register ?? [];
  return [
    '# Written by eoms export codeowners. Later lines win: owner and approvers of each document.',
    ...line(`${contentFolder}/manual.yaml`, register),
    ...line(`${contentFolder}/registers/`, register),
    ...line(`${contentFolder}/standards/`, register),
    ...manual.documents.flatMap(({ id, file, frontMatter }) => {
      const roles = [frontMatter.owner, ...(approvals[frontMatter.type] ?? [])];
      return [
        ...line(file, roles),
        ...line(`${contentFolder}/archive/${id}/`, roles),
        ...(frontMatter.type === 'form' && frontMatter.file !== undefined
          ? line(`public/forms/${frontMatter.file}`, roles)
          : []),
      ];
    }),
    '',
  ].join('\n');
}

/** A path is read as a pattern: white space ends it, and these stand for others. */
const escapePattern = (path: string): string => path.replaceAll(/[\s#!*?[\]\\]/g, String.raw`\$&`);
