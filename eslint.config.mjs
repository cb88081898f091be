import astro from 'eslint-plugin-astro';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

export default defineConfig([
  globalIgnores([
    'dist/',
    'content/',
    'public/',
    '.astro/',
    '.eoms/',
    '.vitest/',
    'src/testing/cases/',
    'scripts/bench/peers/',
  ]),
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      // Numbers in messages are plain in our code, and `${line}` reads better than `${String(line)}`.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // `[...text]` is by code points, which is what ids and escapes want.
      '@typescript-eslint/no-misused-spread': [
        'error',
        { allow: [{ from: 'lib', name: 'string' }, 'string'] },
      ],
      // Findings quote unknown values as they were written, whatever they are.
      '@typescript-eslint/no-base-to-string': 'off',
      // `take<HTMLInputElement>('input')`: the parameter says what the caller knows.
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    },
  },
  {
    // A test may read what it has just made without proving that it is there.
    files: ['**/*.test.ts', 'src/testing/**/*.ts'],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      // What `beforeAll` sets is missing when it failed, whatever its type says.
      '@typescript-eslint/no-unnecessary-condition': 'off',
    },
  },
  {
    // Import direction (docs/decisions.md): the core knows no Astro, no Node and no clock.
    files: ['src/core/**/*.ts', 'schemas/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-globals': ['error', 'process', 'console', 'fetch', 'setTimeout', 'Buffer'],
      'no-restricted-imports': [
        'error',
        { patterns: ['node:*', 'astro', 'astro:*', '**/adapters/**', '**/view/**', '**/cli/**'] },
      ],
    },
  },
  {
    files: ['src/**/*.ts'],
    ignores: ['src/cli/**', 'src/adapters/**', 'src/testing/**', '**/*.test.ts'],
    rules: { 'no-console': 'error' },
  },
  { files: ['**/*.astro'], extends: [astro.configs.recommended] },
]);
