import type { HostConfig } from '@arca/api';
import { invalidParameter, type OperationRequest } from '@arca/plugin-kit';
import { sanitizeNames } from './names.js';
import { json, list } from './parameters.js';

type Params = OperationRequest<'ImageBuild'>['params'];

/** What a build was asked for, its JSON parameters read. */
export interface BuildRequest {
  dockerfile: string;
  remote: string;
  tags: readonly string[];
  quiet: boolean;
  useCache: boolean;
  cacheFrom: readonly string[];
  pull: boolean;
  /** Keep the containers of successful steps, or of failed ones. */
  keepContainers: boolean;
  keepFailed: boolean;
  args: Readonly<Record<string, string | null>>;
  labels: Readonly<Record<string, string>>;
  target: string;
  platform: string;
  /** By registry. */
  credentials: Readonly<Record<string, object>>;
  /** Of the containers of RUN. */
  hostConfig: HostConfig;
}

/** Throws InvalidParameter for what cannot be read, also for what only BuildKit does. */
export function readRequest(params: Params): BuildRequest {
  refuse(params);
  return {
    dockerfile: params.dockerfile || 'Dockerfile',
    remote: params.remote ?? '',
    tags: sanitizeNames(params.t ?? []),
    quiet: params.q ?? false,
    useCache: !params.nocache,
    cacheFrom: json(params.cachefrom, 'cachefrom', []),
    pull: params.pull ?? false,
    keepContainers: params.rm === false && !params.forcerm,
    keepFailed: !params.forcerm,
    args: json(params.buildargs, 'buildargs', {}),
    labels: json(params.labels, 'labels', {}),
    target: params.target ?? '',
    platform: params.platform ?? '',
    credentials: credentials(params['X-Registry-Config']),
    hostConfig: {
      Memory: params.memory ?? 0,
      MemorySwap: params.memswap ?? 0,
      CpuShares: params.cpushares ?? 0,
      CpusetCpus: params.cpusetcpus ?? '',
      CpusetMems: params.cpusetmems ?? '',
      CpuPeriod: params.cpuperiod ?? 0,
      CpuQuota: params.cpuquota ?? 0,
      CgroupParent: params.cgroupparent ?? '',
      ...(params.shmsize ? { ShmSize: params.shmsize } : {}),
      ...(params.networkmode ? { NetworkMode: params.networkmode } : {}),
      ExtraHosts: list(params.extrahosts),
      Ulimits: json(params.ulimits, 'ulimits', []),
    },
  };
}

const PLATFORM = /^[\w-]+(\/[\w-]+){0,2}$/;

function refuse(params: Params): void {
  if (params.platform && !PLATFORM.test(params.platform))
    throw invalidParameter(
      `${JSON.stringify(params.platform)}: cannot parse platform specifier: invalid argument`,
      'build.platform',
    );
  if (params.squash)
    throw invalidParameter('squash is only supported with experimental mode', 'build.squash');
  if (params.outputs) throw invalidParameter('outputs are only supported by BuildKit', 'build.outputs');
  if (params.securityopt?.length)
    throw invalidParameter(
      'The daemon on this platform does not support setting security options on build',
      'build.securityopt',
    );
  if (params.isolation && params.isolation !== 'default')
    throw invalidParameter(`invalid isolation (${params.isolation}) on linux`, 'build.isolation');
}

function credentials(header: string | undefined): Record<string, object> {
  try {
    return header ? (JSON.parse(Buffer.from(header, 'base64url').toString()) as Record<string, object>) : {};
  } catch {
    return {}; // as dockerd: what cannot be read counts as none
  }
}
