import { invalidParameter } from '@arca/plugin-kit';

/**
 * An instruction from its first line on, as Docker reads it: continuations joined, lines that are empty or comments left
 * out of them. `gap`: there was an empty one.
 */
export function joinedLine(
  lines: readonly string[],
  start: number,
  escape: string,
): { text: string; gap: boolean } {
  const continuation = escape === '`' ? /`[ \t]*$/ : /\\[ \t]*$/;
  let text = '';
  let gap = false;
  for (const [index, line] of lines.slice(start).entries()) {
    if (index > 0 && /^\s*#/.test(line)) continue;
    if (index > 0 && line.trim() === '') {
      gap = true;
      continue;
    }
    text += line.replace(continuation, '');
    if (!continuation.test(line)) break;
  }
  return { text: text.trim(), gap };
}

/** Checks the directives before the first instruction. Throws InvalidParameter for an escape that is none, or comes twice. */
export function checkDirectives(lines: readonly string[]): void {
  let escapes = 0;
  for (const line of lines) {
    const [, name = '', value = ''] = /^#\s*([a-zA-Z][a-zA-Z0-9]*)\s*=\s*(.+?)\s*$/.exec(line) ?? [];
    if (name === '') return;
    if (name.toLowerCase() !== 'escape') continue;
    if (++escapes > 1) throw failed('only one escape parser directive can be used');
    if (value !== '`' && value !== '\\')
      throw failed(`invalid escape token '${value}' does not match \` or \\`);
  }
}

const failed = (message: string) =>
  invalidParameter(`failed to parse Dockerfile: ${message}`, 'build.dockerfile');
