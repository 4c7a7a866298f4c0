import { refName, type OpenApiDocument, type Schema } from '../description/document.js';
import { HEADER } from '../typescript/header.js';
import { keyText, type NameOf } from '../typescript/type-text.js';
import { scalarsText } from './scalars.js';
import { tsoaType } from './tsoa-type.js';

const own: NameOf = (name) => name;

/** Every schema as a plain interface or alias, for tsoa. What the fields mean is said in @arca/api. */
export function serverModelsText({ components }: OpenApiDocument): string {
  const models = Object.entries(components.schemas).map(([name, schema]) => modelText(name, schema));
  return `${HEADER}\n${scalarsText()}\n${models.join('\n')}`;
}

function modelText(name: string, schema: Schema): string {
  if (schema.properties === undefined) return `export type ${name} = ${tsoaType(schema, own)};\n`;
  const bases = (schema.allOf ?? []).map((base) => refName(base) as string);
  const heading = bases.length > 0 ? ` extends ${bases.join(', ')}` : '';
  const members = Object.entries(schema.properties).map(([key, value]) => {
    const optional = schema.required?.includes(key) === true ? '' : '?';
    return `${limits(value)}  ${keyText(key)}${optional}: ${tsoaType(value, own)};\n`;
  });
  return `export interface ${name}${heading} {\n${members.join('')}}\n`;
}

const LIMITS = ['minimum', 'maximum', 'minLength', 'maxLength', 'minItems', 'maxItems', 'pattern'] as const;

function limits(schema: Schema): string {
  const tags = LIMITS.filter((limit) => schema[limit] !== undefined).map(
    (limit) => `@${limit} ${schema[limit]}`,
  );
  return tags.length > 0 ? `  /** ${tags.join(' ')} */\n` : '';
}
