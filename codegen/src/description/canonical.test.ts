import { expect } from 'chai';
import { describe, it } from 'mocha';
import { canonical, differences } from './canonical.js';
import type { OpenApiDocument, Operation, Schema } from './document.js';
import { findOperation } from './document.js';

/** A description in which every kind of fault can be seeded. */
function small(): OpenApiDocument {
  return {
    openapi: '3.1.0',
    info: { title: 'Small', version: '1' },
    paths: {
      '/things/{id}': {
        get: {
          operationId: 'ThingInspect',
          tags: ['Thing'],
          description: 'Answers a thing.',
          parameters: [
            { name: 'id', in: 'path', required: true, schema: { type: 'string' } },
            { name: 'size', in: 'query', schema: { type: 'boolean', default: false } },
          ],
          responses: {
            '200': {
              description: 'The thing.',
              content: { 'application/json': { schema: { $ref: '#/components/schemas/Thing' } } },
            },
            '404': { description: 'There is none.' },
          },
          'x-arca-stream': 'bytes',
        },
      },
    },
    components: {
      schemas: {
        Thing: {
          type: 'object',
          description: 'A thing.',
          required: ['Name', 'Kind'],
          properties: {
            Name: { type: 'string', description: 'Its name.' },
            Kind: { type: 'string', enum: ['big', 'small'] },
            description: { type: ['string', 'null'] },
          },
        },
      },
    },
  };
}

function found(seed: (document: OpenApiDocument, operation: Operation, thing: Schema) => void): string[] {
  const document = small();
  seed(document, findOperation(document, 'ThingInspect'), document.components.schemas['Thing'] as Schema);
  return differences(canonical(small()), canonical(document));
}

const PARAMETERS = 'paths › /things/{id} › get › parameters';

describe('The comparison of two descriptions', () => {
  it('sees no difference in prose, nor in the order of parameters, requirements and members', () => {
    const differing = found((document, operation, thing) => {
      document.info.title = 'Other';
      operation.description = 'Other';
      operation.parameters?.reverse();
      thing.required?.reverse();
      thing.properties = Object.fromEntries(Object.entries(thing.properties ?? {}).reverse());
      thing.properties['Kind']?.enum?.reverse();
      thing.properties['description']!.type = ['null', 'string'];
    });
    expect(differing).to.deep.equal([]);
  });

  it('sees a path that is spelt otherwise', () => {
    const lines = found((document) => {
      document.paths['/things/{name}'] = document.paths['/things/{id}'] ?? {};
      delete document.paths['/things/{id}'];
    });
    expect(lines).to.have.length(2);
    expect(lines[0]).to.match(/^paths › \/things\/\{id\}: .* description nothing$/);
  });

  it('sees another method and another operation id', () => {
    expect(found((_, operation) => (operation.operationId = 'ThingShow'))).to.deep.equal([
      'paths › /things/{id} › get › operationId: facts "ThingInspect", description "ThingShow"',
    ]);
  });

  it('sees a missing parameter, its type, its default, its place and whether it is required', () => {
    expect(found((_, operation) => operation.parameters?.pop())[0]).to.match(/query size: .*nothing$/);
    const seed = (change: (parameter: NonNullable<Operation['parameters']>[number]) => void) =>
      found((_, operation) => change(operation.parameters![1]!));
    expect(seed((parameter) => (parameter.schema.type = 'integer'))).to.deep.equal([
      `${PARAMETERS} › query size › schema › type: facts "boolean", description "integer"`,
    ]);
    expect(seed((parameter) => (parameter.schema.default = true))).to.have.length(1);
    expect(seed((parameter) => delete parameter.schema.default)).to.have.length(1);
    expect(seed((parameter) => (parameter.in = 'header'))).to.have.length(2);
    expect(seed((parameter) => (parameter.required = true))).to.have.length(1);
    expect(seed((parameter) => (parameter.explode = false))).to.have.length(1);
  });

  it('sees a status, a media type and the schema of an answer', () => {
    expect(found((_, operation) => delete operation.responses['404'])).to.deep.equal([
      'paths › /things/{id} › get › responses › 404: facts {}, description nothing',
    ]);
    expect(found((_, operation) => (operation.responses['101'] = {}))).to.have.length(1);
    const seed = (change: (content: Record<string, { schema?: Schema }>) => void) =>
      found((_, operation) => change(operation.responses['200']!.content!));
    expect(seed((content) => (content['text/plain'] = {}))).to.have.length(1);
    expect(seed((content) => (content['application/json']!.schema = { type: 'string' }))).to.have.length(2);
  });

  it('sees a field, its type, its null, its enum and its requirement, also of a field named description', () => {
    const seed = (change: (properties: Record<string, Schema>, thing: Schema) => void) =>
      found((_, __, thing) => change(thing.properties!, thing));
    expect(seed((properties) => delete properties['description'])).to.have.length(1);
    expect(seed((properties) => (properties['More'] = { type: 'string' }))).to.have.length(1);
    expect(seed((properties) => (properties['Name'] = { type: 'integer' }))).to.have.length(1);
    expect(seed((properties) => (properties['Name'] = { type: ['string', 'null'] }))).to.have.length(1);
    expect(seed((properties) => (properties['description'] = { type: 'string' }))).to.have.length(1);
    expect(seed((properties) => properties['Kind']!.enum!.push(''))).to.have.length(1);
    expect(seed((_, thing) => thing.required!.pop())).to.have.length(1);
  });

  it('sees a missing schema and a missing mark', () => {
    expect(found((document) => delete document.components.schemas['Thing'])).to.have.length(1);
    expect(found((_, operation) => delete operation['x-arca-stream'])).to.have.length(1);
  });
});
