// Generated from openapi/ by `npm run gen`; change the description or codegen/ instead of this file.
/* eslint-disable */

/** @isInt */
export type Int = number;
/** @isLong */
export type Int64 = number;
/** @isInt @minimum 0 @maximum 255 */
export type Uint8 = number;
/** @isInt @minimum 0 @maximum 65535 */
export type Uint16 = number;
/** @isInt @minimum 0 @maximum 4294967295 */
export type Uint32 = number;
/** @isLong @minimum 0 */
export type Uint64 = number;
export type Cidr = string;
export type DateTime = string;
export type IpAddress = string;
export type JsonText = string;
export type Uri = string;

export interface Address {
  Addr?: string;
  PrefixLen?: Int;
}

export interface AppArmorOptions {
  Mode?: 'default' | 'disabled';
}

export interface ArcaContainerExplainResponse {
  Spec: ArcaOciSpec;
  Provenance: ArcaProvenance;
  Warnings: string[];
}

export interface ArcaContainerSpecResponse {
  Spec: ArcaOciSpec;
  Provenance: ArcaProvenance;
}

export interface ArcaCoverageItem {
  Field: string;
  Plugin: string;
  Rooms: string[];
  Flags: string[];
  Effect?: string;
}

export type ArcaOciSpec = { [key: string]: unknown };

export interface ArcaOrigin {
  Plugin: string;
  Field: string;
  Value?: unknown;
}

export type ArcaProvenance = { [key: string]: ArcaOrigin };

export interface AuthConfig {
  username?: string;
  password?: string;
  email?: string;
  serveraddress?: string;
  auth?: string;
  identitytoken?: string;
  registrytoken?: string;
}

export interface BuildCache {
  ID?: string;
  Parents?: string[] | null;
  Type?: 'internal' | 'frontend' | 'source.local' | 'source.git.checkout' | 'exec.cachemount' | 'regular';
  Description?: string;
  InUse?: boolean;
  Shared?: boolean;
  Size?: Int;
  CreatedAt?: DateTime;
  LastUsedAt?: DateTime | null;
  UsageCount?: Int;
}

export interface BuildInfo {
  id?: string;
  stream?: string;
  error?: string | null;
  errorDetail?: ErrorDetail;
  status?: string;
  progress?: string | null;
  progressDetail?: ProgressDetail;
  aux?: ImageID;
}

export interface BuildPruneResponse {
  CachesDeleted?: string[] | null;
  SpaceReclaimed?: Int64;
}

export interface CAConfig {
  NodeCertExpiry?: Int64;
  ExternalCAs?: ExternalCA[];
  SigningCACert?: string;
  SigningCAKey?: string;
  ForceRotate?: Uint64;
}

export interface CapacityRange {
  RequiredBytes?: Int64;
  LimitBytes?: Int64;
}

export type ChangeType = 0 | 1 | 2;

export interface ClusterInfo {
  ID?: string;
  Version?: ObjectVersion;
  CreatedAt?: DateTime;
  UpdatedAt?: DateTime;
  Spec?: SwarmSpec;
  TLSInfo?: TLSInfo;
  RootRotationInProgress?: boolean;
  DataPathPort?: Uint32;
  DefaultAddrPool?: Cidr[];
  /** @maximum 29 */
  SubnetSize?: Uint32;
}

export interface ClusterVolume {
  ID?: string;
  Version?: ObjectVersion;
  CreatedAt?: DateTime;
  UpdatedAt?: DateTime;
  Spec?: ClusterVolumeSpec;
  Info?: ClusterVolumeInfo;
  PublishStatus?: ClusterVolumePublishStatus[];
}

export interface ClusterVolumeAccessMode {
  Scope?: 'single' | 'multi';
  Sharing?: 'none' | 'readonly' | 'onewriter' | 'all';
  MountVolume?: ClusterVolumeMount;
  BlockVolume?: EmptyObject;
}

export interface ClusterVolumeInfo {
  CapacityBytes?: Int64;
  VolumeContext?: { [key: string]: string };
  VolumeID?: string;
  AccessibleTopology?: Topology[];
}

export interface ClusterVolumeMount {
  FsType?: string;
  MountFlags?: string[];
}

export interface ClusterVolumePublishStatus {
  NodeID?: string;
  State?: 'pending-publish' | 'published' | 'pending-node-unpublish' | 'pending-controller-unpublish';
  PublishContext?: { [key: string]: string };
}

export interface ClusterVolumeSecret {
  Key?: string;
  Secret?: string;
}

export interface ClusterVolumeSpec {
  Group?: string;
  AccessMode?: ClusterVolumeAccessMode;
  Secrets?: ClusterVolumeSecret[];
  AccessibilityRequirements?: TopologyRequirement;
  CapacityRange?: CapacityRange;
  Availability?: 'active' | 'pause' | 'drain';
}

export interface Commit {
  ID?: string;
}

export interface ComponentVersion {
  Name: string;
  Version: string;
  Details?: { [key: string]: string } | null;
}

export interface Config {
  ID?: string;
  Version?: ObjectVersion;
  CreatedAt?: DateTime;
  UpdatedAt?: DateTime;
  Spec?: ConfigSpec;
}

export interface ConfigReference {
  Network?: string;
}

export interface ConfigSpec {
  Name?: string;
  Labels?: { [key: string]: string };
  Data?: string;
  Templating?: Driver;
}

export interface ContainerBlkioStatEntry {
  major?: Uint64;
  minor?: Uint64;
  op?: string;
  value?: Uint64;
}

export interface ContainerBlkioStats {
  io_service_bytes_recursive?: ContainerBlkioStatEntry[];
  io_serviced_recursive?: ContainerBlkioStatEntry[] | null;
  io_queue_recursive?: ContainerBlkioStatEntry[] | null;
  io_service_time_recursive?: ContainerBlkioStatEntry[] | null;
  io_wait_time_recursive?: ContainerBlkioStatEntry[] | null;
  io_merged_recursive?: ContainerBlkioStatEntry[] | null;
  io_time_recursive?: ContainerBlkioStatEntry[] | null;
  sectors_recursive?: ContainerBlkioStatEntry[] | null;
}

