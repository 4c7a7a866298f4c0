import type { Header, Parameter, Response, Schema } from '../description/document.js';
import type { OperationFacts } from '../operation-facts.js';
import { HEADER } from '../typescript/header.js';
import { keyText, quoted, type NameOf } from '../typescript/type-text.js';
import { tsoaType } from './tsoa-type.js';

/** One controller a tag, by its name; each method hands over to the dispatcher. */
export function controllers(operations: readonly OperationFacts[]): Map<string, string> {
  const byTag = Map.groupBy(operations, ({ tag }) => tag);
  return new Map([...byTag].map(([tag, own]) => [tag, controllerText(tag, own)]));
}

export const DISPATCHER = `${HEADER}
/** What controllers hand over to. \`body\` is the JSON value, or for bytes the request itself. */
export interface Dispatcher {
  dispatch<Result>(operationId: string, params: object, body: unknown): Promise<Result>;
}
`;

/** Where tsoa's decorators are: only they are loaded at run time, tsoa's own runtime is not. */
const DECORATORS: Record<string, string[]> = {
  methods: ['Get', 'Head', 'Post', 'Put', 'Delete'],
  operationid: ['OperationId'],
  parameter: ['Body', 'Consumes', 'Header', 'Path', 'Query', 'Request'],
  response: ['Response', 'SuccessResponse'],
  route: ['Route'],
  tags: ['Tags'],
};

function controllerText(tag: string, operations: readonly OperationFacts[]): string {
  const models = new Set<string>();
  const nameOf: NameOf = (name) => {
    models.add(name);
    return name;
  };
  const methods = operations.map((facts) => methodText(facts, nameOf));
  const body = `@Route()
@Tags(${quoted(tag)})
export class ${tag}Controller {
  constructor(private readonly dispatcher: Dispatcher) {}
${methods.join('')}}
`;
  const readable = /\bReadable\b/.test(body) ? "import type { Readable } from 'node:stream';\n" : '';
  return `${HEADER}
${readable}${decoratorImports(body)}import type { Dispatcher } from '../dispatcher.gen.js';
import type {
${[...models]
  .sort()
  .map((name) => `  ${name},\n`)
  .join('')}} from '../models.gen.js';

${body}`;
}

function decoratorImports(body: string): string {
  const lines = Object.entries(DECORATORS).map(([file, names]) => {
    const used = names.filter((name) => new RegExp(`@${name}\\b`).test(body));
    return used.length === 0
      ? ''
      : `import { ${used.join(', ')} } from '@tsoa/runtime/dist/decorators/${file}.js';\n`;
  });
  return lines.join('');
}

function methodText(facts: OperationFacts, nameOf: NameOf): string {
  const { id, method, path, parameters, body } = facts;
  const names = parameters.map(({ name }) => camelCase(name));
  const declared = parameters.map((parameter, index) =>
    parameterText(parameter, names[index] as string, nameOf),
  );
  if (body !== undefined) declared.push(bodyParameter(body, nameOf));
  // tsoa wants required parameters first, as TypeScript does.
  const ordered = [...declared].sort((a, b) => Number(a.optional) - Number(b.optional));
  const entries = parameters.map(({ name }, index) => {
    const variable = names[index] as string;
    return variable === name ? name : `${keyText(name)}: ${variable}`;
  });
  return `
${limits(parameters, names)}  @${method[0]?.toUpperCase()}${method.slice(1)}(${quoted(path)})
  @OperationId(${quoted(id)})
${consumes(facts)}${responses(facts, nameOf)}  ${camelCase(id)}(${ordered.map(({ text }) => `\n    ${text},`).join('')}${ordered.length > 0 ? '\n  ' : ''}): Promise<${resultType(facts, nameOf)}> {
    return this.dispatcher.dispatch(${quoted(id)}, {${entries.length > 0 ? ` ${entries.join(', ')} ` : ''}}, ${body === undefined ? 'undefined' : 'body'});
  }
`;
}

interface Declared {
  text: string;
  optional: boolean;
}

function parameterText(
  { name, in: place, required, schema }: Parameter,
  variable: string,
  nameOf: NameOf,
): Declared {
  const decorator = `@${place[0]?.toUpperCase()}${place.slice(1)}(${variable === name ? '' : quoted(name)})`;
  const optional = required !== true;
  return { text: `${decorator} ${variable}${optional ? '?' : ''}: ${tsoaType(schema, nameOf)}`, optional };
}

function bodyParameter(body: NonNullable<OperationFacts['body']>, nameOf: NameOf): Declared {
  if (body.json === undefined) return { text: '@Request() body: Readable', optional: false };
  const optional = !body.required;
  return { text: `@Body() body${optional ? '?' : ''}: ${tsoaType(body.json, nameOf)}`, optional };
}

/** Limits of parameters stand on the method, where tsoa looks for them. */
function limits(parameters: readonly Parameter[], names: readonly string[]): string {
  const tags = parameters.flatMap(({ schema }, index) =>
    (['minimum', 'maximum', 'pattern'] as const).flatMap((limit) =>
      schema[limit] === undefined ? [] : [`   * @${limit} ${names[index]} ${schema[limit]}\n`],
    ),
  );
  return tags.length > 0 ? `  /**\n${tags.join('')}   */\n` : '';
}

function consumes({ body }: OperationFacts): string {
  return body === undefined || body.json !== undefined
    ? ''
    : `  @Consumes(${quoted(body.mediaTypes[0] as string)})\n`;
}

function responses({ status, operation }: OperationFacts, nameOf: NameOf): string {
  return Object.entries(operation.responses)
    .map(([code, response]) => {
      const types = Object.keys(response.content ?? {}).map(quoted);
      const produces = types.length > 1 ? `[${types.join(', ')}]` : (types[0] ?? '');
      if (Number(code) === status) {
        return `  @SuccessResponse${headersType(response)}(${code}, ''${produces === '' ? '' : `, ${produces}`})\n`;
      }
      const schema = response.content?.['application/json']?.schema;
      return `  @Response<${schema === undefined ? 'void' : tsoaType(schema, nameOf)}>(${code}, '')\n`;
    })
    .join('');
}

/** tsoa knows headers of text only. */
function headersType({ headers }: Response): string {
  if (headers === undefined) return '';
  const text = ({ schema }: Header): string =>
    schema.enum?.map((value) => quoted(String(value))).join(' | ') ?? 'string';
  return `<{ ${Object.entries(headers)
    .map(([name, header]) => `${keyText(name)}: ${text(header)}`)
    .join('; ')} }>`;
}

/** What the description says of the answer; the dispatcher gives a stream where the answer is one. */
function resultType({ status, operation }: OperationFacts, nameOf: NameOf): string {
  const content = Object.values(operation.responses[status]?.content ?? {})[0];
  if (content?.schema === undefined) return 'void';
  const schema: Schema = content.schema;
  return schema.format === 'binary' ? 'Readable' : tsoaType(schema, nameOf);
}

const camelCase = (name: string): string =>
  (name.startsWith('X-') || /^[A-Z][a-z]/.test(name)
    ? (name[0] as string).toLowerCase() + name.slice(1)
    : name
  ).replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
