/**
 * Bytes of a size as people write it: a number, then a unit of `k m g t p` in any case, then `b` or `ib` or nothing.
 * `base` is 1000 (log files) or 1024 (memory), whatever the spelling, as in Docker. Undefined for anything else.
 */
export function parseSize(text: string, base: 1000 | 1024): number | undefined {
  const match = /^(\d+(?:\.\d+)?) ?([kmgtp])?i?b?$/i.exec(text);
  if (!match) return undefined;
  const exponent = match[2] ? 'kmgtp'.indexOf(match[2].toLowerCase()) + 1 : 0;
  return Math.trunc(Number(match[1]) * base ** exponent);
}
