import jsQR from 'jsqr';
import { expect, test } from 'vitest';
import { printedCode } from './printed-code.ts';

/** The path drawn as a browser would, each unit `scale` points wide, with a white edge. */
function draw({ size, path }: { size: number; path: string }, scale = 4, edge = 4) {
  const side = (size + 2 * edge) * scale;
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255);
  let [x, y] = [0, 0];
  for (const [, command, first = '0', second = '0'] of path.matchAll(/([Mmh])(-?[\d.]+)(?: (-?[\d.]+))?/g)) {
    if (command === 'M') [x, y] = [Number(first), Number(second)];
    else if (command === 'm') x += Number(first);
    else {
      for (let dy = 0; dy < scale; dy += 1)
        for (let dx = 0; dx < Number(first) * scale; dx += 1) {
          const at = (((y - 0.5 + edge) * scale + dy) * side + (x + edge) * scale + dx) * 4;
          pixels.fill(0, at, at + 3);
        }
      x += Number(first);
    }
  }
  return { pixels, side };
}

test.each([
  'https://manual.alderbridge.example/verify/PRC-007/3.0/',
  'https://a.example/m/verify/QP-%C4%90T-001/10.12/',
  `https://a.example/${'long/'.repeat(40)}`,
])('a reader of codes finds %s', (address) => {
  const { pixels, side } = draw(printedCode(address));
  expect(jsQR(pixels, side, side)?.data).toBe(address);
});

test('whatever the address, the one pattern can be read', () => {
  const unread = Array.from({ length: 60 }, (_, at) => {
    const address = `https://manual.example.org/${'x'.repeat(at)}/verify/PRC-${String(at * 37)}/${at % 9}.${at % 7}/`;
    const { pixels, side } = draw(printedCode(address), 3);
    return jsQR(pixels, side, side)?.data === address ? [] : [address];
  }).flat();
  expect(unread).toEqual([]);
});
