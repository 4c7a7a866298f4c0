import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type {
  MediaType,
  OpenApiDocument,
  Operation,
  Parameter,
  PathItem,
  Response,
  Schema,
  SchemaType,
} from './document.js';
import { SCHEMA_REF } from './document.js';
import type { FactOperation, FactParameter, FactResponse, Facts, FactSchema } from './swagger.js';

const KEPT = [
  'format',
  'enum',
  'default',
  'required',
  'minimum',
  'maximum',
  'minLength',
  'maxLength',
  'minItems',
  'maxItems',
  'pattern',
] as const;

/** Where the facts file is: `ARCA_API_FACTS`, else beside the repository. Undefined when it is not there. */
export function factsFile(root: string): string | undefined {
  const file =
    process.env['ARCA_API_FACTS'] ?? resolve(root, '../shared/reference/engine-api-v1.51.facts.json');
  return existsSync(file) ? file : undefined;
}

export function readFacts(file: string): Facts {
  return JSON.parse(readFileSync(file, 'utf8')) as Facts;
}

/** States the facts in OpenAPI 3.1 as they are, faults included: corrections come afterwards. */
export function describeFacts(facts: Facts): OpenApiDocument {
  const paths: Record<string, PathItem> = {};
  for (const [path, item] of Object.entries(facts.paths)) {
    paths[path] = Object.fromEntries(
      Object.entries(item).map(([method, operation]) => [method, describeOperation(operation)]),
    );
  }
  const schemas = Object.fromEntries(
    Object.entries(facts.definitions).map(([name, schema]) => [name, describeSchema(schema)]),
  );
  return {
    openapi: '3.1.0',
    info: { title: 'Docker Engine API', version: facts.apiVersion },
    paths,
    components: { schemas },
  };
}

/**
 * A schema of the facts in OpenAPI 3.1: `x-nullable` becomes a `null` type, an `allOf` of one reference the
 * reference, an `allOf` of a reference and an object an extension of the reference. Titles are kept as
 * `title`, since the correction that names inline schemas reads them.
 */
export function describeSchema(fact: FactSchema): Schema {
  const nullable = fact['x-nullable'] === true;
  if (fact.$ref !== undefined) {
    const reference = { $ref: fact.$ref.replace('#/definitions/', SCHEMA_REF) };
    return nullable ? { oneOf: [reference, { type: 'null' }] } : reference;
  }
  if (fact.allOf !== undefined) return describeExtension(fact.allOf);
  const schema: Schema & { title?: string } = {};
  if (fact.title !== undefined) schema.title = fact.title;
  if (fact.type !== undefined) {
    schema.type = nullable ? [fact.type as SchemaType, 'null'] : (fact.type as SchemaType);
  }
  Object.assign(schema, Object.fromEntries(KEPT.flatMap((key) => (key in fact ? [[key, fact[key]]] : []))));
  if (fact.items !== undefined) schema.items = describeSchema(fact.items);
  if (fact.properties !== undefined) {
    schema.properties = Object.fromEntries(
      Object.entries(fact.properties).map(([name, property]) => [name, describeSchema(property)]),
    );
  }
  if (fact.additionalProperties !== undefined) {
    const values = fact.additionalProperties;
    schema.additionalProperties = typeof values === 'boolean' ? values : describeSchema(values);
  }
  return schema;
}

function describeExtension(parts: FactSchema[]): Schema {
  const bases = parts.filter((part) => part.$ref !== undefined).map(describeSchema);
  const own = parts.filter((part) => part.$ref === undefined).map(describeSchema);
  const properties = Object.assign({}, ...own.map((part) => part.properties ?? {})) as Record<string, Schema>;
  if (Object.keys(properties).length === 0 && bases.length === 1) return bases[0] as Schema;
  return { type: 'object', allOf: bases, properties };
}

function describeOperation(fact: FactOperation): Operation {
  const parameters = (fact.parameters ?? []).filter((parameter) => parameter.in !== 'body');
  const body = (fact.parameters ?? []).find((parameter) => parameter.in === 'body');
  const operation: Operation = {
    operationId: fact.operationId,
    tags: fact.tags,
    responses: Object.fromEntries(
      Object.entries(fact.responses).map(([status, response]) => [
        status,
        describeResponse(response, fact.produces ?? ['application/json']),
      ]),
    ),
  };
  if (parameters.length > 0) operation.parameters = parameters.map(describeParameter);
  if (body !== undefined) {
    operation.requestBody = {
      required: body.required === true,
      content: content(body.schema as FactSchema, fact.consumes ?? ['application/json']),
    };
  }
  return operation;
}

function describeParameter(fact: FactParameter): Parameter {
  const { name, in: place, required, collectionFormat, ...schema } = fact;
  const parameter: Parameter = {
    name,
    in: place as Parameter['in'],
    schema: describeSchema(schema as FactSchema),
  };
  if (required === true) parameter.required = true;
  if (fact.type === 'array' && collectionFormat !== 'multi') parameter.explode = false;
  return parameter;
}

function describeResponse(fact: FactResponse, produces: string[]): Response {
  const response: Response = {};
  if (fact.headers !== undefined) {
    response.headers = Object.fromEntries(
      Object.entries(fact.headers).map(([name, header]) => [name, { schema: describeSchema(header) }]),
    );
  }
  if (fact.schema !== undefined) response.content = content(fact.schema, produces);
  return response;
}

function content(fact: FactSchema, mediaTypes: string[]): Record<string, MediaType> {
  return Object.fromEntries(mediaTypes.map((mediaType) => [mediaType, { schema: describeSchema(fact) }]));
}
