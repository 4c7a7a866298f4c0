import type { Parameter, Schema } from '../description/document.js';
import type { OperationFacts, ResultFacts } from '../operation-facts.js';
import { quoted } from '../typescript/type-text.js';
import { HEADER } from '../typescript/header.js';

const TYPES = `/** A parameter; \`type\` of an array is that of its members, and \`json\` a text that holds JSON. */
export interface ParameterFacts {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly type: 'string' | 'integer' | 'boolean' | 'json';
  readonly required?: true;
  /** The parameter may be repeated. */
  readonly array?: true;
  readonly enum?: readonly string[];
  /** A path parameter that may hold slashes. */
  readonly slashes?: true;
}

export interface OperationFacts {
  readonly method: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  /** False: the path takes no version prefix. */
  readonly versioned: boolean;
  readonly tag: string;
  /** The status of success. */
  readonly status: number;
  readonly parameters: readonly ParameterFacts[];
  /** The request's body: the name of its schema, \`json\` for a type without a name, \`bytes\`. */
  readonly body?: { readonly schema: string; readonly required: boolean };
  /**
   * The answer: nothing, one JSON value, a stream of JSON values (\`items\`; \`single\`: or one of them), bytes, text, or
   * the handler takes the connection over (\`hijack\`).
   */
  readonly result: 'none' | 'json' | 'items' | 'bytes' | 'text' | 'hijack';
  readonly single?: true;
  /** Media types of the answer, the usual one first. */
  readonly mediaTypes: readonly string[];
  /** The operation is a WebSocket handshake. */
  readonly websocket?: true;
  /** Outside of a swarm the operation answers that the node is no manager. */
  readonly swarm?: true;
}
`;

/** The operations as a constant: what a server or a client must know of each at run time. */
export function operationTableText(operations: readonly OperationFacts[]): string {
  const entries = operations.map((facts) => `  ${facts.id}: ${entryText(facts)},\n`).join('');
  return `${HEADER}
${TYPES}
export const operationTable = {
${entries}} as const satisfies Record<string, OperationFacts>;

export type OperationName = keyof typeof operationTable;
`;
}

function entryText(facts: OperationFacts): string {
  const { operation, result } = facts;
  const members = [
    `method: ${quoted(facts.method.toUpperCase())}`,
    `path: ${quoted(facts.path)}`,
    `versioned: ${facts.versioned}`,
    `tag: ${quoted(facts.tag)}`,
    `status: ${facts.status}`,
    `parameters: ${listText(facts.parameters.map(parameterText))}`,
    ...(facts.body ? [`body: ${bodyText(facts.body)}`] : []),
    `result: ${quoted(result.kind)}`,
    ...(result.kind === 'items' && result.single ? ['single: true'] : []),
    `mediaTypes: [${mediaTypes(result).map(quoted).join(', ')}]`,
    ...(operation['x-arca-websocket'] ? ['websocket: true'] : []),
    ...(operation['x-arca-swarm'] ? ['swarm: true'] : []),
  ];
  return `{\n${members.map((member) => `    ${member},\n`).join('')}  }`;
}

function listText(members: string[]): string {
  return members.length === 0 ? '[]' : `[\n${members.map((member) => `      ${member},\n`).join('')}    ]`;
}

function bodyText({ required, json }: NonNullable<OperationFacts['body']>): string {
  const name = json?.$ref?.split('/').at(-1) ?? (json === undefined ? 'bytes' : 'json');
  return `{ schema: ${quoted(name)}, required: ${required} }`;
}

function mediaTypes(result: ResultFacts): string[] {
  switch (result.kind) {
    case 'json':
      return ['application/json'];
    case 'text':
      return ['text/plain'];
    case 'items':
      return [result.mediaType];
    case 'bytes':
      return result.mediaTypes;
    default:
      return [];
  }
}

function parameterText({ name, in: place, required, schema, ...marks }: Parameter): string {
  const value = schema.type === 'array' ? (schema.items as Schema) : schema;
  const members = [
    `name: ${quoted(name)}`,
    `in: ${quoted(place)}`,
    `type: ${quoted(value.format === 'json' ? 'json' : String(value.type))}`,
    ...(required ? ['required: true'] : []),
    ...(schema.type === 'array' ? ['array: true'] : []),
    ...(value.enum ? [`enum: [${value.enum.map((one) => quoted(String(one))).join(', ')}]`] : []),
    ...(marks['x-arca-slashes'] ? ['slashes: true'] : []),
  ];
  return `{ ${members.join(', ')} }`;
}
