/** The part of OpenAPI 3.1 that Arca's description uses; every tool of `codegen/` reads this shape. */

export type SchemaType = 'string' | 'integer' | 'number' | 'boolean' | 'array' | 'object' | 'null';

export interface Schema {
  $ref?: string;
  type?: SchemaType | SchemaType[];
  /** `int64`, `uint16`, `date-time`, `binary`, `json` (a JSON text inside a string) and the like. */
  format?: string;
  description?: string;
  enum?: (string | number)[];
  default?: unknown;
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: Schema | boolean;
  items?: Schema;
  /** References only: the schema extends them with its own `properties`. */
  allOf?: Schema[];
  /** Two members only: a reference and `{ type: 'null' }`. */
  oneOf?: Schema[];
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
  pattern?: string;
  deprecated?: boolean;
}

export interface Parameter {
  name: string;
  in: 'path' | 'query' | 'header';
  description?: string;
  required?: boolean;
  schema: Schema;
  style?: 'form' | 'simple';
  explode?: boolean;
  /** The path parameter may hold slashes which clients do not escape (`library/busybox:1`). */
  'x-arca-slashes'?: true;
}

export interface MediaType {
  schema?: Schema;
}

export interface RequestBody {
  description?: string;
  required?: boolean;
  content: Record<string, MediaType>;
}

export interface Header {
  description?: string;
  schema: Schema;
}

export interface Response {
  description?: string;
  headers?: Record<string, Header>;
  content?: Record<string, MediaType>;
}

export interface Operation {
  operationId: string;
  tags: string[];
  summary?: string;
  description?: string;
  parameters?: Parameter[];
  requestBody?: RequestBody;
  responses: Record<string, Response>;
  deprecated?: boolean;
  /** The 200 answer is a stream: of JSON values of the named schema, or of `bytes`. */
  'x-arca-stream'?: string;
  /** The connection may become a raw byte stream in both directions. */
  'x-arca-hijack'?: true;
  /** The operation is a WebSocket handshake. */
  'x-arca-websocket'?: true;
  /** Outside a swarm the operation answers 503. */
  'x-arca-swarm'?: true;
}

export const METHODS = ['get', 'head', 'post', 'put', 'delete'] as const;
export type Method = (typeof METHODS)[number];
export type PathItem = Partial<Record<Method, Operation>>;

export interface Tag {
  name: string;
  description?: string;
}

export interface OpenApiDocument {
  openapi: string;
  info: { title: string; version: string; description?: string; [key: string]: unknown };
  servers?: { url: string; description?: string }[];
  tags?: Tag[];
  paths: Record<string, PathItem>;
  components: { schemas: Record<string, Schema> };
}

export interface LocatedOperation {
  path: string;
  method: Method;
  operation: Operation;
}

/** All operations in the order of the document. */
export function operationsOf(document: OpenApiDocument): LocatedOperation[] {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    METHODS.flatMap((method) => {
      const operation = item[method];
      return operation === undefined ? [] : [{ path, method, operation }];
    }),
  );
}

/** @throws Error when the document has no such operation. */
export function findOperation(document: OpenApiDocument, operationId: string): Operation {
  const found = operationsOf(document).find(({ operation }) => operation.operationId === operationId);
  if (found === undefined) throw new Error(`The description has no operation ${operationId}`);
  return found.operation;
}

export const SCHEMA_REF = '#/components/schemas/';

/** The name behind `#/components/schemas/<name>`; undefined for anything else. */
export function refName(schema: Schema): string | undefined {
  return schema.$ref?.startsWith(SCHEMA_REF) ? schema.$ref.slice(SCHEMA_REF.length) : undefined;
}

/** `{ $ref }` to a named schema. */
export function refTo(name: string): Schema {
  return { $ref: SCHEMA_REF + name };
}
