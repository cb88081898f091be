/** Kinds of Git hosts, each with addresses of its own shape. */

export const gitHosts = ['github', 'gitlab', 'gitea', 'bitbucket'] as const;
export type GitHost = (typeof gitHosts)[number];

/** The kind of host, where its name gives it away. */
export function hostOf(url: string): GitHost | undefined {
  const name = /^https?:\/\/(?:[^/@]*@)?([^/:?#]+)/i.exec(url)?.[1]?.toLowerCase() ?? '';
  if (/(?:^|\.)github\b/.test(name)) return 'github';
  if (/(?:^|\.)gitlab\b/.test(name)) return 'gitlab';
  if (name === 'bitbucket.org') return 'bitbucket';
  return /(?:^|\.)(?:codeberg|gitea|forgejo)\b/.test(name) ? 'gitea' : undefined;
}
