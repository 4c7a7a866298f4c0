/** The source of a regular expression for a shell's pattern: `*` and `?`, a backslash takes what follows as it is. */
export function shellPattern(pattern: string): string {
  let source = '';
  for (let index = 0; index < pattern.length; index++) {
    const character = pattern[index]!;
    if (character === '*') source += '.*';
    else if (character === '?') source += '.';
    else source += quoted(character === '\\' ? (pattern[++index] ?? '\\') : character);
  }
  return source;
}

const quoted = (character: string): string => character.replace(/[\\^$.*+?()[\]{}|/-]/, '\\$&');