export interface ContainerCPUStats {
  cpu_usage?: ContainerCPUUsage | null;
  system_cpu_usage?: Uint64 | null;
  online_cpus?: Uint32 | null;
  throttling_data?: ContainerThrottlingData | null;
}

export interface ContainerCPUUsage {
  total_usage?: Uint64;
  percpu_usage?: Uint64[] | null;
  usage_in_kernelmode?: Uint64;
  usage_in_usermode?: Uint64;
}

export interface ContainerConfig {
  Hostname?: string;
  Domainname?: string;
  User?: string;
  AttachStdin?: boolean;
  AttachStdout?: boolean;
  AttachStderr?: boolean;
  ExposedPorts?: { [key: string]: EmptyObject } | null;
  Tty?: boolean;
  OpenStdin?: boolean;
  StdinOnce?: boolean;
  Env?: string[] | null;
  Cmd?: string[] | null;
  Healthcheck?: HealthConfig;
  ArgsEscaped?: boolean | null;
  Image?: string;
  Volumes?: { [key: string]: EmptyObject } | null;
  WorkingDir?: string;
  Entrypoint?: string[] | null;
  NetworkDisabled?: boolean | null;
  MacAddress?: string | null;
  OnBuild?: string[] | null;
  Labels?: { [key: string]: string } | null;
  StopSignal?: string | null;
  StopTimeout?: Int | null;
  Shell?: string[] | null;
}

export interface ContainerCreateRequest extends ContainerConfig {
  HostConfig?: HostConfig | null;
  NetworkingConfig?: NetworkingConfig | null;
}

export interface ContainerCreateResponse {
  Id: string;
  Warnings: string[];
}

export interface ContainerDNSConfig {
  Nameservers?: string[];
  Search?: string[];
  Options?: string[];
}

export interface ContainerInspectResponse {
  /** @minLength 64 @maxLength 64 @pattern ^[0-9a-fA-F]{64}$ */
  Id?: string;
  Created?: DateTime | null;
  Path?: string;
  Args?: string[];
  State?: ContainerState | null;
  Image?: string;
  ResolvConfPath?: string;
  HostnamePath?: string;
  HostsPath?: string;
  LogPath?: string | null;
  Name?: string;
  RestartCount?: Int;
  Driver?: string;
  Platform?: string;
  ImageManifestDescriptor?: OCIDescriptor;
  MountLabel?: string;
  ProcessLabel?: string;
  AppArmorProfile?: string;
  ExecIDs?: string[] | null;
  HostConfig?: HostConfig;
  GraphDriver?: DriverData;
  SizeRw?: Int64 | null;
  SizeRootFs?: Int64 | null;
  Mounts?: MountPoint[];
  Config?: ContainerConfig;
  NetworkSettings?: NetworkSettings;
}

export interface ContainerMemoryStats {
  usage?: Uint64 | null;
  max_usage?: Uint64 | null;
  stats?: { [key: string]: Uint64 | null };
  failcnt?: Uint64 | null;
  limit?: Uint64 | null;
  commitbytes?: Uint64 | null;
  commitpeakbytes?: Uint64 | null;
  privateworkingset?: Uint64 | null;
}

export interface ContainerNetworkStats {
  rx_bytes?: Uint64;
  rx_packets?: Uint64;
  rx_errors?: Uint64;
  rx_dropped?: Uint64;
  tx_bytes?: Uint64;
  tx_packets?: Uint64;
  tx_errors?: Uint64;
  tx_dropped?: Uint64;
  endpoint_id?: string | null;
  instance_id?: string | null;
}

export interface ContainerPidsStats {
  current?: Uint64 | null;
  limit?: Uint64 | null;
}

export interface ContainerPrivileges {
  CredentialSpec?: CredentialSpec;
  SELinuxContext?: SELinuxContext;
  Seccomp?: SeccompOptions;
  AppArmor?: AppArmorOptions;
  NoNewPrivileges?: boolean;
}

export interface ContainerPruneResponse {
  ContainersDeleted?: string[] | null;
  SpaceReclaimed?: Int64;
}

export interface ContainerSpec {
  Image?: string;
  Labels?: { [key: string]: string };
  Command?: string[];
  Args?: string[];
  Hostname?: string;
  Env?: string[];
  Dir?: string;
  User?: string;
  Groups?: string[];
  Privileges?: ContainerPrivileges;
  TTY?: boolean;
  OpenStdin?: boolean;
  ReadOnly?: boolean;
  Mounts?: Mount[];
  StopSignal?: string;
  StopGracePeriod?: Int64;
  HealthCheck?: HealthConfig;
  Hosts?: string[];
  DNSConfig?: ContainerDNSConfig;
  Secrets?: SecretReference[];
  OomScoreAdj?: Int64;
  Configs?: ServiceConfigReference[];
  Isolation?: 'default' | 'process' | 'hyperv' | '';
  Init?: boolean | null;
  Sysctls?: { [key: string]: string };
  CapabilityAdd?: string[];
  CapabilityDrop?: string[];
  Ulimits?: Ulimit[];
}

export interface ContainerState {
  Status?: 'created' | 'running' | 'paused' | 'restarting' | 'removing' | 'exited' | 'dead';
  Running?: boolean;
  Paused?: boolean;
  Restarting?: boolean;
  OOMKilled?: boolean;
  Dead?: boolean;
  Pid?: Int;
  ExitCode?: Int;
  Error?: string;
  StartedAt?: string;
  FinishedAt?: string;
  Health?: Health | null;
}

export interface ContainerStatsResponse {
  name?: string | null;
  id?: string | null;
  read?: DateTime;
  preread?: DateTime;
  pids_stats?: ContainerPidsStats | null;
  blkio_stats?: ContainerBlkioStats | null;
  num_procs?: Uint32;
  storage_stats?: ContainerStorageStats | null;
  cpu_stats?: ContainerCPUStats | null;
  precpu_stats?: ContainerCPUStats | null;
  memory_stats?: ContainerMemoryStats;
  networks?: { [key: string]: ContainerNetworkStats } | null;
}

export interface ContainerStatus {
  ContainerID?: string;
  PID?: Int;
  ExitCode?: Int;
}

