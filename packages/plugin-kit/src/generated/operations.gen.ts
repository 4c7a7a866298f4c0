/* generated */
import type { Readable } from 'node:stream';
import type {
  ArcaContainerExplainResponse,
  ArcaContainerSpecResponse,
  ArcaCoverageItem,
  AuthConfig,
  BuildInfo,
  BuildPruneResponse,
  Config,
  ConfigSpec,
  ContainerConfig,
  ContainerCreateRequest,
  ContainerCreateResponse,
  ContainerInspectResponse,
  ContainerPruneResponse,
  ContainerStatsResponse,
  ContainerSummary,
  ContainerTopResponse,
  ContainerUpdateRequest,
  ContainerUpdateResponse,
  ContainerWaitResponse,
  CreateImageInfo,
  DistributionInspect,
  EventMessage,
  ExecConfig,
  ExecInspectResponse,
  ExecStartConfig,
  FilesystemChange,
  IDResponse,
  ImageDeleteResponseItem,
  ImageHistoryResponseItem,
  ImageInspect,
  ImagePruneResponse,
  ImageSearchResponseItem,
  ImageSummary,
  Network,
  NetworkConnectRequest,
  NetworkCreateRequest,
  NetworkCreateResponse,
  NetworkDisconnectRequest,
  NetworkPruneResponse,
  Node,
  NodeSpec,
  Plugin,
  PluginPrivilege,
  PushImageInfo,
  Secret,
  SecretSpec,
  Service,
  ServiceCreateResponse,
  ServiceSpec,
  ServiceUpdateResponse,
  Swarm,
  SwarmInitRequest,
  SwarmJoinRequest,
  SwarmSpec,
  SwarmUnlockRequest,
  SystemAuthResponse,
  SystemDataUsageResponse,
  SystemInfo,
  SystemVersion,
  Task,
  UnlockKeyResponse,
  Volume,
  VolumeCreateOptions,
  VolumeListResponse,
  VolumePruneResponse,
  VolumeUpdateRequest,
} from '@arca/api';
import type { ByteStream } from '../operation.js';

