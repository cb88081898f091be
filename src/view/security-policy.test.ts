import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { contentSecurityPolicy, securityHeaders } from './security-policy.ts';

test('the policy allows nothing inline, nothing from other hosts, and only WebAssembly beyond files', () => {
  expect(contentSecurityPolicy).not.toMatch(/unsafe-inline|'unsafe-eval'|https?:|\*/);
  expect(contentSecurityPolicy).toContain("default-src 'none'");
});

test('the page about headers says what the site sends', () => {
  const page = readFileSync(new URL('../../docs/security-headers.md', import.meta.url), 'utf8');
  for (const [name, value] of securityHeaders) {
    expect(page).toContain(`add_header ${name} "${value}" always;`);
    expect(page).toContain(`Header always set ${name} "${value}"`);
  }
});
