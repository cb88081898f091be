/** Moves a file as Git moves it, so that the next commit holds the move. */
import { argumentsFor, runGit } from './git.ts';

/**
 * @param folder an absolute folder of the repository, if it is one
 * @returns false where Git does not know the file, or there is no Git: nothing was moved then
 */
export const moveInGit = (folder: string, from: string, to: string): boolean =>
  runGit(folder, ['mv', '--', from, to], { before: argumentsFor(folder) }).status === 0;
