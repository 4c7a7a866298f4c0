/** A template that cannot be parsed or evaluated; the message is Go's. */
export class TemplateError extends Error {}

/** A word of an action. */
export interface Token {
  kind: 'word' | 'field' | 'variable' | 'dot' | 'string' | 'number' | 'sign' | 'close' | 'end';
  text: string;
  /** Offset in the template. */
  at: number;
  /** Follows the word before it without a space: `$a.b` is one operand, `$a .b` are two. */
  joined: boolean;
}

/** Text, or the words of one action, of which the last is its `close`. */
export type Piece = string | Token[];

const words: [Token['kind'] | 'space', RegExp][] = [
  ['space', /\s+/y],
  ['close', /\}\}/y],
  ['string', /"(?:[^"\\\n]|\\.)*"|`[^`]*`/y],
  ['number', /[+-]?\d+(?:\.\d+)?|'(?:[^'\\\n]|\\.)+'/y],
  ['field', /\.[\p{L}_][\p{L}\p{N}_]*/uy],
  ['variable', /\$[\p{L}\p{N}_]*/uy],
  ['dot', /\./y],
  ['word', /[\p{L}_][\p{L}\p{N}_]*/uy],
  ['sign', /:=|[=|(),]/y],
];

/** Takes a template of Go's `text/template` apart. Throws TemplateError. */
export function pieces(template: string, fail: (message: string, at: number) => never): Piece[] {
  const found: Piece[] = [];
  let trims = false;
  for (let at = 0; at < template.length;) {
    const open = template.indexOf('{{', at);
    let text = template.slice(at, open < 0 ? template.length : open);
    const trimsLeft = open >= 0 && /^-\s/.test(template.slice(open + 2, open + 4));
    if (trims) text = text.trimStart();
    if (trimsLeft) text = text.trimEnd();
    if (text) found.push(text);
    if (open < 0) break;
    const start = open + (trimsLeft ? 4 : 2);
    const comment = /^\/\*.*?\*\/(\s-)?\}\}/s.exec(template.slice(start));
    if (comment) {
      trims = comment[1] !== undefined;
      at = start + comment[0].length;
      continue;
    }
    const tokens = action(template, start, fail);
    const close = tokens.at(-1)!;
    trims = close.text.startsWith('-');
    at = close.at + close.text.length;
    found.push(tokens);
  }
  return found;
}

function action(template: string, start: number, fail: (message: string, at: number) => never): Token[] {
  const tokens: Token[] = [];
  let joined = false;
  for (let at = start; ;) {
    if (joined === false && template.startsWith('-}}', at) && /\s/.test(template[at - 1] ?? '')) {
      tokens.push({ kind: 'close', text: '-}}', at, joined });
      return tokens;
    }
    const token = next(template, at);
    if (!token) return fail(problem(template.slice(at)), at);
    at += token.text.length;
    if (token.kind !== 'space') tokens.push({ ...token, kind: token.kind, joined });
    joined = token.kind !== 'space';
    if (token.kind === 'close') return tokens;
  }
}

function next(template: string, at: number) {
  for (const [kind, pattern] of words) {
    pattern.lastIndex = at;
    const text = pattern.exec(template)?.[0];
    if (text) return { kind, text, at };
  }
  return undefined;
}

function problem(rest: string): string {
  if (rest === '') return 'unclosed action';
  if (rest.startsWith('"')) return 'unterminated quoted string';
  if (rest.startsWith('`')) return 'unterminated raw quoted string';
  if (rest.startsWith("'")) return 'unterminated character constant';
  return `unexpected ${JSON.stringify(rest[0])} in command`;
}
