/** Whether a path of a COPY is a pattern (Go's filepath.Match); a backslash takes what follows as it is. */
export const isPattern = (path: string): boolean => /[*?[\\]/.test(path);

/** The expression of one component of a pattern: `*` and `?` stay inside it. Throws a SyntaxError for a bad one. */
export function componentExpression(pattern: string): RegExp {
  let text = '';
  for (let index = 0; index < pattern.length; index++) {
    const character = pattern[index]!;
    if (character === '*') text += '[^/]*';
    else if (character === '?') text += '[^/]';
    else if (character === '[') {
      const end = classEnd(pattern, index);
      text += characterClass(pattern.slice(index + 1, end));
      index = end;
    } else if (character === '\\') {
      if (++index === pattern.length) throw new SyntaxError('syntax error in pattern');
      text += quoted(pattern[index]!);
    } else text += quoted(character);
  }
  return new RegExp(`^${text}$`, 'su');
}

const quoted = (character: string): string => character.replace(/[\\^$.*+?()[\]{}|/-]/u, '\\$&');

function classEnd(pattern: string, start: number): number {
  for (let index = start + 1; index < pattern.length; index++) {
    if (pattern[index] === '\\') index++;
    else if (pattern[index] === ']' && index > start + 1) return index;
  }
  throw new SyntaxError('syntax error in pattern');
}

function characterClass(body: string): string {
  const negated = body.startsWith('^');
  const members = (negated ? body.slice(1) : body).replace(/\\(.)|([[\]^&])/gsu, (_, escaped, special) =>
    quotedInClass((escaped ?? special) as string),
  );
  return `[${negated ? '^' : ''}${members}]`;
}

const quotedInClass = (character: string): string => `\\${character}`;
