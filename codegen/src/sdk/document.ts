import type { OpenApiDocument, Schema } from '../description/document.js';
import { refTo } from '../description/document.js';
import type { OperationFacts } from '../operation-facts.js';

/** Types that OpenAPI cannot state, by the name under which they stand in the client's document. */
export type ClientTypes = Map<string, string>;

const BYTE_STREAM = 'ByteStream';
const BYTE_SOURCE = 'ByteSource';
export const TAKEN_OVER = 'TakenOver';

/**
 * The document as the client's generator is to see it: streams, bytes and taken-over connections are named types
 * without content, which get their TypeScript afterwards.
 */
export function clientDocument(
  document: OpenApiDocument,
  operations: readonly OperationFacts[],
): { document: OpenApiDocument; types: ClientTypes } {
  const copy = withoutLengths(structuredClone(document));
  const types: ClientTypes = new Map();
  const mark = (name: string, text: string): Schema => {
    types.set(name, text);
    return refTo(name);
  };
  for (const facts of operations) {
    const operation = copy.paths[facts.path]?.[facts.method];
    if (operation === undefined) throw new Error(`${facts.id} is not in the document`);
    if (facts.body !== undefined && facts.body.json === undefined && operation.requestBody) {
      const schema = mark(
        BYTE_SOURCE,
        'string | Uint8Array | Blob | ReadableStream<Uint8Array> | AsyncIterable<Uint8Array>',
      );
      operation.requestBody.content = { [facts.body.mediaTypes[0] as string]: { schema } };
    }
    const schema = resultSchema(facts, mark);
    if (schema === undefined) continue;
    operation.responses = {
      ...operation.responses,
      [facts.status]: {
        description: '',
        ...operation.responses[facts.status],
        content: { 'application/json': { schema } },
      },
    };
  }
  for (const name of types.keys()) {
    if (name in copy.components.schemas) throw new Error(`${name} is a schema of the description`);
    copy.components.schemas[name] = {};
  }
  return { document: copy, types };
}

function resultSchema(
  { result }: OperationFacts,
  mark: (name: string, text: string) => Schema,
): Schema | undefined {
  switch (result.kind) {
    case 'bytes':
      return mark(BYTE_STREAM, 'ReadableStream<Uint8Array>');
    case 'hijack':
      return mark(TAKEN_OVER, '');
    case 'items': {
      const item = result.schema.$ref?.split('/').at(-1) as string;
      return mark(`${item}Stream`, `AsyncIterable<${item}>`);
    }
    default:
      return undefined;
  }
}

/** Lists without their lengths: two numbers would become a tuple, which the other types do not know. */
function withoutLengths<T>(node: T): T {
  if (typeof node !== 'object' || node === null) return node;
  if (Array.isArray(node)) return node.map(withoutLengths) as T;
  const kept = Object.entries(node).filter(([key]) => key !== 'minItems' && key !== 'maxItems');
  return Object.fromEntries(kept.map(([key, value]) => [key, withoutLengths(value as unknown)])) as T;
}
