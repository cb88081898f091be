/** `` `a`, `b` or `c` `` for messages that list what was expected. */
export function oneOf(values: readonly string[]): string {
  const shown = values.map((value) => `\`${value}\``);
  return shown.length < 2 ? (shown[0] ?? '') : `${shown.slice(0, -1).join(', ')} or ${shown.at(-1) ?? ''}`;
}
