/**
 * The words of an instruction's arguments: split at spaces outside of quotes, with quotes and escapes kept, since
 * expandWord() takes them away. An escape at the end counts for nothing.
 */
export function splitWords(text: string, escape = '\\'): string[] {
  const words: string[] = [];
  let word = '';
  let quote = '';
  let quoted = false;
  const finish = () => {
    if (word !== '' || quoted) words.push(word);
    word = '';
    quoted = false;
  };
  for (let index = 0; index < text.length; index++) {
    const character = text[index]!;
    if (quote === '' && /\s/.test(character)) {
      finish();
      continue;
    }
    if (character === escape && quote !== "'") {
      if (index + 1 === text.length) break;
      word += character + text[++index]!;
      continue;
    }
    word += character;
    if (quote === '' && (character === '"' || character === "'")) {
      quote = character;
      quoted = true;
    } else if (character === quote) quote = '';
  }
  finish();
  return words;
}

/**
 * The flags at the beginning of an instruction's arguments, quotes and escapes taken away, and what is behind them. `--`
 * alone ends the flags.
 */
export function splitFlags(text: string, escape = '\\'): { flags: string[]; rest: string } {
  const flags: string[] = [];
  let rest = text.trimStart();
  while (rest.startsWith('--')) {
    const [word, behind] = firstWord(rest, escape);
    rest = behind.trimStart();
    if (word === '--') break;
    flags.push(word);
  }
  return { flags, rest };
}

function firstWord(text: string, escape: string): [string, string] {
  let word = '';
  let quote = '';
  let index = 0;
  for (; index < text.length; index++) {
    const character = text[index]!;
    if (quote === '' && /\s/.test(character)) break;
    if (character === escape) word += text[++index] ?? '';
    else if (character === quote) quote = '';
    else if (quote === '' && (character === '"' || character === "'")) quote = character;
    else word += character;
  }
  return [word, text.slice(index)];
}

/** Arguments in JSON form (`["a", "b"]`); undefined for anything else. */
export function jsonWords(text: string): string[] | undefined {
  if (!text.startsWith('[')) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) && value.every((item) => typeof item === 'string') ? value : undefined;
  } catch {
    return undefined;
  }
}

/**
 * `name=value` pairs, as ENV and LABEL take them, or the older form: a name, a space, and everything behind it as the
 * value. Quotes are kept. Throws an Error with Docker's message.
 */
export function namedValues(text: string, keyword: string, escape = '\\'): [string, string][] {
  const words = splitWords(text, escape);
  if (words.length === 0) throw new Error(`${keyword} requires at least one argument`);
  if (!words[0]!.includes('=')) {
    const [, name = '', value = ''] = /^(\S+)\s*([\s\S]*)$/.exec(text.trim()) ?? [];
    if (value === '') throw new Error(`${keyword} must have two arguments`);
    return [[name, value]];
  }
  return words.map((word) => {
    const index = word.indexOf('=');
    if (index < 0)
      throw new Error(
        `Syntax error - can't find = in ${JSON.stringify(word)}. Must be of the form: name=value`,
      );
    if (index === 0) throw new Error(`${keyword} names can not be blank`);
    return [word.slice(0, index), word.slice(index + 1)];
  });
}
