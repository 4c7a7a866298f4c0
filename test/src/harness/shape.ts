import { expect } from 'chai';

/** JSON type of a field; `|` separates what is allowed, `string[]` is an array of strings or an empty one. */
export type Shape = Record<string, string>;

function jsonType(value: unknown): string {
  if (value === null) return 'null';
  if (!Array.isArray(value)) return typeof value;
  const types = [...new Set(value.map(jsonType))];
  return types.length === 1 ? `${types[0]}[]` : '[]';
}

/** Asserts that every named field is there with one of its types. Further fields are allowed. */
export function expectShape(value: object, shape: Shape, what: string): void {
  const problems = Object.entries(shape).flatMap(([field, types]) => {
    if (!(field in value)) return [`${field} is missing`];
    const type = jsonType((value as Record<string, unknown>)[field]);
    const allowed = types.split('|').flatMap((name) => (name.endsWith('[]') ? [name, '[]'] : [name]));
    return allowed.includes(type) ? [] : [`${field} is ${type}, not ${types}`];
  });
  expect(problems, what).to.deep.equal([]);
}

/** RFC 3339 with up to nanoseconds, as Go writes times. */
export const RFC3339_NANO = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:\d\d)$/;

/** The zero time, which stands for "never". */
export const ZERO_TIME = '0001-01-01T00:00:00Z';

/** A full id. */
export const ID = /^[0-9a-f]{64}$/;

/** A content digest. */
export const DIGEST = /^sha256:[0-9a-f]{64}$/;
