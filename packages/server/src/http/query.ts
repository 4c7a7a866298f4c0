import { invalidParameter } from '@arca/plugin-kit';

/** The parameters of a URL in the order in which they came; a name may come more than once. */
export class Query {
  readonly #pairs: readonly (readonly [name: string, value: string])[];

  /** Takes the part after the question mark. Throws InvalidParameter for a bad escape, as Go's net/url does. */
  constructor(text: string) {
    this.#pairs = text === '' ? [] : text.split('&').flatMap((part) => (part === '' ? [] : [pair(part)]));
  }

  /** The first value. */
  get(name: string): string | undefined {
    for (const [key, value] of this.#pairs) if (key === name) return value;
    return undefined;
  }

  all(name: string): string[] {
    return this.#pairs.flatMap(([key, value]) => (key === name ? [value] : []));
  }
}

function pair(part: string): [string, string] {
  if (part.includes(';')) throw invalidParameter('invalid semicolon separator in query', 'query.malformed');
  const equals = part.indexOf('=');
  return equals === -1
    ? [unescape(part), '']
    : [unescape(part.slice(0, equals)), unescape(part.slice(equals + 1))];
}

function unescape(text: string): string {
  return text.includes('%') || text.includes('+') ? unescapeUrl(text.replaceAll('+', ' ')) : text;
}

/** Undoes percent escapes; bytes that are no UTF-8 become U+FFFD. Throws InvalidParameter. */
export function unescapeUrl(text: string): string {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    const bad = /%(?![0-9A-Fa-f]{2}).{0,2}/s.exec(text);
    if (bad !== null) throw invalidParameter(`invalid URL escape ${JSON.stringify(bad[0])}`, 'url.malformed');
    const bytes = text.replace(/%([0-9A-Fa-f]{2})|([^%]+)/g, (_, hex: string | undefined, plain: string) =>
      hex === undefined
        ? Buffer.from(plain).toString('latin1')
        : String.fromCharCode(Number.parseInt(hex, 16)),
    );
    return Buffer.from(bytes, 'latin1').toString('utf8');
  }
}