export interface Operations {
  ContainerList: { params: { all?: boolean; limit?: number; size?: boolean; filters?: string }; body: undefined; result: (ContainerSummary)[] };
  ContainerCreate: { params: { name?: string; platform?: string }; body: ContainerCreateRequest; result: ContainerCreateResponse };
  ContainerInspect: { params: { id: string; size?: boolean }; body: undefined; result: ContainerInspectResponse };
  ContainerTop: { params: { id: string; ps_args?: string }; body: undefined; result: ContainerTopResponse };
  ContainerLogs: { params: { id: string; follow?: boolean; stdout?: boolean; stderr?: boolean; since?: string; until?: string; timestamps?: boolean; tail?: string; details?: boolean }; body: undefined; result: ByteStream };
  ContainerChanges: { params: { id: string }; body: undefined; result: (FilesystemChange)[] | null };
  ContainerExport: { params: { id: string }; body: undefined; result: ByteStream };
  ContainerStats: { params: { id: string; stream?: boolean; "one-shot"?: boolean }; body: undefined; result: AsyncIterable<ContainerStatsResponse> | ContainerStatsResponse };
  ContainerResize: { params: { id: string; h: number; w: number }; body: undefined; result: void };
  ContainerStart: { params: { id: string; detachKeys?: string }; body: undefined; result: void };
  ContainerStop: { params: { id: string; signal?: string; t?: number }; body: undefined; result: void };
  ContainerRestart: { params: { id: string; signal?: string; t?: number }; body: undefined; result: void };
  ContainerKill: { params: { id: string; signal?: string }; body: undefined; result: void };
  ContainerUpdate: { params: { id: string }; body: ContainerUpdateRequest; result: ContainerUpdateResponse };
  ContainerRename: { params: { id: string; name: string }; body: undefined; result: void };
  ContainerPause: { params: { id: string }; body: undefined; result: void };
  ContainerUnpause: { params: { id: string }; body: undefined; result: void };
  ContainerAttach: { params: { id: string; detachKeys?: string; logs?: boolean; stream?: boolean; stdin?: boolean; stdout?: boolean; stderr?: boolean }; body: undefined; result: void };
  ContainerAttachWebsocket: { params: { id: string; detachKeys?: string; logs?: boolean; stream?: boolean; stdin?: boolean; stdout?: boolean; stderr?: boolean }; body: undefined; result: void };
  ContainerWait: { params: { id: string; condition?: "not-running" | "next-exit" | "removed" }; body: undefined; result: ContainerWaitResponse };
  ContainerDelete: { params: { id: string; v?: boolean; force?: boolean; link?: boolean }; body: undefined; result: void };
  ContainerArchiveInfo: { params: { id: string; path: string }; body: undefined; result: void };
  ContainerArchive: { params: { id: string; path: string }; body: undefined; result: ByteStream };
  PutContainerArchive: { params: { id: string; path: string; noOverwriteDirNonDir?: boolean; copyUIDGID?: boolean }; body: Readable; result: void };
  ContainerPrune: { params: { filters?: string }; body: undefined; result: ContainerPruneResponse };
  ImageList: { params: { all?: boolean; filters?: string; "shared-size"?: boolean; digests?: boolean; manifests?: boolean }; body: undefined; result: (ImageSummary)[] };
  ImageBuild: { params: { dockerfile?: string; t?: (string)[]; extrahosts?: (string)[]; remote?: string; q?: boolean; nocache?: boolean; cachefrom?: string; pull?: boolean; rm?: boolean; forcerm?: boolean; memory?: number; memswap?: number; cpushares?: number; cpusetcpus?: string; cpuperiod?: number; cpuquota?: number; buildargs?: string; shmsize?: number; squash?: boolean; labels?: string; networkmode?: string; "X-Registry-Config"?: string; platform?: string; target?: string; outputs?: string; version?: "1" | "2"; cpusetmems?: string; cgroupparent?: string; isolation?: "default" | "process" | "hyperv" | ""; ulimits?: string; securityopt?: (string)[]; session?: string; buildid?: string }; body: Readable; result: AsyncIterable<BuildInfo> };
  BuildPrune: { params: { "keep-storage"?: number; "reserved-space"?: number; "max-used-space"?: number; "min-free-space"?: number; all?: boolean; filters?: string }; body: undefined; result: BuildPruneResponse };
  ImageCreate: { params: { fromImage?: string; fromSrc?: string; repo?: string; tag?: string; message?: string; "X-Registry-Auth"?: string; changes?: (string)[]; platform?: string }; body: Readable; result: AsyncIterable<CreateImageInfo> };
  ImageInspect: { params: { name: string; manifests?: boolean; platform?: string }; body: undefined; result: ImageInspect };
  ImageHistory: { params: { name: string; platform?: string }; body: undefined; result: (ImageHistoryResponseItem)[] };
  ImagePush: { params: { name: string; tag?: string; platform?: string; "X-Registry-Auth": string }; body: undefined; result: AsyncIterable<PushImageInfo> };
  ImageTag: { params: { name: string; repo?: string; tag?: string }; body: undefined; result: void };
  ImageDelete: { params: { name: string; force?: boolean; noprune?: boolean; platforms?: (string)[] }; body: undefined; result: (ImageDeleteResponseItem)[] };
  ImageSearch: { params: { term: string; limit?: number; filters?: string }; body: undefined; result: (ImageSearchResponseItem)[] };
  ImagePrune: { params: { filters?: string }; body: undefined; result: ImagePruneResponse };
  SystemAuth: { params: {  }; body: AuthConfig | undefined; result: SystemAuthResponse };
  SystemInfo: { params: {  }; body: undefined; result: SystemInfo };
  SystemVersion: { params: {  }; body: undefined; result: SystemVersion };
  SystemPing: { params: {  }; body: undefined; result: string };
  SystemPingHead: { params: {  }; body: undefined; result: string };
  ImageCommit: { params: { container?: string; repo?: string; tag?: string; comment?: string; author?: string; pause?: boolean; changes?: (string)[] }; body: ContainerConfig | undefined; result: IDResponse };
  SystemEvents: { params: { since?: string; until?: string; filters?: string }; body: undefined; result: AsyncIterable<EventMessage> };
  SystemDataUsage: { params: { type?: ("container" | "image" | "volume" | "build-cache")[] }; body: undefined; result: SystemDataUsageResponse };
  ImageGet: { params: { name: string; platform?: string }; body: undefined; result: ByteStream };
  ImageGetAll: { params: { names?: (string)[]; platform?: string }; body: undefined; result: ByteStream };
  ImageLoad: { params: { quiet?: boolean; platform?: string }; body: Readable; result: AsyncIterable<BuildInfo> };
  ContainerExec: { params: { id: string }; body: ExecConfig; result: IDResponse };
  ExecStart: { params: { id: string }; body: ExecStartConfig | undefined; result: void };
  ExecResize: { params: { id: string; h: number; w: number }; body: undefined; result: void };
  ExecInspect: { params: { id: string }; body: undefined; result: ExecInspectResponse };
  VolumeList: { params: { filters?: string }; body: undefined; result: VolumeListResponse };
  VolumeCreate: { params: {  }; body: VolumeCreateOptions; result: Volume };
  VolumeInspect: { params: { name: string }; body: undefined; result: Volume };
  VolumeUpdate: { params: { name: string; version: number }; body: VolumeUpdateRequest | undefined; result: void };
  VolumeDelete: { params: { name: string; force?: boolean }; body: undefined; result: void };
  VolumePrune: { params: { filters?: string }; body: undefined; result: VolumePruneResponse };
  NetworkList: { params: { filters?: string }; body: undefined; result: (Network)[] };
  NetworkInspect: { params: { id: string; verbose?: boolean; scope?: string }; body: undefined; result: Network };
  NetworkDelete: { params: { id: string }; body: undefined; result: void };
  NetworkCreate: { params: {  }; body: NetworkCreateRequest; result: NetworkCreateResponse };
  NetworkConnect: { params: { id: string }; body: NetworkConnectRequest; result: void };
  NetworkDisconnect: { params: { id: string }; body: NetworkDisconnectRequest; result: void };
  NetworkPrune: { params: { filters?: string }; body: undefined; result: NetworkPruneResponse };
  PluginList: { params: { filters?: string }; body: undefined; result: (Plugin)[] };
  GetPluginPrivileges: { params: { remote: string }; body: undefined; result: (PluginPrivilege)[] };
  PluginPull: { params: { remote: string; name?: string; "X-Registry-Auth"?: string }; body: (PluginPrivilege)[] | undefined; result: AsyncIterable<CreateImageInfo> };
  PluginInspect: { params: { name: string }; body: undefined; result: Plugin };
  PluginDelete: { params: { name: string; force?: boolean }; body: undefined; result: Plugin };
  PluginEnable: { params: { name: string; timeout?: number }; body: undefined; result: void };
  PluginDisable: { params: { name: string; force?: boolean }; body: undefined; result: void };
  PluginUpgrade: { params: { name: string; remote: string; "X-Registry-Auth"?: string }; body: (PluginPrivilege)[] | undefined; result: AsyncIterable<CreateImageInfo> | CreateImageInfo };
  PluginCreate: { params: { name: string }; body: Readable; result: void };
  PluginPush: { params: { name: string }; body: undefined; result: AsyncIterable<PushImageInfo> | PushImageInfo };
  PluginSet: { params: { name: string }; body: (string)[] | undefined; result: void };
  NodeList: { params: { filters?: string }; body: undefined; result: (Node)[] };
  NodeInspect: { params: { id: string }; body: undefined; result: Node };
  NodeDelete: { params: { id: string; force?: boolean }; body: undefined; result: void };
  NodeUpdate: { params: { id: string; version: number }; body: NodeSpec | undefined; result: void };
  SwarmInspect: { params: {  }; body: undefined; result: Swarm };
  SwarmInit: { params: {  }; body: SwarmInitRequest; result: string };
  SwarmJoin: { params: {  }; body: SwarmJoinRequest; result: void };
  SwarmLeave: { params: { force?: boolean }; body: undefined; result: void };
  SwarmUpdate: { params: { version: number; rotateWorkerToken?: boolean; rotateManagerToken?: boolean; rotateManagerUnlockKey?: boolean }; body: SwarmSpec; result: void };
  SwarmUnlockkey: { params: {  }; body: undefined; result: UnlockKeyResponse };
  SwarmUnlock: { params: {  }; body: SwarmUnlockRequest; result: void };
  ServiceList: { params: { filters?: string; status?: boolean }; body: undefined; result: (Service)[] };
  ServiceCreate: { params: { "X-Registry-Auth"?: string }; body: ServiceSpec; result: ServiceCreateResponse };
  ServiceInspect: { params: { id: string; insertDefaults?: boolean }; body: undefined; result: Service };
  ServiceDelete: { params: { id: string }; body: undefined; result: void };
  ServiceUpdate: { params: { id: string; version: number; registryAuthFrom?: "spec" | "previous-spec"; rollback?: string; "X-Registry-Auth"?: string }; body: ServiceSpec; result: ServiceUpdateResponse };
  ServiceLogs: { params: { id: string; details?: boolean; follow?: boolean; stdout?: boolean; stderr?: boolean; since?: string; timestamps?: boolean; tail?: string }; body: undefined; result: ByteStream };
  TaskList: { params: { filters?: string }; body: undefined; result: (Task)[] };
  TaskInspect: { params: { id: string }; body: undefined; result: Task };
  TaskLogs: { params: { id: string; details?: boolean; follow?: boolean; stdout?: boolean; stderr?: boolean; since?: string; timestamps?: boolean; tail?: string }; body: undefined; result: ByteStream };
  SecretList: { params: { filters?: string }; body: undefined; result: (Secret)[] };
  SecretCreate: { params: {  }; body: SecretSpec | undefined; result: IDResponse };
  SecretInspect: { params: { id: string }; body: undefined; result: Secret };
  SecretDelete: { params: { id: string }; body: undefined; result: void };
  SecretUpdate: { params: { id: string; version: number }; body: SecretSpec | undefined; result: void };
  ConfigList: { params: { filters?: string }; body: undefined; result: (Config)[] };
  ConfigCreate: { params: {  }; body: ConfigSpec | undefined; result: IDResponse };
  ConfigInspect: { params: { id: string }; body: undefined; result: Config };
  ConfigDelete: { params: { id: string }; body: undefined; result: void };
  ConfigUpdate: { params: { id: string; version: number }; body: ConfigSpec | undefined; result: void };
  DistributionInspect: { params: { name: string }; body: undefined; result: DistributionInspect };
  Session: { params: {  }; body: undefined; result: void };
  ArcaContainerSpec: { params: { id: string }; body: undefined; result: ArcaContainerSpecResponse };
  ArcaContainerExplain: { params: {  }; body: ContainerCreateRequest; result: ArcaContainerExplainResponse };
  ArcaCoverage: { params: {  }; body: undefined; result: (ArcaCoverageItem)[] };
}

