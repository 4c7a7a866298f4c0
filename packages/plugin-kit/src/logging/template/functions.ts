import { TemplateError } from './lexer.js';
import { printf } from './printf.js';
import { isTrue, print, toJson, typeOf, type Value } from './values.js';

interface TemplateFunction {
  /** Numbers of arguments; without `most` any number. */
  least: number;
  most?: number;
  call(...values: Value[]): Value;
}

const fixed = (count: number, call: (...values: Value[]) => Value): TemplateFunction => ({
  least: count,
  most: count,
  call,
});

function expected(type: string, value: Value): never {
  if (value === undefined) throw new TemplateError(`invalid value; expected ${type}`);
  throw new TemplateError(`wrong type for value; expected ${type}; got ${typeOf(value)}`);
}
const text = (value: Value): string => (typeof value === 'string' ? value : expected('string', value));
const integer = (value: Value): number =>
  typeof value === 'number' && Number.isInteger(value) ? value : expected('int', value);
const strings = (value: Value): string[] =>
  Array.isArray(value) ? (value as Value[]).map(text) : expected('[]string', value);

const failed = (name: string, message: string): never => {
  throw new TemplateError(`error calling ${name}: ${message}`);
};
/** Lengths and offsets of strings are bytes. */
const cut = (value: string, start: number, end?: number) =>
  Buffer.from(value).subarray(start, end).toString();

function compare(name: string, a: Value, b: Value): number {
  const simple = (value: Value) => ['string', 'number', 'boolean'].includes(typeof value);
  if (!simple(a) || !simple(b)) return failed(name, 'invalid type for comparison');
  if (typeof a !== typeof b) return failed(name, 'incompatible types for comparison');
  return a === b ? 0 : a! < b! ? -1 : 1;
}

const order = (name: string, holds: (sign: number) => boolean): TemplateFunction =>
  fixed(2, (a, b) =>
    typeof a === 'boolean' ? failed(name, 'invalid type for comparison') : holds(compare(name, a, b)),
  );

function index(value: Value, ...keys: Value[]): Value {
  let found = value;
  for (const key of keys) {
    if (found instanceof Map) {
      if (typeof key !== 'string') failed('index', `value has type ${typeOf(key)}; should be string`);
      found = found.get(key as string) ?? '';
    } else if (Array.isArray(found) || typeof found === 'string') {
      if (typeof key !== 'number') failed('index', `cannot index slice/array with type ${typeOf(key)}`);
      const items: ArrayLike<Value> = typeof found === 'string' ? Buffer.from(found) : (found as Value[]);
      if ((key as number) < 0 || (key as number) >= items.length) {
        failed('index', `index out of range: ${print(key)}`);
      }
      found = items[key as number];
    } else {
      failed(
        'index',
        found === undefined ? 'index of untyped nil' : `can't index item of type ${typeOf(found)}`,
      );
    }
  }
  return found;
}

function slice(value: Value, start: Value = 0, end?: Value): Value {
  if (typeof value !== 'string' && !Array.isArray(value)) {
    return failed('slice', `can't slice item of type ${typeOf(value)}`);
  }
  const size = typeof value === 'string' ? Buffer.byteLength(value) : value.length;
  const [from, to] = [integer(start), end === undefined ? size : integer(end)];
  for (const bound of [from, to]) {
    if (bound < 0 || bound > size) failed('slice', `index out of range: ${bound}`);
  }
  if (from > to) failed('slice', `invalid slice index: ${from} > ${to}`);
  return typeof value === 'string' ? cut(value, from, to) : (value as Value[]).slice(from, to);
}

function length(value: Value): number {
  if (typeof value === 'string') return Buffer.byteLength(value);
  if (Array.isArray(value)) return value.length;
  if (value instanceof Map) return value.size;
  return failed('len', value === undefined ? 'len of nil pointer' : `len of type ${typeOf(value)}`);
}

/** Go's `Sprint`: a space between two of which none is a string. */
const sprint = (...values: Value[]) =>
  values
    .map((value, at) => {
      const apart = at > 0 && typeof value !== 'string' && typeof values[at - 1] !== 'string';
      return (apart ? ' ' : '') + print(value);
    })
    .join('');

const html: Readonly<Record<string, string>> = {
  '"': '&#34;',
  "'": '&#39;',
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
};

/** Docker's functions, and those of Go; `and` and `or` are the evaluator's. */
export const functions: Readonly<Record<string, TemplateFunction>> = Object.assign(
  Object.create(null) as object,
  {
    json: fixed(1, toJson),
    split: fixed(2, (value, separator) => text(value).split(text(separator))),
    join: fixed(2, (values, separator) => strings(values).join(text(separator))),
    title: fixed(1, (value) =>
      text(value).replace(/(^|[^\p{L}\p{N}_'])\p{L}/gu, (start) => start.toUpperCase()),
    ),
    lower: fixed(1, (value) => text(value).toLowerCase()),
    upper: fixed(1, (value) => text(value).toUpperCase()),
    pad: fixed(
      3,
      (value, before, after) =>
        text(value) && ' '.repeat(integer(before)) + text(value) + ' '.repeat(integer(after)),
    ),
    truncate: fixed(2, (value, size) => cut(text(value), 0, integer(size))),
    index: { least: 1, call: index },
    slice: { least: 1, most: 3, call: slice },
    len: fixed(1, length),
    not: fixed(1, (value) => !isTrue(value)),
    eq: { least: 2, call: (first, ...others) => others.some((other) => compare('eq', first, other) === 0) },
    ne: fixed(2, (a, b) => compare('ne', a, b) !== 0),
    lt: order('lt', (sign) => sign < 0),
    le: order('le', (sign) => sign <= 0),
    gt: order('gt', (sign) => sign > 0),
    ge: order('ge', (sign) => sign >= 0),
    print: { least: 0, call: sprint },
    println: { least: 0, call: (...values) => `${values.map(print).join(' ')}\n` },
    printf: { least: 1, call: (format, ...values) => printf(text(format), values) },
    html: { least: 0, call: (...values) => sprint(...values).replace(/["'&<>]/g, (sign) => html[sign]!) },
    urlquery: {
      least: 0,
      call: (...values) =>
        encodeURIComponent(sprint(...values))
          .replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
          .replaceAll('%20', '+'),
    },
  } satisfies Record<string, TemplateFunction>,
);
