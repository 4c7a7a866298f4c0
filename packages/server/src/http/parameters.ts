import type { IncomingHttpHeaders } from 'node:http';
import { invalidParameter } from '@arca/plugin-kit';
import type { RouteParameter, TypeSchema } from '../generated/routes.gen.js';
import { jsonType } from './json-type.js';
import type { Query } from './query.js';

/** Where the arguments of a controller's method come from. `bytes` is the body of operations that take bytes. */
export interface RequestParts {
  /** The path parameter; no path has more than one. */
  pathValue: string;
  query: Query;
  headers: IncomingHttpHeaders;
  body: unknown;
  bytes: unknown;
}

/** Reads one argument. Throws InvalidParameter. */
export type Reader = (parts: RequestParts) => unknown;

/** Makes the reader of a parameter. */
export function parameterReader(operationId: string, parameter: RouteParameter): Reader {
  const { name, in: place } = parameter;
  switch (place) {
    case 'path':
      return ({ pathValue }) => pathValue;
    case 'body':
      return ({ body }) => body;
    case 'request':
      return ({ bytes }) => bytes;
    case 'header':
      return headerReader(name, parameter.required === true);
    case 'query':
      return queryReader(operationId, parameter);
  }
}

function headerReader(name: string, required: boolean): Reader {
  const key = name.toLowerCase();
  return ({ headers }) => {
    const value = headers[key];
    const text = Array.isArray(value) ? value[0] : value;
    // As in Go, where an absent header is an empty one.
    return text === undefined || text === '' ? (required ? '' : undefined) : text;
  };
}

function queryReader(operationId: string, parameter: RouteParameter): Reader {
  const { name } = parameter;
  const refused = refusals[`${operationId}.${name}`] ?? refusals[name] ?? {};
  if (parameter.dataType === 'array') {
    const check = checked(parameter.array ?? {}, name, refused);
    return ({ query }) => {
      const values = query.all(name).filter((value) => value !== '');
      return values.length === 0 ? undefined : values.map(check);
    };
  }
  const check = checked(parameter, name, refused);
  // An empty boolean is false, everything else that is empty is absent.
  const boolean = parameter.dataType === 'boolean';
  return ({ query }) => {
    const value = query.get(name);
    if (value !== undefined && (value !== '' || boolean)) return check(value);
    if (parameter.required === true)
      throw malformed(refused.missing ?? `bad parameter: ${name} cannot be empty`);
    return undefined;
  };
}

interface Refusal {
  missing?: string;
  /** A number that is none, or out of range: `reason` is Go's. */
  number?: (value: string, reason: string) => string;
  /** Not a value of the enumeration. */
  unknown?: (value: string) => string;
}

/** dockerd's words where they are not the general ones. */
const refusals: Readonly<Record<string, Refusal>> = {
  path: { missing: 'bad parameter: pathcannot be empty' },
  'ContainerRename.name': { missing: 'Neither old nor new names may be empty' },
  'SystemDataUsage.type': { unknown: (value) => `unknown object type: ${value}` },
  h: {
    missing: 'invalid resize height "": invalid syntax',
    number: (value, reason) => `invalid resize height ${JSON.stringify(value)}: ${reason}`,
  },
  w: {
    missing: 'invalid resize width "": invalid syntax',
    number: (value, reason) => `invalid resize width ${JSON.stringify(value)}: ${reason}`,
  },
};

function checked(schema: TypeSchema, name: string, refused: Refusal): (value: string) => unknown {
  const { type } = jsonType(schema);
  if (type.kind === 'boolean') return booleanValue;
  if (type.kind === 'integer') {
    return (value) => {
      const [number, reason] = integerValue(value, name === 'h' || name === 'w' ? 2 ** 32 - 1 : undefined);
      if (reason === undefined) return number;
      throw malformed(
        refused.number?.(value, reason) ?? `strconv.ParseInt: parsing ${JSON.stringify(value)}: ${reason}`,
      );
    };
  }
  const known = enumOf(schema);
  if (known === undefined) return (value) => value;
  return (value) => {
    if (known.includes(value)) return value;
    throw malformed(refused.unknown?.(value) ?? `invalid ${name}: ${JSON.stringify(value)}`);
  };
}

function enumOf(schema: TypeSchema): readonly unknown[] | undefined {
  if (schema.dataType === 'enum') return schema.enums;
  const members = schema.dataType === 'union' ? (schema.subSchemas ?? []).map(enumOf) : [];
  return members.length > 0 && members.every((member) => member !== undefined) ? members.flat() : undefined;
}

/** moby's `httputils.BoolValue`. */
export function booleanValue(value: string): boolean {
  return !['', '0', 'no', 'false', 'none'].includes(value.trim().toLowerCase());
}

/** A decimal integer as Go's strconv reads it; unsigned when `maximum` is given. */
function integerValue(value: string, maximum?: number): [number: number, reason?: string] {
  if (!(maximum === undefined ? /^[+-]?\d+$/ : /^-?\d+$/).test(value)) return [0, 'invalid syntax'];
  const number = Number(value);
  const inRange = maximum === undefined ? Number.isSafeInteger(number) : number >= 0 && number <= maximum;
  return inRange ? [number] : [0, 'value out of range'];
}

const malformed = (message: string): Error => invalidParameter(message, 'parameter.malformed');
