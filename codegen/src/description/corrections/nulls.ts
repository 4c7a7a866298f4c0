import type { OpenApiDocument, Schema } from '../document.js';
import { refName } from '../document.js';
import type { Correction } from './correction.js';
import { expectFact, nullable, replaceSchema, responseOf, schemaAt } from './correction.js';

const NULLABLE_DEFINITIONS = 19;

/**
 * Lists, maps and pointers which Go encodes even when they are unset: `null` in what dockerd answers and in
 * what the docker CLI sends.
 */
const UNSET_IS_NULL: Readonly<Record<string, string>> = {
  ContainerCreateRequest: 'HostConfig NetworkingConfig',
  ContainerConfig: 'Env Cmd Volumes Entrypoint Labels',
  ImageConfig: 'Env Cmd Volumes Entrypoint Labels',
  Resources:
    'BlkioWeightDevice BlkioDeviceReadBps BlkioDeviceWriteBps BlkioDeviceReadIOps BlkioDeviceWriteIOps ' +
    'Devices DeviceCgroupRules DeviceRequests MemorySwappiness OomKillDisable Ulimits',
  HostConfig:
    'Binds PortBindings VolumesFrom Mounts CapAdd CapDrop Dns DnsOptions DnsSearch ExtraHosts GroupAdd Links ' +
    'SecurityOpt StorageOpt Tmpfs MaskedPaths ReadonlyPaths',
  LogConfig: 'Config',
  DeviceRequest: 'DeviceIDs Capabilities Options',
  NetworkingConfig: 'EndpointsConfig EndpointsConfig{}',
  EndpointSettings: 'Links Aliases DNSNames',
  NetworkSettings: 'Ports Networks',
  NetworkCreateRequest: 'ConfigFrom IPAM Options Labels',
  Network: 'Options Labels',
  IPAM: 'Config Options',
  ExecConfig: 'Env Cmd',
  Volume: 'Labels Options',
  VolumeListResponse: 'Volumes Warnings',
  ImageSummary: 'RepoTags RepoDigests Labels',
  ImageInspect: 'RepoTags RepoDigests Config',
  ImageHistoryResponseItem: 'Tags',
  ContainerPruneResponse: 'ContainersDeleted',
  ImagePruneResponse: 'ImagesDeleted',
  BuildPruneResponse: 'CachesDeleted',
  VolumePruneResponse: 'VolumesDeleted',
  NetworkPruneResponse: 'NetworksDeleted',
  SystemDataUsageResponse: 'Images Containers Volumes BuildCache',
  SystemInfo: 'DriverStatus GenericResources Labels Runtimes SecurityOptions CDISpecDirs Warnings',
  PluginsInfo: 'Volume Network Authorization Log',
  RegistryServiceConfig: 'InsecureRegistryCIDRs IndexConfigs Mirrors',
  IndexInfo: 'Mirrors',
  ContainerUpdateResponse: 'Warnings',
  ContainerWaitResponse: 'Error',
  ExecInspectResponse: 'ExitCode',
};

/** Operations that answer `null` where the facts promise an array. */
const NULL_ANSWERS = ['ContainerChanges'];

function isNullable(schema: Schema): boolean {
  return schema.oneOf !== undefined || (Array.isArray(schema.type) && schema.type.includes('null'));
}

/** A definition is an object or it is not; a property that holds one may be null. */
function moveToUseSites(document: OpenApiDocument): void {
  const { schemas } = document.components;
  const names = Object.keys(schemas).filter((name) => isNullable(schemas[name] as Schema));
  expectFact(names.length, NULLABLE_DEFINITIONS, 'the number of nullable definitions');
  for (const name of names) (schemas[name] as Schema).type = 'object';
  for (const schema of Object.values(schemas)) {
    for (const [property, value] of Object.entries(schema.properties ?? {})) {
      if (!names.includes(refName(value) ?? '')) continue;
      (schema.properties as Record<string, Schema>)[property] = nullable(value);
    }
  }
}

function allowUnset(document: OpenApiDocument): void {
  for (const [owner, properties] of Object.entries(UNSET_IS_NULL)) {
    for (const property of properties.split(' ')) {
      const place = `${owner}.${property}`;
      const schema = schemaAt(document, place);
      if (isNullable(schema)) {
        throw new Error(`${place} may be null already`);
      }
      replaceSchema(document, place, nullable(schema));
    }
  }
}

export const nullCorrections: readonly Correction[] = [
  {
    id: 'null-belongs-to-use-sites',
    reason:
      'Nullable definitions cannot be extended and make every list of them a list of nulls; what may be null ' +
      'is the property that holds one.',
    apply: moveToUseSites,
  },
  {
    id: 'unset-is-null',
    reason: 'Go encodes an unset list, map or pointer as null: so dockerd answers, and so the CLI asks.',
    apply: allowUnset,
  },
  {
    id: 'null-answers',
    reason: 'dockerd answers null, not an empty list, when nothing in a container has changed.',
    apply(document) {
      for (const operationId of NULL_ANSWERS) {
        const media = responseOf(document, operationId, '200').content?.['application/json'];
        if (media?.schema === undefined) throw new Error(`${operationId} has no JSON answer`);
        media.schema = nullable(media.schema);
      }
    },
  },
];
