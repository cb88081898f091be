import { expect, test } from 'vitest';
import { matchesAddress } from './match-address.ts';

const address = 'https://www.iso.org/standard/66266.html';

test.each([
  ['www.iso.org', true],
  ['iso.org', false],
  ['*.iso.org', true],
  ['WWW.ISO.ORG', true],
  ['www.iso.org/standard/*', true],
  ['www.iso.org/standard', false],
  ['https://www.iso.org/*', true],
  ['http://www.iso.org/*', false],
  ['https://www.iso.org/standard/66266.html', true],
  ['*', true],
  ['*/standard/*.html', true],
  ['*/standard/*x*.html', false],
  ['', false],
])('the pattern %s', (pattern, expected) => {
  expect(matchesAddress(pattern, address)).toBe(expected);
});