export interface ContainerStorageStats {
  read_count_normalized?: Uint64 | null;
  read_size_bytes?: Uint64 | null;
  write_count_normalized?: Uint64 | null;
  write_size_bytes?: Uint64 | null;
}

export interface ContainerSummary {
  /** @minLength 64 @maxLength 64 @pattern ^[0-9a-fA-F]{64}$ */
  Id?: string;
  Names?: string[];
  Image?: string;
  ImageID?: string;
  ImageManifestDescriptor?: OCIDescriptor | null;
  Command?: string;
  Created?: Int64;
  Ports?: Port[];
  SizeRw?: Int64 | null;
  SizeRootFs?: Int64 | null;
  Labels?: { [key: string]: string };
  State?: 'created' | 'running' | 'paused' | 'restarting' | 'exited' | 'removing' | 'dead';
  Status?: string;
  HostConfig?: ContainerSummaryHostConfig;
  NetworkSettings?: ContainerSummaryNetworkSettings;
  Mounts?: MountPoint[];
}

export interface ContainerSummaryHostConfig {
  NetworkMode?: string;
  Annotations?: { [key: string]: string } | null;
}

export interface ContainerSummaryNetworkSettings {
  Networks?: { [key: string]: EndpointSettings };
}

export interface ContainerThrottlingData {
  periods?: Uint64;
  throttled_periods?: Uint64;
  throttled_time?: Uint64;
}

export interface ContainerTopResponse {
  Titles?: string[];
  Processes?: string[][];
}

export interface ContainerUpdateRequest extends Resources {
  RestartPolicy?: RestartPolicy;
}

export interface ContainerUpdateResponse {
  Warnings?: string[] | null;
}

export interface ContainerWaitExitError {
  Message?: string;
}

export interface ContainerWaitResponse {
  StatusCode: Int64;
  Error?: ContainerWaitExitError | null;
}

export interface ContainerdInfo {
  Address?: string;
  Namespaces?: ContainerdNamespaces;
}

export interface ContainerdNamespaces {
  Containers?: string;
  Plugins?: string;
}

export interface CreateImageInfo {
  id?: string;
  error?: string | null;
  errorDetail?: ErrorDetail;
  status?: string;
  progress?: string | null;
  progressDetail?: ProgressDetail;
}

export interface CredentialSpec {
  Config?: string;
  File?: string;
  Registry?: string;
}

export interface DeviceInfo {
  Source?: string;
  ID?: string;
}

export interface DeviceMapping {
  PathOnHost?: string;
  PathInContainer?: string;
  CgroupPermissions?: string;
}

export interface DeviceRequest {
  Driver?: string;
  Count?: Int;
  DeviceIDs?: string[] | null;
  Capabilities?: string[][] | null;
  Options?: { [key: string]: string } | null;
}

export interface DiscreteGenericResource {
  Kind?: string;
  Value?: Int64;
}

export interface DispatcherConfig {
  HeartbeatPeriod?: Int64;
}

export interface DistributionInspect {
  Descriptor: OCIDescriptor;
  Platforms: OCIPlatform[];
}

export interface Driver {
  Name: string;
  Options?: { [key: string]: string };
}

export interface DriverData {
  Name: string;
  Data: { [key: string]: string };
}

export type EmptyObject = { [key: string]: unknown };

export interface EncryptionConfig {
  AutoLockManagers?: boolean;
}

export interface EndpointIPAMConfig {
  IPv4Address?: string;
  IPv6Address?: string;
  LinkLocalIPs?: string[];
}

export interface EndpointPortConfig {
  Name?: string;
  Protocol?: 'tcp' | 'udp' | 'sctp';
  TargetPort?: Int;
  PublishedPort?: Int;
  PublishMode?: 'ingress' | 'host';
}

export interface EndpointSettings {
  IPAMConfig?: EndpointIPAMConfig | null;
  Links?: string[] | null;
  MacAddress?: string;
  Aliases?: string[] | null;
  DriverOpts?: { [key: string]: string } | null;
  GwPriority?: Int64;
  NetworkID?: string;
  EndpointID?: string;
  Gateway?: string;
  IPAddress?: string;
  IPPrefixLen?: Int;
  IPv6Gateway?: string;
  GlobalIPv6Address?: string;
  GlobalIPv6PrefixLen?: Int64;
  DNSNames?: string[] | null;
}

export interface EndpointSpec {
  Mode?: 'vip' | 'dnsrr';
  Ports?: EndpointPortConfig[];
}

export interface EndpointVirtualIP {
  NetworkID?: string;
  Addr?: string;
}

export interface EngineDescription {
  EngineVersion?: string;
  Labels?: { [key: string]: string };
  Plugins?: EnginePlugin[];
}

export interface EnginePlugin {
  Type?: string;
  Name?: string;
}

export interface ErrorDetail {
  code?: Int;
  message?: string;
}

export interface ErrorResponse {
  message: string;
}

export interface EventActor {
  ID?: string;
  Attributes?: { [key: string]: string };
}

export interface EventMessage {
  Type?: 'builder' | 'config' | 'container' | 'daemon' | 'image' | 'network' | 'node' | 'plugin' | 'secret' | 'service' | 'volume';
  Action?: string;
  Actor?: EventActor;
  scope?: 'local' | 'swarm';
  time?: Int64;
  timeNano?: Int64;
}

export interface ExecConfig {
  AttachStdin?: boolean;
  AttachStdout?: boolean;
  AttachStderr?: boolean;
  /** @minItems 2 @maxItems 2 */
  ConsoleSize?: Int[] | null;
  DetachKeys?: string;
  Tty?: boolean;
  Env?: string[] | null;
  Cmd?: string[] | null;
  Privileged?: boolean;
  User?: string;
  WorkingDir?: string;
}

export interface ExecInspectResponse {
  CanRemove?: boolean;
  DetachKeys?: string;
  ID?: string;
  Running?: boolean;
  ExitCode?: Int | null;
  ProcessConfig?: ProcessConfig;
  OpenStdin?: boolean;
  OpenStderr?: boolean;
  OpenStdout?: boolean;
  ContainerID?: string;
  Pid?: Int;
}

