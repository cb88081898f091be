/** Addresses of a document's source on the Git host: to change it, to see its revisions, and who wrote which line. */
import type { ManualSettings } from '../../schemas/manual.ts';
import { type GitHost, hostOf } from '../core/model/git-host.ts';

type Repository = NonNullable<ManualSettings['repository']>;

export interface SourceLinks {
  readonly edit: (path: string) => string | undefined;
  readonly history: (path: string) => string | undefined;
  readonly blame: (path: string) => string | undefined;
  readonly commit: (hash: string) => string | undefined;
}

interface Shapes {
  readonly edit: string;
  readonly history: string;
  readonly blame: string;
  readonly commit: string;
}

/** Below the address of the repository. */
const shapes: Readonly<Record<GitHost, Shapes>> = {
  github: {
    edit: '/edit/{branch}/{path}',
    history: '/commits/{branch}/{path}',
    blame: '/blame/{branch}/{path}',
    commit: '/commit/{commit}',
  },
  gitlab: {
    edit: '/-/edit/{branch}/{path}',
    history: '/-/commits/{branch}/{path}',
    blame: '/-/blame/{branch}/{path}',
    commit: '/-/commit/{commit}',
  },
  gitea: {
    edit: '/_edit/{branch}/{path}',
    history: '/commits/branch/{branch}/{path}',
    blame: '/blame/branch/{branch}/{path}',
    commit: '/commit/{commit}',
  },
  bitbucket: {
    edit: '/src/{branch}/{path}?mode=edit',
    history: '/history-node/{branch}/{path}',
    blame: '/annotate/{branch}/{path}',
    commit: '/commits/{commit}',
  },
};

/** @param prefix what stands before a path to see it from the top of the repository */
export function sourceLinks(repository: Repository | undefined, prefix: string): SourceLinks {
  const { url, branch = 'main' } = repository ?? {};
  const host = repository?.host ?? (url === undefined ? undefined : hostOf(url));
  const own = url === undefined || host === undefined ? undefined : shapes[host];
  const fill =
    (given: string | undefined, shape: string | undefined, name: 'path' | 'commit') =>
    (value: string): string | undefined => {
      const template = given ?? (shape === undefined ? undefined : (url ?? '').replace(/\/+$/, '') + shape);
      return template
        ?.replaceAll('{branch}', () => encodePath(branch))
        .replaceAll(`{${name}}`, () => encodePath(name === 'path' ? prefix + value : value));
    };
  return {
    edit: fill(repository?.editUrl, own?.edit, 'path'),
    history: fill(repository?.historyUrl, own?.history, 'path'),
    blame: fill(repository?.blameUrl, own?.blame, 'path'),
    commit: fill(repository?.commitUrl, own?.commit, 'commit'),
  };
}

const encodePath = (path: string): string => path.split('/').map(encodeURIComponent).join('/');