export type OperationId = keyof Operations;
export const operationIds: readonly OperationId[] = [
  'ContainerList',
  'ContainerCreate',
  'ContainerInspect',
  'ContainerTop',
  'ContainerLogs',
  'ContainerChanges',
  'ContainerExport',
  'ContainerStats',
  'ContainerResize',
  'ContainerStart',
  'ContainerStop',
  'ContainerRestart',
  'ContainerKill',
  'ContainerUpdate',
  'ContainerRename',
  'ContainerPause',
  'ContainerUnpause',
  'ContainerAttach',
  'ContainerAttachWebsocket',
  'ContainerWait',
  'ContainerDelete',
  'ContainerArchiveInfo',
  'ContainerArchive',
  'PutContainerArchive',
  'ContainerPrune',
  'ImageList',
  'ImageBuild',
  'BuildPrune',
  'ImageCreate',
  'ImageInspect',
  'ImageHistory',
  'ImagePush',
  'ImageTag',
  'ImageDelete',
  'ImageSearch',
  'ImagePrune',
  'SystemAuth',
  'SystemInfo',
  'SystemVersion',
  'SystemPing',
  'SystemPingHead',
  'ImageCommit',
  'SystemEvents',
  'SystemDataUsage',
  'ImageGet',
  'ImageGetAll',
  'ImageLoad',
  'ContainerExec',
  'ExecStart',
  'ExecResize',
  'ExecInspect',
  'VolumeList',
  'VolumeCreate',
  'VolumeInspect',
  'VolumeUpdate',
  'VolumeDelete',
  'VolumePrune',
  'NetworkList',
  'NetworkInspect',
  'NetworkDelete',
  'NetworkCreate',
  'NetworkConnect',
  'NetworkDisconnect',
  'NetworkPrune',
  'PluginList',
  'GetPluginPrivileges',
  'PluginPull',
  'PluginInspect',
  'PluginDelete',
  'PluginEnable',
  'PluginDisable',
  'PluginUpgrade',
  'PluginCreate',
  'PluginPush',
  'PluginSet',
  'NodeList',
  'NodeInspect',
  'NodeDelete',
  'NodeUpdate',
  'SwarmInspect',
  'SwarmInit',
  'SwarmJoin',
  'SwarmLeave',
  'SwarmUpdate',
  'SwarmUnlockkey',
  'SwarmUnlock',
  'ServiceList',
  'ServiceCreate',
  'ServiceInspect',
  'ServiceDelete',
  'ServiceUpdate',
  'ServiceLogs',
  'TaskList',
  'TaskInspect',
  'TaskLogs',
  'SecretList',
  'SecretCreate',
  'SecretInspect',
  'SecretDelete',
  'SecretUpdate',
  'ConfigList',
  'ConfigCreate',
  'ConfigInspect',
  'ConfigDelete',
  'ConfigUpdate',
  'DistributionInspect',
  'Session',
  'ArcaContainerSpec',
  'ArcaContainerExplain',
  'ArcaCoverage',
];
