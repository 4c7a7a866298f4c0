import type { Parameter } from '../description/document.js';
import type { BodyFacts, OperationFacts, ResultFacts } from '../operation-facts.js';
import { comment } from '../typescript/comment.js';
import { HEADER } from '../typescript/header.js';
import { keyText, quoted, typeText, type NameOf } from '../typescript/type-text.js';

/** What each operation is asked and answers, for the authors of plugins. */
export function operationsText(operations: readonly OperationFacts[]): string {
  const used = new Set<string>();
  const nameOf: NameOf = (name) => {
    used.add(name);
    return name;
  };
  const entries = operations.map((facts) => entryText(facts, nameOf)).join('');
  const models = [...used].sort().map((name) => `  ${name},\n`);
  const ids = operations.map(({ id }) => `  ${quoted(id)},\n`);
  return `${HEADER}
import type { Readable } from 'node:stream';
import type {
${models.join('')}} from '@arca/api';
import type { ByteStream } from '../operation.js';

/**
 * Every operation by its id: \`params\` are those of path, query and headers by their API names, \`body\` is the JSON body or
 * the bytes as they arrive, \`result\` what the operation answers. A value that is empty in a query is absent; a default is
 * for the handler to apply. In a body, null where the type does not have it is absent, and a field that is required and
 * missing has the zero value of its type.
 */
export interface Operations {
${entries}}

export type OperationId = keyof Operations;

export const operationIds: readonly OperationId[] = [
${ids.join('')}];
`;
}

function entryText(facts: OperationFacts, nameOf: NameOf): string {
  const { operation } = facts;
  const route = `${facts.method.toUpperCase()} ${facts.path}`;
  const doc = comment([`${operation.summary ?? facts.id}: \`${route}\``, operation.description], '  ');
  return `${doc}  ${facts.id}: {
    params: ${paramsText(facts.parameters, nameOf)};
    body: ${bodyText(facts.body, nameOf)};
    result: ${resultText(facts.result, nameOf)};
  };
`;
}

function paramsText(parameters: readonly Parameter[], nameOf: NameOf): string {
  if (parameters.length === 0) return '{}';
  const members = parameters.map((parameter) => {
    const { name, required, schema, description } = parameter;
    const preset =
      schema.default === undefined ? undefined : `Default: \`${JSON.stringify(schema.default)}\`.`;
    const doc = comment([description, preset], '      ');
    return `${doc}      ${keyText(name)}${required ? '' : '?'}: ${typeText(schema, nameOf)};\n`;
  });
  return `{\n${members.join('')}    }`;
}

function bodyText(body: BodyFacts | undefined, nameOf: NameOf): string {
  if (body === undefined) return 'undefined';
  if (body.json === undefined) return 'Readable';
  return `${typeText(body.json, nameOf)}${body.required ? '' : ' | undefined'}`;
}

function resultText(result: ResultFacts, nameOf: NameOf): string {
  switch (result.kind) {
    case 'json':
      return typeText(result.schema, nameOf);
    case 'items': {
      const item = typeText(result.schema, nameOf);
      return `AsyncIterable<${item}>${result.single ? ` | ${item}` : ''}`;
    }
    case 'bytes':
      return 'ByteStream';
    case 'text':
      return 'string';
    default:
      return 'void';
  }
}
