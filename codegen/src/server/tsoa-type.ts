import { refName, type Schema, type SchemaType } from '../description/document.js';
import { quoted, type NameOf } from '../typescript/type-text.js';
import { scalarName } from './scalars.js';

/** A schema as a TypeScript type that tsoa understands: named scalars, index signatures, no intersections. */
export function tsoaType(schema: Schema, nameOf: NameOf): string {
  const name = refName(schema);
  if (name !== undefined) return nameOf(name);
  if (schema.oneOf !== undefined) return schema.oneOf.map((member) => tsoaType(member, nameOf)).join(' | ');
  const types = [schema.type ?? []].flat();
  if (types.length === 0) return 'unknown';
  return types.map((type) => one(type, schema, nameOf)).join(' | ');
}

function one(type: SchemaType, schema: Schema, nameOf: NameOf): string {
  if (schema.enum !== undefined && type !== 'null') {
    return schema.enum
      .map((value) => (typeof value === 'number' ? String(value) : quoted(value)))
      .join(' | ');
  }
  switch (type) {
    case 'array':
      return arrayOf(tsoaType(schema.items ?? {}, nameOf));
    case 'object':
      return mapOf(schema, nameOf);
    case 'integer':
    case 'string': {
      const scalar = scalarName(schema);
      return scalar === undefined ? type : nameOf(scalar);
    }
    default:
      return type;
  }
}

const arrayOf = (item: string): string => (/[ |]/.test(item) ? `(${item})[]` : `${item}[]`);

function mapOf({ additionalProperties: values }: Schema, nameOf: NameOf): string {
  return `{ [key: string]: ${typeof values === 'object' ? tsoaType(values, nameOf) : 'unknown'} }`;
}
