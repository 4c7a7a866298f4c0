import type {
  OpenApiDocument,
  Operation,
  Parameter,
  RequestBody,
  Response,
  Schema,
  SchemaType,
} from '../description/document.js';
import { refName, refTo } from '../description/document.js';
import { canonical, differences } from '../description/canonical.js';
import { SCALARS } from './scalars.js';

/**
 * What the controllers cannot state, so that reading them back gives less than the description says. Everything else must
 * come back as it was.
 */
export const NOT_READ_BACK = [
  'defaults of parameters and properties: handlers apply them',
  'limits of integers, and of lists in lists: the owners of fields check them',
  'bodies of bytes: the controller takes the request',
  'headers of failures, and types of headers beside text',
  'bases of schemas: their properties stand in the schemas themselves',
  'that taking over is the only success: tsoa adds the answer of a method that returns nothing',
] as const;

/** Where what tsoa reads back from the controllers says otherwise than the description; none when they agree. */
export function roundTripDifferences(document: OpenApiDocument, readBack: unknown): string[] {
  const described = new Described(document).document();
  return differences(canonical(described), canonical(readBackDocument(readBack as ReadBack, document)));
}

/** The description without what is not read back. */
class Described {
  constructor(readonly source: OpenApiDocument) {}

  document(): OpenApiDocument {
    const { paths, components } = this.source;
    return {
      ...this.source,
      paths: mapPaths(paths, (operation) => this.#operation(operation)),
      components: { schemas: mapValues(components.schemas, (schema) => this.#schema(schema)) },
    };
  }

  #operation({ operationId, tags, parameters = [], requestBody, responses }: Operation): Operation {
    const json = requestBody?.content['application/json'];
    return {
      operationId,
      tags,
      parameters: parameters.map((parameter) => this.#parameter(parameter)),
      ...(requestBody && json && { requestBody: this.#body(requestBody, json.schema ?? {}) }),
      responses: {
        ...(Object.keys(responses).some((status) => status.startsWith('2')) ? {} : { '204': {} }),
        ...mapValues(responses, (response, status) => this.#response(response, status)),
      },
    };
  }

  #parameter({ name, in: place, required, schema }: Parameter): Parameter {
    return { name, in: place, required: required === true, schema: this.#schema(schema) };
  }

  #body({ required }: RequestBody, schema: Schema): RequestBody {
    return { required: required === true, content: { 'application/json': { schema: this.#schema(schema) } } };
  }

  #response({ headers, content }: Response, status: string): Response {
    const failed = Number(status) >= 400;
    return {
      ...(headers &&
        !failed && { headers: mapValues(headers, ({ schema }) => ({ schema: this.#text(schema) })) }),
      ...(content && {
        content: mapValues(content, ({ schema }) => ({ schema: this.#schema(schema ?? {}) })),
      }),
    };
  }

  #text({ enum: values }: Schema): Schema {
    return { type: 'string', ...(values && { enum: values }) };
  }

  #schema(schema: Schema): Schema {
    const { default: _, description: __, deprecated: ___, allOf = [], ...kept } = schema;
    const result: Schema = { ...kept };
    if ([kept.type].flat().includes('integer')) {
      delete result.minimum;
      delete result.maximum;
      if (kept.enum !== undefined) delete result.format;
    }
    for (const base of allOf) {
      const { properties, required } = this.source.components.schemas[refName(base) as string] as Schema;
      result.properties = { ...properties, ...result.properties };
      if (required) result.required = [...required, ...(result.required ?? [])];
    }
    if (result.properties) result.properties = mapValues(result.properties, (one) => this.#schema(one));
    if (result.items) {
      const { minItems: _, maxItems: __, ...items } = this.#schema(result.items);
      result.items = items;
    }
    if (result.oneOf) result.oneOf = result.oneOf.map((one) => this.#schema(one));
    if (typeof result.additionalProperties === 'object') {
      result.additionalProperties = this.#schema(result.additionalProperties);
    }
    return result;
  }
}

/** The parts of OpenAPI 3.0 that tsoa writes. */
interface ReadBack {
  paths: OpenApiDocument['paths'];
  components: { schemas: Record<string, ReadBackSchema> };
}

interface ReadBackSchema extends Omit<Schema, 'allOf' | 'items' | 'properties' | 'additionalProperties'> {
  nullable?: boolean;
  allOf?: ReadBackSchema[];
  items?: ReadBackSchema;
  properties?: Record<string, ReadBackSchema>;
  additionalProperties?: ReadBackSchema | boolean;
}

function readBackDocument({ paths, components }: ReadBack, document: OpenApiDocument): OpenApiDocument {
  const named = Object.entries(components.schemas).filter(([name]) => !(name in SCALARS));
  // A schema that is only extended by others is not in the controllers.
  const extended = Object.entries(new Described(document).document().components.schemas).filter(
    ([name]) => components.schemas[name] === undefined && isBase(document, name),
  );
  const schemas = Object.fromEntries([
    ...named.map(([name, schema]) => [name, readBackSchema(schema)]),
    ...extended,
  ]);
  return {
    ...document,
    paths: mapPaths(paths, ({ operationId, tags, parameters = [], requestBody, responses }) => ({
      operationId,
      tags,
      parameters: parameters.map(({ name, in: place, required, schema }) => ({
        name,
        in: place,
        required,
        schema: readBackSchema(schema),
      })),
      ...(requestBody && {
        requestBody: {
          required: requestBody.required,
          content: mapValues(requestBody.content, ({ schema }) => ({ schema: readBackSchema(schema ?? {}) })),
        },
      }),
      responses: mapValues(responses, ({ headers, content }) => ({
        ...(headers && { headers: mapValues(headers, ({ schema }) => ({ schema })) }),
        ...(content && {
          content: mapValues(content, ({ schema }) => ({ schema: readBackSchema(schema ?? {}) })),
        }),
      })),
    })),
    components: { schemas },
  };
}

const isBase = ({ components }: OpenApiDocument, name: string): boolean =>
  Object.values(components.schemas).some(({ allOf = [] }) => allOf.some((base) => refName(base) === name));

/** A schema of OpenAPI 3.0 with tsoa's habits, in 3.1 with ours. */
function readBackSchema(source: ReadBackSchema): Schema {
  const { nullable, allOf, ...rest } = source;
  const referred = refName(source as Schema);
  const base: ReadBackSchema = allOf?.[0] ?? rest;
  const scalar = SCALARS[refName(base as Schema) ?? ''];
  if (scalar !== undefined) return withNull(scalarSchema(scalar), nullable);
  if (allOf !== undefined) return { oneOf: [readBackSchema(base), { type: 'null' }] };
  if (referred !== undefined)
    return nullable ? { oneOf: [refTo(referred), { type: 'null' }] } : refTo(referred);
  const { items, properties, additionalProperties: values, ...kept } = rest;
  const result: Schema = { ...kept };
  if (result.format === 'byte') result.format = 'binary';
  if (result.format === 'double') delete result.format;
  if (result.type === 'number' && result.enum !== undefined) result.type = 'integer';
  if (items) result.items = readBackSchema(items);
  if (properties && Object.keys(properties).length > 0)
    result.properties = mapValues(properties, readBackSchema);
  // An index signature without a type is a map of anything; so is every interface, which may have further properties.
  if (typeof values === 'object') {
    const value = readBackSchema(values);
    result.additionalProperties = Object.keys(value).length === 0 ? true : value;
  }
  return withNull(result, nullable);
}

const scalarSchema = ({ base, format }: (typeof SCALARS)[string]): Schema => ({
  type: base === 'number' ? 'integer' : 'string',
  ...(format !== '' && { format }),
});

function withNull(schema: Schema, nullable: boolean | undefined): Schema {
  if (!nullable) return schema;
  return { ...schema, type: [...[schema.type as SchemaType].flat(), 'null'] };
}

const mapValues = <A, B>(record: Record<string, A>, map: (value: A, key: string) => B): Record<string, B> =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value, key)]));

const mapPaths = (
  paths: OpenApiDocument['paths'],
  map: (operation: Operation) => Operation,
): OpenApiDocument['paths'] => mapValues(paths, (item) => mapValues(item as Record<string, Operation>, map));
