import { invalidParameter, type ArcaError } from '@arca/plugin-kit';

/** What V8 says of a syntax error, and what Go's encoding/json says in its place. */
const WORDS: readonly (readonly [RegExp, string])[] = [
  [/Expected property name or/, 'looking for beginning of object key string'],
  [/Expected double-quoted property name/, 'looking for beginning of object key string'],
  [/Expected ':' after property name/, 'after object key'],
  [/Expected ',' or '}'/, 'after object key:value pair'],
  [/Expected ',' or ']'/, 'after array element'],
  [/Bad control character/, 'in string literal'],
  [/Bad escaped character/, 'in string escape code'],
  [/Bad Unicode escape/, 'in \\u hexadecimal character escape'],
  [/No number after minus sign|Exponent part|Unterminated fractional/, 'in numeric literal'],
];

/** Parses a body, and refuses what is no JSON in dockerd's words. Throws InvalidParameter. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw syntaxError(text, error instanceof Error ? error.message : '');
  }
}

function syntaxError(text: string, reason: string): ArcaError {
  if (/non-whitespace character after JSON/.test(reason)) {
    return invalidParameter('unexpected content after JSON', 'json.trailing');
  }
  if (text.trim() === '') return endOfBody();
  const position = Number(/at position (\d+)/.exec(reason)?.[1] ?? Number.NaN);
  if (/end of JSON input|Unterminated string/.test(reason) || position >= text.trimEnd().length) {
    return invalid('unexpected EOF');
  }
  const character = characterAt(text, position, reason);
  const where = WORDS.find(([pattern]) => pattern.test(reason))?.[1] ?? 'looking for beginning of value';
  return invalid(`invalid character '${character}' ${where}`);
}

/** An empty body where there must be one. */
export const endOfBody = (): ArcaError => invalid('got EOF while reading request body');

/** A body that cannot be read. */
export const invalid = (reason: string): ArcaError =>
  invalidParameter(`invalid JSON: ${reason}`, 'json.invalid');

function characterAt(text: string, position: number, reason: string): string {
  const found = text[position] ?? /Unexpected token '(.)'/su.exec(reason)?.[1];
  const character = found ?? text.trimStart()[0] ?? '';
  return character === "'" ? "\\'" : character < ' ' ? JSON.stringify(character).slice(1, -1) : character;
}
