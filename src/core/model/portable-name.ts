/** Names of files and folders that every common system can hold: what cannot be checked out is lost to somebody. */

/** Windows keeps these for devices, whatever ending follows. */
export const reservedName = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|$)/i;

/** The first part of a path that some system refuses, with what is wrong about it. */
export function findUnportable(path: string): { name: string; why: string } | undefined {
  for (const name of path.split('/')) {
    if (reservedName.test(name)) return { name, why: 'Windows keeps it for a device' };
    if (/[<>:"\\|?*\u0000-\u001f\u007f]/.test(name))
      return { name, why: 'Windows takes none of < > : " \\ | ? * and no control character' };
    if (/[. ]$/.test(name)) return { name, why: 'Windows drops a dot or a space at the end' };
  }
  return undefined;
}
