import { shellPattern } from './shell-pattern.js';

/** The value of a variable; undefined when it is not set. */
export type Lookup = (name: string) => string | undefined;

export interface ExpansionOptions {
  /** The character that takes the next one as it is; a backslash unless a directive says otherwise. */
  escape?: string;
}

/**
 * A word of a Dockerfile with variables replaced and quotes taken away, by the shell's rules as Docker reduces them:
 * `$name`, `${name}`, and in braces the modifiers `-`, `+`, `?` (with a colon: also when empty), `#`, `##`, `%`, `%%`,
 * `/` and `//`. Throws an Error that says what is wrong with it.
 */
export function expandWord(text: string, lookup: Lookup, options: ExpansionOptions = {}): string {
  return expanding(text, lookup, options).text;
}

/** As expandWord(), split at the spaces that come out of variables, too: EXPOSE takes several ports from one. */
export function expandWords(text: string, lookup: Lookup, options: ExpansionOptions = {}): string[] {
  return expanding(text, lookup, options).words;
}

function expanding(text: string, lookup: Lookup, { escape = '\\' }: ExpansionOptions) {
  const expansion = new Expansion(text, lookup, escape);
  try {
    const result = expansion.until('', false);
    return { text: result, words: expansion.words() };
  } catch (error) {
    throw new Error(`failed to process ${JSON.stringify(text)}: ${(error as Error).message}`, {
      cause: error,
    });
  }
}

class Expansion {
  private position = 0;
  /** What has been found so far at the outermost level; splitting spaces are marked. */
  private pieces: { text: string; splits: boolean }[] = [];
  private depth = 0;

  constructor(
    private readonly source: string,
    private readonly lookup: Lookup,
    private readonly escape: string,
  ) {}

  words(): string[] {
    const words: string[] = [];
    let word: string | undefined;
    for (const { text, splits } of this.pieces) {
      for (const part of splits ? text.split(/(\s+)/) : [text]) {
        if (splits && /^\s+$/.test(part)) {
          if (word) words.push(word);
          word = undefined;
        } else if (part !== '') word = (word ?? '') + part;
      }
    }
    return word ? [...words, word] : words;
  }

  /** Up to a character that ends it, which is passed; an empty one stands for the end of the text. */
  until(stop: string, raw: boolean): string {
    let result = '';
    this.depth++;
    const add = (text: string, splits: boolean) => {
      result += text;
      if (this.depth === 1) this.pieces.push({ text, splits });
    };
    while (this.position < this.source.length) {
      const character = this.source[this.position]!;
      if (character === stop) {
        this.position++;
        this.depth--;
        return result;
      }
      if (character === '$') add(this.variable(), true);
      else if (character === "'") add(this.single(), false);
      else if (character === '"') add(this.double(raw), false);
      else if (character === this.escape) {
        const next = this.source[this.position + 1];
        this.position += 2;
        if (next !== undefined) add(raw ? character + next : next, false);
      } else {
        this.position++;
        add(character, true);
      }
    }
    this.depth--;
    if (stop !== '') throw new Error(`unexpected end of statement while looking for matching ${stop}`);
    return result;
  }

  private single(): string {
    const end = this.source.indexOf("'", this.position + 1);
    if (end < 0) throw new Error('unexpected end of statement while looking for matching single-quote');
    const text = this.source.slice(this.position + 1, end);
    this.position = end + 1;
    return text;
  }

  private double(raw: boolean): string {
    let result = '';
    this.position++;
    while (this.position < this.source.length) {
      const character = this.source[this.position]!;
      if (character === '"') {
        this.position++;
        return result;
      }
      if (character === '$') {
        result += this.variable();
        continue;
      }
      this.position++;
      result += character === this.escape ? this.escapedInQuotes(raw) : character;
    }
    throw new Error('unexpected end of statement while looking for matching double-quote');
  }

  /** Only quotes, dollars and the escape itself can be escaped between quotes. */
  private escapedInQuotes(raw: boolean): string {
    const next = this.source[this.position];
    if (next === undefined) return '';
    if (!['"', '$', this.escape].includes(next)) return this.escape;
    this.position++;
    return raw ? this.escape + next : next;
  }

  private variable(): string {
    this.position++;
    if (this.source[this.position] !== '{') {
      const name = this.name();
      return name === '' ? '$' : (this.lookup(name) ?? '');
    }
    this.position++;
    const first = this.source[this.position];
    if (first === undefined) throw new Error("syntax error: missing '}'");
    if ('{}:'.includes(first)) throw new Error('syntax error: bad substitution');
    const name = this.name();
    const modifier = this.source[this.position++] ?? '';
    const value = this.lookup(name);
    if (modifier === '}') return value ?? '';
    if (modifier === '/') return this.replaced(value ?? '');
    if (modifier === '#' || modifier === '%') return this.trimmed(modifier, value ?? '');
    return this.conditional(name, value, modifier);
  }

  private name(): string {
    const [name = ''] =
      /^(\d+|[@*#?$!-]|[\p{L}_][\p{L}\p{Nd}_]*)?/u.exec(this.source.slice(this.position)) ?? [];
    this.position += name.length;
    return name;
  }

  /** What is between here and the brace that ends it. */
  private rest(raw: boolean): string {
    return this.part('}', raw);
  }

  private part(stop: string, raw: boolean): string {
    const start = this.position;
    try {
      return this.until(stop, raw);
    } catch (error) {
      if (this.position < this.source.length || this.source.indexOf(stop, start) >= 0) throw error;
      throw new Error(`syntax error: missing '${stop}'${stop === '/' ? ' in ${}' : ''}`, { cause: error });
    }
  }

  private conditional(name: string, value: string | undefined, modifier: string): string {
    const colon = modifier === ':';
    const kind = colon ? (this.source[this.position++] ?? '') : modifier;
    if (!['-', '+', '?'].includes(kind) || kind === '')
      throw new Error(`unsupported modifier (${colon ? `:${kind}` : kind}) in substitution`);
    const word = this.rest(false);
    const unset = value === undefined || (colon && value === '');
    if (kind === '-') return unset ? word : value;
    if (kind === '+') return unset ? '' : word;
    if (!unset) return value;
    const state = value === undefined ? 'unset' : 'empty';
    throw new Error(`${name}: ${word || `is not allowed to be ${state}`}`);
  }

  private trimmed(kind: '#' | '%', value: string): string {
    const word = this.rest(true);
    const longest = word.startsWith(kind);
    const pattern = longest ? word.slice(1) : word;
    const lengths = Array.from({ length: value.length + 1 }, (_, index) => index);
    const expression = new RegExp(`^(?:${shellPattern(pattern)})$`, 's');
    for (const length of longest ? lengths.reverse() : lengths) {
      const end = kind === '#' ? value.slice(0, length) : value.slice(value.length - length);
      if (expression.test(end))
        return kind === '#' ? value.slice(length) : value.slice(0, value.length - length);
    }
    return value;
  }

  private replaced(value: string): string {
    const all = this.source[this.position] === '/';
    if (all) this.position++;
    const pattern = this.part('/', true);
    const replacement = this.rest(true);
    return value.replace(new RegExp(shellPattern(pattern), all ? 'gs' : 's'), () => replacement);
  }
}
