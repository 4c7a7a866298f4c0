import type { TypeSchema } from '../generated/routes.gen.js';
import { models } from '../generated/routes.gen.js';

/** A type of the table of routes, with aliases resolved and null taken apart. */
export type JsonType =
  | { kind: 'any' }
  | { kind: 'string' | 'boolean' | 'float' }
  | { kind: 'integer'; name: string; minimum: number; maximum: number }
  | { kind: 'array'; item: Nullable }
  | { kind: 'map'; value: Nullable }
  | { kind: 'object'; model: string };

export interface Nullable {
  type: JsonType;
  nullable: boolean;
}

const SAFE = Number.MAX_SAFE_INTEGER;

/**
 * Integers by the name of their alias. Numbers of JSON beyond 2^53 would silently become others in JavaScript, so the
 * 64-bit types end there and such numbers are refused.
 */
const INTEGERS: Readonly<Record<string, { name: string; minimum: number; maximum: number }>> = {
  Int: { name: 'int', minimum: -SAFE, maximum: SAFE },
  Int64: { name: 'int64', minimum: -SAFE, maximum: SAFE },
  Uint8: { name: 'uint8', minimum: 0, maximum: 2 ** 8 - 1 },
  Uint16: { name: 'uint16', minimum: 0, maximum: 2 ** 16 - 1 },
  Uint32: { name: 'uint32', minimum: 0, maximum: 2 ** 32 - 1 },
  Uint64: { name: 'uint64', minimum: 0, maximum: SAFE },
};

/** Reads a type of the table. */
export function jsonType(schema: TypeSchema): Nullable {
  if (schema.ref !== undefined) return { type: named(schema.ref), nullable: false };
  switch (schema.dataType) {
    case 'union':
      return union(schema.subSchemas ?? []);
    case 'enum':
      return enumeration(schema.enums ?? []);
    case 'array':
      return plain({ kind: 'array', item: jsonType(schema.array ?? {}) });
    case 'nestedObjectLiteral':
      return plain({ kind: 'map', value: mapValue(schema.additionalProperties) });
    case 'string':
    case 'boolean':
      return plain({ kind: schema.dataType });
    case 'double':
    case 'float':
      return plain({ kind: 'float' });
    default:
      return plain({ kind: 'any' });
  }
}

const plain = (type: JsonType): Nullable => ({ type, nullable: false });

const mapValue = (values: TypeSchema | boolean | undefined): Nullable =>
  typeof values === 'object' ? jsonType(values) : plain({ kind: 'any' });

function union(members: readonly TypeSchema[]): Nullable {
  const types = members.map(jsonType);
  const isNull = (member: TypeSchema): boolean =>
    member.dataType === 'enum' && member.enums?.every((value) => value === null) === true;
  const first = types.find((_, index) => !isNull(members[index] as TypeSchema));
  return { type: first?.type ?? { kind: 'any' }, nullable: members.some(isNull) || first?.nullable === true };
}

/** Go knows no enumerations: whoever owns the field refuses unknown values in words of its own. */
function enumeration(values: readonly unknown[]): Nullable {
  const some = values.find((value) => value !== null);
  const kind = typeof some === 'number' ? 'float' : typeof some === 'boolean' ? 'boolean' : 'string';
  return { type: { kind }, nullable: values.includes(null) };
}

function named(name: string): JsonType {
  const integer = INTEGERS[name];
  if (integer !== undefined) return { kind: 'integer', ...integer };
  const model = models[name];
  if (model === undefined) throw new Error(`the table of routes has no model ${name}`);
  if (model.dataType === 'refObject') return { kind: 'object', model: name };
  return model.dataType === 'refAlias' ? jsonType(model.type).type : enumeration(model.enums).type;
}
