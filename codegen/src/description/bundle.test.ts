import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect } from 'chai';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { loadDescription } from './bundle.js';

const ENTRY = `
openapi: 3.1.0
info: { title: Small, version: '1' }
paths:
  /things/{id}: { $ref: 'paths/thing.yaml#/~1things~1{id}' }
`;
const PATHS = `
/things/{id}:
  get:
    operationId: ThingInspect
    tags: [Thing]
    parameters:
      - $ref: ../parameters.yaml#/ThingId
    responses:
      '200':
        description: The thing.
        content: { application/json: { schema: { $ref: ../schemas/thing.yaml#/Thing } } }
      '404':
        $ref: ../responses.yaml#/Error
        description: There is no such thing.
`;
const SCHEMAS = `
Thing:
  type: object
  properties:
    Part: { $ref: '#/Part', description: The part of it. }
    Owner: { oneOf: [{ $ref: person.yaml#/Person }, { type: 'null' }] }
Part: { type: string }
`;

describe('Loading a description', () => {
  let root: string;

  async function write(files: Record<string, string>): Promise<void> {
    for (const [name, text] of Object.entries(files)) {
      const file = join(root, 'openapi', name);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, text);
    }
  }

  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'arca-description-'));
    await write({
      'openapi.yaml': ENTRY,
      'paths/thing.yaml': PATHS,
      'schemas/thing.yaml': SCHEMAS,
      'schemas/person.yaml': 'Person: { type: object }',
      'parameters.yaml': 'ThingId: { name: id, in: path, required: true, schema: { type: string } }',
      'responses.yaml': `
Error:
  description: It failed.
  content: { application/json: { schema: { $ref: schemas/person.yaml#/Person } } }`,
    });
  });
  afterEach(() => rm(root, { recursive: true, force: true }));

  it('puts paths, parameters and answers in place and leaves references to schemas only', async () => {
    const { paths } = await loadDescription(root);
    expect(paths['/things/{id}']?.get).to.deep.equal({
      operationId: 'ThingInspect',
      tags: ['Thing'],
      parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }],
      responses: {
        '200': {
          description: 'The thing.',
          content: { 'application/json': { schema: { $ref: '#/components/schemas/Thing' } } },
        },
        '404': {
          description: 'There is no such thing.',
          content: { 'application/json': { schema: { $ref: '#/components/schemas/Person' } } },
        },
      },
    });
  });

  it('collects every schema that is referred to, by name, with what stands beside a reference', async () => {
    const { components } = await loadDescription(root);
    expect(components.schemas).to.deep.equal({
      Part: { type: 'string' },
      Person: { type: 'object' },
      Thing: {
        type: 'object',
        properties: {
          Part: { $ref: '#/components/schemas/Part', description: 'The part of it.' },
          Owner: { oneOf: [{ $ref: '#/components/schemas/Person' }, { type: 'null' }] },
        },
      },
    });
    expect(Object.keys(components.schemas)).to.deep.equal(['Part', 'Person', 'Thing']);
  });

  it('takes the components of the document itself too', async () => {
    await write({
      'other.yaml': `${ENTRY.replace('thing.yaml#', './thing.yaml#')}
components: { schemas: { Own: { type: object, properties: { T: { $ref: schemas/thing.yaml#/Thing } } } } }`,
    });
    const { components } = await loadDescription(root, 'other.yaml');
    expect(components.schemas['Own']?.properties).to.deep.equal({
      T: { $ref: '#/components/schemas/Thing' },
    });
  });

  it('names a reference that leads nowhere, and its file', async () => {
    await write({ 'schemas/person.yaml': 'Nobody: { type: object }' });
    const failure = await loadDescription(root).catch((error: Error) => error);
    expect((failure as Error).message).to.equal('the schema Person in schemas/person.yaml leads nowhere');
    await write({ 'responses.yaml': 'Other: {}' });
    const other = await loadDescription(root).catch((error: Error) => error);
    expect((other as Error).message).to.equal('../responses.yaml#/Error in paths/thing.yaml leads nowhere');
  });

  it('refuses two schemas of one name', async () => {
    await write({
      'schemas/person.yaml': "Person: { $ref: '#/Part' }\nPart: { type: object }",
    });
    const failure = await loadDescription(root).catch((error: Error) => error);
    expect((failure as Error).message).to.match(
      /^Part is a schema of schemas\/\w+\.yaml and of schemas\/\w+\.yaml$/,
    );
  });
});
