import { invalidParameter } from './errors.js';

/** What a `filters` parameter asks for: the values of each filter by its name, in the order of the request. */
export type Filters = ReadonlyMap<string, readonly string[]>;

/**
 * Reads a `filters` parameter: JSON, either `{"name":["a","b"]}` or the form that Docker's own client sends,
 * `{"name":{"a":true,"b":true}}`. `known` are the filters that the operation has; without it any is taken.
 * Throws InvalidParameter `invalid filter` for what is neither, `invalid filter 'x'` for an unknown one.
 */
export function parseFilters(text: string | undefined, known?: readonly string[]): Filters {
  if (!text) return new Map();
  const filters = readFilters(text);
  const unknown = known && [...filters.keys()].find((name) => !known.includes(name));
  if (unknown !== undefined) throw invalidFilter(unknown);
  return filters;
}

function readFilters(text: string): Filters {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw invalidParameter('invalid filter', 'filters.syntax', { cause: error });
  }
  if (value === null) return new Map();
  if (!isObject(value)) throw invalidParameter('invalid filter', 'filters.syntax');
  const entries = Object.entries(value);
  // The two forms do not mix: one request is of the one or of the other.
  const lists = entries.every(([, values]) => values === null || isTextList(values));
  const maps = entries.every(([, values]) => values === null || isFlagMap(values));
  if (!lists && !maps) throw invalidParameter('invalid filter', 'filters.syntax');
  const valuesOf = (values: unknown) => (lists ? (values as string[]) : Object.keys(values as object));
  return new Map(
    entries.map(([name, values]) => [name, [...new Set(values === null ? [] : valuesOf(values))]]),
  );
}

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isTextList = (value: unknown) =>
  Array.isArray(value) && value.every((entry) => typeof entry === 'string');
const isFlagMap = (value: unknown) =>
  isObject(value) && Object.values(value).every((entry) => typeof entry === 'boolean');

/** The error for an unknown filter, or for values that one does not have. */
export const invalidFilter = (name: string, values?: readonly string[]) =>
  invalidParameter(
    `invalid filter '${name}${values ? `=[${values.join(' ')}]` : ''}'`,
    values ? 'filters.value' : 'filters.unknown',
  );

/** A filter that is true or false (`1`, `true`, `0`, `false`); undefined when it is not given. Throws InvalidParameter. */
export function filterFlag(filters: Filters, name: string): boolean | undefined {
  const values = filters.get(name);
  if (!values) return undefined;
  const yes = values.includes('1') || values.includes('true');
  const no = values.includes('0') || values.includes('false');
  if (yes === no) throw invalidFilter(name, values);
  return yes;
}

/** True when the filter is not given, or one of its values is the text. */
export function passesExactly(filters: Filters, name: string, text: string): boolean {
  const values = filters.get(name) ?? [];
  return values.length === 0 || values.includes(text);
}

/**
 * True when the filter is not given, or the text is one of its values, or one of them is a regular expression that
 * matches a part of the text. What is no regular expression matches nothing else.
 */
export function passesPattern(filters: Filters, name: string, text: string): boolean {
  const values = filters.get(name) ?? [];
  return values.length === 0 || values.includes(text) || values.some((value) => matchesPart(value, text));
}

function matchesPart(pattern: string, text: string): boolean {
  try {
    return new RegExp(pattern).test(text);
  } catch {
    return false;
  }
}

type Labels = Readonly<Record<string, string>> | null | undefined;

/** True when the labels have what a value of a `label` filter wants: `key`, or `key=value`. */
export function hasLabel(labels: Labels, wanted: string): boolean {
  const equals = wanted.indexOf('=');
  const key = equals < 0 ? wanted : wanted.slice(0, equals);
  if (!labels || !Object.hasOwn(labels, key)) return false;
  return equals < 0 || labels[key] === wanted.slice(equals + 1);
}

/** True when the labels have all that the filter wants, also when it wants nothing. */
export const passesLabels = (filters: Filters, name: 'label' | 'label!', labels: Labels): boolean =>
  (filters.get(name) ?? []).every((wanted) => hasLabel(labels, wanted));
