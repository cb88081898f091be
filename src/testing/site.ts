import { inject } from 'vitest';

/** The folder of the built sample manual. Throws what the build printed when it failed. */
export function siteFolder(): string {
  const { folder, failure } = inject('site');
  if (failure !== undefined) throw new Error(failure);
  return folder;
}