export interface ExecStartConfig {
  Detach?: boolean;
  Tty?: boolean;
  /** @minItems 2 @maxItems 2 */
  ConsoleSize?: Int[] | null;
}

export interface ExternalCA {
  Protocol?: 'cfssl';
  URL?: string;
  Options?: { [key: string]: string };
  CACert?: string;
}

export interface FileTarget {
  Name?: string;
  UID?: string;
  GID?: string;
  Mode?: Uint32;
}

export interface FilesystemChange {
  Path: string;
  Kind: ChangeType;
}

export interface FirewallInfo {
  Driver?: string;
  Info?: string[][];
}

export interface GenericResource {
  NamedResourceSpec?: NamedGenericResource;
  DiscreteResourceSpec?: DiscreteGenericResource;
}

export type GenericResources = GenericResource[];

export interface Health {
  Status?: 'none' | 'starting' | 'healthy' | 'unhealthy';
  FailingStreak?: Int;
  Log?: HealthcheckResult[];
}

export interface HealthConfig {
  Test?: string[];
  Interval?: Int64;
  Timeout?: Int64;
  Retries?: Int;
  StartPeriod?: Int64;
  StartInterval?: Int64;
}

export interface HealthcheckResult {
  Start?: DateTime;
  End?: DateTime;
  ExitCode?: Int;
  Output?: string;
}

export interface HostConfig extends Resources {
  Binds?: string[] | null;
  ContainerIDFile?: string;
  LogConfig?: LogConfig;
  NetworkMode?: string;
  PortBindings?: PortMap | null;
  RestartPolicy?: RestartPolicy;
  AutoRemove?: boolean;
  VolumeDriver?: string;
  VolumesFrom?: string[] | null;
  Mounts?: Mount[] | null;
  /** @minItems 2 @maxItems 2 */
  ConsoleSize?: Int[] | null;
  Annotations?: { [key: string]: string };
  CapAdd?: string[] | null;
  CapDrop?: string[] | null;
  CgroupnsMode?: '' | 'private' | 'host';
  Dns?: string[] | null;
  DnsOptions?: string[] | null;
  DnsSearch?: string[] | null;
  ExtraHosts?: string[] | null;
  GroupAdd?: string[] | null;
  IpcMode?: string;
  Cgroup?: string;
  Links?: string[] | null;
  OomScoreAdj?: Int;
  PidMode?: string;
  Privileged?: boolean;
  PublishAllPorts?: boolean;
  ReadonlyRootfs?: boolean;
  SecurityOpt?: string[] | null;
  StorageOpt?: { [key: string]: string } | null;
  Tmpfs?: { [key: string]: string } | null;
  UTSMode?: string;
  UsernsMode?: string;
  /** @minimum 0 */
  ShmSize?: Int64;
  Sysctls?: { [key: string]: string } | null;
  Runtime?: string | null;
  Isolation?: 'default' | 'process' | 'hyperv' | '';
  MaskedPaths?: string[] | null;
  ReadonlyPaths?: string[] | null;
}

export interface IDResponse {
  Id: string;
}

export interface IPAM {
  Driver?: string;
  Config?: IPAMConfig[] | null;
  Options?: { [key: string]: string } | null;
}

export interface IPAMConfig {
  Subnet?: string;
  IPRange?: string;
  Gateway?: string;
  AuxiliaryAddresses?: { [key: string]: string };
}

export interface ImageConfig {
  User?: string;
  ExposedPorts?: { [key: string]: EmptyObject } | null;
  Env?: string[] | null;
  Cmd?: string[] | null;
  Healthcheck?: HealthConfig;
  ArgsEscaped?: boolean | null;
  Volumes?: { [key: string]: EmptyObject } | null;
  WorkingDir?: string;
  Entrypoint?: string[] | null;
  OnBuild?: string[] | null;
  Labels?: { [key: string]: string } | null;
  StopSignal?: string | null;
  Shell?: string[] | null;
}

export interface ImageDeleteResponseItem {
  Untagged?: string;
  Deleted?: string;
}

export interface ImageHistoryResponseItem {
  Id: string;
  Created: Int64;
  CreatedBy: string;
  Tags: string[] | null;
  Size: Int64;
  Comment: string;
}

export interface ImageID {
  ID?: string;
}

export interface ImageInspect {
  Id?: string;
  Descriptor?: OCIDescriptor | null;
  Manifests?: ImageManifestSummary[] | null;
  RepoTags?: string[] | null;
  RepoDigests?: string[] | null;
  Parent?: string;
  Comment?: string;
  Created?: DateTime | null;
  DockerVersion?: string;
  Author?: string;
  Config?: ImageConfig | null;
  Architecture?: string;
  Variant?: string | null;
  Os?: string;
  OsVersion?: string | null;
  Size?: Int64;
  GraphDriver?: DriverData;
  RootFS?: ImageRootFS;
  Metadata?: ImageMetadata;
}

export interface ImageManifestAttestationData {
  For: string;
}

export interface ImageManifestImageData {
  Platform: OCIPlatform | null;
  Containers: string[];
  Size: ImageManifestImageSize;
}

export interface ImageManifestImageSize {
  Unpacked: Int64;
}

export interface ImageManifestSize {
  Total: Int64;
  Content: Int64;
}

export interface ImageManifestSummary {
  ID: string;
  Descriptor: OCIDescriptor;
  Available: boolean;
  Size: ImageManifestSize;
  Kind: 'image' | 'attestation' | 'unknown';
  ImageData?: ImageManifestImageData | null;
  AttestationData?: ImageManifestAttestationData | null;
}

export interface ImageMetadata {
  LastTagTime?: DateTime | null;
}

export interface ImagePruneResponse {
  ImagesDeleted?: ImageDeleteResponseItem[] | null;
  SpaceReclaimed?: Int64;
}

export interface ImageRootFS {
  Type: string;
  Layers?: string[];
}

export interface ImageSearchResponseItem {
  description?: string;
  is_official?: boolean;
  is_automated?: boolean;
  name?: string;
  star_count?: Int;
}

