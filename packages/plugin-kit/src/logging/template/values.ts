/** A value of a template: Go's strings, numbers, booleans, slices, maps and structs; undefined is no value. */
export type Value =
  string | number | boolean | undefined | readonly Value[] | ReadonlyMap<string, Value> | Struct;

/** Fields and methods without arguments. */
export class Struct {
  constructor(
    /** Go's name, for messages. */
    readonly type: string,
    readonly fields: Readonly<Record<string, () => Value>>,
  ) {}
}

/** Go's truth: what is not empty and not zero. */
export function isTrue(value: Value): boolean {
  if (Array.isArray(value)) return value.length > 0;
  if (value instanceof Map) return value.size > 0;
  return Boolean(value);
}

/** Go's name of a value's type. */
export function typeOf(value: Value): string {
  if (typeof value === 'string') return 'string';
  if (typeof value === 'number') return Number.isInteger(value) ? 'int' : 'float64';
  if (typeof value === 'boolean') return 'bool';
  if (Array.isArray(value)) return '[]string';
  if (value instanceof Map) return 'map[string]string';
  return value instanceof Struct ? value.type : '<nil>';
}

/** As Go's `%v` has it. */
export function print(value: Value): string {
  if (value === undefined) return '<no value>';
  if (Array.isArray(value)) return `[${(value as Value[]).map(print).join(' ')}]`;
  if (value instanceof Map) {
    const keys = [...(value as ReadonlyMap<string, Value>).keys()].sort();
    return `map[${keys.map((key) => `${key}:${print((value as ReadonlyMap<string, Value>).get(key))}`).join(' ')}]`;
  }
  if (value instanceof Struct) return `&{${value.type}}`;
  return String(value);
}

/** As Go's `encoding/json` has it, with `<`, `>` and `&` as they are. */
export function toJson(value: Value): string {
  if (value === undefined) return 'null';
  if (Array.isArray(value)) return `[${(value as Value[]).map(toJson).join(',')}]`;
  const entries =
    value instanceof Map
      ? [...(value as ReadonlyMap<string, Value>)].sort(([a], [b]) => (a < b ? -1 : 1))
      : value instanceof Struct
        ? Object.entries(value.fields).map(([name, get]): [string, Value] => [name, get()])
        : undefined;
  if (!entries) return JSON.stringify(value);
  return `{${entries.map(([key, element]) => `${JSON.stringify(key)}:${toJson(element)}`).join(',')}}`;
}
