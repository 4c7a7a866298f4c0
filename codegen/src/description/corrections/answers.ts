import type { MediaType, OpenApiDocument } from '../document.js';
import { findOperation, operationsOf, refTo } from '../document.js';
import type { Correction } from './correction.js';
import { expectFact, responseOf } from './correction.js';

const ERRORS = 248;
const RAW = ['application/vnd.docker.raw-stream', 'application/vnd.docker.multiplexed-stream'];
const SWARM_TAGS = ['Swarm', 'Node', 'Service', 'Task', 'Secret', 'Config'];
const SWARM_OPERATIONS = 30;

/** The 200 answers that are streams of bytes, and their media types; those of the facts where none is given. */
const BYTE_STREAMS: Readonly<Record<string, string[] | undefined>> = {
  ContainerLogs: undefined,
  ContainerExport: ['application/octet-stream'],
  ContainerArchive: ['application/x-tar'],
  ContainerAttach: RAW,
  ExecStart: RAW,
  ImageGet: undefined,
  ImageGetAll: undefined,
  ServiceLogs: undefined,
  TaskLogs: undefined,
};

/** The 200 answers that are streams of JSON values, and the schema of a value. */
const JSON_STREAMS: Readonly<Record<string, string>> = {
  ContainerStats: 'ContainerStatsResponse',
  SystemEvents: 'EventMessage',
  ImageBuild: 'BuildInfo',
  ImageCreate: 'CreateImageInfo',
  ImagePush: 'PushImageInfo',
  ImageLoad: 'BuildInfo',
  PluginPull: 'CreateImageInfo',
  PluginUpgrade: 'CreateImageInfo',
  PluginPush: 'PushImageInfo',
};

function sendErrorsAsJson(document: OpenApiDocument): void {
  let errors = 0;
  for (const { operation } of operationsOf(document)) {
    for (const [status, response] of Object.entries(operation.responses)) {
      if (Number(status) < 400) continue;
      const schemas = Object.values(response.content ?? {}).map(({ schema }) => schema);
      expectFact(schemas[0], refTo('ErrorResponse'), `${operation.operationId} ${status}`);
      response.content = { 'application/json': { schema: refTo('ErrorResponse') } };
      errors += 1;
    }
  }
  expectFact(errors, ERRORS, 'the number of error answers');
}

function binary(mediaTypes: string[]): Record<string, MediaType> {
  return Object.fromEntries(
    mediaTypes.map((mediaType) => [mediaType, { schema: { type: 'string', format: 'binary' } }]),
  );
}

function markStreams(document: OpenApiDocument): void {
  for (const [operationId, mediaTypes] of Object.entries(BYTE_STREAMS)) {
    const response = responseOf(document, operationId, '200');
    if ((response.content === undefined) !== (mediaTypes !== undefined)) {
      throw new Error(`the answer of ${operationId} is not as it was`);
    }
    if (mediaTypes !== undefined) response.content = binary(mediaTypes);
    findOperation(document, operationId)['x-arca-stream'] = 'bytes';
  }
  for (const [operationId, item] of Object.entries(JSON_STREAMS)) {
    const response = responseOf(document, operationId, '200');
    const stated = response.content?.['application/json']?.schema;
    if (stated !== undefined) expectFact(stated, refTo(item), operationId);
    response.content = { 'application/json': { schema: refTo(item) } };
    findOperation(document, operationId)['x-arca-stream'] = item;
  }
}

function markUpgrades(document: OpenApiDocument): void {
  const exec = findOperation(document, 'ExecStart');
  expectFact(exec.responses['101'], undefined, 'the answer 101 of ExecStart');
  exec.responses = { '101': {}, ...exec.responses };
  for (const operationId of ['ContainerAttach', 'ExecStart', 'Session']) {
    responseOf(document, operationId, '101');
    findOperation(document, operationId)['x-arca-hijack'] = true;
  }
  responseOf(document, 'ContainerAttachWebsocket', '101');
  findOperation(document, 'ContainerAttachWebsocket')['x-arca-websocket'] = true;
}

function nameBodyTypes(document: OpenApiDocument): void {
  const take = (operationId: string, facts: string[], next: Record<string, MediaType>): void => {
    const body = findOperation(document, operationId).requestBody;
    expectFact(Object.keys(body?.content ?? {}), facts, `the media types of ${operationId}`);
    if (body !== undefined) body.content = next;
  };
  const create = { 'application/json': { schema: refTo('ContainerCreateRequest') } };
  take('ContainerCreate', ['application/json', 'application/octet-stream'], create);
  take('ImageBuild', ['application/octet-stream'], binary(['application/x-tar']));
  const imported = ['text/plain', 'application/octet-stream'];
  take('ImageCreate', imported, binary(['application/octet-stream', 'text/plain']));
}

export const answerCorrections: readonly Correction[] = [
  {
    id: 'errors-are-json',
    reason: 'The facts give errors the media type of success; dockerd sends {"message"} as JSON always.',
    apply: sendErrorsAsJson,
  },
  {
    id: 'plugin-transfers-stream',
    reason:
      'dockerd answers a plugin pull or upgrade with 200 and a stream of progress, like that of an image.',
    apply(document) {
      for (const operationId of ['PluginPull', 'PluginUpgrade']) {
        const operation = findOperation(document, operationId);
        expectFact(operation.responses['200'], undefined, `the answer 200 of ${operationId}`);
        operation.responses = { '200': {}, ...operation.responses };
      }
    },
  },
  {
    id: 'streams-are-marked',
    reason: 'Nothing in the facts says which answers are streams, and of what.',
    apply: markStreams,
  },
  {
    id: 'upgrades-are-marked',
    reason:
      'Attach, exec and session turn the connection into a byte stream; exec start answers 101 as attach does.',
    apply: markUpgrades,
  },
  {
    id: 'body-media-types',
    reason:
      'A container is created from JSON only, a build context is a tar file, an imported image is bytes.',
    apply: nameBodyTypes,
  },
  {
    id: 'swarm-init-answers-json',
    reason: 'dockerd answers the node id as a JSON string, never as plain text.',
    apply(document) {
      const response = responseOf(document, 'SwarmInit', '200');
      expectFact(Object.keys(response.content ?? {}), ['application/json', 'text/plain'], 'SwarmInit');
      delete response.content?.['text/plain'];
    },
  },
  {
    id: 'swarm-operations-are-marked',
    reason: 'Outside a swarm these operations answer 503 whatever they are asked.',
    apply(document) {
      const marked = operationsOf(document).filter(({ operation }) =>
        SWARM_TAGS.includes(operation.tags[0] ?? ''),
      );
      expectFact(marked.length, SWARM_OPERATIONS, 'the number of swarm operations');
      for (const { operation } of marked) operation['x-arca-swarm'] = true;
    },
  },
];