export interface ImageSummary {
  Id: string;
  ParentId: string;
  RepoTags: string[] | null;
  RepoDigests: string[] | null;
  Created: Int;
  Size: Int64;
  SharedSize: Int64;
  Labels: { [key: string]: string } | null;
  Containers: Int;
  Manifests?: ImageManifestSummary[];
  Descriptor?: OCIDescriptor | null;
}

export interface IndexInfo {
  Name?: string;
  Mirrors?: string[] | null;
  Secure?: boolean;
  Official?: boolean;
}

export interface JoinTokens {
  Worker?: string;
  Manager?: string;
}

export interface Limit {
  NanoCPUs?: Int64;
  MemoryBytes?: Int64;
  Pids?: Int64;
}

export type LocalNodeState = '' | 'inactive' | 'pending' | 'active' | 'error' | 'locked';

export interface LogConfig {
  Type?: string;
  Config?: { [key: string]: string } | null;
}

export interface ManagerStatus {
  Leader?: boolean;
  Reachability?: Reachability;
  Addr?: string;
}

export interface Mount {
  Target?: string;
  Source?: string;
  Type?: MountType;
  ReadOnly?: boolean;
  Consistency?: string;
  BindOptions?: MountBindOptions;
  VolumeOptions?: MountVolumeOptions;
  ImageOptions?: MountImageOptions;
  TmpfsOptions?: MountTmpfsOptions;
}

export interface MountBindOptions {
  Propagation?: 'private' | 'rprivate' | 'shared' | 'rshared' | 'slave' | 'rslave';
  NonRecursive?: boolean;
  CreateMountpoint?: boolean;
  ReadOnlyNonRecursive?: boolean;
  ReadOnlyForceRecursive?: boolean;
}

export interface MountDriverConfig {
  Name?: string;
  Options?: { [key: string]: string };
}

export interface MountImageOptions {
  Subpath?: string;
}

export interface MountPoint {
  Type?: MountType;
  Name?: string;
  Source?: string;
  Destination?: string;
  Driver?: string;
  Mode?: string;
  RW?: boolean;
  Propagation?: string;
}

export interface MountTmpfsOptions {
  SizeBytes?: Int64;
  Mode?: Int;
  Options?: string[][];
}

export type MountType = 'bind' | 'cluster' | 'image' | 'npipe' | 'tmpfs' | 'volume';

export interface MountVolumeOptions {
  NoCopy?: boolean;
  Labels?: { [key: string]: string };
  DriverConfig?: MountDriverConfig;
  Subpath?: string;
}

export interface NamedGenericResource {
  Kind?: string;
  Value?: string;
}

export interface Network {
  Name?: string;
  Id?: string;
  Created?: DateTime;
  Scope?: string;
  Driver?: string;
  EnableIPv4?: boolean;
  EnableIPv6?: boolean;
  IPAM?: IPAM;
  Internal?: boolean;
  Attachable?: boolean;
  Ingress?: boolean;
  ConfigFrom?: ConfigReference;
  ConfigOnly?: boolean;
  Containers?: { [key: string]: NetworkContainer };
  Options?: { [key: string]: string } | null;
  Labels?: { [key: string]: string } | null;
  Peers?: PeerInfo[] | null;
}

export interface NetworkAddressPool {
  Base?: string;
  Size?: Int;
}

export interface NetworkAttachment {
  Network?: Network;
  Addresses?: Cidr[];
}

export interface NetworkAttachmentConfig {
  Target?: string;
  Aliases?: string[];
  DriverOpts?: { [key: string]: string };
}

export interface NetworkAttachmentSpec {
  ContainerID?: string;
}

export interface NetworkConnectRequest {
  Container?: string;
  EndpointConfig?: EndpointSettings;
}

export interface NetworkContainer {
  Name?: string;
  EndpointID?: string;
  MacAddress?: string;
  IPv4Address?: string;
  IPv6Address?: string;
}

export interface NetworkCreateRequest {
  Name: string;
  Driver?: string;
  Scope?: string;
  Internal?: boolean;
  Attachable?: boolean;
  Ingress?: boolean;
  ConfigOnly?: boolean;
  ConfigFrom?: ConfigReference | null;
  IPAM?: IPAM | null;
  EnableIPv4?: boolean;
  EnableIPv6?: boolean;
  Options?: { [key: string]: string } | null;
  Labels?: { [key: string]: string } | null;
}

export interface NetworkCreateResponse {
  Id: string;
  Warning: string;
}

export interface NetworkDisconnectRequest {
  Container?: string;
  Force?: boolean;
}

export interface NetworkPruneResponse {
  NetworksDeleted?: string[] | null;
}

export interface NetworkSettings {
  Bridge?: string;
  SandboxID?: string;
  HairpinMode?: boolean;
  LinkLocalIPv6Address?: string;
  LinkLocalIPv6PrefixLen?: Int;
  Ports?: PortMap | null;
  SandboxKey?: string;
  SecondaryIPAddresses?: Address[] | null;
  SecondaryIPv6Addresses?: Address[] | null;
  EndpointID?: string;
  Gateway?: string;
  GlobalIPv6Address?: string;
  GlobalIPv6PrefixLen?: Int;
  IPAddress?: string;
  IPPrefixLen?: Int;
  IPv6Gateway?: string;
  MacAddress?: string;
  Networks?: { [key: string]: EndpointSettings } | null;
}

export interface NetworkingConfig {
  EndpointsConfig?: { [key: string]: EndpointSettings | null } | null;
}

export interface Node {
  ID?: string;
  Version?: ObjectVersion;
  CreatedAt?: DateTime;
  UpdatedAt?: DateTime;
  Spec?: NodeSpec;
  Description?: NodeDescription;
  Status?: NodeStatus;
  ManagerStatus?: ManagerStatus | null;
}

export interface NodeDescription {
  Hostname?: string;
  Platform?: Platform;
  Resources?: ResourceObject;
  Engine?: EngineDescription;
  TLSInfo?: TLSInfo;
}

export interface NodeSpec {
  Name?: string;
  Labels?: { [key: string]: string };
  Role?: 'worker' | 'manager';
  Availability?: 'active' | 'pause' | 'drain';
}

export type NodeState = 'unknown' | 'down' | 'ready' | 'disconnected';

