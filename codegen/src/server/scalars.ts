import type { Schema } from '../description/document.js';

/**
 * Formats of numbers and strings have names of their own in the server's models, since tsoa sees no format in
 * TypeScript's `number` and `string`, and the table of routes is to keep them.
 */
export const SCALARS: Readonly<
  Record<string, { base: 'number' | 'string'; format: string; tags: string[] }>
> = {
  Int: { base: 'number', format: '', tags: ['@isInt'] },
  Int64: { base: 'number', format: 'int64', tags: ['@isLong'] },
  Uint8: { base: 'number', format: 'uint8', tags: ['@isInt', '@minimum 0', '@maximum 255'] },
  Uint16: { base: 'number', format: 'uint16', tags: ['@isInt', '@minimum 0', '@maximum 65535'] },
  Uint32: { base: 'number', format: 'uint32', tags: ['@isInt', '@minimum 0', '@maximum 4294967295'] },
  Uint64: { base: 'number', format: 'uint64', tags: ['@isLong', '@minimum 0'] },
  Cidr: { base: 'string', format: 'cidr', tags: [] },
  DateTime: { base: 'string', format: 'date-time', tags: [] },
  IpAddress: { base: 'string', format: 'ip-address', tags: [] },
  JsonText: { base: 'string', format: 'json', tags: [] },
  Uri: { base: 'string', format: 'uri', tags: [] },
};

/** The name for a number or string with a format; undefined for plain strings and other types. */
export function scalarName(schema: Schema): string | undefined {
  const types = [schema.type ?? []].flat();
  const base = types.includes('integer') ? 'number' : types.includes('string') ? 'string' : undefined;
  if (base === undefined || schema.enum !== undefined) return undefined;
  if (base === 'string' && schema.format === undefined) return undefined;
  const found = Object.entries(SCALARS).find(
    ([, scalar]) => scalar.base === base && scalar.format === (schema.format ?? ''),
  );
  if (found === undefined) throw new Error(`no scalar for ${base} with the format ${schema.format}`);
  return found[0];
}

export function scalarsText(): string {
  return Object.entries(SCALARS)
    .map(
      ([name, { base, tags }]) =>
        `${tags.length > 0 ? `/** ${tags.join(' ')} */\n` : ''}export type ${name} = ${base};\n`,
    )
    .join('');
}
