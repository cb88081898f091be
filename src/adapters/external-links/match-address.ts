/** Patterns for addresses of other sites: `www.iso.org`, `*.college.ac.uk/internal/*`, `https://host/path*`. */

/** `*` stands for any characters. Without `://` the pattern begins at the host; a bare host means all of its pages. */
export function matchesAddress(pattern: string, address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { host, pathname, search, href } = new URL(address);
  if (pattern.includes('://')) return matchesText(pattern, href) || matchesText(`${pattern}/`, href);
  const lower = pattern.toLowerCase();
  return pattern.includes('/')
    ? matchesText(lower, `${host}${pathname}${search}`.toLowerCase())
    : matchesText(lower, host) || matchesText(lower, new URL(address).hostname);
}

/** Each part between stars is looked for once, from left to right: linear, whatever the pattern. */
function matchesText(pattern: string, text: string): boolean {
  const parts = pattern.split('*');
  const first = parts[0] ?? '';
  const last = parts.at(-1) ?? '';
  if (parts.length === 1) return pattern === text;
  if (!text.startsWith(first) || !text.endsWith(last) || text.length < first.length + last.length)
    return false;
  let at = first.length;
  const end = text.length - last.length;
  for (const part of parts.slice(1, -1)) {
    const found = text.indexOf(part, at);
    if (found === -1 || found + part.length > end) return false;
    at = found + part.length;
  }
  return true;
}