export interface NodeStatus {
  State?: NodeState;
  Message?: string;
  Addr?: string;
}

export interface OCIDescriptor {
  mediaType?: string;
  digest?: string;
  size?: Int64;
  urls?: Uri[] | null;
  annotations?: { [key: string]: string } | null;
  data?: string | null;
  platform?: OCIPlatform | null;
  artifactType?: string | null;
}

export interface OCIPlatform {
  architecture?: string;
  os?: string;
  'os.version'?: string;
  'os.features'?: string[];
  variant?: string;
}

export interface ObjectVersion {
  Index?: Uint64;
}

export interface OrchestrationConfig {
  TaskHistoryRetentionLimit?: Int64;
}

export interface PeerInfo {
  Name?: string;
  IP?: string;
}

export interface PeerNode {
  NodeID?: string;
  Addr?: string;
}

export interface Placement {
  Constraints?: string[];
  Preferences?: PlacementPreference[];
  MaxReplicas?: Int64;
  Platforms?: Platform[];
}

export interface PlacementPreference {
  Spread?: PlacementSpread;
}

export interface PlacementSpread {
  SpreadDescriptor?: string;
}

export interface Platform {
  Architecture?: string;
  OS?: string;
}

export interface Plugin {
  Id?: string;
  Name: string;
  Enabled: boolean;
  Settings: PluginSettings;
  PluginReference?: string;
  Config: PluginConfig;
}

export interface PluginArgs {
  Name: string;
  Description: string;
  Settable: string[];
  Value: string[];
}

export interface PluginConfig {
  DockerVersion?: string;
  Description: string;
  Documentation: string;
  Interface: PluginInterface;
  Entrypoint: string[];
  WorkDir: string;
  User?: PluginUser;
  Network: PluginNetwork;
  Linux: PluginLinux;
  PropagatedMount: string;
  IpcHost: boolean;
  PidHost: boolean;
  Mounts: PluginMount[];
  Env: PluginEnv[];
  Args: PluginArgs;
  rootfs?: PluginRootFS;
}

export interface PluginDevice {
  Name: string;
  Description: string;
  Settable: string[];
  Path: string;
}

export interface PluginEnv {
  Name: string;
  Description: string;
  Settable: string[];
  Value: string;
}

export interface PluginInterface {
  Types: string[];
  Socket: string;
  ProtocolScheme?: '' | 'moby.plugins.http/v1';
}

export interface PluginLinux {
  Capabilities: string[];
  AllowAllDevices: boolean;
  Devices: PluginDevice[];
}

export interface PluginMount {
  Name: string;
  Description: string;
  Settable: string[];
  Source: string;
  Destination: string;
  Type: string;
  Options: string[];
}

export interface PluginNetwork {
  Type: string;
}

export interface PluginPrivilege {
  Name?: string;
  Description?: string;
  Value?: string[];
}

export interface PluginRootFS {
  type?: string;
  diff_ids?: string[];
}

export interface PluginSettings {
  Mounts: PluginMount[];
  Env: string[];
  Args: string[];
  Devices: PluginDevice[];
}

export interface PluginUser {
  UID?: Uint32;
  GID?: Uint32;
}

export interface PluginsInfo {
  Volume?: string[] | null;
  Network?: string[] | null;
  Authorization?: string[] | null;
  Log?: string[] | null;
}

export interface Port {
  IP?: IpAddress;
  PrivatePort: Uint16;
  PublicPort?: Uint16;
  Type: 'tcp' | 'udp' | 'sctp';
}

export interface PortBinding {
  HostIp?: string;
  HostPort?: string;
}

export type PortMap = { [key: string]: PortBinding[] | null };

export interface PortStatus {
  Ports?: EndpointPortConfig[];
}

export interface ProcessConfig {
  privileged?: boolean;
  user?: string;
  tty?: boolean;
  entrypoint?: string;
  arguments?: string[];
}

export interface ProgressDetail {
  current?: Int;
  total?: Int;
}

export interface PushImageInfo {
  error?: string | null;
  errorDetail?: ErrorDetail;
  status?: string;
  progress?: string | null;
  progressDetail?: ProgressDetail;
}

export interface RaftConfig {
  SnapshotInterval?: Uint64;
  KeepOldSnapshots?: Uint64;
  LogEntriesForSlowFollowers?: Uint64;
  ElectionTick?: Int;
  HeartbeatTick?: Int;
}

export type Reachability = 'unknown' | 'unreachable' | 'reachable';

export interface RegistryServiceConfig {
  InsecureRegistryCIDRs?: string[] | null;
  IndexConfigs?: { [key: string]: IndexInfo } | null;
  Mirrors?: string[] | null;
}

export interface ReplicatedJob {
  MaxConcurrent?: Int64;
  TotalCompletions?: Int64;
}

export interface ReplicatedService {
  Replicas?: Int64;
}

export interface ResourceObject {
  NanoCPUs?: Int64;
  MemoryBytes?: Int64;
  GenericResources?: GenericResources;
}

export interface Resources {
  CpuShares?: Int;
  Memory?: Int64;
  CgroupParent?: string;
  /** @minimum 0 @maximum 1000 */
  BlkioWeight?: Int;
  BlkioWeightDevice?: WeightDevice[] | null;
  BlkioDeviceReadBps?: ThrottleDevice[] | null;
  BlkioDeviceWriteBps?: ThrottleDevice[] | null;
  BlkioDeviceReadIOps?: ThrottleDevice[] | null;
  BlkioDeviceWriteIOps?: ThrottleDevice[] | null;
  CpuPeriod?: Int64;
  CpuQuota?: Int64;
  CpuRealtimePeriod?: Int64;
  CpuRealtimeRuntime?: Int64;
  CpusetCpus?: string;
  CpusetMems?: string;
  Devices?: DeviceMapping[] | null;
  DeviceCgroupRules?: string[] | null;
  DeviceRequests?: DeviceRequest[] | null;
  KernelMemoryTCP?: Int64;
  MemoryReservation?: Int64;
  MemorySwap?: Int64;
  /** @minimum -1 @maximum 100 */
  MemorySwappiness?: Int64 | null;
  NanoCpus?: Int64;
  OomKillDisable?: boolean | null;
  Init?: boolean | null;
  PidsLimit?: Int64 | null;
  Ulimits?: Ulimit[] | null;
  CpuCount?: Int64;
  CpuPercent?: Int64;
  IOMaximumIOps?: Int64;
  IOMaximumBandwidth?: Int64;
}

