/** Versions of documents are text, `major.minor`, and are compared as two numbers. */

/** Negative where `a` is the lower version; `1.10` is above `1.9`. */
export function compareVersions(a: string, b: string): number {
  const [majorA = 0, minorA = 0] = a.split('.').map(Number);
  const [majorB = 0, minorB = 0] = b.split('.').map(Number);
  return majorA - majorB || minorA - minorB;
}
