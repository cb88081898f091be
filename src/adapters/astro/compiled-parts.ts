/** Parts of the folder of compiled pages. */
export const compiledParts = {
  renderer: 'renderer',
  /** An ES module with the exports of `page-renderer.ts`. */
  entry: 'renderer/index.mjs',
  /** Published with every site as they are: styles, scripts, the icon. */
  files: 'files',
} as const;