export interface RestartPolicy {
  Name?: '' | 'no' | 'always' | 'unless-stopped' | 'on-failure';
  MaximumRetryCount?: Int;
}

export interface Runtime {
  path?: string;
  runtimeArgs?: string[] | null;
  status?: { [key: string]: string } | null;
}

export interface SELinuxContext {
  Disable?: boolean;
  User?: string;
  Role?: string;
  Type?: string;
  Level?: string;
}

export interface SeccompOptions {
  Mode?: 'default' | 'unconfined' | 'custom';
  Profile?: string;
}

export interface Secret {
  ID?: string;
  Version?: ObjectVersion;
  CreatedAt?: DateTime;
  UpdatedAt?: DateTime;
  Spec?: SecretSpec;
}

export interface SecretReference {
  File?: FileTarget;
  SecretID?: string;
  SecretName?: string;
}

export interface SecretSpec {
  Name?: string;
  Labels?: { [key: string]: string };
  Data?: string;
  Driver?: Driver;
  Templating?: Driver;
}

export interface Service {
  ID?: string;
  Version?: ObjectVersion;
  CreatedAt?: DateTime;
  UpdatedAt?: DateTime;
  Spec?: ServiceSpec;
  Endpoint?: ServiceEndpoint;
  UpdateStatus?: ServiceUpdateStatus;
  ServiceStatus?: ServiceTaskStatus;
  JobStatus?: ServiceJobStatus;
}

export interface ServiceConfigReference {
  File?: FileTarget;
  Runtime?: EmptyObject;
  ConfigID?: string;
  ConfigName?: string;
}

export interface ServiceCreateResponse {
  ID?: string;
  Warnings?: string[] | null;
}

export interface ServiceEndpoint {
  Spec?: EndpointSpec;
  Ports?: EndpointPortConfig[];
  VirtualIPs?: EndpointVirtualIP[];
}

export interface ServiceJobStatus {
  JobIteration?: ObjectVersion;
  LastExecution?: DateTime;
}

export interface ServiceMode {
  Replicated?: ReplicatedService;
  Global?: EmptyObject;
  ReplicatedJob?: ReplicatedJob;
  GlobalJob?: EmptyObject;
}

export interface ServiceRollbackConfig {
  Parallelism?: Int64;
  Delay?: Int64;
  FailureAction?: 'continue' | 'pause';
  Monitor?: Int64;
  MaxFailureRatio?: number;
  Order?: 'stop-first' | 'start-first';
}

export interface ServiceSpec {
  Name?: string;
  Labels?: { [key: string]: string };
  TaskTemplate?: TaskSpec;
  Mode?: ServiceMode;
  UpdateConfig?: ServiceUpdateConfig;
  RollbackConfig?: ServiceRollbackConfig;
  Networks?: NetworkAttachmentConfig[];
  EndpointSpec?: EndpointSpec;
}

export interface ServiceTaskStatus {
  RunningTasks?: Uint64;
  DesiredTasks?: Uint64;
  CompletedTasks?: Uint64;
}

export interface ServiceUpdateConfig {
  Parallelism?: Int64;
  Delay?: Int64;
  FailureAction?: 'continue' | 'pause' | 'rollback';
  Monitor?: Int64;
  MaxFailureRatio?: number;
  Order?: 'stop-first' | 'start-first';
}

export interface ServiceUpdateResponse {
  Warnings?: string[];
}

export interface ServiceUpdateStatus {
  State?: 'updating' | 'paused' | 'completed';
  StartedAt?: DateTime;
  CompletedAt?: DateTime;
  Message?: string;
}

export interface Swarm extends ClusterInfo {
  JoinTokens?: JoinTokens;
}

export interface SwarmInfo {
  NodeID?: string;
  NodeAddr?: string;
  LocalNodeState?: LocalNodeState;
  ControlAvailable?: boolean;
  Error?: string;
  RemoteManagers?: PeerNode[] | null;
  Nodes?: Int | null;
  Managers?: Int | null;
  Cluster?: ClusterInfo | null;
}

export interface SwarmInitRequest {
  ListenAddr?: string;
  AdvertiseAddr?: string;
  DataPathAddr?: string;
  DataPathPort?: Uint32;
  DefaultAddrPool?: string[];
  ForceNewCluster?: boolean;
  SubnetSize?: Uint32;
  Spec?: SwarmSpec;
}

export interface SwarmJoinRequest {
  ListenAddr: string;
  AdvertiseAddr?: string;
  DataPathAddr?: string;
  RemoteAddrs: string[];
  JoinToken: string;
}

export interface SwarmSpec {
  Name?: string;
  Labels?: { [key: string]: string };
  Orchestration?: OrchestrationConfig | null;
  Raft?: RaftConfig;
  Dispatcher?: DispatcherConfig | null;
  CAConfig?: CAConfig | null;
  EncryptionConfig?: EncryptionConfig;
  TaskDefaults?: TaskDefaults;
}

export interface SwarmUnlockRequest {
  UnlockKey?: string;
}

export interface SystemAuthResponse {
  Status: string;
  IdentityToken?: string;
}

export interface SystemDataUsageResponse {
  LayersSize?: Int64;
  Images?: ImageSummary[] | null;
  Containers?: ContainerSummary[] | null;
  Volumes?: Volume[] | null;
  BuildCache?: BuildCache[] | null;
}

