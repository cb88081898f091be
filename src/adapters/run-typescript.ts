/** What Node is told to run one of our `.ts` files in another process or thread, wherever the package is installed. */
export const runTypeScript = ['--import', new URL('../cli/strip-types.mjs', import.meta.url).href];
