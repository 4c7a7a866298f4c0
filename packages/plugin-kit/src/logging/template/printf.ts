import { print, typeOf, type Value } from './values.js';

/** Go's `Sprintf`, with the verbs that strings, numbers, booleans and lists have. */
export function printf(format: string, values: readonly Value[]): string {
  let used = 0;
  const text = format.replace(
    /%([-+# 0]*)(\d*)(?:\.(\d*))?(.?)/gsu,
    (_, flags: string, width: string, precision: string | undefined, verb: string) => {
      if (verb === '%') return '%';
      if (verb === '') return '%!(NOVERB)';
      if (used >= values.length) return `%!${verb}(MISSING)`;
      const value = values[used++];
      const shown = show(verb, value, flags, precision === undefined ? undefined : Number(precision));
      return shown === undefined
        ? `%!${verb}(${typeOf(value)}=${print(value)})`
        : fill(shown, Number(width), flags, typeof value === 'number');
    },
  );
  const extra = values.slice(used).map((value) => `${typeOf(value)}=${print(value)}`);
  return extra.length > 0 ? `${text}%!(EXTRA ${extra.join(', ')})` : text;
}

/** Undefined: the verb is not for such a value. */
function show(verb: string, value: Value, flags: string, precision?: number): string | undefined {
  if (Array.isArray(value) && verb !== 'v') {
    const all = (value as Value[]).map((element) => show(verb, element, flags, precision));
    return `[${all.join(' ')}]`;
  }
  const sign = flags.includes('+') && typeof value === 'number' && value >= 0 ? '+' : '';
  switch (verb) {
    case 'v':
      return sign + print(value);
    case 's':
      return typeof value === 'string' ? [...value].slice(0, precision).join('') : undefined;
    case 'q':
      return typeof value === 'string' ? JSON.stringify(value) : undefined;
    case 't':
      return typeof value === 'boolean' ? String(value) : undefined;
    case 'd':
      return Number.isInteger(value) ? sign + String(value as number) : undefined;
    case 'x':
    case 'X': {
      const hex =
        typeof value === 'string'
          ? Buffer.from(value).toString('hex')
          : Number.isInteger(value)
            ? (value as number).toString(16)
            : undefined;
      return verb === 'X' ? hex?.toUpperCase() : hex;
    }
    case 'f':
      return typeof value === 'number' && !Number.isInteger(value)
        ? sign + value.toFixed(precision ?? 6)
        : undefined;
    default:
      return undefined;
  }
}

function fill(text: string, width: number, flags: string, isNumber: boolean): string {
  const missing = Math.max(0, width - [...text].length);
  if (flags.includes('-')) return text + ' '.repeat(missing);
  if (!flags.includes('0')) return ' '.repeat(missing) + text;
  const sign = isNumber && /^[+-]/.test(text) ? text[0]! : '';
  return sign + '0'.repeat(missing) + text.slice(sign.length);
}