export interface SystemInfo {
  ID?: string;
  Containers?: Int;
  ContainersRunning?: Int;
  ContainersPaused?: Int;
  ContainersStopped?: Int;
  Images?: Int;
  Driver?: string;
  DriverStatus?: string[][] | null;
  DockerRootDir?: string;
  Plugins?: PluginsInfo;
  MemoryLimit?: boolean;
  SwapLimit?: boolean;
  KernelMemoryTCP?: boolean;
  CpuCfsPeriod?: boolean;
  CpuCfsQuota?: boolean;
  CPUShares?: boolean;
  CPUSet?: boolean;
  PidsLimit?: boolean;
  OomKillDisable?: boolean;
  IPv4Forwarding?: boolean;
  Debug?: boolean;
  NFd?: Int;
  NGoroutines?: Int;
  SystemTime?: string;
  LoggingDriver?: string;
  CgroupDriver?: 'cgroupfs' | 'systemd' | 'none';
  CgroupVersion?: '1' | '2';
  NEventsListener?: Int;
  KernelVersion?: string;
  OperatingSystem?: string;
  OSVersion?: string;
  OSType?: string;
  Architecture?: string;
  NCPU?: Int;
  MemTotal?: Int64;
  IndexServerAddress?: string;
  RegistryConfig?: RegistryServiceConfig | null;
  GenericResources?: GenericResources | null;
  HttpProxy?: string;
  HttpsProxy?: string;
  NoProxy?: string;
  Name?: string;
  Labels?: string[] | null;
  ExperimentalBuild?: boolean;
  ServerVersion?: string;
  Runtimes?: { [key: string]: Runtime } | null;
  DefaultRuntime?: string;
  Swarm?: SwarmInfo;
  LiveRestoreEnabled?: boolean;
  Isolation?: 'default' | 'hyperv' | 'process' | '';
  InitBinary?: string;
  ContainerdCommit?: Commit;
  RuncCommit?: Commit;
  InitCommit?: Commit;
  SecurityOptions?: string[] | null;
  ProductLicense?: string;
  DefaultAddressPools?: NetworkAddressPool[];
  FirewallBackend?: FirewallInfo | null;
  DiscoveredDevices?: DeviceInfo[];
  Warnings?: string[] | null;
  CDISpecDirs?: string[] | null;
  Containerd?: ContainerdInfo | null;
}

export interface SystemVersion {
  Platform?: VersionPlatform;
  Components?: ComponentVersion[];
  Version?: string;
  ApiVersion?: string;
  MinAPIVersion?: string;
  GitCommit?: string;
  GoVersion?: string;
  Os?: string;
  Arch?: string;
  KernelVersion?: string;
  Experimental?: boolean;
  BuildTime?: string;
}

export interface TLSInfo {
  TrustRoot?: string;
  CertIssuerSubject?: string;
  CertIssuerPublicKey?: string;
}

export interface Task {
  ID?: string;
  Version?: ObjectVersion;
  CreatedAt?: DateTime;
  UpdatedAt?: DateTime;
  Name?: string;
  Labels?: { [key: string]: string };
  Spec?: TaskSpec;
  ServiceID?: string;
  Slot?: Int;
  NodeID?: string;
  AssignedGenericResources?: GenericResources;
  Status?: TaskStatus;
  DesiredState?: TaskState;
  JobIteration?: ObjectVersion;
  NetworksAttachments?: NetworkAttachment[];
}

export interface TaskDefaults {
  LogDriver?: TaskLogDriver;
}

export interface TaskLogDriver {
  Name?: string;
  Options?: { [key: string]: string };
}

export interface TaskPluginSpec {
  Name?: string;
  Remote?: string;
  Disabled?: boolean;
  PluginPrivilege?: PluginPrivilege[];
}

export interface TaskResources {
  Limits?: Limit;
  Reservations?: ResourceObject;
}

export interface TaskRestartPolicy {
  Condition?: 'none' | 'on-failure' | 'any';
  Delay?: Int64;
  MaxAttempts?: Int64;
  Window?: Int64;
}

export interface TaskSpec {
  PluginSpec?: TaskPluginSpec;
  ContainerSpec?: ContainerSpec;
  NetworkAttachmentSpec?: NetworkAttachmentSpec;
  Resources?: TaskResources;
  RestartPolicy?: TaskRestartPolicy;
  Placement?: Placement;
  ForceUpdate?: Uint64;
  Runtime?: string;
  Networks?: NetworkAttachmentConfig[];
  LogDriver?: TaskLogDriver;
}

export type TaskState = 'new' | 'allocated' | 'pending' | 'assigned' | 'accepted' | 'preparing' | 'ready' | 'starting' | 'running' | 'complete' | 'shutdown' | 'failed' | 'rejected' | 'remove' | 'orphaned';

export interface TaskStatus {
  Timestamp?: DateTime;
  State?: TaskState;
  Message?: string;
  Err?: string;
  ContainerStatus?: ContainerStatus;
  PortStatus?: PortStatus;
}

export interface ThrottleDevice {
  Path?: string;
  /** @minimum 0 */
  Rate?: Int64;
}

export interface Topology {
  Segments?: { [key: string]: string };
}

export interface TopologyRequirement {
  Requisite?: Topology[];
  Preferred?: Topology[];
}

export interface Ulimit {
  Name?: string;
  Soft?: Int;
  Hard?: Int;
}

export interface UnlockKeyResponse {
  UnlockKey?: string;
}

export interface VersionPlatform {
  Name: string;
}

export interface Volume {
  Name: string;
  Driver: string;
  Mountpoint: string;
  CreatedAt?: DateTime;
  Status?: { [key: string]: unknown };
  Labels: { [key: string]: string } | null;
  Scope: 'local' | 'global';
  ClusterVolume?: ClusterVolume;
  Options: { [key: string]: string } | null;
  UsageData?: VolumeUsageData | null;
}

export interface VolumeCreateOptions {
  Name?: string;
  Driver?: string;
  DriverOpts?: { [key: string]: string };
  Labels?: { [key: string]: string };
  ClusterVolumeSpec?: ClusterVolumeSpec;
}

export interface VolumeListResponse {
  Volumes?: Volume[] | null;
  Warnings?: string[] | null;
}

export interface VolumePruneResponse {
  VolumesDeleted?: string[] | null;
  SpaceReclaimed?: Int64;
}

export interface VolumeUpdateRequest {
  Spec?: ClusterVolumeSpec;
}

export interface VolumeUsageData {
  Size: Int64;
  RefCount: Int64;
}

export interface WeightDevice {
  Path?: string;
  /** @minimum 0 */
  Weight?: Int;
}
