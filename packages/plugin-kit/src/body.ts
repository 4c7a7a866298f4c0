import type { ContainerCreateRequest } from '@arca/api';
import type { CreateBody, CreateField } from './fields.js';

/**
 * What dockerd's answers show for a field that a request leaves out or gives as `null`: the zero value of its Go type.
 * `omitted` fields are then left out, `optional` ones also when they are given but empty (Go's `omitempty`; a pointer
 * is empty only when it is nil, and so is `omitted`).
 */
type Zero = '' | 0 | false | null | 'omitted' | 'optional' | (() => object);

/** The order is that of dockerd's answers. A field of the API that is missing here, or is none, does not compile. */
const zeros = {
  Hostname: '',
  Domainname: '',
  User: '',
  AttachStdin: false,
  AttachStdout: false,
  AttachStderr: false,
  ExposedPorts: 'optional',
  Tty: false,
  OpenStdin: false,
  StdinOnce: false,
  Env: null,
  Cmd: null,
  Healthcheck: 'omitted',
  ArgsEscaped: 'optional',
  Image: '',
  Volumes: null,
  WorkingDir: '',
  Entrypoint: null,
  NetworkDisabled: 'optional',
  MacAddress: 'optional',
  OnBuild: null,
  Labels: null,
  StopSignal: 'optional',
  StopTimeout: 'omitted',
  Shell: 'optional',
  'HostConfig.Binds': null,
  'HostConfig.ContainerIDFile': '',
  'HostConfig.LogConfig': () => ({ Type: '', Config: null }),
  'HostConfig.NetworkMode': '',
  'HostConfig.PortBindings': null,
  'HostConfig.RestartPolicy': () => ({ Name: '', MaximumRetryCount: 0 }),
  'HostConfig.AutoRemove': false,
  'HostConfig.VolumeDriver': '',
  'HostConfig.VolumesFrom': null,
  'HostConfig.ConsoleSize': () => [0, 0],
  'HostConfig.Annotations': 'optional',
  'HostConfig.CapAdd': null,
  'HostConfig.CapDrop': null,
  'HostConfig.CgroupnsMode': '',
  'HostConfig.Dns': null,
  'HostConfig.DnsOptions': null,
  'HostConfig.DnsSearch': null,
  'HostConfig.ExtraHosts': null,
  'HostConfig.GroupAdd': null,
  'HostConfig.IpcMode': '',
  'HostConfig.Cgroup': '',
  'HostConfig.Links': null,
  'HostConfig.OomScoreAdj': 0,
  'HostConfig.PidMode': '',
  'HostConfig.Privileged': false,
  'HostConfig.PublishAllPorts': false,
  'HostConfig.ReadonlyRootfs': false,
  'HostConfig.SecurityOpt': null,
  'HostConfig.StorageOpt': 'optional',
  'HostConfig.Tmpfs': 'optional',
  'HostConfig.UTSMode': '',
  'HostConfig.UsernsMode': '',
  'HostConfig.ShmSize': 0,
  'HostConfig.Sysctls': 'optional',
  'HostConfig.Runtime': 'optional',
  'HostConfig.Isolation': '',
  'HostConfig.CpuShares': 0,
  'HostConfig.Memory': 0,
  'HostConfig.NanoCpus': 0,
  'HostConfig.CgroupParent': '',
  'HostConfig.BlkioWeight': 0,
  'HostConfig.BlkioWeightDevice': null,
  'HostConfig.BlkioDeviceReadBps': null,
  'HostConfig.BlkioDeviceWriteBps': null,
  'HostConfig.BlkioDeviceReadIOps': null,
  'HostConfig.BlkioDeviceWriteIOps': null,
  'HostConfig.CpuPeriod': 0,
  'HostConfig.CpuQuota': 0,
  'HostConfig.CpuRealtimePeriod': 0,
  'HostConfig.CpuRealtimeRuntime': 0,
  'HostConfig.CpusetCpus': '',
  'HostConfig.CpusetMems': '',
  'HostConfig.Devices': null,
  'HostConfig.DeviceCgroupRules': null,
  'HostConfig.DeviceRequests': null,
  'HostConfig.KernelMemoryTCP': 'optional',
  'HostConfig.MemoryReservation': 0,
  'HostConfig.MemorySwap': 0,
  'HostConfig.MemorySwappiness': null,
  'HostConfig.OomKillDisable': null,
  'HostConfig.PidsLimit': null,
  'HostConfig.Ulimits': null,
  'HostConfig.CpuCount': 0,
  'HostConfig.CpuPercent': 0,
  'HostConfig.IOMaximumIOps': 0,
  'HostConfig.IOMaximumBandwidth': 0,
  'HostConfig.Mounts': 'optional',
  'HostConfig.MaskedPaths': null,
  'HostConfig.ReadonlyPaths': null,
  'HostConfig.Init': 'omitted',
  'NetworkingConfig.EndpointsConfig': null,
} as const satisfies Record<CreateField, Zero>;

