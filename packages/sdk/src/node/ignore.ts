interface Pattern {
  expression: RegExp;
  /** It takes back what an earlier one left out. */
  exception: boolean;
}

/** What a `.dockerignore` leaves out of a context. */
export interface Ignore {
  /** Whether a path, relative to the context and with slashes, is left out. */
  (path: string): boolean;
  /** Something below a folder that is left out may be taken back. */
  readonly hasExceptions: boolean;
}

/**
 * Reads patterns as Docker does: one a line, `#` begins a comment, `*` and `?` stay within a name, `**` does not, `!`
 * takes back; the last that fits counts, and what fits a folder fits all in it. Throws a SyntaxError for a bad pattern.
 */
export function ignoreOf(text: string): Ignore {
  const patterns = text
    .replace(/^\uFEFF/, '')
    .split('\n')
    .flatMap(patternOf);
  const ignore = (path: string) => {
    let ignored = false;
    for (const { expression, exception } of patterns) {
      if (ignored === exception && expression.test(path)) ignored = !exception;
    }
    return ignored;
  };
  return Object.assign(ignore, { hasExceptions: patterns.some(({ exception }) => exception) });
}

function patternOf(line: string): Pattern[] {
  if (line.startsWith('#')) return [];
  const text = line.trim();
  if (text === '') return [];
  const exception = text.startsWith('!');
  const path = clean(exception ? text.slice(1).trim() : text);
  if (exception && path === '') throw new SyntaxError(`.dockerignore: ${text} excepts nothing`);
  // The context itself stays.
  if (path === '' || path === '.') return [];
  return [{ expression: expressionOf(path), exception }];
}

/** A path without empty parts, `.` and `..`, relative to the context. */
function clean(path: string): string {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/');
}

function expressionOf(path: string): RegExp {
  let source = '';
  for (let at = 0; at < path.length; at++) {
    const character = path[at] as string;
    if (character === '*' && path[at + 1] === '*') {
      at++;
      if (path[at + 1] === '/') at++;
      source += at === path.length - 1 ? '.*' : '(?:.*/)?';
    } else if (character === '*') source += '[^/]*';
    else if (character === '?') source += '[^/]';
    else if (character === '[') {
      const end = path.indexOf(']', at + 2);
      if (end < 0) throw new SyntaxError(`.dockerignore: a class is not closed in ${path}`);
      source += path.slice(at, end + 1).replaceAll('\\', '\\\\');
      at = end;
    } else if (character === '\\' && at + 1 < path.length) source += literal(path[++at] as string);
    else source += literal(character);
  }
  return new RegExp(`^${source}(?:/.*)?$`, 's');
}

const literal = (character: string): string => character.replace(/[\\^$.*+?()[\]{}|/]/, '\\$&');
