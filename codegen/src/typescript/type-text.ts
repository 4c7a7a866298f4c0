import { refName, type Schema, type SchemaType } from '../description/document.js';

/** How named schemas are called in the text that is being written; tells the caller which are in use. */
export type NameOf = (schema: string) => string;

/** A schema as a TypeScript type. */
export function typeText(schema: Schema, nameOf: NameOf = (name) => name): string {
  const name = refName(schema);
  if (name !== undefined) return nameOf(name);
  const members = schema.oneOf?.map((member) => typeText(member, nameOf)) ?? ownTypes(schema, nameOf);
  return members.length === 0 ? 'unknown' : [...new Set(members)].join(' | ');
}

function ownTypes(schema: Schema, nameOf: NameOf): string[] {
  const types = [schema.type ?? (schema.enum ? 'string' : [])].flat();
  return types.flatMap((type) => typesOf(type, schema, nameOf));
}

function typesOf(type: SchemaType, schema: Schema, nameOf: NameOf): string[] {
  switch (type) {
    case 'array':
      return [arrayText(schema.items ?? {}, nameOf)];
    case 'object':
      return [mapText(schema, nameOf)];
    case 'integer':
    case 'number':
      return schema.enum?.map(String) ?? ['number'];
    case 'string':
      return schema.enum?.map((value) => quoted(String(value))) ?? ['string'];
    default:
      return [type];
  }
}

function arrayText(items: Schema, nameOf: NameOf): string {
  const item = typeText(items, nameOf);
  return /[ |&]/.test(item) ? `(${item})[]` : `${item}[]`;
}

function mapText({ additionalProperties: values }: Schema, nameOf: NameOf): string {
  return `Record<string, ${typeof values === 'object' ? typeText(values, nameOf) : 'unknown'}>`;
}

export function quoted(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}

/** A name as the key of a property: quoted where it must be. */
export function keyText(name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : quoted(name);
}
