import type { OpenApiDocument, Parameter, Schema } from '../document.js';
import { findOperation, operationsOf } from '../document.js';
import type { Correction } from './correction.js';
import { expectFact } from './correction.js';

const JSON_FORMAT = { type: 'string', format: 'json' } as const;
const STRINGS: Schema = { type: 'array', items: { type: 'string' } };

/** `operationId.parameter`: the values that are repeated in the query, not joined by commas. */
const NOT_JOINED = ['ImageGetAll.names', 'ImageCreate.changes', 'ImageDelete.platforms'];
const NOT_SINGLE = ['ImageBuild.t', 'ImageBuild.extrahosts', 'ImageCommit.changes'];
const FLAGS = [
  'PutContainerArchive.noOverwriteDirNonDir',
  'PutContainerArchive.copyUIDGID',
  'ImageBuild.pull',
];
const LOG_TIMES = ['ContainerLogs.since', 'ContainerLogs.until', 'ServiceLogs.since', 'TaskLogs.since'];

const FILTERS = 17;
const JSON_TEXTS = [
  ...['buildargs', 'labels', 'cachefrom', 'outputs'].map((name) => `ImageBuild.${name}`),
  ...['ImageInspect', 'ImageHistory', 'ImagePush', 'ImageGet', 'ImageGetAll', 'ImageLoad'].map(
    (id) => `${id}.platform`,
  ),
];

/** What dockerd reads and the CLI's classic builder sends beside the parameters of the facts. */
const BUILD_PARAMETERS: Readonly<Record<string, Schema>> = {
  cpusetmems: { type: 'string' },
  cgroupparent: { type: 'string' },
  isolation: { type: 'string', enum: ['default', 'process', 'hyperv', ''] },
  ulimits: JSON_FORMAT,
  securityopt: STRINGS,
  session: { type: 'string' },
  buildid: { type: 'string' },
};

function parameterAt(document: OpenApiDocument, place: string): Parameter {
  const [operationId, name] = place.split('.') as [string, string];
  const found = findOperation(document, operationId).parameters?.find((parameter) => parameter.name === name);
  if (found === undefined) throw new Error(`no parameter ${place}`);
  return found;
}

function addParameter(document: OpenApiDocument, operationId: string, parameter: Parameter): void {
  const parameters = (findOperation(document, operationId).parameters ??= []);
  if (parameters.some(({ name }) => name === parameter.name)) {
    throw new Error(`${operationId} has ${parameter.name} already`);
  }
  parameters.push(parameter);
}

function replaceSchemas(document: OpenApiDocument, places: string[], fact: Schema, next: Schema): void {
  for (const place of places) {
    const parameter = parameterAt(document, place);
    expectFact(parameter.schema, fact, place);
    parameter.schema = structuredClone(next);
  }
}

function repeatValues(document: OpenApiDocument): void {
  for (const place of NOT_JOINED) {
    const parameter = parameterAt(document, place);
    expectFact(parameter.explode, false, place);
    delete parameter.explode;
  }
  replaceSchemas(document, NOT_SINGLE, { type: 'string' }, STRINGS);
}

function markJson(document: OpenApiDocument): void {
  const filters = operationsOf(document).flatMap(({ operation }) =>
    (operation.parameters ?? []).filter(({ name }) => name === 'filters'),
  );
  expectFact(filters.length, FILTERS, 'the number of filters parameters');
  for (const parameter of filters) parameter.schema = { ...JSON_FORMAT };
  for (const place of JSON_TEXTS) {
    const { schema } = parameterAt(document, place);
    expectFact(schema.format, undefined, place);
    schema.format = 'json';
  }
  const platforms = parameterAt(document, 'ImageDelete.platforms').schema;
  expectFact(platforms.items, { type: 'string' }, 'ImageDelete.platforms');
  platforms.items = { ...JSON_FORMAT };
}

export const parameterCorrections: readonly Correction[] = [
  {
    id: 'lists-repeat-in-the-query',
    reason: 'Clients repeat these parameters, one value each, and dockerd reads all of them.',
    apply: repeatValues,
  },
  {
    id: 'json-texts-are-marked',
    reason: 'These strings are JSON texts, as the format of one of the filters says.',
    apply: markJson,
  },
  {
    id: 'flags-are-booleans',
    reason: 'dockerd reads these strings by the rules of its booleans; clients send 1, true, 0 or false.',
    apply: (document) =>
      replaceSchemas(document, FLAGS, { type: 'string' }, { type: 'boolean', default: false }),
  },
  {
    id: 'log-times-have-fractions',
    reason: 'The docker CLI sends seconds with a fraction (1700000000.000000000), which no integer holds.',
    apply: (document) =>
      replaceSchemas(document, LOG_TIMES, { type: 'integer', default: 0 }, { type: 'string', default: '0' }),
  },
  {
    id: 'no-content-type-parameter',
    reason: 'OpenAPI states the media type of a body in the body, and ignores a parameter of that name.',
    apply(document) {
      const operation = findOperation(document, 'ImageBuild');
      const rest = operation.parameters?.filter(({ name }) => name !== 'Content-type') ?? [];
      expectFact(rest.length, (operation.parameters?.length ?? 0) - 1, 'the other parameters');
      operation.parameters = rest;
    },
  },
  {
    id: 'load-is-quiet-by-default',
    reason: 'dockerd takes an absent quiet for true.',
    apply: (document) =>
      replaceSchemas(
        document,
        ['ImageLoad.quiet'],
        { type: 'boolean', default: false },
        { type: 'boolean', default: true },
      ),
  },
  {
    id: 'logs-have-details',
    reason:
      'dockerd reads details for the logs of a container as for those of a service (docker logs --details).',
    apply: (document) =>
      addParameter(document, 'ContainerLogs', {
        name: 'details',
        in: 'query',
        schema: { type: 'boolean', default: false },
      }),
  },
  {
    id: 'distribution-has-credentials',
    reason: 'dockerd reads X-Registry-Auth for it, as for a pull, and clients send it.',
    apply: (document) =>
      addParameter(document, 'DistributionInspect', {
        name: 'X-Registry-Auth',
        in: 'header',
        schema: { type: 'string' },
      }),
  },
  {
    id: 'build-has-more-parameters',
    reason: 'The CLI sends them and dockerd reads them; a build that drops them would ignore what was asked.',
    apply(document) {
      for (const [name, schema] of Object.entries(BUILD_PARAMETERS)) {
        addParameter(document, 'ImageBuild', { name, in: 'query', schema: structuredClone(schema) });
      }
    },
  },
  {
    id: 'names-may-hold-slashes',
    reason: 'Clients do not escape the slashes of image, plugin and network names in a path.',
    apply(document) {
      const marked = operationsOf(document)
        .filter(({ path }) => /^\/(images|plugins|distribution|networks)\//.test(path))
        .flatMap(({ operation }) =>
          (operation.parameters ?? []).filter((parameter) => parameter.in === 'path'),
        );
      expectFact(marked.length, 18, 'the number of such parameters');
      for (const parameter of marked) parameter['x-arca-slashes'] = true;
    },
  },
];