/** Every field of the create body, by its manifest name. */
export const createFields = Object.keys(zeros) as CreateField[];

/** True for the name of a field of the create body. */
export const isCreateField = (name: string): name is CreateField => Object.hasOwn(zeros, name);

export type Part = keyof CreateBody;

/** The part of the body that a field is in, and its name there. */
export function fieldPlace(field: CreateField): { part: Part; key: string } {
  const dot = field.indexOf('.');
  return dot < 0
    ? { part: 'Config', key: field }
    : { part: field.slice(0, dot) as Part, key: field.slice(dot + 1) };
}

const places = createFields.map((field) => ({ ...fieldPlace(field), zero: zeros[field] as Zero }));

/** A create body as a request has it: any part or field may be absent or `null`. */
export type PartialBody = { [P in Part]?: { [K in keyof CreateBody[P]]?: CreateBody[P][K] | null } | null };

/** The parts of a create request: its own members are the container's configuration. */
export function createRequestParts(request: ContainerCreateRequest): CreateBody {
  const { HostConfig, NetworkingConfig, ...Config } = request;
  return { Config, HostConfig: HostConfig ?? {}, NetworkingConfig: NetworkingConfig ?? {} };
}

/**
 * A body with every field that dockerd's answers would show. Values are copies of the request's; what the API does not
 * have is dropped.
 */
export function completeBody(request: PartialBody): CreateBody {
  const body: Record<Part, Record<string, unknown>> = { Config: {}, HostConfig: {}, NetworkingConfig: {} };
  for (const { part, key, zero } of places) {
    const given = (request[part] as Record<string, unknown> | null | undefined)?.[key];
    const value = completed(given, zero);
    if (value !== undefined) body[part][key] = value;
  }
  // A network without settings is wanted with none: clients write `{"name": null}`.
  const endpoints = body.NetworkingConfig['EndpointsConfig'] as Record<string, object | null> | null;
  for (const name of Object.keys(endpoints ?? {})) endpoints![name] ??= {};
  return body as unknown as CreateBody;
}

function completed(given: unknown, zero: Zero): unknown {
  if (given === undefined || given === null) {
    if (typeof zero === 'function') return zero();
    return zero === 'omitted' || zero === 'optional' ? undefined : zero;
  }
  if (zero === 'optional' && isEmpty(given)) return undefined;
  if (typeof given !== 'object') return given;
  const copy = structuredClone(given);
  return typeof zero === 'function' && !Array.isArray(copy) ? { ...zero(), ...withoutNulls(copy) } : copy;
}

const withoutNulls = (value: object): object =>
  Object.fromEntries(Object.entries(value).filter(([, part]) => part !== null && part !== undefined));

/** True for what Go would leave out: zero, the empty text, `false`, and lists and objects without members. */
export function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null || value === '' || value === 0 || value === false) return true;
  return typeof value === 'object' && Object.keys(value).length === 0;
}

/**
 * True when a value says nothing: absent, `null`, or its field's zero value. Zero and `false` do say something for
 * fields that are pointers in Go, where only `null` is nothing.
 */
export function saysNothing(field: CreateField, value: unknown): boolean {
  if (value === undefined || value === null) return true;
  const zero = zeros[field] as Zero;
  if (typeof value !== 'object') return zero !== null && zero !== 'omitted' && isEmpty(value);
  return Object.values(value).every((part) => isEmpty(part));
}
