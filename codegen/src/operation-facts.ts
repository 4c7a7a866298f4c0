import type { ApiDocument } from './api-document.js';
import {
  operationsOf,
  type Method,
  type Operation,
  type Parameter,
  type Schema,
} from './description/document.js';

/** What the generators need to know of an operation, read out of its description once. */
export interface OperationFacts {
  id: string;
  method: Method;
  path: string;
  /** False: the path takes no version prefix. */
  versioned: boolean;
  tag: string;
  operation: Operation;
  parameters: Parameter[];
  /** The status of success; of several the one that carries a body. */
  status: number;
  body: BodyFacts | undefined;
  result: ResultFacts;
}

export interface BodyFacts {
  required: boolean;
  /** Undefined: bytes. */
  json: Schema | undefined;
  mediaTypes: string[];
}

export type ResultFacts =
  | { kind: 'none' }
  | { kind: 'json'; schema: Schema }
  /** `single`: the operation can be asked for one item instead of a stream. */
  | { kind: 'items'; schema: Schema; single: boolean; mediaType: string }
  | { kind: 'bytes'; mediaTypes: string[] }
  | { kind: 'text' }
  /** The handler takes the connection over. */
  | { kind: 'hijack' };

const JSON_TYPE = 'application/json';

export function operationFacts({ document, unversioned }: ApiDocument): OperationFacts[] {
  return operationsOf(document).map(({ path, method, operation }) => ({
    id: operation.operationId,
    method,
    path,
    versioned: !unversioned.has(path),
    tag: operation.tags[0] as string,
    operation,
    parameters: operation.parameters ?? [],
    status: successStatus(operation),
    body: bodyFacts(operation),
    result: resultFacts(operation),
  }));
}

/** 101 is what taking over answers, not what returning does. */
function successStatus(operation: Operation): number {
  const statuses = Object.keys(operation.responses).map(Number);
  return statuses.filter((status) => status >= 200 && status < 300).sort((a, b) => a - b)[0] ?? 200;
}

function bodyFacts({ requestBody }: Operation): BodyFacts | undefined {
  if (requestBody === undefined) return undefined;
  const mediaTypes = Object.keys(requestBody.content);
  return {
    required: requestBody.required === true,
    json: requestBody.content[JSON_TYPE]?.schema,
    mediaTypes,
  };
}

function resultFacts(operation: Operation): ResultFacts {
  if (operation['x-arca-hijack'] || operation['x-arca-websocket']) return { kind: 'hijack' };
  const content = operation.responses[successStatus(operation)]?.content;
  const stream = operation['x-arca-stream'];
  const mediaTypes = Object.keys(content ?? {});
  if (stream === 'bytes') return { kind: 'bytes', mediaTypes };
  const schema = content?.[JSON_TYPE]?.schema;
  if (stream !== undefined) {
    const single = operation.parameters?.some(({ name }) => name === 'stream') === true;
    const item = schema ?? { $ref: `#/components/schemas/${stream}` };
    return { kind: 'items', schema: item, single, mediaType: mediaTypes[0] ?? JSON_TYPE };
  }
  if (schema !== undefined) return { kind: 'json', schema };
  if (mediaTypes.length === 0) return { kind: 'none' };
  return mediaTypes.includes('text/plain') ? { kind: 'text' } : { kind: 'bytes', mediaTypes };
}
