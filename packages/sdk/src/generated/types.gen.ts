// Generated from openapi/ by `npm run gen`; change the description or codegen/ instead of this file.
/* eslint-disable */
import type { NewerValue } from '../newer-value.js';
import type { TakenOver } from '../taken-over.js';

export type ClientOptions = {
    baseUrl: `${string}://${string}/v1.51` | (string & {});
};

/**
 * An address with the length of its prefix.
 */
export type Address = {
    /**
     * The IP address.
     */
    Addr?: string;
    /**
     * The length of the prefix in bits.
     */
    PrefixLen?: number;
};

/**
 * The AppArmor profile of a container.
 */
export type AppArmorOptions = {
    /**
     * The engine's own profile or none.
     */
    Mode?: 'default' | 'disabled' | NewerValue;
};

/**
 * How a container would be made.
 */
export type ArcaContainerExplainResponse = {
    /**
     * The specification as the runtime would get it.
     */
    Spec: ArcaOciSpec;
    /**
     * Where each of its values comes from.
     */
    Provenance: ArcaProvenance;
    /**
     * What creation would warn of, in words for people.
     */
    Warnings: Array<string>;
};

/**
 * An OCI runtime specification, and where its values come from.
 */
export type ArcaContainerSpecResponse = {
    /**
     * The specification as the runtime gets it.
     */
    Spec: ArcaOciSpec;
    /**
     * Where each of its values comes from.
     */
    Provenance: ArcaProvenance;
};

/**
 * A field of the API and its owner.
 */
export type ArcaCoverageItem = {
    /**
     * The field, such as `HostConfig.Memory`.
     */
    Field: string;
    /**
     * The id of the plugin that owns it.
     */
    Plugin: string;
    /**
     * The places of the OCI runtime specification that the plugin writes; none when the field has its effect elsewhere.
     */
    Rooms: Array<string>;
    /**
     * The options of the docker CLI that it stands for, such as `--memory`.
     */
    Flags: Array<string>;
    /**
     * Where a field without a place in the specification has its effect; absent for others.
     */
    Effect?: string;
};

/**
 * An OCI runtime specification (`config.json` of a bundle).
 */
export type ArcaOciSpec = {
    [key: string]: unknown;
};

/**
 * Who put a value into the specification, and why.
 */
export type ArcaOrigin = {
    /**
     * The plugin's id, such as `memory`.
     */
    Plugin: string;
    /**
     * The API field that the value was made of, such as `HostConfig.Memory`; `default` when it depends on none.
     */
    Field: string;
    /**
     * The value of that field, after defaults; absent when it has none.
     */
    Value?: unknown;
};

/**
 * The origin of values by their place in the specification, such as `linux.resources.memory`; members of collections are places of their own, such as `mounts[/etc/hosts]` or `process.env[PATH]`.
 */
export type ArcaProvenance = {
    [key: string]: ArcaOrigin;
};

/**
 * Credentials for a registry. A name with a password, or one of the tokens.
 */
export type AuthConfig = {
    /**
     * The user's name.
     */
    username?: string;
    /**
     * The password.
     */
    password?: string;
    /**
     * The user's mail address; counts for nothing any more.
     */
    email?: string;
    /**
     * The registry, a host name with or without scheme and path.
     */
    serveraddress?: string;
    /**
     * Name and password joined by a colon, in base64, as configuration files of clients have them.
     */
    auth?: string;
    /**
     * A token that the registry gave for the credentials, to be used instead of a password.
     */
    identitytoken?: string;
    /**
     * A token to be sent to the registry as it is.
     */
    registrytoken?: string;
};

/**
 * An entry of the build cache.
 */
export type BuildCache = {
    /**
     * Its id.
     */
    ID?: string;
    /**
     * The ids of the entries that it rests on.
     */
    Parents?: Array<string> | null;
    /**
     * What it keeps.
     */
    Type?: 'internal' | 'frontend' | 'source.local' | 'source.git.checkout' | 'exec.cachemount' | 'regular' | NewerValue;
    /**
     * What made it.
     */
    Description?: string;
    /**
     * Whether a build uses it now.
     */
    InUse?: boolean;
    /**
     * Whether something else than the cache uses it too.
     */
    Shared?: boolean;
    /**
     * The bytes that it takes on disk.
     */
    Size?: number;
    /**
     * When it was made.
     */
    CreatedAt?: string;
    /**
     * When it was last used; null when it never was.
     */
    LastUsedAt?: string | null;
    /**
     * How often it was used.
     */
    UsageCount?: number;
};

/**
 * A value in the progress of a build or of loading images. Which fields are set depends on what there is to tell.
 */
export type BuildInfo = {
    /**
     * The layer or step that the status is of.
     */
    id?: string;
    /**
     * A piece of output for people.
     */
    stream?: string;
    /**
     * Why it failed; the last value then.
     */
    error?: string | null;
    /**
     * The failure with its code.
     */
    errorDetail?: ErrorDetail;
    /**
     * What is being done.
     */
    status?: string;
    /**
     * A bar for people; absent for clients that draw their own.
     */
    progress?: string | null;
    /**
     * How far it has got.
     */
    progressDetail?: ProgressDetail;
    /**
     * The id of the image that was built.
     */
    aux?: ImageID;
};

/**
 * The cache entries that were removed.
 */
export type BuildPruneResponse = {
    /**
     * The ids of the removed entries; null when there were none.
     */
    CachesDeleted?: Array<string> | null;
    /**
     * How many bytes of the disk are free again.
     */
    SpaceReclaimed?: number;
};

/**
 * How certificates are issued.
 */
export type CAConfig = {
    /**
     * How long a node's certificate is valid, in nanoseconds (`--cert-expiry`).
     */
    NodeCertExpiry?: number;
    /**
     * Authorities that sign instead of the managers (`--external-ca`).
     */
    ExternalCAs?: Array<ExternalCA>;
    /**
     * The certificate of the signing authority, in PEM. Empty in answers.
     */
    SigningCACert?: string;
    /**
     * The key of the signing authority, in PEM. Empty in answers.
     */
    SigningCAKey?: string;
    /**
     * A number whose growth makes a new authority.
     */
    ForceRotate?: number;
};

/**
 * The capacity wanted of a cluster volume.
 */
export type CapacityRange = {
    /**
     * The least capacity in bytes; 0 for any (`--required-bytes`).
     */
    RequiredBytes?: number;
    /**
     * The greatest capacity in bytes; 0 for no limit (`--limit-bytes`).
     */
    LimitBytes?: number;
};

/**
 * What happened to a path: 0 changed, 1 added, 2 deleted.
 */
export type ChangeType = 0 | 1 | 2;

/**
 * The swarm.
 */
export type ClusterInfo = {
    /**
     * Its id.
     */
    ID?: string;
    /**
     * Its version, to be sent with an update.
     */
    Version?: ObjectVersion;
    /**
     * When it was started.
     */
    CreatedAt?: string;
    /**
     * When it was last changed.
     */
    UpdatedAt?: string;
    /**
     * Its settings.
     */
    Spec?: SwarmSpec;
    /**
     * The certificates that its nodes trust.
     */
    TLSInfo?: TLSInfo;
    /**
     * Whether nodes are being given certificates of a new authority.
     */
    RootRotationInProgress?: boolean;
    /**
     * The UDP port of the traffic between containers; 0 stands for 4789.
     */
    DataPathPort?: number;
    /**
     * The addresses from which networks get subnets.
     */
    DefaultAddrPool?: Array<string>;
    /**
     * The length of the prefix of such a subnet, in bits.
     */
    SubnetSize?: number;
};

/**
 * A volume that a swarm manages by a CSI plugin.
 */
export type ClusterVolume = {
    /**
     * Its id in the swarm.
     */
    ID?: string;
    /**
     * Its version, to be sent with an update.
     */
    Version?: ObjectVersion;
    /**
     * When it was created.
     */
    CreatedAt?: string;
    /**
     * When it was last changed.
     */
    UpdatedAt?: string;
    /**
     * What is wanted of it.
     */
    Spec?: ClusterVolumeSpec;
    /**
     * What the plugin says of it.
     */
    Info?: ClusterVolumeInfo;
    /**
     * The nodes that it is or shall be available on.
     */
    PublishStatus?: Array<ClusterVolumePublishStatus>;
};

/**
 * How tasks use a cluster volume. One of `MountVolume` and `BlockVolume` is set.
 */
export type ClusterVolumeAccessMode = {
    /**
     * On how many nodes it may be used, one or several (`--scope`).
     */
    Scope?: 'single' | 'multi' | NewerValue;
    /**
     * How many tasks may use it at a time, and how (`--sharing`).
     */
    Sharing?: 'none' | 'readonly' | 'onewriter' | 'all' | NewerValue;
    /**
     * It is mounted as a file system (`--type mount`).
     */
    MountVolume?: ClusterVolumeMount;
    /**
     * It is given as a block device (`--type block`).
     */
    BlockVolume?: EmptyObject;
};

/**
 * What a CSI plugin says of a volume.
 */
export type ClusterVolumeInfo = {
    /**
     * Its capacity in bytes; 0 when the plugin does not say.
     */
    CapacityBytes?: number;
    /**
     * Values that the plugin wants back.
     */
    VolumeContext?: {
        [key: string]: string;
    };
    /**
     * Its id for the plugin.
     */
    VolumeID?: string;
    /**
     * Where it can be reached from.
     */
    AccessibleTopology?: Array<Topology>;
};

/**
 * How a cluster volume is mounted.
 */
export type ClusterVolumeMount = {
    /**
     * The file system; empty for the plugin's default.
     */
    FsType?: string;
    /**
     * Mount options.
     */
    MountFlags?: Array<string>;
};

/**
 * The availability of a cluster volume on a node.
 */
export type ClusterVolumePublishStatus = {
    /**
     * The node.
     */
    NodeID?: string;
    /**
     * How far it is with making it available or taking it away.
     */
    State?: 'pending-publish' | 'published' | 'pending-node-unpublish' | 'pending-controller-unpublish' | NewerValue;
    /**
     * Values of the plugin for this node.
     */
    PublishContext?: {
        [key: string]: string;
    };
};

/**
 * A secret for a CSI plugin.
 */
export type ClusterVolumeSecret = {
    /**
     * The name under which the plugin gets it.
     */
    Key?: string;
    /**
     * The id or name of the swarm's secret.
     */
    Secret?: string;
};

/**
 * What is wanted of a cluster volume.
 */
export type ClusterVolumeSpec = {
    /**
     * A group of volumes, of which a service may use any (`--group`).
     */
    Group?: string;
    /**
     * How tasks use it.
     */
    AccessMode?: ClusterVolumeAccessMode;
    /**
     * Secrets that the plugin needs (`--secret`).
     */
    Secrets?: Array<ClusterVolumeSecret>;
    /**
     * Where it must be reachable from.
     */
    AccessibilityRequirements?: TopologyRequirement;
    /**
     * The capacity wanted.
     */
    CapacityRange?: CapacityRange;
    /**
     * Whether it is used, `active`; kept by the tasks that have it, `pause`; or taken from them too, `drain` (`--availability`).
     */
    Availability?: 'active' | 'pause' | 'drain' | NewerValue;
};

/**
 * The source that a part of the engine was built of.
 */
export type Commit = {
    /**
     * The commit, or the version where there is none.
     */
    ID?: string;
};

/**
 * The version of a part of the engine.
 */
export type ComponentVersion = {
    /**
     * The part, such as `containerd`.
     */
    Name: string;
    /**
     * Its version.
     */
    Version: string;
    /**
     * Further facts by name, such as `GitCommit`.
     */
    Details?: {
        [key: string]: string;
    } | null;
};

/**
 * A config.
 */
export type Config = {
    /**
     * Its id.
     */
    ID?: string;
    /**
     * Its version, to be sent with an update.
     */
    Version?: ObjectVersion;
    /**
     * When it was created.
     */
    CreatedAt?: string;
    /**
     * When it was last changed.
     */
    UpdatedAt?: string;
    /**
     * What it is.
     */
    Spec?: ConfigSpec;
};

/**
 * A network that holds configuration for others (`--config-from`).
 */
export type ConfigReference = {
    /**
     * Its name; empty for none.
     */
    Network?: string;
};

/**
 * What a config is.
 */
export type ConfigSpec = {
    /**
     * Its name.
     */
    Name?: string;
    /**
     * Its labels (`--label`).
     */
    Labels?: {
        [key: string]: string;
    };
    /**
     * The data in base64 with the URL alphabet, 1000 KiB at most.
     */
    Data?: string;
    /**
     * The driver that fills the data in as a template.
     */
    Templating?: Driver;
};

/**
 * A counter of a device.
 */
export type ContainerBlkioStatEntry = {
    /**
     * The device's major number.
     */
    major?: number;
    /**
     * The device's minor number.
     */
    minor?: number;
    /**
     * The kind of operation, such as `read`, `write` or `total`.
     */
    op?: string;
    /**
     * The counter.
     */
    value?: number;
};

/**
 * The block I/O of a container by device and kind; Linux only. With cgroup v2 only the first list is filled.
 */
export type ContainerBlkioStats = {
    /**
     * Bytes moved.
     */
    io_service_bytes_recursive?: Array<ContainerBlkioStatEntry>;
    /**
     * Operations done; cgroup v1.
     */
    io_serviced_recursive?: Array<ContainerBlkioStatEntry> | null;
    /**
     * Operations waiting; cgroup v1.
     */
    io_queue_recursive?: Array<ContainerBlkioStatEntry> | null;
    /**
     * Nanoseconds between handing over and end of operations; cgroup v1.
     */
    io_service_time_recursive?: Array<ContainerBlkioStatEntry> | null;
    /**
     * Nanoseconds that operations waited; cgroup v1.
     */
    io_wait_time_recursive?: Array<ContainerBlkioStatEntry> | null;
    /**
     * Operations merged into others; cgroup v1.
     */
    io_merged_recursive?: Array<ContainerBlkioStatEntry> | null;
    /**
     * Milliseconds of disk time; cgroup v1.
     */
    io_time_recursive?: Array<ContainerBlkioStatEntry> | null;
    /**
     * Sectors moved; cgroup v1.
     */
    sectors_recursive?: Array<ContainerBlkioStatEntry> | null;
};

/**
 * The CPU time of a container and of its host.
 */
export type ContainerCPUStats = {
    /**
     * The container's CPU time.
     */
    cpu_usage?: ContainerCPUUsage | null;
    /**
     * The CPU time of the whole host in nanoseconds; Linux only.
     */
    system_cpu_usage?: number | null;
    /**
     * How many CPUs the host uses; Linux only.
     */
    online_cpus?: number | null;
    /**
     * How often the CPU quota held the container up; Linux only.
     */
    throttling_data?: ContainerThrottlingData | null;
};

/**
 * The CPU time of a container, in nanoseconds (units of 100 ns on Windows).
 */
export type ContainerCPUUsage = {
    /**
     * All of it.
     */
    total_usage?: number;
    /**
     * The part of each CPU; cgroup v1 only.
     */
    percpu_usage?: Array<number> | null;
    /**
     * The part in the kernel.
     */
    usage_in_kernelmode?: number;
    /**
     * The part in programs.
     */
    usage_in_usermode?: number;
};

/**
 * What runs in a container, apart from the host. Values that are absent come from the image.
 */
export type ContainerConfig = {
    /**
     * The host name; the first 12 digits of the container's id without (`--hostname`).
     */
    Hostname?: string;
    /**
     * The domain name (`--domainname`).
     */
    Domainname?: string;
    /**
     * The user that runs the command, by name or number, optionally with `:` and a group by name or number (`--user`).
     */
    User?: string;
    /**
     * Whether the client means to attach to the standard input; recorded, without effect on the run.
     */
    AttachStdin?: boolean;
    /**
     * Whether the client means to attach to the standard output; recorded, without effect on the run.
     */
    AttachStdout?: boolean;
    /**
     * Whether the client means to attach to the standard error; recorded, without effect on the run.
     */
    AttachStderr?: boolean;
    /**
     * The ports that the container listens on, as `port/tcp`, `port/udp` or `port/sctp` (`--expose`).
     */
    ExposedPorts?: {
        [key: string]: EmptyObject;
    } | null;
    /**
     * Gives the process a terminal for its three standard streams (`--tty`).
     */
    Tty?: boolean;
    /**
     * Keeps the standard input open though nobody is attached (`--interactive`).
     */
    OpenStdin?: boolean;
    /**
     * Closes the standard input when the first client that was attached goes.
     */
    StdinOnce?: boolean;
    /**
     * Environment variables as `name=value`, laid over those of the image; a name without `=` takes the variable away (`--env`).
     */
    Env?: Array<string> | null;
    /**
     * The command, or the arguments of `Entrypoint`. A single string stands for a list of one.
     */
    Cmd?: Array<string> | null;
    /**
     * How to check whether the container is healthy; the image's check without.
     */
    Healthcheck?: HealthConfig;
    /**
     * Whether the command is escaped already, of meaning on Windows only.
     */
    ArgsEscaped?: boolean | null;
    /**
     * The image by name or id.
     */
    Image?: string;
    /**
     * Paths in the container that get a volume without a name each (`--volume /path`).
     */
    Volumes?: {
        [key: string]: EmptyObject;
    } | null;
    /**
     * The directory in which the command starts; made when it does not exist (`--workdir`).
     */
    WorkingDir?: string;
    /**
     * The program that runs before `Cmd` is appended. An empty string in a list of one takes the image's entrypoint away (`--entrypoint`).
     */
    Entrypoint?: Array<string> | null;
    /**
     * Gives the container no network but its loopback device.
     */
    NetworkDisabled?: boolean | null;
    /**
     * The MAC address on the default network; replaced by `EndpointSettings.MacAddress` since 1.44.
     */
    MacAddress?: string | null;
    /**
     * Instructions that a build `FROM` the image runs first.
     */
    OnBuild?: Array<string> | null;
    /**
     * Labels, laid over those of the image (`--label`).
     */
    Labels?: {
        [key: string]: string;
    } | null;
    /**
     * The signal that asks the process to end, by name or number; SIGTERM without (`--stop-signal`).
     */
    StopSignal?: string | null;
    /**
     * How many seconds a stop waits before it kills; 10 without, -1 for ever (`--stop-timeout`).
     */
    StopTimeout?: number | null;
    /**
     * The shell that runs commands of a Dockerfile which are written as text.
     */
    Shell?: Array<string> | null;
};

/**
 * A container to create, namely what runs in it, how the host confines it and how it is networked.
 */
export type ContainerCreateRequest = ContainerConfig & {
    /**
     * What of the container depends on the host.
     */
    HostConfig?: HostConfig | null;
    /**
     * The networks to connect the container to, beside that of `HostConfig.NetworkMode`, and its place in each.
     */
    NetworkingConfig?: NetworkingConfig | null;
};

/**
 * The container that was created.
 */
export type ContainerCreateResponse = {
    /**
     * The container's id, 64 hexadecimal digits.
     */
    Id: string;
    /**
     * What the engine had to leave out or finds questionable, in words for people.
     */
    Warnings: Array<string>;
};

/**
 * What a container's `resolv.conf` says.
 */
export type ContainerDNSConfig = {
    /**
     * DNS servers (`--dns`).
     */
    Nameservers?: Array<string>;
    /**
     * Domains in which short names are looked up (`--dns-search`).
     */
    Search?: Array<string>;
    /**
     * Options of the resolver (`--dns-option`).
     */
    Options?: Array<string>;
};

/**
 * All that the engine knows of a container.
 */
export type ContainerInspectResponse = {
    /**
     * The container's id, 64 hexadecimal digits.
     */
    Id?: string;
    /**
     * When the container was created, in RFC 3339.
     */
    Created?: string | null;
    /**
     * The program that runs, without its arguments.
     */
    Path?: string;
    /**
     * The arguments of the program.
     */
    Args?: Array<string>;
    /**
     * The state of the container and its last run.
     */
    State?: ContainerState | null;
    /**
     * The id of the image.
     */
    Image?: string;
    /**
     * The file on the host that is the container's `/etc/resolv.conf`.
     */
    ResolvConfPath?: string;
    /**
     * The file on the host that is the container's `/etc/hostname`.
     */
    HostnamePath?: string;
    /**
     * The file on the host that is the container's `/etc/hosts`.
     */
    HostsPath?: string;
    /**
     * The file on the host that holds the log; empty when the log driver keeps none.
     */
    LogPath?: string | null;
    /**
     * The container's name after a slash.
     */
    Name?: string;
    /**
     * How often the restart policy has restarted the container.
     */
    RestartCount?: number;
    /**
     * The storage driver of its layers.
     */
    Driver?: string;
    /**
     * The operating system that the container was made for, such as `linux`.
     */
    Platform?: string;
    /**
     * The manifest of the image that was picked for the platform; only where images are kept with their manifests.
     */
    ImageManifestDescriptor?: OCIDescriptor;
    /**
     * The SELinux label of the container's files.
     */
    MountLabel?: string;
    /**
     * The SELinux label of its processes.
     */
    ProcessLabel?: string;
    /**
     * The AppArmor profile of its processes.
     */
    AppArmorProfile?: string;
    /**
     * The ids of its exec instances that have not ended; null when there are none.
     */
    ExecIDs?: Array<string> | null;
    /**
     * The host configuration as it is in force.
     */
    HostConfig?: HostConfig;
    /**
     * The paths of its layers.
     */
    GraphDriver?: DriverData;
    /**
     * The bytes that the container has written to its own layer. Only when `size` asks for it.
     */
    SizeRw?: number | null;
    /**
     * The bytes of the container's whole file system, image included. Only when `size` asks for it.
     */
    SizeRootFs?: number | null;
    /**
     * What is mounted in the container.
     */
    Mounts?: Array<MountPoint>;
    /**
     * The configuration, with what the image gives where the client gave nothing.
     */
    Config?: ContainerConfig;
    /**
     * The container's networks, addresses and published ports.
     */
    NetworkSettings?: NetworkSettings;
};

/**
 * The memory of a container, in bytes.
 */
export type ContainerMemoryStats = {
    /**
     * How much is in use, caches included; Linux only.
     */
    usage?: number | null;
    /**
     * How much was in use at most; cgroup v1 only.
     */
    max_usage?: number | null;
    /**
     * The figures of the kernel's `memory.stat`, whose names differ between cgroup v1 and v2.
     */
    stats?: {
        [key: string]: number | null;
    };
    /**
     * How often the limit was hit; cgroup v1 only.
     */
    failcnt?: number | null;
    /**
     * The limit; the memory of the host without one.
     */
    limit?: number | null;
    /**
     * Committed memory, on Windows only.
     */
    commitbytes?: number | null;
    /**
     * Committed memory at most, on Windows only.
     */
    commitpeakbytes?: number | null;
    /**
     * The private working set, on Windows only.
     */
    privateworkingset?: number | null;
};

/**
 * The traffic of a network device.
 */
export type ContainerNetworkStats = {
    /**
     * Bytes received.
     */
    rx_bytes?: number;
    /**
     * Packets received.
     */
    rx_packets?: number;
    /**
     * Packets received with errors; Linux only.
     */
    rx_errors?: number;
    /**
     * Packets dropped on the way in.
     */
    rx_dropped?: number;
    /**
     * Bytes sent.
     */
    tx_bytes?: number;
    /**
     * Packets sent.
     */
    tx_packets?: number;
    /**
     * Packets that could not be sent; Linux only.
     */
    tx_errors?: number;
    /**
     * Packets dropped on the way out.
     */
    tx_dropped?: number;
    /**
     * The id of the endpoint, on Windows only.
     */
    endpoint_id?: string | null;
    /**
     * The id of the instance, on Windows only.
     */
    instance_id?: string | null;
};

/**
 * The processes and threads of a container; Linux only.
 */
export type ContainerPidsStats = {
    /**
     * How many there are.
     */
    current?: number | null;
    /**
     * How many there may be; the highest number of 64 bits without a limit.
     */
    limit?: number | null;
};

/**
 * Security options of a task's container.
 */
export type ContainerPrivileges = {
    /**
     * The account of Windows services that it runs as (`--credential-spec`).
     */
    CredentialSpec?: CredentialSpec;
    /**
     * Its SELinux label.
     */
    SELinuxContext?: SELinuxContext;
    /**
     * Its system call filter.
     */
    Seccomp?: SeccompOptions;
    /**
     * Its AppArmor profile.
     */
    AppArmor?: AppArmorOptions;
    /**
     * Whether no process may gain privileges.
     */
    NoNewPrivileges?: boolean;
};

/**
 * The containers that were removed.
 */
export type ContainerPruneResponse = {
    /**
     * The ids of the removed containers; null when there were none.
     */
    ContainersDeleted?: Array<string> | null;
    /**
     * How many bytes of the disk are free again.
     */
    SpaceReclaimed?: number;
};

/**
 * The container of a task.
 */
export type ContainerSpec = {
    /**
     * The image by name.
     */
    Image?: string;
    /**
     * The container's labels (`--container-label`).
     */
    Labels?: {
        [key: string]: string;
    };
    /**
     * The program instead of the image's entrypoint (`--entrypoint`).
     */
    Command?: Array<string>;
    /**
     * The arguments of the program.
     */
    Args?: Array<string>;
    /**
     * The host name (`--hostname`).
     */
    Hostname?: string;
    /**
     * Environment variables as `name=value` (`--env`).
     */
    Env?: Array<string>;
    /**
     * The directory in which the program starts (`--workdir`).
     */
    Dir?: string;
    /**
     * The user that runs it (`--user`).
     */
    User?: string;
    /**
     * Further groups of the process (`--group`).
     */
    Groups?: Array<string>;
    /**
     * Security options.
     */
    Privileges?: ContainerPrivileges;
    /**
     * Gives it a terminal (`--tty`).
     */
    TTY?: boolean;
    /**
     * Keeps the standard input open.
     */
    OpenStdin?: boolean;
    /**
     * Makes the root file system read-only (`--read-only`).
     */
    ReadOnly?: boolean;
    /**
     * Mounts (`--mount`).
     */
    Mounts?: Array<Mount>;
    /**
     * The signal that asks the process to end (`--stop-signal`).
     */
    StopSignal?: string;
    /**
     * How long a stop waits before it kills, in nanoseconds (`--stop-grace-period`).
     */
    StopGracePeriod?: number;
    /**
     * How to check whether it is healthy.
     */
    HealthCheck?: HealthConfig;
    /**
     * Entries for `/etc/hosts`, an address and names with spaces between (`--host`).
     */
    Hosts?: Array<string>;
    /**
     * What `resolv.conf` says.
     */
    DNSConfig?: ContainerDNSConfig;
    /**
     * Secrets that it gets (`--secret`).
     */
    Secrets?: Array<SecretReference>;
    /**
     * How likely the kernel kills the process for lack of memory, from -1000 to 1000 (`--oom-score-adj`).
     */
    OomScoreAdj?: number;
    /**
     * Configs that it gets (`--config`).
     */
    Configs?: Array<ServiceConfigReference>;
    /**
     * The kind of isolation, of meaning on Windows only (`--isolation`).
     */
    Isolation?: 'default' | 'process' | 'hyperv' | '' | NewerValue;
    /**
     * Runs a small init as first process; null for the engine's default (`--init`).
     */
    Init?: boolean | null;
    /**
     * Kernel parameters of the container's namespaces (`--sysctl`).
     */
    Sysctls?: {
        [key: string]: string;
    };
    /**
     * Capabilities beside the default ones (`--cap-add`).
     */
    CapabilityAdd?: Array<string>;
    /**
     * Capabilities to take from the default ones (`--cap-drop`).
     */
    CapabilityDrop?: Array<string>;
    /**
     * Limits of the single process (`--ulimit`).
     */
    Ulimits?: Array<Ulimit>;
};

/**
 * The state of a container. More than one of the flags may be set; `Status` is the one word for them all.
 */
export type ContainerState = {
    /**
     * The state in one word.
     */
    Status?: 'created' | 'running' | 'paused' | 'restarting' | 'removing' | 'exited' | 'dead' | NewerValue;
    /**
     * Whether the container runs; true while it is paused or about to be restarted, too.
     */
    Running?: boolean;
    /**
     * Whether its processes are frozen.
     */
    Paused?: boolean;
    /**
     * Whether it has ended and the restart policy will start it again.
     */
    Restarting?: boolean;
    /**
     * Whether the kernel killed a process of its last run for lack of memory.
     */
    OOMKilled?: boolean;
    /**
     * Whether its removal failed half-way.
     */
    Dead?: boolean;
    /**
     * The host's process id of the first process; 0 when the container does not run.
     */
    Pid?: number;
    /**
     * The exit code of the last run; 0 before the first end.
     */
    ExitCode?: number;
    /**
     * Why the last start failed.
     */
    Error?: string;
    /**
     * When it was last started, in RFC 3339; `0001-01-01T00:00:00Z` before the first start.
     */
    StartedAt?: string;
    /**
     * When it last ended, in RFC 3339; `0001-01-01T00:00:00Z` before the first end.
     */
    FinishedAt?: string;
    /**
     * What the health check has found; absent without a health check.
     */
    Health?: Health | null;
};

/**
 * A sample of a container's resource usage. Counters grow from the start of the container.
 */
export type ContainerStatsResponse = {
    /**
     * The container's name after a slash.
     */
    name?: string | null;
    /**
     * The container's id.
     */
    id?: string | null;
    /**
     * When the sample was taken.
     */
    read?: string;
    /**
     * When the sample before it was taken; `0001-01-01T00:00:00Z` without one.
     */
    preread?: string;
    /**
     * Processes and threads.
     */
    pids_stats?: ContainerPidsStats | null;
    /**
     * Block I/O.
     */
    blkio_stats?: ContainerBlkioStats | null;
    /**
     * The number of processes, on Windows only.
     */
    num_procs?: number;
    /**
     * Disk I/O, on Windows only.
     */
    storage_stats?: ContainerStorageStats | null;
    /**
     * CPU time.
     */
    cpu_stats?: ContainerCPUStats | null;
    /**
     * CPU time in the sample before, from which clients compute percentages.
     */
    precpu_stats?: ContainerCPUStats | null;
    /**
     * Memory.
     */
    memory_stats?: ContainerMemoryStats;
    /**
     * Traffic by network device; absent when the container has no network of its own.
     */
    networks?: {
        [key: string]: ContainerNetworkStats;
    } | null;
};

/**
 * The container of a task.
 */
export type ContainerStatus = {
    /**
     * Its id.
     */
    ContainerID?: string;
    /**
     * The node's process id of its first process.
     */
    PID?: number;
    /**
     * Its exit code.
     */
    ExitCode?: number;
};

/**
 * The disk I/O of a container, on Windows only.
 */
export type ContainerStorageStats = {
    /**
     * Reads, counted in normalized units.
     */
    read_count_normalized?: number | null;
    /**
     * Bytes read.
     */
    read_size_bytes?: number | null;
    /**
     * Writes, counted in normalized units.
     */
    write_count_normalized?: number | null;
    /**
     * Bytes written.
     */
    write_size_bytes?: number | null;
};

/**
 * A container in a list.
 */
export type ContainerSummary = {
    /**
     * The container's id, 64 hexadecimal digits.
     */
    Id?: string;
    /**
     * The container's names, each after a slash; a name `/a/b` is a link from container `a`.
     */
    Names?: Array<string>;
    /**
     * The image by the name with which the container was created; its id when the name has moved on.
     */
    Image?: string;
    /**
     * The id of the image.
     */
    ImageID?: string;
    /**
     * The manifest of the image that was picked for the platform; only where images are kept with their manifests.
     */
    ImageManifestDescriptor?: OCIDescriptor | null;
    /**
     * The command with its arguments, as one line.
     */
    Command?: string;
    /**
     * When the container was created, in seconds since 1970.
     */
    Created?: number;
    /**
     * The exposed ports, and where they are published on the host.
     */
    Ports?: Array<Port>;
    /**
     * The bytes that the container has written to its own layer. Only when `size` asks for it.
     */
    SizeRw?: number | null;
    /**
     * The bytes of the container's whole file system, image included. Only when `size` asks for it.
     */
    SizeRootFs?: number | null;
    /**
     * The container's labels.
     */
    Labels?: {
        [key: string]: string;
    };
    /**
     * The state in one word.
     */
    State?: 'created' | 'running' | 'paused' | 'restarting' | 'exited' | 'removing' | 'dead' | NewerValue;
    /**
     * The state in words for people, such as `Up 2 hours (healthy)` or `Exited (1) 3 days ago`.
     */
    Status?: string;
    /**
     * A few values of the host configuration.
     */
    HostConfig?: ContainerSummaryHostConfig;
    /**
     * The networks that the container is connected to.
     */
    NetworkSettings?: ContainerSummaryNetworkSettings;
    /**
     * What is mounted in the container.
     */
    Mounts?: Array<MountPoint>;
};

/**
 * The part of the host configuration that lists show.
 */
export type ContainerSummaryHostConfig = {
    /**
     * The container's network mode.
     */
    NetworkMode?: string;
    /**
     * The annotations given to the runtime.
     */
    Annotations?: {
        [key: string]: string;
    } | null;
};

/**
 * The part of the network settings that lists show.
 */
export type ContainerSummaryNetworkSettings = {
    /**
     * The container's endpoints by network name.
     */
    Networks?: {
        [key: string]: EndpointSettings;
    };
};

/**
 * How often the CPU quota held a container up.
 */
export type ContainerThrottlingData = {
    /**
     * How many periods the container has had something to do in.
     */
    periods?: number;
    /**
     * In how many of them the quota was used up.
     */
    throttled_periods?: number;
    /**
     * For how many nanoseconds it was held up.
     */
    throttled_time?: number;
};

/**
 * The processes of a container as `ps` shows them.
 */
export type ContainerTopResponse = {
    /**
     * The titles of the columns.
     */
    Titles?: Array<string>;
    /**
     * A row for each process, a cell for each title.
     */
    Processes?: Array<Array<string>>;
};

/**
 * Limits and restart policy to change. What is absent stays as it is.
 */
export type ContainerUpdateRequest = Resources & {
    /**
     * The new restart policy.
     */
    RestartPolicy?: RestartPolicy;
};

/**
 * The outcome of an update.
 */
export type ContainerUpdateResponse = {
    /**
     * What the engine had to leave out or finds questionable, in words for people.
     */
    Warnings?: Array<string> | null;
};

/**
 * Why waiting for a container failed.
 */
export type ContainerWaitExitError = {
    /**
     * The reason, in words for people.
     */
    Message?: string;
};

/**
 * The end of a container.
 */
export type ContainerWaitResponse = {
    /**
     * The exit code; 128 and the number of the signal for a process that a signal ended.
     */
    StatusCode: number;
    /**
     * Why the wait failed; absent or null when it did not.
     */
    Error?: ContainerWaitExitError | null;
};

/**
 * How the engine uses containerd.
 */
export type ContainerdInfo = {
    /**
     * The socket of containerd.
     */
    Address?: string;
    /**
     * The namespaces in which the engine keeps its things.
     */
    Namespaces?: ContainerdNamespaces;
};

/**
 * Namespaces of containerd.
 */
export type ContainerdNamespaces = {
    /**
     * The namespace of containers.
     */
    Containers?: string;
    /**
     * The namespace of managed plugins.
     */
    Plugins?: string;
};

/**
 * A value in the progress of a pull or import. Which fields are set depends on what there is to tell.
 */
export type CreateImageInfo = {
    /**
     * The layer, or the tag, that the status is of.
     */
    id?: string;
    /**
     * Why it failed; the last value then.
     */
    error?: string | null;
    /**
     * The failure with its code.
     */
    errorDetail?: ErrorDetail;
    /**
     * What is being done, such as `Downloading`.
     */
    status?: string;
    /**
     * A bar for people; absent for clients that draw their own.
     */
    progress?: string | null;
    /**
     * How far it has got.
     */
    progressDetail?: ProgressDetail;
};

/**
 * Where the specification of a managed Windows account is. One of the three is set.
 */
export type CredentialSpec = {
    /**
     * The id of a config of the swarm.
     */
    Config?: string;
    /**
     * A file of the engine's folder for them.
     */
    File?: string;
    /**
     * A value of the Windows registry.
     */
    Registry?: string;
};

/**
 * A device that a driver has found.
 */
export type DeviceInfo = {
    /**
     * The driver, such as `cdi`.
     */
    Source?: string;
    /**
     * The name by which a container asks for it.
     */
    ID?: string;
};

/**
 * A device of the host that a container gets.
 */
export type DeviceMapping = {
    /**
     * The device on the host, or a folder of devices.
     */
    PathOnHost?: string;
    /**
     * The path of the device in the container.
     */
    PathInContainer?: string;
    /**
     * What is allowed, any of `r` (read), `w` (write) and `m` (make nodes).
     */
    CgroupPermissions?: string;
};

/**
 * Devices that a driver is to find.
 */
export type DeviceRequest = {
    /**
     * The driver, such as `nvidia` or `cdi`; empty for any that has the capabilities.
     */
    Driver?: string;
    /**
     * How many devices; -1 for all. It excludes `DeviceIDs`.
     */
    Count?: number;
    /**
     * The ids of the devices. It excludes `Count`.
     */
    DeviceIDs?: Array<string> | null;
    /**
     * Alternatives of capabilities that a driver must have; of one alternative it must have all.
     */
    Capabilities?: Array<Array<string>> | null;
    /**
     * Options that the driver understands.
     */
    Options?: {
        [key: string]: string;
    } | null;
};

/**
 * A number of pieces of a resource.
 */
export type DiscreteGenericResource = {
    /**
     * The kind of the resource, such as `SSD`.
     */
    Kind?: string;
    /**
     * How many pieces.
     */
    Value?: number;
};

/**
 * How managers speak to nodes.
 */
export type DispatcherConfig = {
    /**
     * The time between two signs of life of a node, in nanoseconds (`--dispatcher-heartbeat`).
     */
    HeartbeatPeriod?: number;
};

/**
 * What a registry says of an image.
 */
export type DistributionInspect = {
    /**
     * The index or manifest that the name stands for.
     */
    Descriptor: OCIDescriptor;
    /**
     * The platforms that the image is for.
     */
    Platforms: Array<OCIPlatform>;
};

/**
 * A driver with its options.
 */
export type Driver = {
    /**
     * The name of the driver.
     */
    Name: string;
    /**
     * Options that the driver understands.
     */
    Options?: {
        [key: string]: string;
    };
};

/**
 * What the storage driver tells of the layers of a container or image.
 */
export type DriverData = {
    /**
     * The storage driver, such as `overlay2`.
     */
    Name: string;
    /**
     * Paths and ids of the driver, such as `UpperDir` and `LowerDir` of overlay file systems.
     */
    Data: {
        [key: string]: string;
    };
};

/**
 * An object without meaning, which stands for "present"; what is in it counts for nothing.
 */
export type EmptyObject = {
    [key: string]: unknown;
};

/**
 * How managers keep their keys.
 */
export type EncryptionConfig = {
    /**
     * Whether managers must be unlocked after a restart (`--autolock`).
     */
    AutoLockManagers?: boolean;
};

/**
 * The addresses that a container wants in a network.
 */
export type EndpointIPAMConfig = {
    /**
     * The IPv4 address, in a subnet of the network (`--ip`).
     */
    IPv4Address?: string;
    /**
     * The IPv6 address, in a subnet of the network (`--ip6`).
     */
    IPv6Address?: string;
    /**
     * Further link-local addresses (`--link-local-ip`).
     */
    LinkLocalIPs?: Array<string>;
};

/**
 * A published port of a service.
 */
export type EndpointPortConfig = {
    /**
     * A name for it.
     */
    Name?: string;
    /**
     * The protocol.
     */
    Protocol?: 'tcp' | 'udp' | 'sctp' | NewerValue;
    /**
     * The port in the container.
     */
    TargetPort?: number;
    /**
     * The port of the nodes; the swarm picks one without.
     */
    PublishedPort?: number;
    /**
     * Published on every node, `ingress`, or on those that run a task, `host`.
     */
    PublishMode?: 'ingress' | 'host' | NewerValue;
};

/**
 * The place of a container in a network. The fields up to `GwPriority` are asked for, the others are what came of it.
 */
export type EndpointSettings = {
    /**
     * The addresses wanted.
     */
    IPAMConfig?: EndpointIPAMConfig | null;
    /**
     * Links to other containers as `container:alias` (`--link`).
     */
    Links?: Array<string> | null;
    /**
     * The MAC address wanted, or in force (`--mac-address`).
     */
    MacAddress?: string;
    /**
     * Further names of the container in this network (`--network-alias`).
     */
    Aliases?: Array<string> | null;
    /**
     * Options that the network's driver understands.
     */
    DriverOpts?: {
        [key: string]: string;
    } | null;
    /**
     * Which network has the default gateway, namely the one with the highest number, then the first by name.
     */
    GwPriority?: number;
    /**
     * The id of the network.
     */
    NetworkID?: string;
    /**
     * The id of the endpoint; empty while the container does not run.
     */
    EndpointID?: string;
    /**
     * The IPv4 gateway.
     */
    Gateway?: string;
    /**
     * The IPv4 address.
     */
    IPAddress?: string;
    /**
     * The length of the IPv4 prefix in bits.
     */
    IPPrefixLen?: number;
    /**
     * The IPv6 gateway.
     */
    IPv6Gateway?: string;
    /**
     * The IPv6 address.
     */
    GlobalIPv6Address?: string;
    /**
     * The length of the IPv6 prefix in bits.
     */
    GlobalIPv6PrefixLen?: number;
    /**
     * All names by which the network's DNS knows the container; the first is the answer of a reverse look-up.
     */
    DNSNames?: Array<string> | null;
};

/**
 * How a service is reached.
 */
export type EndpointSpec = {
    /**
     * By one address for all tasks, `vip`, or by a DNS name with the addresses of all tasks, `dnsrr` (`--endpoint-mode`).
     */
    Mode?: 'vip' | 'dnsrr' | NewerValue;
    /**
     * Its published ports; `vip` only (`--publish`).
     */
    Ports?: Array<EndpointPortConfig>;
};

/**
 * The address of a service in a network.
 */
export type EndpointVirtualIP = {
    /**
     * The network.
     */
    NetworkID?: string;
    /**
     * The address with the length of its prefix.
     */
    Addr?: string;
};

/**
 * The engine of a node.
 */
export type EngineDescription = {
    /**
     * Its version.
     */
    EngineVersion?: string;
    /**
     * Its labels.
     */
    Labels?: {
        [key: string]: string;
    };
    /**
     * Its drivers.
     */
    Plugins?: Array<EnginePlugin>;
};

/**
 * A driver of an engine.
 */
export type EnginePlugin = {
    /**
     * Its kind, such as `Volume`.
     */
    Type?: string;
    /**
     * Its name.
     */
    Name?: string;
};

/**
 * The failure at the end of a stream of progress.
 */
export type ErrorDetail = {
    /**
     * A code that depends on what failed, such as the exit code of a build step.
     */
    code?: number;
    /**
     * The reason, in words for people.
     */
    message?: string;
};

/**
 * Why a request failed.
 */
export type ErrorResponse = {
    /**
     * The reason, in words for people.
     */
    message: string;
};

/**
 * The object that an event happened to.
 */
export type EventActor = {
    /**
     * Its id, or for some kinds its name.
     */
    ID?: string;
    /**
     * What describes it, its name and labels for instance, and details of what happened.
     */
    Attributes?: {
        [key: string]: string;
    };
};

/**
 * Something that happened.
 */
export type EventMessage = {
    /**
     * The kind of the object that it happened to.
     */
    Type?: 'builder' | 'config' | 'container' | 'daemon' | 'image' | 'network' | 'node' | 'plugin' | 'secret' | 'service' | 'volume' | NewerValue;
    /**
     * What happened, such as `start`; with a colon and details for some, such as `exec_create`.
     */
    Action?: string;
    /**
     * The object that it happened to.
     */
    Actor?: EventActor;
    /**
     * Where it happened, on this host or in the swarm.
     */
    scope?: 'local' | 'swarm' | NewerValue;
    /**
     * When it happened, in seconds since 1970.
     */
    time?: number;
    /**
     * When it happened, in nanoseconds since 1970.
     */
    timeNano?: number;
};

/**
 * A process to run in a container.
 */
export type ExecConfig = {
    /**
     * Connects the client to its standard input (`--interactive`).
     */
    AttachStdin?: boolean;
    /**
     * Connects the client to its standard output.
     */
    AttachStdout?: boolean;
    /**
     * Connects the client to its standard error.
     */
    AttachStderr?: boolean;
    /**
     * The first size of its terminal, rows and columns.
     */
    ConsoleSize?: Array<number> | null;
    /**
     * The keys that detach the terminal, written as for `ContainerAttach` (`--detach-keys`).
     */
    DetachKeys?: string;
    /**
     * Gives it a terminal (`--tty`).
     */
    Tty?: boolean;
    /**
     * Environment variables as `name=value`, laid over those of the container (`--env`).
     */
    Env?: Array<string> | null;
    /**
     * The program and its arguments.
     */
    Cmd?: Array<string> | null;
    /**
     * Gives it all capabilities (`--privileged`).
     */
    Privileged?: boolean;
    /**
     * The user that runs it, as in `ContainerConfig`; that of the container without (`--user`).
     */
    User?: string;
    /**
     * The directory in which it starts; that of the container without (`--workdir`).
     */
    WorkingDir?: string;
};

/**
 * An exec instance.
 */
export type ExecInspectResponse = {
    /**
     * Whether it has ended and is about to be forgotten.
     */
    CanRemove?: boolean;
    /**
     * The keys that detach the terminal.
     */
    DetachKeys?: string;
    /**
     * Its id.
     */
    ID?: string;
    /**
     * Whether it runs.
     */
    Running?: boolean;
    /**
     * Its exit code; null before its end.
     */
    ExitCode?: number | null;
    /**
     * What it runs.
     */
    ProcessConfig?: ProcessConfig;
    /**
     * Whether a client is connected to its standard input.
     */
    OpenStdin?: boolean;
    /**
     * Whether a client is connected to its standard error.
     */
    OpenStderr?: boolean;
    /**
     * Whether a client is connected to its standard output.
     */
    OpenStdout?: boolean;
    /**
     * The id of the container.
     */
    ContainerID?: string;
    /**
     * The host's process id; 0 before it is started.
     */
    Pid?: number;
};

/**
 * How to start a process.
 */
export type ExecStartConfig = {
    /**
     * Answers as soon as it runs, without connecting to it (`--detach`).
     */
    Detach?: boolean;
    /**
     * Has a terminal; must be what `ExecConfig` said.
     */
    Tty?: boolean;
    /**
     * The first size of its terminal, rows and columns.
     */
    ConsoleSize?: Array<number> | null;
};

/**
 * An authority that signs certificates.
 */
export type ExternalCA = {
    /**
     * How it is spoken to.
     */
    Protocol?: 'cfssl';
    /**
     * Where it is.
     */
    URL?: string;
    /**
     * Options of the protocol.
     */
    Options?: {
        [key: string]: string;
    };
    /**
     * The certificate of the authority, in PEM.
     */
    CACert?: string;
};

/**
 * A file in a container.
 */
export type FileTarget = {
    /**
     * Its path; secrets without a leading slash are below `/run/secrets`.
     */
    Name?: string;
    /**
     * The number of its owner, as text.
     */
    UID?: string;
    /**
     * The number of its group, as text.
     */
    GID?: string;
    /**
     * Its permission bits, as a decimal number.
     */
    Mode?: number;
};

/**
 * A path in which a container differs from its image.
 */
export type FilesystemChange = {
    /**
     * The path in the container.
     */
    Path: string;
    /**
     * What happened to it.
     */
    Kind: ChangeType;
};

/**
 * How the engine writes firewall rules.
 */
export type FirewallInfo = {
    /**
     * The tool, such as `iptables` or `nftables`.
     */
    Driver?: string;
    /**
     * Further facts, as pairs of a name and a value.
     */
    Info?: Array<Array<string>>;
};

/**
 * One resource, either named or counted.
 */
export type GenericResource = {
    /**
     * The resource when each piece has a name.
     */
    NamedResourceSpec?: NamedGenericResource;
    /**
     * The resource when pieces are only counted.
     */
    DiscreteResourceSpec?: DiscreteGenericResource;
};

/**
 * Resources of a kind that an administrator made up, such as graphics cards, with how many there are or which.
 */
export type GenericResources = Array<GenericResource>;

/**
 * What the health check of a container has found.
 */
export type Health = {
    /**
     * The health: `none` without a check, `starting` until the first result that counts, then `healthy` or `unhealthy`.
     */
    Status?: 'none' | 'starting' | 'healthy' | 'unhealthy' | NewerValue;
    /**
     * How many checks have failed one after another.
     */
    FailingStreak?: number;
    /**
     * The last five results, oldest first.
     */
    Log?: Array<HealthcheckResult>;
};

/**
 * How to check whether a container is healthy. Durations are nanoseconds; 0 takes the image's value or the default.
 */
export type HealthConfig = {
    /**
     * The check. Empty takes that of the image, `["NONE"]` means no check, `["CMD", …]` runs a program, `["CMD-SHELL", text]` runs a text in the image's shell (`--health-cmd`, `--no-healthcheck`).
     */
    Test?: Array<string>;
    /**
     * The time between checks in nanoseconds, 1 ms at least. The default is 30 s (`--health-interval`).
     */
    Interval?: number;
    /**
     * The time after which a check has failed, in nanoseconds, 1 ms at least. The default is 30 s (`--health-timeout`).
     */
    Timeout?: number;
    /**
     * How many failures one after another make a container unhealthy. The default is 3 (`--health-retries`).
     */
    Retries?: number;
    /**
     * The time after the start in which failures do not count, in nanoseconds, 1 ms at least. The default is 0 (`--health-start-period`).
     */
    StartPeriod?: number;
    /**
     * The time between checks within the start period, in nanoseconds, 1 ms at least. The default is 5 s (`--health-start-interval`).
     */
    StartInterval?: number;
};

/**
 * One run of a health check.
 */
export type HealthcheckResult = {
    /**
     * When it began.
     */
    Start?: string;
    /**
     * When it ended.
     */
    End?: string;
    /**
     * 0 healthy, 1 unhealthy, 2 reserved, any other number: the check could not be run.
     */
    ExitCode?: number;
    /**
     * What it wrote, at most 4096 bytes.
     */
    Output?: string;
};

/**
 * What of a container depends on the host; it can differ between two hosts that run the same container.
 */
export type HostConfig = Resources & {
    /**
     * Mounts, each as `source:destination[:options]`. An absolute source is a path on the host, which is made when it is missing; any other is the name of a volume. Options are joined by commas, `ro` or `rw`, `z` or `Z`, `nocopy`, and a propagation (`--volume`).
     */
    Binds?: Array<string> | null;
    /**
     * The file into which the client wrote the container's id; recorded only (`--cidfile`).
     */
    ContainerIDFile?: string;
    /**
     * Where the output goes; the engine's default without.
     */
    LogConfig?: LogConfig;
    /**
     * The network: `default`, `bridge`, `host`, `none`, `container:<name or id>`, or the name or id of a network (`--network`).
     */
    NetworkMode?: string;
    /**
     * Where ports are published on the host (`--publish`).
     */
    PortBindings?: PortMap | null;
    /**
     * Whether the engine starts the container again after its end.
     */
    RestartPolicy?: RestartPolicy;
    /**
     * Removes the container with its anonymous volumes once it has ended (`--rm`).
     */
    AutoRemove?: boolean;
    /**
     * The driver of the volumes that the container makes (`--volume-driver`).
     */
    VolumeDriver?: string;
    /**
     * Containers whose mounts this one gets too, each by name or id and optionally `:ro` or `:rw` (`--volumes-from`).
     */
    VolumesFrom?: Array<string> | null;
    /**
     * Mounts, described in full (`--mount`).
     */
    Mounts?: Array<Mount> | null;
    /**
     * The first size of the terminal, rows and columns.
     */
    ConsoleSize?: Array<number> | null;
    /**
     * Metadata that is handed to the runtime (`--annotation`).
     */
    Annotations?: {
        [key: string]: string;
    };
    /**
     * Capabilities beside the default ones, with or without `CAP_`, or `ALL` (`--cap-add`).
     */
    CapAdd?: Array<string> | null;
    /**
     * Capabilities to take from the default ones, with or without `CAP_`, or `ALL` (`--cap-drop`).
     */
    CapDrop?: Array<string> | null;
    /**
     * Whether the container has a cgroup namespace of its own; empty for the engine's default, which is `private` with cgroup v2 and `host` with v1 (`--cgroupns`).
     */
    CgroupnsMode?: '' | 'private' | 'host' | NewerValue;
    /**
     * DNS servers (`--dns`).
     */
    Dns?: Array<string> | null;
    /**
     * Options of the resolver for `resolv.conf` (`--dns-option`).
     */
    DnsOptions?: Array<string> | null;
    /**
     * Domains in which short names are looked up; a single `.` means none (`--dns-search`).
     */
    DnsSearch?: Array<string> | null;
    /**
     * Entries `name:address` for `/etc/hosts`; the address `host-gateway` is the host's (`--add-host`).
     */
    ExtraHosts?: Array<string> | null;
    /**
     * Further groups of the process, by name or number (`--group-add`).
     */
    GroupAdd?: Array<string> | null;
    /**
     * System V and POSIX shared memory: `private`, `shareable` (others may join), `none` (not even `/dev/shm`), `container:<name or id>`, `host`, or empty for the engine's default (`--ipc`).
     */
    IpcMode?: string;
    /**
     * The container whose cgroup to use; supported by no engine any more.
     */
    Cgroup?: string;
    /**
     * Containers of the default network to be known in `/etc/hosts`, as `container:alias` (`--link`).
     */
    Links?: Array<string> | null;
    /**
     * How likely the kernel kills the process for lack of memory, from -1000 to 1000 (`--oom-score-adj`).
     */
    OomScoreAdj?: number;
    /**
     * The processes that are seen, `container:<name or id>`, `host`, or empty for its own (`--pid`).
     */
    PidMode?: string;
    /**
     * Gives all capabilities, all devices and the whole of `/proc` and `/sys`, without seccomp and AppArmor (`--privileged`).
     */
    Privileged?: boolean;
    /**
     * Publishes every exposed port on a free port of the host (`--publish-all`).
     */
    PublishAllPorts?: boolean;
    /**
     * Makes the root file system read-only; volumes and tmpfs are not (`--read-only`).
     */
    ReadonlyRootfs?: boolean;
    /**
     * Options of SELinux (`label=…`), AppArmor (`apparmor=…`), seccomp (`seccomp=` and `unconfined`, `builtin` or the profile itself), `no-new-privileges` and `systempaths=unconfined` (`--security-opt`).
     */
    SecurityOpt?: Array<string> | null;
    /**
     * Options of the storage driver for the container's own layer, such as `size` (`--storage-opt`).
     */
    StorageOpt?: {
        [key: string]: string;
    } | null;
    /**
     * Paths in the container that get an empty file system in memory, with its mount options (`--tmpfs`).
     */
    Tmpfs?: {
        [key: string]: string;
    } | null;
    /**
     * `host` for the host name of the host, or empty for its own (`--uts`).
     */
    UTSMode?: string;
    /**
     * `host` for no mapping of users though the engine has one, or empty for the engine's (`--userns`).
     */
    UsernsMode?: string;
    /**
     * The size of `/dev/shm` in bytes; 0 for the engine's default, 64 MiB (`--shm-size`).
     */
    ShmSize?: number;
    /**
     * Kernel parameters of the container's namespaces, such as `net.ipv4.ip_forward` (`--sysctl`).
     */
    Sysctls?: {
        [key: string]: string;
    } | null;
    /**
     * The OCI runtime by the name that the engine has for it (`--runtime`).
     */
    Runtime?: string | null;
    /**
     * The kind of isolation, of meaning on Windows only (`--isolation`).
     */
    Isolation?: 'default' | 'process' | 'hyperv' | '' | NewerValue;
    /**
     * Paths that the container cannot see into, instead of the default ones; an empty list masks nothing.
     */
    MaskedPaths?: Array<string> | null;
    /**
     * Paths that the container cannot write to, instead of the default ones; an empty list protects nothing.
     */
    ReadonlyPaths?: Array<string> | null;
};

/**
 * The id of what was made.
 */
export type IDResponse = {
    /**
     * The id.
     */
    Id: string;
};

/**
 * How the addresses of a network are managed.
 */
export type IPAM = {
    /**
     * The driver that hands addresses out (`--ipam-driver`).
     */
    Driver?: string;
    /**
     * The subnets; the engine picks one when there are none.
     */
    Config?: Array<IPAMConfig> | null;
    /**
     * Options of the driver (`--ipam-opt`).
     */
    Options?: {
        [key: string]: string;
    } | null;
};

/**
 * A subnet.
 */
export type IPAMConfig = {
    /**
     * The subnet, such as `172.20.0.0/16` (`--subnet`).
     */
    Subnet?: string;
    /**
     * The part of the subnet that containers get addresses from (`--ip-range`).
     */
    IPRange?: string;
    /**
     * The gateway's address (`--gateway`).
     */
    Gateway?: string;
    /**
     * Addresses that no container gets, by a name for each (`--aux-address`).
     */
    AuxiliaryAddresses?: {
        [key: string]: string;
    };
};

/**
 * What a container of an image runs, where the container itself says nothing.
 */
export type ImageConfig = {
    /**
     * The user that runs the command, by name or number, optionally with `:` and a group.
     */
    User?: string;
    /**
     * The ports that a container listens on, such as `80/tcp`.
     */
    ExposedPorts?: {
        [key: string]: EmptyObject;
    } | null;
    /**
     * Environment variables as `name=value`.
     */
    Env?: Array<string> | null;
    /**
     * The command, or the arguments of `Entrypoint`.
     */
    Cmd?: Array<string> | null;
    /**
     * How to check whether a container is healthy.
     */
    Healthcheck?: HealthConfig;
    /**
     * Whether the command is escaped already, of meaning on Windows only.
     */
    ArgsEscaped?: boolean | null;
    /**
     * Paths in a container that get a volume without a name each.
     */
    Volumes?: {
        [key: string]: EmptyObject;
    } | null;
    /**
     * The directory in which the command starts.
     */
    WorkingDir?: string;
    /**
     * The program that runs before `Cmd` is appended.
     */
    Entrypoint?: Array<string> | null;
    /**
     * Instructions that a build `FROM` the image runs first.
     */
    OnBuild?: Array<string> | null;
    /**
     * Labels.
     */
    Labels?: {
        [key: string]: string;
    } | null;
    /**
     * The signal that asks the process to end.
     */
    StopSignal?: string | null;
    /**
     * The shell that runs commands of a Dockerfile which are written as text.
     */
    Shell?: Array<string> | null;
};

/**
 * Something that the removal of an image removed; one of the two is set.
 */
export type ImageDeleteResponseItem = {
    /**
     * A name that is gone.
     */
    Untagged?: string;
    /**
     * The id of an image that is gone.
     */
    Deleted?: string;
};

/**
 * A step that made an image.
 */
export type ImageHistoryResponseItem = {
    /**
     * The id of the image after this step, or `<missing>` when it was built elsewhere.
     */
    Id: string;
    /**
     * When it was done, in seconds since 1970.
     */
    Created: number;
    /**
     * The instruction.
     */
    CreatedBy: string;
    /**
     * The names of the image after this step; null when it has none.
     */
    Tags: Array<string> | null;
    /**
     * The bytes that the step added.
     */
    Size: number;
    /**
     * The comment of the step.
     */
    Comment: string;
};

/**
 * An image that was built.
 */
export type ImageID = {
    /**
     * Its id.
     */
    ID?: string;
};

/**
 * All that the engine knows of an image.
 */
export type ImageInspect = {
    /**
     * The image's id, the digest of its configuration (of its manifest, where images are kept with their manifests).
     */
    Id?: string;
    /**
     * The index or manifest that its name stands for; only where images are kept with their manifests.
     */
    Descriptor?: OCIDescriptor | null;
    /**
     * Its manifests, when they were asked for.
     */
    Manifests?: Array<ImageManifestSummary> | null;
    /**
     * Its names with tags.
     */
    RepoTags?: Array<string> | null;
    /**
     * Its names with the digest under which a registry knows it.
     */
    RepoDigests?: Array<string> | null;
    /**
     * The id of the image that it was built on here; empty for images that came from elsewhere.
     */
    Parent?: string;
    /**
     * The comment given when it was made.
     */
    Comment?: string;
    /**
     * When it was built, in RFC 3339; absent when the image does not say.
     */
    Created?: string | null;
    /**
     * The version of the engine that built it; empty when the image does not say.
     */
    DockerVersion?: string;
    /**
     * Who made it.
     */
    Author?: string;
    /**
     * What a container of it runs.
     */
    Config?: ImageConfig | null;
    /**
     * The processor that it is for, as Go names it, such as `amd64`.
     */
    Architecture?: string;
    /**
     * The variant of the processor, such as `v8`.
     */
    Variant?: string | null;
    /**
     * The operating system that it is for.
     */
    Os?: string;
    /**
     * The version of the operating system, for Windows.
     */
    OsVersion?: string | null;
    /**
     * The bytes of its files, unpacked.
     */
    Size?: number;
    /**
     * The paths of its layers.
     */
    GraphDriver?: DriverData;
    /**
     * Its layers.
     */
    RootFS?: ImageRootFS;
    /**
     * What this engine adds, which is not part of the image.
     */
    Metadata?: ImageMetadata;
};

/**
 * Details of an attestation.
 */
export type ImageManifestAttestationData = {
    /**
     * The digest of the manifest that it vouches for.
     */
    For: string;
};

/**
 * Details of the image that a manifest describes.
 */
export type ImageManifestImageData = {
    /**
     * The platform that the image is for.
     */
    Platform: OCIPlatform | null;
    /**
     * The ids of the containers that use it.
     */
    Containers: Array<string>;
    /**
     * What it takes unpacked.
     */
    Size: ImageManifestImageSize;
};

/**
 * What an image takes beside its packed content, in bytes.
 */
export type ImageManifestImageSize = {
    /**
     * Its unpacked files.
     */
    Unpacked: number;
};

/**
 * What a manifest takes on disk, in bytes.
 */
export type ImageManifestSize = {
    /**
     * The packed content and the unpacked files together.
     */
    Total: number;
    /**
     * The packed content, as a registry has it.
     */
    Content: number;
};

/**
 * A manifest of an image, as an index lists it.
 */
export type ImageManifestSummary = {
    /**
     * The digest of the manifest, by which it can be addressed.
     */
    ID: string;
    /**
     * The descriptor of the manifest.
     */
    Descriptor: OCIDescriptor;
    /**
     * Whether all that it refers to is in the local store.
     */
    Available: boolean;
    /**
     * What it takes on disk.
     */
    Size: ImageManifestSize;
    /**
     * What it describes, an image for a platform, an attestation of another manifest, or something unknown.
     */
    Kind: 'image' | 'attestation' | 'unknown' | NewerValue;
    /**
     * Details of a manifest of the kind `image`.
     */
    ImageData?: ImageManifestImageData | null;
    /**
     * Details of a manifest of the kind `attestation`.
     */
    AttestationData?: ImageManifestAttestationData | null;
};

/**
 * What the engine notes of an image.
 */
export type ImageMetadata = {
    /**
     * When the image was last named here; `0001-01-01T00:00:00Z` when it was not.
     */
    LastTagTime?: string | null;
};

/**
 * The images that were removed.
 */
export type ImagePruneResponse = {
    /**
     * What was removed, in order; null when it was nothing.
     */
    ImagesDeleted?: Array<ImageDeleteResponseItem> | null;
    /**
     * How many bytes of the disk are free again.
     */
    SpaceReclaimed?: number;
};

/**
 * The layers of an image.
 */
export type ImageRootFS = {
    /**
     * How they are kept; always `layers`.
     */
    Type: string;
    /**
     * The digests of the unpacked layers, lowest first.
     */
    Layers?: Array<string>;
};

/**
 * An image on Docker Hub.
 */
export type ImageSearchResponseItem = {
    /**
     * What it is, in its owner's words.
     */
    description?: string;
    /**
     * Whether it is one of the official images.
     */
    is_official?: boolean;
    /**
     * Whether it was built by Docker Hub; always false since that was given up.
     */
    is_automated?: boolean;
    /**
     * Its name.
     */
    name?: string;
    /**
     * How many people have starred it.
     */
    star_count?: number;
};

/**
 * An image in a list.
 */
export type ImageSummary = {
    /**
     * The image's id, the digest of its configuration (of its manifest, where images are kept with their manifests).
     */
    Id: string;
    /**
     * The id of the image that it was built on here; empty for images that came from elsewhere.
     */
    ParentId: string;
    /**
     * Its names with tags; empty for an image without a name.
     */
    RepoTags: Array<string> | null;
    /**
     * Its names with the digest under which a registry knows it.
     */
    RepoDigests: Array<string> | null;
    /**
     * When it was built, in seconds since 1970.
     */
    Created: number;
    /**
     * The bytes of its files, unpacked.
     */
    Size: number;
    /**
     * The bytes that it shares with other images; -1 when that was not computed.
     */
    SharedSize: number;
    /**
     * Its labels; null when it has none.
     */
    Labels: {
        [key: string]: string;
    } | null;
    /**
     * How many containers use it; -1 when that was not counted.
     */
    Containers: number;
    /**
     * Its manifests, when they were asked for.
     */
    Manifests?: Array<ImageManifestSummary>;
    /**
     * The index or manifest that its name stands for; only where images are kept with their manifests.
     */
    Descriptor?: OCIDescriptor | null;
};

/**
 * What is known of a registry.
 */
export type IndexInfo = {
    /**
     * Its host name.
     */
    Name?: string;
    /**
     * Its mirrors, by URL.
     */
    Mirrors?: Array<string> | null;
    /**
     * Whether it must be asked over TLS with a valid certificate.
     */
    Secure?: boolean;
    /**
     * Whether it is Docker Hub.
     */
    Official?: boolean;
};

/**
 * The tokens to join the swarm.
 */
export type JoinTokens = {
    /**
     * The token for workers.
     */
    Worker?: string;
    /**
     * The token for managers.
     */
    Manager?: string;
};

/**
 * What a task may take.
 */
export type Limit = {
    /**
     * CPU time in billionths of a CPU (`--limit-cpu`).
     */
    NanoCPUs?: number;
    /**
     * Memory in bytes (`--limit-memory`).
     */
    MemoryBytes?: number;
    /**
     * Processes and threads; 0 for no limit (`--limit-pids`).
     */
    Pids?: number;
};

/**
 * Whether a node is in a swarm, `inactive` when it is in none, `pending` while it joins, `active` as a member, `locked` when its manager waits for the unlock key, `error` when something failed.
 */
export type LocalNodeState = '' | 'inactive' | 'pending' | 'active' | 'error' | 'locked' | NewerValue;

/**
 * Where the output of a container goes.
 */
export type LogConfig = {
    /**
     * The log driver: `json-file`, `local`, `none`, `journald`, `syslog`, `gelf`, `fluentd`, `awslogs`, `splunk`, `gcplogs`, `etwlogs`, or a plugin. Empty for the engine's default (`--log-driver`).
     */
    Type?: string;
    /**
     * Options of the driver, such as `max-size` (`--log-opt`).
     */
    Config?: {
        [key: string]: string;
    } | null;
};

/**
 * The part of a node among the managers.
 */
export type ManagerStatus = {
    /**
     * Whether it leads them.
     */
    Leader?: boolean;
    /**
     * Whether the others reach it.
     */
    Reachability?: Reachability;
    /**
     * Its address and port.
     */
    Addr?: string;
};

/**
 * Something to mount in a container (`--mount`).
 */
export type Mount = {
    /**
     * The path in the container.
     */
    Target?: string;
    /**
     * A path of the host, the name of a volume, or an image; nothing for `tmpfs` and anonymous volumes.
     */
    Source?: string;
    /**
     * The kind of the mount.
     */
    Type?: MountType;
    /**
     * Mounts it read-only.
     */
    ReadOnly?: boolean;
    /**
     * How exactly host and container must agree, of meaning for Docker Desktop on a Mac only.
     */
    Consistency?: string;
    /**
     * Options of a bind mount.
     */
    BindOptions?: MountBindOptions;
    /**
     * Options of a volume.
     */
    VolumeOptions?: MountVolumeOptions;
    /**
     * Options of an image.
     */
    ImageOptions?: MountImageOptions;
    /**
     * Options of a file system in memory.
     */
    TmpfsOptions?: MountTmpfsOptions;
};

/**
 * Options of a bind mount.
 */
export type MountBindOptions = {
    /**
     * How mounts below it spread between host and container.
     */
    Propagation?: 'private' | 'rprivate' | 'shared' | 'rshared' | 'slave' | 'rslave' | NewerValue;
    /**
     * Leaves out what is mounted below the source on the host.
     */
    NonRecursive?: boolean;
    /**
     * Makes the source on the host when it is missing.
     */
    CreateMountpoint?: boolean;
    /**
     * Makes the mount itself read-only and leaves what is mounted below writable.
     */
    ReadOnlyNonRecursive?: boolean;
    /**
     * Fails when what is mounted below cannot be made read-only too.
     */
    ReadOnlyForceRecursive?: boolean;
};

/**
 * The driver of a volume.
 */
export type MountDriverConfig = {
    /**
     * The name of the driver.
     */
    Name?: string;
    /**
     * Options that the driver understands.
     */
    Options?: {
        [key: string]: string;
    };
};

/**
 * Options of a mounted image.
 */
export type MountImageOptions = {
    /**
     * The folder of the image to mount instead of its root.
     */
    Subpath?: string;
};

/**
 * What is mounted at a place of a container.
 */
export type MountPoint = {
    /**
     * The kind of the mount.
     */
    Type?: MountType;
    /**
     * The name of the volume; absent for other kinds.
     */
    Name?: string;
    /**
     * The path on the host; empty for `tmpfs`.
     */
    Source?: string;
    /**
     * The path in the container.
     */
    Destination?: string;
    /**
     * The driver of the volume; absent for other kinds.
     */
    Driver?: string;
    /**
     * The options as they were written after the second colon of a bind, such as `ro,z`.
     */
    Mode?: string;
    /**
     * Whether the container may write there.
     */
    RW?: boolean;
    /**
     * How mounts below it spread between host and container; empty where that has no meaning.
     */
    Propagation?: string;
};

/**
 * Options of a file system in memory.
 */
export type MountTmpfsOptions = {
    /**
     * Its size in bytes; 0 for half of the memory.
     */
    SizeBytes?: number;
    /**
     * The permission bits of its root, as a decimal number.
     */
    Mode?: number;
    /**
     * Mount options, each a name alone or a name and a value.
     */
    Options?: Array<Array<string>>;
};

/**
 * The kind of a mount: `bind` a path of the host, `volume` a volume, `tmpfs` memory, `image` the files of an image, `cluster` a cluster volume, `npipe` a named pipe of Windows.
 */
export type MountType = 'bind' | 'cluster' | 'image' | 'npipe' | 'tmpfs' | 'volume' | NewerValue;

/**
 * Options of a volume that a mount makes.
 */
export type MountVolumeOptions = {
    /**
     * Leaves the new volume empty instead of copying what the image has at the target.
     */
    NoCopy?: boolean;
    /**
     * Labels of the new volume.
     */
    Labels?: {
        [key: string]: string;
    };
    /**
     * The driver of the new volume.
     */
    DriverConfig?: MountDriverConfig;
    /**
     * The folder of the volume to mount instead of its root; it must exist and cannot leave the volume.
     */
    Subpath?: string;
};

/**
 * One piece of a resource, by name.
 */
export type NamedGenericResource = {
    /**
     * The kind of the resource, such as `GPU`.
     */
    Kind?: string;
    /**
     * The name of the piece.
     */
    Value?: string;
};

/**
 * A network.
 */
export type Network = {
    /**
     * Its name.
     */
    Name?: string;
    /**
     * Its id, 64 hexadecimal digits.
     */
    Id?: string;
    /**
     * When it was created.
     */
    Created?: string;
    /**
     * Where it exists, `local` on this host, `swarm` in the whole swarm.
     */
    Scope?: string;
    /**
     * Its driver, such as `bridge`.
     */
    Driver?: string;
    /**
     * Whether it has IPv4 addresses.
     */
    EnableIPv4?: boolean;
    /**
     * Whether it has IPv6 addresses.
     */
    EnableIPv6?: boolean;
    /**
     * How its addresses are managed.
     */
    IPAM?: IPAM;
    /**
     * Whether it has no way out to other networks.
     */
    Internal?: boolean;
    /**
     * Whether single containers may be connected to this network of a swarm.
     */
    Attachable?: boolean;
    /**
     * Whether it carries the published ports of a swarm.
     */
    Ingress?: boolean;
    /**
     * The network whose configuration it uses.
     */
    ConfigFrom?: ConfigReference;
    /**
     * Whether it only holds configuration for other networks and cannot be connected to.
     */
    ConfigOnly?: boolean;
    /**
     * The running containers that are connected to it, by id. Lists leave them out.
     */
    Containers?: {
        [key: string]: NetworkContainer;
    };
    /**
     * Options of the driver.
     */
    Options?: {
        [key: string]: string;
    } | null;
    /**
     * Its labels.
     */
    Labels?: {
        [key: string]: string;
    } | null;
    /**
     * The nodes of the swarm that take part in an overlay network.
     */
    Peers?: Array<PeerInfo> | null;
};

/**
 * Addresses from which networks get subnets.
 */
export type NetworkAddressPool = {
    /**
     * The addresses, such as `172.16.0.0/12`.
     */
    Base?: string;
    /**
     * The length of the prefix of a subnet, in bits.
     */
    Size?: number;
};

/**
 * A task's place in a network.
 */
export type NetworkAttachment = {
    /**
     * The network.
     */
    Network?: Network;
    /**
     * The task's addresses with the lengths of their prefixes.
     */
    Addresses?: Array<string>;
};

/**
 * A network of a task.
 */
export type NetworkAttachmentConfig = {
    /**
     * The name or id of the network.
     */
    Target?: string;
    /**
     * Further names of the service in it.
     */
    Aliases?: Array<string>;
    /**
     * Options that the network's driver understands.
     */
    DriverOpts?: {
        [key: string]: string;
    };
};

/**
 * A single container that is connected to a network of the swarm.
 */
export type NetworkAttachmentSpec = {
    /**
     * The id of the container.
     */
    ContainerID?: string;
};

/**
 * A container to connect to a network.
 */
export type NetworkConnectRequest = {
    /**
     * The id or name of the container.
     */
    Container?: string;
    /**
     * Its place in the network.
     */
    EndpointConfig?: EndpointSettings;
};

/**
 * A container that is connected to a network.
 */
export type NetworkContainer = {
    /**
     * The container's name.
     */
    Name?: string;
    /**
     * The id of its endpoint.
     */
    EndpointID?: string;
    /**
     * Its MAC address in the network.
     */
    MacAddress?: string;
    /**
     * Its IPv4 address with the length of the prefix, such as `172.17.0.2/16`.
     */
    IPv4Address?: string;
    /**
     * Its IPv6 address with the length of the prefix.
     */
    IPv6Address?: string;
};

/**
 * A network to create.
 */
export type NetworkCreateRequest = {
    /**
     * Its name. No other network may have it.
     */
    Name: string;
    /**
     * Its driver (`--driver`).
     */
    Driver?: string;
    /**
     * Where it exists, `local` or `swarm`; the driver's own scope without (`--scope`).
     */
    Scope?: string;
    /**
     * Gives it no way out to other networks (`--internal`).
     */
    Internal?: boolean;
    /**
     * Lets single containers be connected to this network of a swarm (`--attachable`).
     */
    Attachable?: boolean;
    /**
     * Makes it carry the published ports of a swarm (`--ingress`).
     */
    Ingress?: boolean;
    /**
     * Makes it only hold configuration for other networks (`--config-only`).
     */
    ConfigOnly?: boolean;
    /**
     * The network whose configuration it uses.
     */
    ConfigFrom?: ConfigReference | null;
    /**
     * How its addresses are managed.
     */
    IPAM?: IPAM | null;
    /**
     * Gives it IPv4 addresses, as it has without being told (`--ipv4`).
     */
    EnableIPv4?: boolean;
    /**
     * Gives it IPv6 addresses (`--ipv6`).
     */
    EnableIPv6?: boolean;
    /**
     * Options of the driver (`--opt`).
     */
    Options?: {
        [key: string]: string;
    } | null;
    /**
     * Its labels (`--label`).
     */
    Labels?: {
        [key: string]: string;
    } | null;
};

/**
 * The network that was created.
 */
export type NetworkCreateResponse = {
    /**
     * Its id.
     */
    Id: string;
    /**
     * What the engine finds questionable; empty when it is nothing.
     */
    Warning: string;
};

/**
 * A container to take out of a network.
 */
export type NetworkDisconnectRequest = {
    /**
     * The id or name of the container.
     */
    Container?: string;
    /**
     * Takes it out though it is in an unclear state (`--force`).
     */
    Force?: boolean;
};

/**
 * The networks that were removed.
 */
export type NetworkPruneResponse = {
    /**
     * The names of the removed networks; null when there were none.
     */
    NetworksDeleted?: Array<string> | null;
};

/**
 * The networks of a container. The addresses beside `Networks` repeat those of the endpoint on the default bridge network, for old clients.
 */
export type NetworkSettings = {
    /**
     * The bridge of the default network, where the engine was told to use another.
     */
    Bridge?: string;
    /**
     * The id of the container's network namespace.
     */
    SandboxID?: string;
    /**
     * Has no meaning any more; false.
     */
    HairpinMode?: boolean;
    /**
     * Has no meaning any more; empty.
     */
    LinkLocalIPv6Address?: string;
    /**
     * Has no meaning any more; 0.
     */
    LinkLocalIPv6PrefixLen?: number;
    /**
     * The exposed ports, and where they are published.
     */
    Ports?: PortMap | null;
    /**
     * The file that holds the network namespace.
     */
    SandboxKey?: string;
    /**
     * Has no meaning any more; null.
     */
    SecondaryIPAddresses?: Array<Address> | null;
    /**
     * Has no meaning any more; null.
     */
    SecondaryIPv6Addresses?: Array<Address> | null;
    /**
     * The id of the endpoint on the default bridge network.
     */
    EndpointID?: string;
    /**
     * The IPv4 gateway of that endpoint.
     */
    Gateway?: string;
    /**
     * The IPv6 address of that endpoint.
     */
    GlobalIPv6Address?: string;
    /**
     * The length of the prefix of that IPv6 address.
     */
    GlobalIPv6PrefixLen?: number;
    /**
     * The IPv4 address of that endpoint.
     */
    IPAddress?: string;
    /**
     * The length of the prefix of that IPv4 address.
     */
    IPPrefixLen?: number;
    /**
     * The IPv6 gateway of that endpoint.
     */
    IPv6Gateway?: string;
    /**
     * The MAC address of that endpoint.
     */
    MacAddress?: string;
    /**
     * The container's endpoints by network name.
     */
    Networks?: {
        [key: string]: EndpointSettings;
    } | null;
};

/**
 * The networks to connect a container to when it is created.
 */
export type NetworkingConfig = {
    /**
     * The container's endpoint by network name or id; null leaves all of it to the engine.
     */
    EndpointsConfig?: {
        [key: string]: EndpointSettings | null;
    } | null;
};

/**
 * A machine of the swarm.
 */
export type Node = {
    /**
     * Its id.
     */
    ID?: string;
    /**
     * Its version, to be sent with an update.
     */
    Version?: ObjectVersion;
    /**
     * When it joined.
     */
    CreatedAt?: string;
    /**
     * When it was last changed.
     */
    UpdatedAt?: string;
    /**
     * What is wanted of it.
     */
    Spec?: NodeSpec;
    /**
     * What it says of itself.
     */
    Description?: NodeDescription;
    /**
     * Whether it is up.
     */
    Status?: NodeStatus;
    /**
     * Its part among the managers; absent for workers.
     */
    ManagerStatus?: ManagerStatus | null;
};

/**
 * What a node says of itself.
 */
export type NodeDescription = {
    /**
     * Its host name.
     */
    Hostname?: string;
    /**
     * Its platform.
     */
    Platform?: Platform;
    /**
     * What it has.
     */
    Resources?: ResourceObject;
    /**
     * Its engine.
     */
    Engine?: EngineDescription;
    /**
     * The certificates that it trusts.
     */
    TLSInfo?: TLSInfo;
};

/**
 * What is wanted of a node.
 */
export type NodeSpec = {
    /**
     * A name for it.
     */
    Name?: string;
    /**
     * Its labels (`--label-add`).
     */
    Labels?: {
        [key: string]: string;
    };
    /**
     * Whether it is a manager or a worker (`--role`).
     */
    Role?: 'worker' | 'manager' | NewerValue;
    /**
     * Whether it gets tasks, `active`; keeps those that it has, `pause`; or gives them up, `drain` (`--availability`).
     */
    Availability?: 'active' | 'pause' | 'drain' | NewerValue;
};

/**
 * Whether a node is up.
 */
export type NodeState = 'unknown' | 'down' | 'ready' | 'disconnected' | NewerValue;

/**
 * Whether a node is up.
 */
export type NodeStatus = {
    /**
     * Its state.
     */
    State?: NodeState;
    /**
     * The reason, in words for people.
     */
    Message?: string;
    /**
     * Its address.
     */
    Addr?: string;
};

/**
 * What refers to a piece of content in a store, by its digest (OCI image specification).
 */
export type OCIDescriptor = {
    /**
     * The kind of the content.
     */
    mediaType?: string;
    /**
     * The digest of the content, such as `sha256:…`.
     */
    digest?: string;
    /**
     * The length of the content in bytes.
     */
    size?: number;
    /**
     * Where else it may be had.
     */
    urls?: Array<string> | null;
    /**
     * Metadata of the reference.
     */
    annotations?: {
        [key: string]: string;
    } | null;
    /**
     * The content itself in base64, when it is small and was embedded.
     */
    data?: string | null;
    /**
     * The platform that the content is for, in an index.
     */
    platform?: OCIPlatform | null;
    /**
     * What the content is, when it is not an image.
     */
    artifactType?: string | null;
};

/**
 * A platform that an image is for.
 */
export type OCIPlatform = {
    /**
     * The processor as Go names it, such as `amd64`.
     */
    architecture?: string;
    /**
     * The operating system as Go names it, such as `linux`.
     */
    os?: string;
    /**
     * The version of the operating system, for Windows.
     */
    'os.version'?: string;
    /**
     * Features that the operating system must have, for Windows.
     */
    'os.features'?: Array<string>;
    /**
     * The variant of the processor, such as `v7`.
     */
    variant?: string;
};

/**
 * The version of an object of a swarm. Who updates the object sends the version that was read, so that nobody undoes a change unseen.
 */
export type ObjectVersion = {
    /**
     * A number that grows with each change.
     */
    Index?: number;
};

/**
 * How tasks are kept.
 */
export type OrchestrationConfig = {
    /**
     * How many ended tasks are kept for each slot; a negative number keeps all (`--task-history-limit`).
     */
    TaskHistoryRetentionLimit?: number;
};

/**
 * A node that takes part in an overlay network.
 */
export type PeerInfo = {
    /**
     * The node's id in the network's own cluster.
     */
    Name?: string;
    /**
     * The node's address.
     */
    IP?: string;
};

/**
 * A manager of the swarm.
 */
export type PeerNode = {
    /**
     * Its id.
     */
    NodeID?: string;
    /**
     * Its address and port.
     */
    Addr?: string;
};

/**
 * Which nodes a task may run on.
 */
export type Placement = {
    /**
     * Conditions such as `node.role==manager` or `node.labels.disk!=ssd`, of which all must hold (`--constraint`).
     */
    Constraints?: Array<string>;
    /**
     * How tasks are spread over the nodes that are left, in order of weight (`--placement-pref`).
     */
    Preferences?: Array<PlacementPreference>;
    /**
     * How many tasks of the service a node gets at most; 0 for no limit (`--replicas-max-per-node`).
     */
    MaxReplicas?: number;
    /**
     * The platforms that the image is for.
     */
    Platforms?: Array<Platform>;
};

/**
 * A preference of placement.
 */
export type PlacementPreference = {
    /**
     * Spreads tasks evenly.
     */
    Spread?: PlacementSpread;
};

/**
 * An even spread over the values of a label.
 */
export type PlacementSpread = {
    /**
     * The label, such as `node.labels.datacenter`.
     */
    SpreadDescriptor?: string;
};

/**
 * The processor and operating system of a machine.
 */
export type Platform = {
    /**
     * The processor's architecture as `uname -m` tells it, such as `x86_64`.
     */
    Architecture?: string;
    /**
     * The operating system as Go names it, such as `linux`.
     */
    OS?: string;
};

/**
 * A managed plugin.
 */
export type Plugin = {
    /**
     * Its id.
     */
    Id?: string;
    /**
     * Its name with a tag.
     */
    Name: string;
    /**
     * Whether it runs.
     */
    Enabled: boolean;
    /**
     * The values in force of what can be set.
     */
    Settings: PluginSettings;
    /**
     * The registry's name that it was pulled by.
     */
    PluginReference?: string;
    /**
     * What it says of itself.
     */
    Config: PluginConfig;
};

/**
 * The arguments of a plugin.
 */
export type PluginArgs = {
    /**
     * A name for them.
     */
    Name: string;
    /**
     * What they are for.
     */
    Description: string;
    /**
     * What of them can be set.
     */
    Settable: Array<string>;
    /**
     * The arguments.
     */
    Value: Array<string>;
};

/**
 * What a plugin says of itself.
 */
export type PluginConfig = {
    /**
     * The version of the engine that made it.
     */
    DockerVersion?: string;
    /**
     * What it is for.
     */
    Description: string;
    /**
     * Where to read about it.
     */
    Documentation: string;
    /**
     * How the engine speaks to it.
     */
    Interface: PluginInterface;
    /**
     * The program that runs, with its arguments.
     */
    Entrypoint: Array<string>;
    /**
     * The directory in which it starts.
     */
    WorkDir: string;
    /**
     * The user that runs it.
     */
    User?: PluginUser;
    /**
     * Its network.
     */
    Network: PluginNetwork;
    /**
     * What it needs of a Linux host.
     */
    Linux: PluginLinux;
    /**
     * The folder in which mounts that it makes are seen by the engine too.
     */
    PropagatedMount: string;
    /**
     * Whether it shares the host's IPC namespace.
     */
    IpcHost: boolean;
    /**
     * Whether it shares the host's process namespace.
     */
    PidHost: boolean;
    /**
     * What is mounted in it.
     */
    Mounts: Array<PluginMount>;
    /**
     * Its environment variables.
     */
    Env: Array<PluginEnv>;
    /**
     * Its arguments.
     */
    Args: PluginArgs;
    /**
     * The layers of its files.
     */
    rootfs?: PluginRootFS;
};

/**
 * A device that a plugin uses.
 */
export type PluginDevice = {
    /**
     * A name for it.
     */
    Name: string;
    /**
     * What it is for.
     */
    Description: string;
    /**
     * What of it can be set.
     */
    Settable: Array<string>;
    /**
     * The device on the host.
     */
    Path: string;
};

/**
 * An environment variable of a plugin.
 */
export type PluginEnv = {
    /**
     * Its name.
     */
    Name: string;
    /**
     * What it is for.
     */
    Description: string;
    /**
     * What of it can be set.
     */
    Settable: Array<string>;
    /**
     * Its value.
     */
    Value: string;
};

/**
 * How the engine speaks to a plugin.
 */
export type PluginInterface = {
    /**
     * The kinds of driver that it is, such as `docker.volumedriver/1.0`.
     */
    Types: Array<string>;
    /**
     * The name of its socket below `/run/docker/plugins`.
     */
    Socket: string;
    /**
     * The protocol on the socket; empty for the usual one.
     */
    ProtocolScheme?: '' | 'moby.plugins.http/v1' | NewerValue;
};

/**
 * What a plugin needs of a Linux host.
 */
export type PluginLinux = {
    /**
     * Capabilities beside the default ones.
     */
    Capabilities: Array<string>;
    /**
     * Whether it may use every device.
     */
    AllowAllDevices: boolean;
    /**
     * Devices that it uses.
     */
    Devices: Array<PluginDevice>;
};

/**
 * Something that is mounted in a plugin.
 */
export type PluginMount = {
    /**
     * A name for it.
     */
    Name: string;
    /**
     * What it is for.
     */
    Description: string;
    /**
     * What of it can be set.
     */
    Settable: Array<string>;
    /**
     * The path on the host.
     */
    Source: string;
    /**
     * The path in the plugin.
     */
    Destination: string;
    /**
     * The kind of the mount, such as `bind`.
     */
    Type: string;
    /**
     * Mount options.
     */
    Options: Array<string>;
};

/**
 * The network of a plugin.
 */
export type PluginNetwork = {
    /**
     * The network, `bridge`, `host` or `none`.
     */
    Type: string;
};

/**
 * A right that a plugin wants.
 */
export type PluginPrivilege = {
    /**
     * The right, such as `network` or `capabilities`.
     */
    Name?: string;
    /**
     * What it allows.
     */
    Description?: string;
    /**
     * What exactly is wanted.
     */
    Value?: Array<string>;
};

/**
 * The layers of a plugin's files.
 */
export type PluginRootFS = {
    /**
     * How they are kept; always `layers`.
     */
    type?: string;
    /**
     * The digests of the unpacked layers, lowest first.
     */
    diff_ids?: Array<string>;
};

/**
 * The values in force of what can be set on a plugin.
 */
export type PluginSettings = {
    /**
     * Mounts.
     */
    Mounts: Array<PluginMount>;
    /**
     * Environment variables as `name=value`.
     */
    Env: Array<string>;
    /**
     * Arguments.
     */
    Args: Array<string>;
    /**
     * Devices.
     */
    Devices: Array<PluginDevice>;
};

/**
 * The user that runs a plugin.
 */
export type PluginUser = {
    /**
     * The user's number.
     */
    UID?: number;
    /**
     * The group's number.
     */
    GID?: number;
};

/**
 * Drivers by kind, built in and plugins.
 */
export type PluginsInfo = {
    /**
     * Volume drivers.
     */
    Volume?: Array<string> | null;
    /**
     * Network drivers.
     */
    Network?: Array<string> | null;
    /**
     * Authorization plugins, in the order in which they are asked.
     */
    Authorization?: Array<string> | null;
    /**
     * Log drivers.
     */
    Log?: Array<string> | null;
};

/**
 * A port of a container.
 */
export type Port = {
    /**
     * The address of the host on which the port is published.
     */
    IP?: string;
    /**
     * The port in the container.
     */
    PrivatePort: number;
    /**
     * The port of the host on which it is published; absent when it is only exposed.
     */
    PublicPort?: number;
    /**
     * The protocol.
     */
    Type: 'tcp' | 'udp' | 'sctp' | NewerValue;
};

/**
 * A place on the host where a port is published.
 */
export type PortBinding = {
    /**
     * The address to listen on; empty for all addresses.
     */
    HostIp?: string;
    /**
     * The port as text, or a range `from-to` of which a free one is taken. Empty or `0` takes any free port.
     */
    HostPort?: string;
};

/**
 * Where ports are published, by port and protocol such as `80/tcp`. A port whose bindings are null is exposed and not published.
 */
export type PortMap = {
    [key: string]: Array<PortBinding> | null;
};

/**
 * The ports that a task publishes on its node.
 */
export type PortStatus = {
    /**
     * The ports.
     */
    Ports?: Array<EndpointPortConfig>;
};

/**
 * What an exec instance runs.
 */
export type ProcessConfig = {
    /**
     * Whether it has all capabilities.
     */
    privileged?: boolean;
    /**
     * The user that runs it.
     */
    user?: string;
    /**
     * Whether it has a terminal.
     */
    tty?: boolean;
    /**
     * The program.
     */
    entrypoint?: string;
    /**
     * The arguments of the program.
     */
    arguments?: Array<string>;
};

/**
 * How far a transfer has got. Both figures are absent when there is nothing to count.
 */
export type ProgressDetail = {
    /**
     * How many bytes are done.
     */
    current?: number;
    /**
     * How many bytes there are to do, when that is known.
     */
    total?: number;
};

/**
 * A value in the progress of a push. Which fields are set depends on what there is to tell.
 */
export type PushImageInfo = {
    /**
     * Why it failed; the last value then.
     */
    error?: string | null;
    /**
     * The failure with its code.
     */
    errorDetail?: ErrorDetail;
    /**
     * What is being done, such as `Pushing`.
     */
    status?: string;
    /**
     * A bar for people; absent for clients that draw their own.
     */
    progress?: string | null;
    /**
     * How far it has got.
     */
    progressDetail?: ProgressDetail;
};

/**
 * How managers agree by the Raft protocol.
 */
export type RaftConfig = {
    /**
     * How many log entries there are between snapshots (`--snapshot-interval`).
     */
    SnapshotInterval?: number;
    /**
     * How many snapshots are kept beside the newest (`--max-snapshots`).
     */
    KeepOldSnapshots?: number;
    /**
     * How many log entries are kept after a snapshot for managers that lag behind.
     */
    LogEntriesForSlowFollowers?: number;
    /**
     * After how many ticks without the leader an election begins; more than `HeartbeatTick`.
     */
    ElectionTick?: number;
    /**
     * How many ticks there are between two signs of life of the leader.
     */
    HeartbeatTick?: number;
};

/**
 * Whether a manager is reached by the others.
 */
export type Reachability = 'unknown' | 'unreachable' | 'reachable' | NewerValue;

/**
 * How registries are reached.
 */
export type RegistryServiceConfig = {
    /**
     * Addresses at which registries may be asked without TLS or with any certificate.
     */
    InsecureRegistryCIDRs?: Array<string> | null;
    /**
     * What is known of single registries, by host name.
     */
    IndexConfigs?: {
        [key: string]: IndexInfo;
    } | null;
    /**
     * Mirrors of Docker Hub, by URL.
     */
    Mirrors?: Array<string> | null;
};

/**
 * A job with a number of tasks.
 */
export type ReplicatedJob = {
    /**
     * How many run at a time (`--max-concurrent`).
     */
    MaxConcurrent?: number;
    /**
     * How many must succeed; `MaxConcurrent` without (`--replicas`).
     */
    TotalCompletions?: number;
};

/**
 * A service with a number of tasks.
 */
export type ReplicatedService = {
    /**
     * How many (`--replicas`).
     */
    Replicas?: number;
};

/**
 * Resources that a node has or a task needs.
 */
export type ResourceObject = {
    /**
     * CPU time in billionths of a CPU (`--reserve-cpu`).
     */
    NanoCPUs?: number;
    /**
     * Memory in bytes (`--reserve-memory`).
     */
    MemoryBytes?: number;
    /**
     * Resources that an administrator made up (`--generic-resource`).
     */
    GenericResources?: GenericResources;
};

/**
 * Limits of a container, most of them of its cgroup. 0 or null means no limit of its own unless said otherwise.
 */
export type Resources = {
    /**
     * The weight of the container's CPU time when others want it too, 1024 on average (`--cpu-shares`).
     */
    CpuShares?: number;
    /**
     * The limit of memory in bytes; 6 MiB at least (`--memory`).
     */
    Memory?: number;
    /**
     * The cgroup below which the container's cgroup is made (`--cgroup-parent`).
     */
    CgroupParent?: string;
    /**
     * The weight of the container's block I/O, 10 to 1000, or 0 for the default (`--blkio-weight`).
     */
    BlkioWeight?: number;
    /**
     * Weights for single devices (`--blkio-weight-device`).
     */
    BlkioWeightDevice?: Array<WeightDevice> | null;
    /**
     * Limits of reading from devices, in bytes a second (`--device-read-bps`).
     */
    BlkioDeviceReadBps?: Array<ThrottleDevice> | null;
    /**
     * Limits of writing to devices, in bytes a second (`--device-write-bps`).
     */
    BlkioDeviceWriteBps?: Array<ThrottleDevice> | null;
    /**
     * Limits of reading from devices, in operations a second (`--device-read-iops`).
     */
    BlkioDeviceReadIOps?: Array<ThrottleDevice> | null;
    /**
     * Limits of writing to devices, in operations a second (`--device-write-iops`).
     */
    BlkioDeviceWriteIOps?: Array<ThrottleDevice> | null;
    /**
     * The length of the scheduler's period in microseconds, 1000 to 1000000 (`--cpu-period`).
     */
    CpuPeriod?: number;
    /**
     * The CPU time in each period in microseconds, 1000 at least; -1 for no limit (`--cpu-quota`).
     */
    CpuQuota?: number;
    /**
     * The length of the real-time scheduler's period in microseconds (`--cpu-rt-period`).
     */
    CpuRealtimePeriod?: number;
    /**
     * The CPU time of real-time tasks in each such period in microseconds (`--cpu-rt-runtime`).
     */
    CpuRealtimeRuntime?: number;
    /**
     * The CPUs that may be used, such as `0-3` or `0,1` (`--cpuset-cpus`).
     */
    CpusetCpus?: string;
    /**
     * The memory nodes that may be used, such as `0-3` or `0,1` (`--cpuset-mems`).
     */
    CpusetMems?: string;
    /**
     * Devices of the host that the container gets (`--device`).
     */
    Devices?: Array<DeviceMapping> | null;
    /**
     * Rules such as `c 13:* rwm` for what devices may be used (`--device-cgroup-rule`).
     */
    DeviceCgroupRules?: Array<string> | null;
    /**
     * Devices to be found by drivers, such as graphics cards (`--gpus`).
     */
    DeviceRequests?: Array<DeviceRequest> | null;
    /**
     * The limit of the kernel's TCP buffers in bytes; cgroup v1 only.
     */
    KernelMemoryTCP?: number;
    /**
     * The memory in bytes down to which the container is pressed when memory is short; `Memory` at most (`--memory-reservation`).
     */
    MemoryReservation?: number;
    /**
     * The limit of memory and swap together in bytes, `Memory` at least; -1 for unlimited swap, 0 for twice `Memory` (`--memory-swap`).
     */
    MemorySwap?: number;
    /**
     * How readily the kernel swaps, 0 to 100; null or -1 for the host's value; cgroup v1 only (`--memory-swappiness`).
     */
    MemorySwappiness?: number | null;
    /**
     * The CPU time in billionths of a CPU, so 1500000000 is one and a half; it excludes period and quota (`--cpus`).
     */
    NanoCpus?: number;
    /**
     * Lets processes hang instead of killing them for lack of memory; cgroup v1 only (`--oom-kill-disable`).
     */
    OomKillDisable?: boolean | null;
    /**
     * Runs a small init as first process that reaps orphans and passes signals on; null for the engine's default (`--init`).
     */
    Init?: boolean | null;
    /**
     * The limit of processes and threads; 0 or -1 for none; null leaves it as it is (`--pids-limit`).
     */
    PidsLimit?: number | null;
    /**
     * Limits of the single process (`--ulimit`).
     */
    Ulimits?: Array<Ulimit> | null;
    /**
     * The number of CPUs, of meaning on Windows only.
     */
    CpuCount?: number;
    /**
     * The share of CPU time in percent, of meaning on Windows only.
     */
    CpuPercent?: number;
    /**
     * The limit of operations a second on the system drive, of meaning on Windows only.
     */
    IOMaximumIOps?: number;
    /**
     * The limit of bytes a second on the system drive, of meaning on Windows only.
     */
    IOMaximumBandwidth?: number;
};

/**
 * Whether the engine starts a container again after its end. It waits 100 ms, then twice as long each time up to a minute, and begins anew after a run of 10 s (`--restart`).
 */
export type RestartPolicy = {
    /**
     * `no` or empty: never; `always`: after every end, and when the engine starts; `unless-stopped`: the same unless it was stopped; `on-failure`: after an exit code other than 0.
     */
    Name?: '' | 'no' | 'always' | 'unless-stopped' | 'on-failure' | NewerValue;
    /**
     * How often `on-failure` tries; 0 without end.
     */
    MaximumRetryCount?: number;
};

/**
 * An OCI runtime.
 */
export type Runtime = {
    /**
     * The program.
     */
    path?: string;
    /**
     * Arguments that it is always given.
     */
    runtimeArgs?: Array<string> | null;
    /**
     * What it says of itself, by name; the name for OCI features is `org.opencontainers.runtime-spec.features`.
     */
    status?: {
        [key: string]: string;
    } | null;
};

/**
 * The SELinux label of a container.
 */
export type SELinuxContext = {
    /**
     * Gives it no label.
     */
    Disable?: boolean;
    /**
     * The user of the label.
     */
    User?: string;
    /**
     * The role of the label.
     */
    Role?: string;
    /**
     * The type of the label.
     */
    Type?: string;
    /**
     * The level of the label.
     */
    Level?: string;
};

/**
 * The system call filter of a container.
 */
export type SeccompOptions = {
    /**
     * The engine's own filter, none, or that in `Profile`.
     */
    Mode?: 'default' | 'unconfined' | 'custom' | NewerValue;
    /**
     * The filter as JSON, in base64.
     */
    Profile?: string;
};

/**
 * A secret.
 */
export type Secret = {
    /**
     * Its id.
     */
    ID?: string;
    /**
     * Its version, to be sent with an update.
     */
    Version?: ObjectVersion;
    /**
     * When it was created.
     */
    CreatedAt?: string;
    /**
     * When it was last changed.
     */
    UpdatedAt?: string;
    /**
     * What it is, without its data.
     */
    Spec?: SecretSpec;
};

/**
 * A secret that a container gets.
 */
export type SecretReference = {
    /**
     * The file in which it gets it.
     */
    File?: FileTarget;
    /**
     * The id of the secret.
     */
    SecretID?: string;
    /**
     * The name of the secret; only for people, the id counts.
     */
    SecretName?: string;
};

/**
 * What a secret is.
 */
export type SecretSpec = {
    /**
     * Its name.
     */
    Name?: string;
    /**
     * Its labels (`--label`).
     */
    Labels?: {
        [key: string]: string;
    };
    /**
     * The data in base64 with the URL alphabet, 500 KiB at most. Never in answers, and absent with `Driver`.
     */
    Data?: string;
    /**
     * The driver that has the data, when it is not the swarm.
     */
    Driver?: Driver;
    /**
     * The driver that fills the data in as a template.
     */
    Templating?: Driver;
};

/**
 * A service.
 */
export type Service = {
    /**
     * Its id.
     */
    ID?: string;
    /**
     * Its version, to be sent with an update.
     */
    Version?: ObjectVersion;
    /**
     * When it was created.
     */
    CreatedAt?: string;
    /**
     * When it was last changed.
     */
    UpdatedAt?: string;
    /**
     * What is wanted of it.
     */
    Spec?: ServiceSpec;
    /**
     * How it is reached.
     */
    Endpoint?: ServiceEndpoint;
    /**
     * How far its last update has got.
     */
    UpdateStatus?: ServiceUpdateStatus;
    /**
     * The numbers of its tasks, when they were asked for.
     */
    ServiceStatus?: ServiceTaskStatus;
    /**
     * How far it has got, if it is a job.
     */
    JobStatus?: ServiceJobStatus;
};

/**
 * A config that a container gets. One of `File` and `Runtime` is set.
 */
export type ServiceConfigReference = {
    /**
     * The file in which it gets it.
     */
    File?: FileTarget;
    /**
     * It is for the engine that runs the task, and not seen in the container.
     */
    Runtime?: EmptyObject;
    /**
     * The id of the config.
     */
    ConfigID?: string;
    /**
     * The name of the config; only for people, the id counts.
     */
    ConfigName?: string;
};

/**
 * The service that was created.
 */
export type ServiceCreateResponse = {
    /**
     * Its id.
     */
    ID?: string;
    /**
     * What the engine finds questionable, in words for people.
     */
    Warnings?: Array<string> | null;
};

/**
 * How a service is reached, as it came out.
 */
export type ServiceEndpoint = {
    /**
     * What was wanted.
     */
    Spec?: EndpointSpec;
    /**
     * The published ports.
     */
    Ports?: Array<EndpointPortConfig>;
    /**
     * Its addresses.
     */
    VirtualIPs?: Array<EndpointVirtualIP>;
};

/**
 * How far a job has got.
 */
export type ServiceJobStatus = {
    /**
     * A version that grows with each run of the job; its tasks bear the version of their run.
     */
    JobIteration?: ObjectVersion;
    /**
     * When it was last run.
     */
    LastExecution?: string;
};

/**
 * How many tasks a service has, and where. One of the four is set (`--mode`).
 */
export type ServiceMode = {
    /**
     * A number of tasks that are kept running.
     */
    Replicated?: ReplicatedService;
    /**
     * One task on each node that is kept running.
     */
    Global?: EmptyObject;
    /**
     * A number of tasks that run to their end.
     */
    ReplicatedJob?: ReplicatedJob;
    /**
     * One task on each node that runs to its end.
     */
    GlobalJob?: EmptyObject;
};

/**
 * How the tasks of a service are replaced when an update is taken back.
 */
export type ServiceRollbackConfig = {
    /**
     * How many at a time; 0 for all (`--rollback-parallelism`).
     */
    Parallelism?: number;
    /**
     * The time between two steps, in nanoseconds (`--rollback-delay`).
     */
    Delay?: number;
    /**
     * What to do when a task fails (`--rollback-failure-action`).
     */
    FailureAction?: 'continue' | 'pause' | NewerValue;
    /**
     * How long a task is watched for failure, in nanoseconds (`--rollback-monitor`).
     */
    Monitor?: number;
    /**
     * The part of tasks that may fail, 0 to 1 (`--rollback-max-failure-ratio`).
     */
    MaxFailureRatio?: number;
    /**
     * Whether one task stops before the other starts or after (`--rollback-order`).
     */
    Order?: 'stop-first' | 'start-first' | NewerValue;
};

/**
 * What is wanted of a service.
 */
export type ServiceSpec = {
    /**
     * Its name (`--name`).
     */
    Name?: string;
    /**
     * Its labels (`--label`).
     */
    Labels?: {
        [key: string]: string;
    };
    /**
     * What its tasks are like.
     */
    TaskTemplate?: TaskSpec;
    /**
     * How many tasks it has, and where.
     */
    Mode?: ServiceMode;
    /**
     * How its tasks are replaced.
     */
    UpdateConfig?: ServiceUpdateConfig;
    /**
     * How its tasks are replaced when an update is taken back.
     */
    RollbackConfig?: ServiceRollbackConfig;
    /**
     * The networks of its tasks; replaced by those of `TaskTemplate`.
     */
    Networks?: Array<NetworkAttachmentConfig>;
    /**
     * How it is reached.
     */
    EndpointSpec?: EndpointSpec;
};

/**
 * The numbers of tasks of a service.
 */
export type ServiceTaskStatus = {
    /**
     * How many run.
     */
    RunningTasks?: number;
    /**
     * How many shall run; for a job, how many have not ended.
     */
    DesiredTasks?: number;
    /**
     * How many have ended well; jobs only.
     */
    CompletedTasks?: number;
};

/**
 * How the tasks of a service are replaced.
 */
export type ServiceUpdateConfig = {
    /**
     * How many at a time; 0 for all (`--update-parallelism`).
     */
    Parallelism?: number;
    /**
     * The time between two steps, in nanoseconds (`--update-delay`).
     */
    Delay?: number;
    /**
     * What to do when a new task fails (`--update-failure-action`).
     */
    FailureAction?: 'continue' | 'pause' | 'rollback' | NewerValue;
    /**
     * How long a new task is watched for failure, in nanoseconds (`--update-monitor`).
     */
    Monitor?: number;
    /**
     * The part of new tasks that may fail, 0 to 1 (`--update-max-failure-ratio`).
     */
    MaxFailureRatio?: number;
    /**
     * Whether the old task stops before the new one starts or after (`--update-order`).
     */
    Order?: 'stop-first' | 'start-first' | NewerValue;
};

/**
 * The outcome of an update.
 */
export type ServiceUpdateResponse = {
    /**
     * What the engine finds questionable, in words for people.
     */
    Warnings?: Array<string>;
};

/**
 * How far an update has got.
 */
export type ServiceUpdateStatus = {
    /**
     * Its state.
     */
    State?: 'updating' | 'paused' | 'completed' | NewerValue;
    /**
     * When it began.
     */
    StartedAt?: string;
    /**
     * When it ended.
     */
    CompletedAt?: string;
    /**
     * The state in words for people.
     */
    Message?: string;
};

/**
 * The swarm, with what is needed to join it.
 */
export type Swarm = ClusterInfo & {
    /**
     * The tokens to join it.
     */
    JoinTokens?: JoinTokens;
};

/**
 * This node's place in a swarm.
 */
export type SwarmInfo = {
    /**
     * The node's id; empty outside a swarm.
     */
    NodeID?: string;
    /**
     * The address under which other nodes reach it.
     */
    NodeAddr?: string;
    /**
     * Whether it is in a swarm.
     */
    LocalNodeState?: LocalNodeState;
    /**
     * Whether it is a manager that can be asked about the swarm.
     */
    ControlAvailable?: boolean;
    /**
     * What is wrong with its membership.
     */
    Error?: string;
    /**
     * The managers; null when there are none.
     */
    RemoteManagers?: Array<PeerNode> | null;
    /**
     * How many nodes the swarm has; managers only.
     */
    Nodes?: number | null;
    /**
     * How many managers the swarm has; managers only.
     */
    Managers?: number | null;
    /**
     * The swarm; managers only.
     */
    Cluster?: ClusterInfo | null;
};

/**
 * How to start a swarm.
 */
export type SwarmInitRequest = {
    /**
     * The address and port, or device and port, on which this manager listens (`--listen-addr`).
     */
    ListenAddr?: string;
    /**
     * The address that other nodes are told; found out when there is only one (`--advertise-addr`).
     */
    AdvertiseAddr?: string;
    /**
     * The address for the traffic between containers; `AdvertiseAddr` without (`--data-path-addr`).
     */
    DataPathAddr?: string;
    /**
     * The UDP port of that traffic, 1024 to 49151; 0 for 4789 (`--data-path-port`).
     */
    DataPathPort?: number;
    /**
     * The addresses from which networks get subnets (`--default-addr-pool`).
     */
    DefaultAddrPool?: Array<string>;
    /**
     * Makes a new swarm of what this manager knows of its old one (`--force-new-cluster`).
     */
    ForceNewCluster?: boolean;
    /**
     * The length of the prefix of such a subnet, in bits (`--default-addr-pool-mask-length`).
     */
    SubnetSize?: number;
    /**
     * The settings.
     */
    Spec?: SwarmSpec;
};

/**
 * How to join a swarm.
 */
export type SwarmJoinRequest = {
    /**
     * The address and port on which this node listens if it is a manager (`--listen-addr`).
     */
    ListenAddr: string;
    /**
     * The address that other nodes are told (`--advertise-addr`).
     */
    AdvertiseAddr?: string;
    /**
     * The address for the traffic between containers (`--data-path-addr`).
     */
    DataPathAddr?: string;
    /**
     * Addresses and ports of managers of the swarm.
     */
    RemoteAddrs: Array<string>;
    /**
     * The token, which also says whether this node becomes a worker or a manager (`--token`).
     */
    JoinToken: string;
};

/**
 * Settings of a swarm.
 */
export type SwarmSpec = {
    /**
     * Its name; always `default`.
     */
    Name?: string;
    /**
     * Its labels.
     */
    Labels?: {
        [key: string]: string;
    };
    /**
     * How tasks are kept.
     */
    Orchestration?: OrchestrationConfig | null;
    /**
     * How managers agree.
     */
    Raft?: RaftConfig;
    /**
     * How managers speak to nodes.
     */
    Dispatcher?: DispatcherConfig | null;
    /**
     * How certificates are issued.
     */
    CAConfig?: CAConfig | null;
    /**
     * How managers keep their keys.
     */
    EncryptionConfig?: EncryptionConfig;
    /**
     * What tasks get when they say nothing.
     */
    TaskDefaults?: TaskDefaults;
};

/**
 * The key for a locked manager.
 */
export type SwarmUnlockRequest = {
    /**
     * The key.
     */
    UnlockKey?: string;
};

/**
 * A registry's acceptance of credentials.
 */
export type SystemAuthResponse = {
    /**
     * What the registry says, such as `Login Succeeded`.
     */
    Status: string;
    /**
     * A token to be used instead of the password; empty when the registry gives none.
     */
    IdentityToken?: string;
};

/**
 * What takes disk space. Kinds of objects that were not asked for are null.
 */
export type SystemDataUsageResponse = {
    /**
     * The bytes of all layers of images, each counted once.
     */
    LayersSize?: number;
    /**
     * The images with `SharedSize` and `Containers`.
     */
    Images?: Array<ImageSummary> | null;
    /**
     * The containers with `SizeRw` and `SizeRootFs`.
     */
    Containers?: Array<ContainerSummary> | null;
    /**
     * The volumes with `UsageData`.
     */
    Volumes?: Array<Volume> | null;
    /**
     * The entries of the build cache.
     */
    BuildCache?: Array<BuildCache> | null;
};

/**
 * The engine, its host and what it holds.
 */
export type SystemInfo = {
    /**
     * An id of the engine that does not change.
     */
    ID?: string;
    /**
     * How many containers there are.
     */
    Containers?: number;
    /**
     * How many run.
     */
    ContainersRunning?: number;
    /**
     * How many are paused.
     */
    ContainersPaused?: number;
    /**
     * How many do not run.
     */
    ContainersStopped?: number;
    /**
     * How many images there are.
     */
    Images?: number;
    /**
     * The storage driver.
     */
    Driver?: string;
    /**
     * What the storage driver tells, as pairs of a name and a value.
     */
    DriverStatus?: Array<Array<string>> | null;
    /**
     * The folder that holds the engine's state.
     */
    DockerRootDir?: string;
    /**
     * The drivers by kind.
     */
    Plugins?: PluginsInfo;
    /**
     * Whether the host can limit memory.
     */
    MemoryLimit?: boolean;
    /**
     * Whether the host can limit swap.
     */
    SwapLimit?: boolean;
    /**
     * Whether the host can limit the kernel's TCP buffers.
     */
    KernelMemoryTCP?: boolean;
    /**
     * Whether the host knows CPU periods.
     */
    CpuCfsPeriod?: boolean;
    /**
     * Whether the host knows CPU quotas.
     */
    CpuCfsQuota?: boolean;
    /**
     * Whether the host knows CPU weights.
     */
    CPUShares?: boolean;
    /**
     * Whether the host can bind containers to CPUs and memory nodes.
     */
    CPUSet?: boolean;
    /**
     * Whether the host can limit processes.
     */
    PidsLimit?: boolean;
    /**
     * Whether the host can do without killing for lack of memory.
     */
    OomKillDisable?: boolean;
    /**
     * Whether the host forwards IPv4 packets.
     */
    IPv4Forwarding?: boolean;
    /**
     * Whether the engine writes debugging messages.
     */
    Debug?: boolean;
    /**
     * How many files the engine has open.
     */
    NFd?: number;
    /**
     * How many goroutines the engine has; what comes nearest to them in an engine without.
     */
    NGoroutines?: number;
    /**
     * The time on the host, in RFC 3339 with nanoseconds.
     */
    SystemTime?: string;
    /**
     * The default log driver.
     */
    LoggingDriver?: string;
    /**
     * Who makes cgroups, the engine itself, systemd, or nobody.
     */
    CgroupDriver?: 'cgroupfs' | 'systemd' | 'none' | NewerValue;
    /**
     * The version of the host's cgroups.
     */
    CgroupVersion?: '1' | '2' | NewerValue;
    /**
     * How many clients follow events.
     */
    NEventsListener?: number;
    /**
     * The kernel's version as `uname -r` tells it.
     */
    KernelVersion?: string;
    /**
     * The operating system's name for people.
     */
    OperatingSystem?: string;
    /**
     * The operating system's version.
     */
    OSVersion?: string;
    /**
     * The operating system as Go names it.
     */
    OSType?: string;
    /**
     * The processor as `uname -m` tells it.
     */
    Architecture?: string;
    /**
     * How many CPUs the engine may use.
     */
    NCPU?: number;
    /**
     * The host's memory in bytes.
     */
    MemTotal?: number;
    /**
     * The registry that credentials are for when none is named.
     */
    IndexServerAddress?: string;
    /**
     * How registries are reached.
     */
    RegistryConfig?: RegistryServiceConfig | null;
    /**
     * Resources that an administrator made up.
     */
    GenericResources?: GenericResources | null;
    /**
     * The proxy for HTTP, with a password blotted out.
     */
    HttpProxy?: string;
    /**
     * The proxy for HTTPS, with a password blotted out.
     */
    HttpsProxy?: string;
    /**
     * The hosts that are reached without a proxy, joined by commas.
     */
    NoProxy?: string;
    /**
     * The host's name.
     */
    Name?: string;
    /**
     * The engine's labels, each as `key=value`.
     */
    Labels?: Array<string> | null;
    /**
     * Whether experimental features are on.
     */
    ExperimentalBuild?: boolean;
    /**
     * The engine's version.
     */
    ServerVersion?: string;
    /**
     * The OCI runtimes by name.
     */
    Runtimes?: {
        [key: string]: Runtime;
    } | null;
    /**
     * The name of the runtime that containers get without asking.
     */
    DefaultRuntime?: string;
    /**
     * This node's place in a swarm.
     */
    Swarm?: SwarmInfo;
    /**
     * Whether containers go on while the engine is down.
     */
    LiveRestoreEnabled?: boolean;
    /**
     * The default kind of isolation, of meaning on Windows only.
     */
    Isolation?: 'default' | 'hyperv' | 'process' | '' | NewerValue;
    /**
     * The program that is a container's init when one is wanted.
     */
    InitBinary?: string;
    /**
     * The commit of containerd.
     */
    ContainerdCommit?: Commit;
    /**
     * The commit of the default runtime.
     */
    RuncCommit?: Commit;
    /**
     * The commit of the init.
     */
    InitCommit?: Commit;
    /**
     * Security features in force, each as `name=…` with further pairs after commas.
     */
    SecurityOptions?: Array<string> | null;
    /**
     * The licence of the product, in words for people.
     */
    ProductLicense?: string;
    /**
     * Where networks get subnets from when none is named.
     */
    DefaultAddressPools?: Array<NetworkAddressPool>;
    /**
     * How the engine writes firewall rules.
     */
    FirewallBackend?: FirewallInfo | null;
    /**
     * Devices that drivers have found.
     */
    DiscoveredDevices?: Array<DeviceInfo>;
    /**
     * What is wrong with the host or the engine's configuration, in words for people.
     */
    Warnings?: Array<string> | null;
    /**
     * The folders that are searched for CDI specifications of devices.
     */
    CDISpecDirs?: Array<string> | null;
    /**
     * How the engine uses containerd.
     */
    Containerd?: ContainerdInfo | null;
};

/**
 * The versions of the engine and of its parts.
 */
export type SystemVersion = {
    /**
     * The product.
     */
    Platform?: VersionPlatform;
    /**
     * The parts, the engine itself first.
     */
    Components?: Array<ComponentVersion>;
    /**
     * The engine's version.
     */
    Version?: string;
    /**
     * The newest version of the API that it speaks.
     */
    ApiVersion?: string;
    /**
     * The oldest version of the API that it speaks.
     */
    MinAPIVersion?: string;
    /**
     * The commit that it was built of.
     */
    GitCommit?: string;
    /**
     * The version of Go, or of what else the engine runs on.
     */
    GoVersion?: string;
    /**
     * The operating system as Go names it.
     */
    Os?: string;
    /**
     * The processor as Go names it.
     */
    Arch?: string;
    /**
     * The kernel's version as `uname -r` tells it.
     */
    KernelVersion?: string;
    /**
     * Whether experimental features are on; absent when they are not.
     */
    Experimental?: boolean;
    /**
     * When it was built, in RFC 3339.
     */
    BuildTime?: string;
};

/**
 * The certificates that nodes trust.
 */
export type TLSInfo = {
    /**
     * The certificate of the root authority, in PEM.
     */
    TrustRoot?: string;
    /**
     * The issuer's subject, DER in base64.
     */
    CertIssuerSubject?: string;
    /**
     * The issuer's public key, DER in base64.
     */
    CertIssuerPublicKey?: string;
};

/**
 * A task, which is a container of a service on a node.
 */
export type Task = {
    /**
     * Its id.
     */
    ID?: string;
    /**
     * Its version.
     */
    Version?: ObjectVersion;
    /**
     * When it was created.
     */
    CreatedAt?: string;
    /**
     * When it was last changed.
     */
    UpdatedAt?: string;
    /**
     * Its name.
     */
    Name?: string;
    /**
     * Its labels.
     */
    Labels?: {
        [key: string]: string;
    };
    /**
     * What is wanted of it.
     */
    Spec?: TaskSpec;
    /**
     * Its service.
     */
    ServiceID?: string;
    /**
     * Its number among the tasks of a replicated service.
     */
    Slot?: number;
    /**
     * Its node.
     */
    NodeID?: string;
    /**
     * The resources that it was given.
     */
    AssignedGenericResources?: GenericResources;
    /**
     * What it is doing.
     */
    Status?: TaskStatus;
    /**
     * What it shall do.
     */
    DesiredState?: TaskState;
    /**
     * The run of the job that it belongs to.
     */
    JobIteration?: ObjectVersion;
    /**
     * The networks that it is connected to.
     */
    NetworksAttachments?: Array<NetworkAttachment>;
};

/**
 * What tasks get when they say nothing.
 */
export type TaskDefaults = {
    /**
     * The log driver of new tasks.
     */
    LogDriver?: TaskLogDriver;
};

/**
 * The log driver of tasks.
 */
export type TaskLogDriver = {
    /**
     * The driver; empty for the default of the node's engine.
     */
    Name?: string;
    /**
     * Options of the driver.
     */
    Options?: {
        [key: string]: string;
    };
};

/**
 * A plugin to be installed on nodes.
 */
export type TaskPluginSpec = {
    /**
     * Its name on the nodes.
     */
    Name?: string;
    /**
     * The plugin as its registry knows it.
     */
    Remote?: string;
    /**
     * Whether it is left disabled.
     */
    Disabled?: boolean;
    /**
     * The rights that are granted.
     */
    PluginPrivilege?: Array<PluginPrivilege>;
};

/**
 * What a task may take, and what it needs.
 */
export type TaskResources = {
    /**
     * What it may take.
     */
    Limits?: Limit;
    /**
     * What a node must have left for it.
     */
    Reservations?: ResourceObject;
};

/**
 * Whether a task is replaced after its end.
 */
export type TaskRestartPolicy = {
    /**
     * After which ends (`--restart-condition`).
     */
    Condition?: 'none' | 'on-failure' | 'any' | NewerValue;
    /**
     * The time before, in nanoseconds (`--restart-delay`).
     */
    Delay?: number;
    /**
     * How often; 0 without end (`--restart-max-attempts`).
     */
    MaxAttempts?: number;
    /**
     * The time in which attempts are counted, in nanoseconds; 0 for all time (`--restart-window`).
     */
    Window?: number;
};

/**
 * What a task is like. One of `PluginSpec`, `ContainerSpec` and `NetworkAttachmentSpec` is set.
 */
export type TaskSpec = {
    /**
     * The plugin to be installed, where `Runtime` is `plugin`.
     */
    PluginSpec?: TaskPluginSpec;
    /**
     * The container to be run, where `Runtime` is `container`.
     */
    ContainerSpec?: ContainerSpec;
    /**
     * The single container to be connected, where `Runtime` is `attachment`; the engine alone makes such tasks.
     */
    NetworkAttachmentSpec?: NetworkAttachmentSpec;
    /**
     * What it may take, and what it needs.
     */
    Resources?: TaskResources;
    /**
     * Whether it is replaced after its end.
     */
    RestartPolicy?: TaskRestartPolicy;
    /**
     * Which nodes it may run on.
     */
    Placement?: Placement;
    /**
     * A number whose growth replaces tasks though nothing else has changed (`--force`).
     */
    ForceUpdate?: number;
    /**
     * What carries the task out.
     */
    Runtime?: string;
    /**
     * Its networks (`--network`).
     */
    Networks?: Array<NetworkAttachmentConfig>;
    /**
     * Where its output goes; the swarm's default without.
     */
    LogDriver?: TaskLogDriver;
};

/**
 * The state of a task, from its creation over its preparation and its run to one of the ends.
 */
export type TaskState = 'new' | 'allocated' | 'pending' | 'assigned' | 'accepted' | 'preparing' | 'ready' | 'starting' | 'running' | 'complete' | 'shutdown' | 'failed' | 'rejected' | 'remove' | 'orphaned' | NewerValue;

/**
 * What a task is doing.
 */
export type TaskStatus = {
    /**
     * Since when.
     */
    Timestamp?: string;
    /**
     * Its state.
     */
    State?: TaskState;
    /**
     * The state in words for people.
     */
    Message?: string;
    /**
     * What went wrong.
     */
    Err?: string;
    /**
     * Its container.
     */
    ContainerStatus?: ContainerStatus;
    /**
     * The ports that it publishes on its node.
     */
    PortStatus?: PortStatus;
};

/**
 * A limit on a device.
 */
export type ThrottleDevice = {
    /**
     * The device on the host.
     */
    Path?: string;
    /**
     * The limit, in bytes or operations a second.
     */
    Rate?: number;
};

/**
 * A place, such as a region and zone.
 */
export type Topology = {
    /**
     * Names and values that make it up.
     */
    Segments?: {
        [key: string]: string;
    };
};

/**
 * Where a cluster volume must be reachable from.
 */
export type TopologyRequirement = {
    /**
     * Places, of which it must be reachable from one at least (`--topology-required`).
     */
    Requisite?: Array<Topology>;
    /**
     * Places in order of preference (`--topology-preferred`).
     */
    Preferred?: Array<Topology>;
};

/**
 * A limit of a process (`setrlimit`).
 */
export type Ulimit = {
    /**
     * The limit, such as `nofile`.
     */
    Name?: string;
    /**
     * The value in force, which the process may raise up to the hard one; -1 for none.
     */
    Soft?: number;
    /**
     * The highest value that the process may set; -1 for none.
     */
    Hard?: number;
};

/**
 * The key that unlocks managers.
 */
export type UnlockKeyResponse = {
    /**
     * The key; empty when managers do not lock.
     */
    UnlockKey?: string;
};

/**
 * The product that an engine belongs to.
 */
export type VersionPlatform = {
    /**
     * Its name.
     */
    Name: string;
};

/**
 * A volume.
 */
export type Volume = {
    /**
     * Its name.
     */
    Name: string;
    /**
     * Its driver, such as `local`.
     */
    Driver: string;
    /**
     * Where its files are on the host; empty when the driver does not say.
     */
    Mountpoint: string;
    /**
     * When it was created.
     */
    CreatedAt?: string;
    /**
     * What the driver tells of it, values of any kind by name; absent when it tells nothing.
     */
    Status?: {
        [key: string]: unknown;
    };
    /**
     * Its labels; null when it has none.
     */
    Labels: {
        [key: string]: string;
    } | null;
    /**
     * Where it exists, `local` on this host, `global` in the whole cluster.
     */
    Scope: 'local' | 'global' | NewerValue;
    /**
     * Details of a volume of the swarm.
     */
    ClusterVolume?: ClusterVolume;
    /**
     * Options of the driver; null when there are none.
     */
    Options: {
        [key: string]: string;
    } | null;
    /**
     * What it takes, in answers of `SystemDataUsage` only.
     */
    UsageData?: VolumeUsageData | null;
};

/**
 * A volume to create.
 */
export type VolumeCreateOptions = {
    /**
     * Its name. Without one the engine makes one up, and the volume is anonymous.
     */
    Name?: string;
    /**
     * Its driver (`--driver`).
     */
    Driver?: string;
    /**
     * Options of the driver; those of `local` are `type`, `o` and `device` of a mount, and `size` (`--opt`).
     */
    DriverOpts?: {
        [key: string]: string;
    };
    /**
     * Its labels (`--label`).
     */
    Labels?: {
        [key: string]: string;
    };
    /**
     * Makes it a volume of the swarm, by this specification.
     */
    ClusterVolumeSpec?: ClusterVolumeSpec;
};

/**
 * Volumes.
 */
export type VolumeListResponse = {
    /**
     * The volumes; null when there are none.
     */
    Volumes?: Array<Volume> | null;
    /**
     * What drivers failed at; null when nothing failed.
     */
    Warnings?: Array<string> | null;
};

/**
 * The volumes that were removed.
 */
export type VolumePruneResponse = {
    /**
     * The names of the removed volumes; null when there were none.
     */
    VolumesDeleted?: Array<string> | null;
    /**
     * How many bytes of the disk are free again.
     */
    SpaceReclaimed?: number;
};

/**
 * A change of a cluster volume.
 */
export type VolumeUpdateRequest = {
    /**
     * The new specification.
     */
    Spec?: ClusterVolumeSpec;
};

/**
 * What a volume takes.
 */
export type VolumeUsageData = {
    /**
     * Its bytes on disk; -1 when that cannot be told.
     */
    Size: number;
    /**
     * How many containers use it; -1 when that cannot be told.
     */
    RefCount: number;
};

/**
 * A weight on a device.
 */
export type WeightDevice = {
    /**
     * The device on the host.
     */
    Path?: string;
    /**
     * The weight, 10 to 1000.
     */
    Weight?: number;
};

export type ByteStream = ReadableStream<Uint8Array>;

export type ContainerStatsResponseStream = AsyncIterable<ContainerStatsResponse>;


export type ByteSource = string | Uint8Array | Blob | ReadableStream<Uint8Array> | AsyncIterable<Uint8Array>;

export type BuildInfoStream = AsyncIterable<BuildInfo>;

export type CreateImageInfoStream = AsyncIterable<CreateImageInfo>;

export type PushImageInfoStream = AsyncIterable<PushImageInfo>;

export type EventMessageStream = AsyncIterable<EventMessage>;

export type ContainerListData = {
    body?: never;
    path?: never;
    query?: {
        /**
         * Lists containers in every state, not only the running ones (`docker ps --all`).
         */
        all?: boolean;
        /**
         * At most so many of the most recently created containers, whatever their state. 0 and negative numbers mean no limit (`docker ps --last`).
         */
        limit?: number;
        /**
         * Computes `SizeRw` and `SizeRootFs` of every container, which takes time (`docker ps --size`).
         */
        size?: boolean;
        /**
         * A JSON map from a filter to its values, of which one must match; all filters must. Filters are `ancestor` (image name, id or ancestor of it), `before` and `since` (a container), `exited` (exit code), `expose` and `publish` (`port[/proto]`, or a range), `health`, `id`, `is-task`, `isolation`, `label` (`key` or `key=value`), `name`, `network`, `status` and `volume` (name or destination).
         */
        filters?: string;
    };
    url: '/containers/json';
};

export type ContainerListErrors = {
    /**
     * A filter is unknown or its value cannot be read, or `limit` is not a number.
     */
    400: ErrorResponse;
    /**
     * The engine failed to carry out the request.
     */
    500: ErrorResponse;
};

export type ContainerListError = ContainerListErrors[keyof ContainerListErrors];

export type ContainerListResponses = {
    /**
     * The containers.
     */
    200: Array<ContainerSummary>;
};

export type ContainerListResponse = ContainerListResponses[keyof ContainerListResponses];

export type ContainerCreateData = {
    /**
     * What the container runs and how it is confined, networked and stored.
     */
    body: ContainerCreateRequest;
    path?: never;
    query?: {
        /**
         * The container's name. Without one the engine makes one up (`--name`).
         */
        name?: string;
        /**
         * Wants this platform (`os[/arch[/variant]]`) of an image that has several; an image of another platform is answered by 404 (`--platform`).
         */
        platform?: string;
    };
    url: '/containers/create';
};

export type ContainerCreateErrors = {
    /**
     * A value is malformed or out of range, or two values exclude each other.
     */
    400: ErrorResponse;
    /**
     * The image is not in the store, or a container, network or volume that the body names does not exist.
     */
    404: ErrorResponse;
    /**
     * The name is in use by another container.
     */
    409: ErrorResponse;
    /**
     * The engine failed to carry out the request.
     */
    500: ErrorResponse;
};

export type ContainerCreateError = ContainerCreateErrors[keyof ContainerCreateErrors];

export type ContainerCreateResponses = {
    /**
     * The container is created; the answer has its id and what the engine has to warn of.
     */
    201: ContainerCreateResponse;
};

export type ContainerCreateResponse2 = ContainerCreateResponses[keyof ContainerCreateResponses];

export type ContainerInspectData = {
    body?: never;
    path: {
        /**
         * The id of a container, a prefix of it that is unique, or the container's name.
         */
        id: string;
    };
    query?: {
        /**
         * Computes `SizeRw` and `SizeRootFs` too, which takes time (`docker inspect --size`).
         */
        size?: boolean;
    };
    url: '/containers/{id}/json';
};

export type ContainerInspectErrors = {
    /**
     * There is no such container.
     */
    404: ErrorResponse;
    /**
     * The engine failed to carry out the request.
     */
    500: ErrorResponse;
};

export type ContainerInspectError = ContainerInspectErrors[keyof ContainerInspectErrors];

export type ContainerInspectResponses = {
    /**
     * The container.
     */
    200: ContainerInspectResponse;
};

export type ContainerInspectResponse2 = ContainerInspectResponses[keyof ContainerInspectResponses];

export type ContainerTopData = {
    body?: never;
    path: {
        /**
         * The id of a container, a prefix of it that is unique, or the container's name.
         */
        id: string;
    };
    query?: {
        /**
         * Arguments of `ps`. The output must have a column of process ids, whatever they are.
         */
        ps_args?: string;
    };
    url: '/containers/{id}/top';
};

export type ContainerTopErrors = {
    /**
     * There is no such container.
     */
    404: ErrorResponse;
    /**
     * The container is not running, or it is being restarted.
     */
    409: ErrorResponse;
    /**
     * The engine failed to carry out the request.
     */
    500: ErrorResponse;
};

export type ContainerTopError = ContainerTopErrors[keyof ContainerTopErrors];

export type ContainerTopResponses = {
    /**
     * The processes.
     */
    200: ContainerTopResponse;
};

export type ContainerTopResponse2 = ContainerTopResponses[keyof ContainerTopResponses];

export type ContainerLogsData = {
    body?: never;
    path: {
        /**
         * The id of a container, a prefix of it that is unique, or the container's name.
         */
        id: string;
    };
    query?: {
        /**
         * Stays open after the end of the log and goes on with new output until the container ends.
         */
        follow?: boolean;
        /**
         * Wants the standard output.
         */
        stdout?: boolean;
        /**
         * Wants the standard error.
         */
        stderr?: boolean;
        /**
         * Only lines from this time on, in seconds since 1970 with up to nine digits of a fraction (`docker logs --since`).
         */
        since?: string;
        /**
         * Only lines before this time, written as for `since` (`docker logs --until`).
         */
        until?: string;
        /**
         * Puts the time of each line before it, in RFC 3339 with nanoseconds and a space.
         */
        timestamps?: boolean;
        /**
         * Only so many lines from the end of the log; `all` for the whole log.
         */
        tail?: string;
        /**
         * Puts the attributes that the log driver recorded with a line (labels and variables of its options) before it.
         */
        details?: boolean;
    };
    url: '/containers/{id}/logs';
};

export type ContainerLogsErrors = {
    /**
     * Neither stream is wanted, or a time or number cannot be read.
     */
    400: ErrorResponse;
    /**
     * There is no such container.
     */
    404: ErrorResponse;
    /**
     * The engine failed to carry out the request.
     */
    500: ErrorResponse;
};

export type ContainerLogsError = ContainerLogsErrors[keyof ContainerLogsErrors];

export type ContainerLogsResponses = {
    /**
     * The log, as one stream of bytes.
     */
    200: ByteStream;
};

export type ContainerLogsResponse = ContainerLogsResponses[keyof ContainerLogsResponses];

export type ContainerChangesData = {
    body?: never;
    path: {
        /**
         * The id of a container, a prefix of it that is unique, or the container's name.
         */
        id: string;
    };
    query?: never;
    url: '/containers/{id}/changes';
};

export type ContainerChangesErrors = {
    /**
     * There is no such container.
     */
    404: ErrorResponse;
    /**
     * The engine failed to carry out the request.
     */
    500: ErrorResponse;
};

export type ContainerChangesError = ContainerChangesErrors[keyof ContainerChangesErrors];

export type ContainerChangesResponses = {
    /**
     * The changed paths; null when nothing is changed.
     */
    200: Array<FilesystemChange> | null;
};

export type ContainerChangesResponse = ContainerChangesResponses[keyof ContainerChangesResponses];

export type ContainerExportData = {
    body?: never;
    path: {
        /**
         * The id of a container, a prefix of it that is unique, or the container's name.
         */
        id: string;
    };
    query?: never;
    url: '/containers/{id}/export';
};

export type ContainerExportErrors = {
    /**
     * There is no such container.
     */
    404: ErrorResponse;
    /**
     * The engine failed to carry out the request.
     */
    500: ErrorResponse;
};

export type ContainerExportError = ContainerExportErrors[keyof ContainerExportErrors];

export type ContainerExportResponses = {
    /**
     * The tar file.
     */
    200: ByteStream;
};

export type ContainerExportResponse = ContainerExportResponses[keyof ContainerExportResponses];

export type ContainerStatsData = {
    body?: never;
    path: {
        /**
         * The id of a container, a prefix of it that is unique, or the container's name.
         */
        id: string;
    };
    query?: {
        /**
         * Goes on with samples. When false one sample comes and the connection is closed.
         */
        stream?: boolean;
        /**
         * Takes a single sample at once instead of two, a second apart, so that `precpu_stats` is empty. It needs `stream=false`.
         */
        'one-shot'?: boolean;
    };
    url: '/containers/{id}/stats';
};

export type ContainerStatsErrors = {
    /**
     * Both `stream` and `one-shot` are wanted.
     */
    400: ErrorResponse;
    /**
     * There is no such container.
     */
    404: ErrorResponse;
    /**
     * The engine failed to carry out the request.
     */
    500: ErrorResponse;
};

export type ContainerStatsError = ContainerStatsErrors[keyof ContainerStatsErrors];

export type ContainerStatsResponses = {
    /**
     * The samples, JSON values one after another.
     */
    200: ContainerStatsResponseStream;
};

export type ContainerStatsResponse2 = ContainerStatsResponses[keyof ContainerStatsResponses];

export type ContainerResizeData = {
    body?: never;
    path: {
        /**
         * The id of a container, a prefix of it that is unique, or the container's name.
         */
        id: string;
    };
    query: {
        /**
         * The height in rows of characters.
         */
        h: number;
        /**
         * The width in columns of characters.
         */
        w: number;
    };
    url: '/containers/{id}/resize';
};

export type ContainerResizeErrors = {
    /**
     * A size is not a number.
     */
    400: ErrorResponse;
    /**
     * There is no such container.
     */
    404: ErrorResponse;
    /**
     * The container is not running.
     */
    409: ErrorResponse;
    /**
     * The engine failed to carry out the request.
     */
    500: ErrorResponse;
};

export type ContainerResizeError = ContainerResizeErrors[keyof ContainerResizeErrors];

export type ContainerResizeResponses = {
    /**
     * The terminal has the size.
     */
    200: void;
};

export type ContainerStartData = {
    body?: never;
    path: {
        /**
         * The id of a container, a prefix of it that is unique, or the container's name.
         */
        id: string;
    };
    query?: {
        /**
         * The keys that detach a terminal without ending the process, as one letter or `ctrl-` with one of `a`-`z`, `@`, `[`, `\`, `]`, `^` or `_`, several of them joined by commas. The default is `ctrl-p,ctrl-q`; the same as `docker attach --detach-keys`.
         */
        detachKeys?: string;
    };
    url: '/containers/{id}/start';
};

export type ContainerStartErrors = {
    /**
     * The container cannot be started as it is, since its command is not found (exit code 127) or cannot be executed (126), a host path is missing, or the request carries a host configuration.
     */
    400: ErrorResponse;
    /**
     * There is no such container, or something that it needs does not exist.
     */
    404: ErrorResponse;
    /**
     * The engine failed to carry out the request.
     */
    500: ErrorResponse;
};

export type ContainerStartError = ContainerStartErrors[keyof ContainerStartErrors];

export type ContainerStartResponses = {
    /**
     * The container runs.
     */
    204: void;
};

export type ContainerStartResponse = ContainerStartResponses[keyof ContainerStartResponses];

export type ContainerStopData = {
    body?: never;
    path: {
        /**
         * The id of a container, a prefix of it that is unique, or the container's name.
         */
        id: string;
    };
    query?: {
        /**
         * The signal to ask by, as a name with or without `SIG`, or as a number. The default is the container's `StopSignal`, else SIGTERM.
         */
        signal?: string;
        /**
         * How many seconds to wait before killing; -1 waits for ever, 0 kills at once. The default is the container's `StopTimeout`, else 10.
         */
        t?: number;
    };
    url: '/containers/{id}/stop';
};

export type ContainerStopErrors = {
    /**
     * The signal is unknown, or the time is not a number.
     */
    400: ErrorResponse;
    /**
     * There is no such container.
     */
    404: ErrorResponse;
    /**
     * The engine failed to carry out the request.
     */
    500: ErrorResponse;
};

export type ContainerStopError = ContainerStopErrors[keyof ContainerStopErrors];

export type ContainerStopResponses = {
    /**
     * The container has ended.
     */
    204: void;
};

export type ContainerStopResponse = ContainerStopResponses[keyof ContainerStopResponses];

export type ContainerRestartData = {
    body?: never;
    path: {
        /**
         * The id of a container, a prefix of it that is unique, or the container's name.
         */
        id: string;
    };
    query?: {
        /**
         * The signal to ask by, as a name with or without `SIG`, or as a number. The default is the container's `StopSignal`, else SIGTERM.
         */
        signal?: string;
        /**
         * How many seconds to wait before killing; -1 waits for ever, 0 kills at once. The default is the container's `StopTimeout`, else 10.
         */
        t?: number;
    };
    url: '/containers/{id}/restart';
};

export type ContainerRestartErrors = {
    /**
     * There is no such container.
     */
    404: ErrorResponse;
    /**
     * The engine failed to carry out the request.
     */
    500: ErrorResponse;
};

export type ContainerRestartError = ContainerRestartErrors[keyof ContainerRestartErrors];

export type ContainerRestartResponses = {
    /**
     * The container runs anew.
     */
    204: void;
};

export type ContainerRestartResponse = ContainerRestartResponses[keyof ContainerRestartResponses];

export type ContainerKillData = {
    body?: never;
    path: {
        /**
         * The id of a container, a prefix of it that is unique, or the container's name.
         */
        id: string;
    };
    query?: {
        /**
         * The signal, as a name with or without `SIG`, or as a number.
         */
        signal?: string;
    };
    url: '/containers/{id}/kill';
};

export type ContainerKillErrors = {
    /**
     * The signal is unknown.
     */
    400: ErrorResponse;
    /**
     * There is no such container.
     */
    404: ErrorResponse;
    /**
     * The container is not running.
     */
    409: ErrorResponse;
    /**
     * The engine failed to carry out the request.
     */
    500: ErrorResponse;
};

export type ContainerKillError = ContainerKillErrors[keyof ContainerKillErrors];

export type ContainerKillResponses = {
    /**
     * The signal is sent; when it was SIGKILL, the container has ended.
     */
    204: void;
};

export type ContainerKillResponse = ContainerKillResponses[keyof ContainerKillResponses];

export type ContainerUpdateData = {
    /**
     * The values to change.
     */
    body: ContainerUpdateRequest;
    path: {
        /**
         * The id of a container, a prefix of it that is unique, or the container's name.
         */
        id: string;
    };
    query?: never;
    url: '/containers/{id}/update';
};

export type ContainerUpdateErrors = {
    /**
     * A value is out of range or does not fit the others.
     */
    400: ErrorResponse;
    /**
     * There is no such container.
     */
    404: ErrorResponse;
    /**
     * The engine failed to carry out the request.
     */
    500: ErrorResponse;
};

export type ContainerUpdateError = ContainerUpdateErrors[keyof ContainerUpdateErrors];

export type ContainerUpdateResponses = {
    /**
     * The values are changed; the answer has what the engine has to warn of.
     */
    200: ContainerUpdateResponse;
};

export type ContainerUpdateResponse2 = ContainerUpdateResponses[keyof ContainerUpdateResponses];

export type ContainerRenameData = {
    body?: never;
    path: {
        /**
         * The id of a container, a prefix of it that is unique, or the container's name.
         */
        id: string;
    };
    query: {
        /**
         * The new name.
         */
        name: string;
    };
    url: '/containers/{id}/rename';
};

export type ContainerRenameErrors = {
    /**
     * The name is malformed, or it is the name that the container has.
     */
    400: ErrorResponse;
    /**
     * There is no such container.
     */
    404: ErrorResponse;
    /**
     * The name is in use by another container.
     */
    409: ErrorResponse;
    /**
     * The engine failed to carry out the request.
     */
    500: ErrorResponse;
};

export type ContainerRenameError = ContainerRenameErrors[keyof ContainerRenameErrors];

export type ContainerRenameResponses = {
    /**
     * The container has the new name.
     */
    204: void;
};

export type ContainerRenameResponse = ContainerRenameResponses[keyof ContainerRenameResponses];

export type ContainerPauseData = {
    body?: never;
    path: {
        /**
         * The id of a container, a prefix of it that is unique, or the container's name.
         */
        id: string;
    };
    query?: never;
    url: '/containers/{id}/pause';
};

export type ContainerPauseErrors = {
    /**
     * There is no such container.
     */
    404: ErrorResponse;
    /**
     * The container is not running, is paused already, or is being restarted.
     */
    409: ErrorResponse;
    /**
     * The engine failed to carry out the request.
     */
    500: ErrorResponse;
};

export type ContainerPauseError = ContainerPauseErrors[keyof ContainerPauseErrors];

export type ContainerPauseResponses = {
    /**
     * The container is paused.
     */
    204: void;
};

export type ContainerPauseResponse = ContainerPauseResponses[keyof ContainerPauseResponses];

export type ContainerUnpauseData = {
    body?: never;
    path: {
        /**
         * The id of a container, a prefix of it that is unique, or the container's name.
         */
        id: string;
    };
    query?: never;
    url: '/containers/{id}/unpause';
};

export type ContainerUnpauseErrors = {
    /**
     * There is no such container.
     */
    404: ErrorResponse;
    /**
     * The container is not running.
     */
    409: ErrorResponse;
    /**
     * The container runs and is not paused, or the engine failed.
     */
    500: ErrorResponse;
};

export type ContainerUnpauseError = ContainerUnpauseErrors[keyof ContainerUnpauseErrors];

export type ContainerUnpauseResponses = {
    /**
     * The container goes on.
     */
    204: void;
};

export type ContainerUnpauseResponse = ContainerUnpauseResponses[keyof ContainerUnpauseResponses];

export type ContainerAttachData = {
    body?: never;
    path: {
        /**
         * The id of a container, a prefix of it that is unique, or the container's name.
         */
        id: string;
    };
    query?: {
        /**
         * The keys that detach a terminal without ending the process, as one letter or `ctrl-` with one of `a`-`z`, `@`, `[`, `\`, `]`, `^` or `_`, several of them joined by commas. The default is `ctrl-p,ctrl-q`; the same as `docker attach --detach-keys`.
         */
        detachKeys?: string;
        /**
         * Sends first what the log holds, then goes on with `stream`.
         */
        logs?: boolean;
        /**
         * Streams what is written from now on.
         */
        stream?: boolean;
        /**
         * Takes input from the client.
         */
        stdin?: boolean;
        /**
         * Sends the standard output.
         */
        stdout?: boolean;
        /**
         * Sends the standard error.
         */
        stderr?: boolean;
    };
    url: '/containers/{id}/attach';
};

export type ContainerAttachErrors = {
    /**
     * The detach keys cannot be read.
     */
    400: ErrorResponse;
    /**
     * There is no such container.
     */
    404: ErrorResponse;
    /**
     * The container is paused or is being restarted.
     */
    409: ErrorResponse;
    /**
     * The engine failed to carry out the request.
     */
    500: ErrorResponse;
};

export type ContainerAttachError = ContainerAttachErrors[keyof ContainerAttachErrors];

export type ContainerAttachResponses = {
    /**
     * The connection is a raw stream now, for clients that did not ask for an upgrade.
     */
    200: TakenOver;
};

export type ContainerAttachResponse = ContainerAttachResponses[keyof ContainerAttachResponses];

export type ContainerAttachWebsocketData = {
    body?: never;
    path: {
        /**
         * The id of a container, a prefix of it that is unique, or the container's name.
         */
        id: string;
    };
    query?: {
        /**
         * The keys that detach a terminal without ending the process, as one letter or `ctrl-` with one of `a`-`z`, `@`, `[`, `\`, `]`, `^` or `_`, several of them joined by commas. The default is `ctrl-p,ctrl-q`; the same as `docker attach --detach-keys`.
         */
        detachKeys?: string;
        /**
         * Sends first what the log holds, then goes on with `stream`.
         */
        logs?: boolean;
        /**
         * Streams what is written from now on.
         */
        stream?: boolean;
        /**
         * Takes input from the client.
         */
        stdin?: boolean;
        /**
         * Sends the standard output.
         */
        stdout?: boolean;
        /**
         * Sends the standard error.
         */
        stderr?: boolean;
    };
    url: '/containers/{id}/attach/ws';
};

export type ContainerAttachWebsocketErrors = {
    /**
     * The request is not a WebSocket handshake, or the detach keys cannot be read.
     */
    400: ErrorResponse;
    /**
     * There is no such container.
     */
    404: ErrorResponse;
    /**
     * The container is paused or is being restarted.
     */
    409: ErrorResponse;
    /**
     * The engine failed to carry out the request.
     */
    500: ErrorResponse;
};

export type ContainerAttachWebsocketError = ContainerAttachWebsocketErrors[keyof ContainerAttachWebsocketErrors];

export type ContainerAttachWebsocketResponses = {
    /**
     * Docker states this status, though a handshake that succeeds is answered by 101.
     */
    200: TakenOver;
};

export type ContainerAttachWebsocketResponse = ContainerAttachWebsocketResponses[keyof ContainerAttachWebsocketResponses];

export type ContainerWaitData = {
    body?: never;
    path: {
        /**
         * The id of a container, a prefix of it that is unique, or the container's name.
         */
        id: string;
    };
    query?: {
        /**
         * What to wait for: `not-running` holds at once when the container does not run, `next-exit` waits for the next end whatever the state is now, `removed` waits until the container is gone.
         */
        condition?: 'not-running' | 'next-exit' | 'removed';
    };
    url: '/containers/{id}/wait';
};

export type ContainerWaitErrors = {
    /**
     * The condition is unknown.
     */
    400: ErrorResponse;
    /**
     * There is no such container.
     */
    404: ErrorResponse;
    /**
     * The engine failed to carry out the request.
     */
    500: ErrorResponse;
};

export type ContainerWaitError = ContainerWaitErrors[keyof ContainerWaitErrors];

export type ContainerWaitResponses = {
    /**
     * The condition holds, or the wait failed, as `Error` then says.
     */
    200: ContainerWaitResponse;
};

export type ContainerWaitResponse2 = ContainerWaitResponses[keyof ContainerWaitResponses];

export type ContainerDeleteData = {
    body?: never;
    path: {
        /**
         * The id of a container, a prefix of it that is unique, or the container's name.
         */
        id: string;
    };
    query?: {
        /**
         * Removes the container's anonymous volumes too (`docker rm --volumes`).
         */
        v?: boolean;
        /**
         * Kills the container first if it runs (`docker rm --force`).
         */
        force?: boolean;
        /**
         * Removes the link of that name instead of the container (`docker rm --link`).
         */
        link?: boolean;
    };
    url: '/containers/{id}';
};

export type ContainerDeleteErrors = {
    /**
     * The request is malformed.
     */
    400: ErrorResponse;
    /**
     * There is no such container.
     */
    404: ErrorResponse;
    /**
     * The container runs and `force` is not set, or it is being removed already.
     */
    409: ErrorResponse;
    /**
     * The engine failed to carry out the request.
     */
    500: ErrorResponse;
};

export type ContainerDeleteError = ContainerDeleteErrors[keyof ContainerDeleteErrors];

export type ContainerDeleteResponses = {
    /**
     * The container is removed.
     */
    204: void;
};

export type ContainerDeleteResponse = ContainerDeleteResponses[keyof ContainerDeleteResponses];

export type ContainerArchiveData = {
    body?: never;
    path: {
        /**
         * The id of a container, a prefix of it that is unique, or the container's name.
         */
        id: string;
    };
    query: {
        /**
         * The path in the container; a path without a leading slash counts from the root.
         */
        path: string;
    };
    url: '/containers/{id}/archive';
};

export type ContainerArchiveErrors = {
    /**
     * The path is missing from the request, or it ends in a slash and is no folder.
     */
    400: ErrorResponse;
    /**
     * There is no such container, or no such path in it.
     */
    404: ErrorResponse;
    /**
     * The engine failed to carry out the request.
     */
    500: ErrorResponse;
};

export type ContainerArchiveError = ContainerArchiveErrors[keyof ContainerArchiveErrors];

export type ContainerArchiveResponses = {
    /**
     * The tar file.
     */
    200: ByteStream;
};

export type ContainerArchiveResponse = ContainerArchiveResponses[keyof ContainerArchiveResponses];

export type ContainerArchiveInfoData = {
    body?: never;
    path: {
        /**
         * The id of a container, a prefix of it that is unique, or the container's name.
         */
        id: string;
    };
    query: {
        /**
         * The path in the container; a path without a leading slash counts from the root.
         */
        path: string;
    };
    url: '/containers/{id}/archive';
};

export type ContainerArchiveInfoErrors = {
    /**
     * The path is missing from the request or cannot be read.
     */
    400: ErrorResponse;
    /**
     * There is no such container, or no such path in it.
     */
    404: ErrorResponse;
    /**
     * The engine failed to carry out the request.
     */
    500: ErrorResponse;
};

export type ContainerArchiveInfoError = ContainerArchiveInfoErrors[keyof ContainerArchiveInfoErrors];

export type ContainerArchiveInfoResponses = {
    /**
     * The path exists; the header describes it.
     */
    200: void;
};

export type PutContainerArchiveData = {
    /**
     * The tar file.
     */
    body: ByteSource;
    path: {
        /**
         * The id of a container, a prefix of it that is unique, or the container's name.
         */
        id: string;
    };
    query: {
        /**
         * The folder in the container to unpack into. It must exist.
         */
        path: string;
        /**
         * Fails where the archive would put a folder in place of something else, or the other way.
         */
        noOverwriteDirNonDir?: boolean;
        /**
         * Keeps the owners of the archive instead of making the container's root the owner.
         */
        copyUIDGID?: boolean;
    };
    url: '/containers/{id}/archive';
};

export type PutContainerArchiveErrors = {
    /**
     * The archive cannot be read, the path is no folder, or the volume or root file system is read-only.
     */
    400: ErrorResponse;
    /**
     * Docker states this status for what is read-only, though its engine answers 400.
     */
    403: ErrorResponse;
    /**
     * There is no such container, or no such path in it.
     */
    404: ErrorResponse;
    /**
     * The engine failed to carry out the request.
     */
    500: ErrorResponse;
};

export type PutContainerArchiveError = PutContainerArchiveErrors[keyof PutContainerArchiveErrors];

export type PutContainerArchiveResponses = {
    /**
     * The files are written.
     */
    200: void;
};

export type ContainerPruneData = {
    body?: never;
    path?: never;
    query?: {
        /**
         * A JSON map from a filter to its values: `until` (only containers created before this time or so long ago, such as `24h`), `label` and `label!` (`key` or `key=value` that a container must or must not have).
         */
        filters?: string;
    };
    url: '/containers/prune';
};

export type ContainerPruneErrors = {
    /**
     * A filter is unknown or its value cannot be read.
     */
    400: ErrorResponse;
    /**
     * Another prune of containers is going on.
     */
    409: ErrorResponse;
    /**
     * The engine failed to carry out the request.
     */
    500: ErrorResponse;
};

export type ContainerPruneError = ContainerPruneErrors[keyof ContainerPruneErrors];

export type ContainerPruneResponses = {
    /**
     * The removed containers and what they took on disk.
     */
    200: ContainerPruneResponse;
};

export type ContainerPruneResponse2 = ContainerPruneResponses[keyof ContainerPruneResponses];

export type ImageListData = {
    body?: never;
    path?: never;
    query?: {
        /**
         * Lists also untagged images that are only layers of others (`docker images --all`).
         */
        all?: boolean;
        /**
         * A JSON map from a filter to its values: `before` and `since` (an image), `dangling` (`true` for images without a name), `label` (`key` or `key=value`), `reference` (a pattern of names) and `until` (only images created before this time or so long ago).
         */
        filters?: string;
        /**
         * Computes `SharedSize`, which takes time.
         */
        'shared-size'?: boolean;
        /**
         * Has no effect any more, since digests are always answered.
         */
        digests?: boolean;
        /**
         * Fills `Manifests` with the manifests of each image.
         */
        manifests?: boolean;
    };
    url: '/images/json';
};

export type ImageListErrors = {
    /**
     * A filter is unknown or its value cannot be read.
     */
    400: ErrorResponse;
    /**
     * The engine failed to carry out the request.
     */
    500: ErrorResponse;
};

export type ImageListError = ImageListErrors[keyof ImageListErrors];

export type ImageListResponses = {
    /**
     * The images.
     */
    200: Array<ImageSummary>;
};

export type ImageListResponse = ImageListResponses[keyof ImageListResponses];

export type ImageBuildData = {
    /**
     * The context with the Dockerfile, a tar file that may be compressed by gzip, bzip2 or xz.
     */
    body?: ByteSource;
    headers?: {
        /**
         * Credentials for all registries that the build may ask: a JSON map from a registry to its `AuthConfig`, encoded in base64 with the URL alphabet.
         */
        'X-Registry-Config'?: string;
    };
    path?: never;
    query?: {
        /**
         * The path of the Dockerfile in the context; it counts for nothing when `remote` is a single file (`--file`).
         */
        dockerfile?: string;
        /**
         * A name for the image, with or without a tag. It may be repeated (`--tag`).
         */
        t?: Array<string>;
        /**
         * An entry `name:address` for `/etc/hosts` during the build. It may be repeated (`--add-host`).
         */
        extrahosts?: Array<string>;
        /**
         * A git repository or the URL of a tar file or Dockerfile to build from instead of the body; `client-session` when BuildKit asks the client for its files.
         */
        remote?: string;
        /**
         * Leaves out the output of the build's steps (`--quiet`).
         */
        q?: boolean;
        /**
         * Uses nothing of earlier builds (`--no-cache`).
         */
        nocache?: boolean;
        /**
         * A JSON list of images whose layers may be used (`--cache-from`).
         */
        cachefrom?: string;
        /**
         * Looks for newer base images in their registries (`--pull`).
         */
        pull?: boolean;
        /**
         * Removes the containers of successful steps.
         */
        rm?: boolean;
        /**
         * Removes the containers of all steps, also when the build fails.
         */
        forcerm?: boolean;
        /**
         * The memory limit of the steps, in bytes (`--memory`).
         */
        memory?: number;
        /**
         * The limit of memory and swap together, in bytes; -1 means unlimited swap (`--memory-swap`).
         */
        memswap?: number;
        /**
         * The relative weight of CPU time (`--cpu-shares`).
         */
        cpushares?: number;
        /**
         * The CPUs that the steps may use, such as `0-3` or `0,1` (`--cpuset-cpus`).
         */
        cpusetcpus?: string;
        /**
         * The length of the CPU scheduler's period, in microseconds (`--cpu-period`).
         */
        cpuperiod?: number;
        /**
         * The CPU time in each period, in microseconds (`--cpu-quota`).
         */
        cpuquota?: number;
        /**
         * A JSON map of the values of `ARG`s; null takes the value from the builder's environment (`--build-arg`).
         */
        buildargs?: string;
        /**
         * The size of `/dev/shm`, in bytes. The default is 64 MiB (`--shm-size`).
         */
        shmsize?: number;
        /**
         * Merges the new layers into one, where experimental features are on (`--squash`).
         */
        squash?: boolean;
        /**
         * A JSON map of labels to put on the image (`--label`).
         */
        labels?: string;
        /**
         * The network of the steps: `bridge`, `host`, `none`, `container:<name or id>`, or the name of a network (`--network`).
         */
        networkmode?: string;
        /**
         * The platform to build for, `os[/arch[/variant]]` (`--platform`).
         */
        platform?: string;
        /**
         * The stage of the Dockerfile to stop at (`--target`).
         */
        target?: string;
        /**
         * A JSON list of where BuildKit puts the result (`--output`).
         */
        outputs?: string;
        /**
         * The builder, `1` for the classic one, `2` for BuildKit.
         */
        version?: '1' | '2';
        /**
         * The memory nodes that the steps may use, such as `0,1` (`--cpuset-mems`).
         */
        cpusetmems?: string;
        /**
         * The cgroup below which the steps run (`--cgroup-parent`).
         */
        cgroupparent?: string;
        /**
         * The kind of isolation of the steps, of meaning on Windows only (`--isolation`).
         */
        isolation?: 'default' | 'process' | 'hyperv' | '';
        /**
         * A JSON list of `Ulimit`s for the steps (`--ulimit`).
         */
        ulimits?: string;
        /**
         * A security option. It may be repeated; none is allowed except on Windows (`--security-opt`).
         */
        securityopt?: Array<string>;
        /**
         * The id of the client's `Session`, for BuildKit.
         */
        session?: string;
        /**
         * A name under which the build can be cancelled.
         */
        buildid?: string;
    };
    url: '/build';
};

export type ImageBuildErrors = {
    /**
     * A parameter or the Dockerfile cannot be read.
     */
    400: ErrorResponse;
    /**
     * The engine failed to carry out the request.
     */
    500: ErrorResponse;
};

export type ImageBuildError = ImageBuildErrors[keyof ImageBuildErrors];

export type ImageBuildResponses = {
    /**
     * The progress, JSON values one after another.
     */
    200: BuildInfoStream;
};

export type ImageBuildResponse = ImageBuildResponses[keyof ImageBuildResponses];

export type BuildPruneData = {
    body?: never;
    path?: never;
    query?: {
        /**
         * The old name of `reserved-space`.
         */
        'keep-storage'?: number;
        /**
         * Keeps at least so many bytes of cache.
         */
        'reserved-space'?: number;
        /**
         * Removes entries until the cache takes at most so many bytes.
         */
        'max-used-space'?: number;
        /**
         * Removes entries until so many bytes of the disk are free.
         */
        'min-free-space'?: number;
        /**
         * Removes entries of every kind, not only those without a use of their own.
         */
        all?: boolean;
        /**
         * A JSON map from a filter to its values: `until` (not used for so long), `id`, `parent`, `type`, `description`, `inuse`, `shared` and `private`.
         */
        filters?: string;
    };
    url: '/build/prune';
};

export type BuildPruneErrors = {
    /**
     * The engine failed to carry out the request.
     */
    500: ErrorResponse;
};

export type BuildPruneError = BuildPruneErrors[keyof BuildPruneErrors];

export type BuildPruneResponses = {
    /**
     * The removed entries and what they took on disk.
     */
    200: BuildPruneResponse;
};

export type BuildPruneResponse2 = BuildPruneResponses[keyof BuildPruneResponses];

export type ImageCreateData = {
    /**
     * The tar file to import, plain or compressed, when `fromSrc` is `-`.
     */
    body?: ByteSource;
    headers?: {
        /**
         * Credentials for the registry: an `AuthConfig` as JSON, encoded in base64 with the URL alphabet. Without it the registry is asked anonymously.
         */
        'X-Registry-Auth'?: string;
    };
    path?: never;
    query?: {
        /**
         * The name of the image to pull, with or without tag or digest.
         */
        fromImage?: string;
        /**
         * Where the files to import come from, a URL, or `-` for the body.
         */
        fromSrc?: string;
        /**
         * The name of the imported image, with or without a tag.
         */
        repo?: string;
        /**
         * The tag or digest of the image to pull, or the tag of the imported one. A pull by a name with neither pulls every tag.
         */
        tag?: string;
        /**
         * The comment on the imported image (`docker import --message`).
         */
        message?: string;
        /**
         * A Dockerfile instruction that sets the imported image's configuration, such as `CMD ["sh"]`. It may be repeated (`docker import --change`).
         */
        changes?: Array<string>;
        /**
         * The platform to pull, or to record in the imported image, `os[/arch[/variant]]`. The default is that of the engine (`--platform`).
         */
        platform?: string;
    };
    url: '/images/create';
};

export type ImageCreateErrors = {
    /**
     * The name, the tag, the platform or an instruction cannot be read.
     */
    400: ErrorResponse;
    /**
     * The registry has no such image, or it may not be read without other credentials.
     */
    404: ErrorResponse;
    /**
     * The engine failed to carry out the request.
     */
    500: ErrorResponse;
};

export type ImageCreateError = ImageCreateErrors[keyof ImageCreateErrors];

export type ImageCreateResponses = {
    /**
     * The progress, JSON values one after another.
     */
    200: CreateImageInfoStream;
};

export type ImageCreateResponse = ImageCreateResponses[keyof ImageCreateResponses];

export type ImageInspectData = {
    body?: never;
    path: {
        /**
         * The image: a name with or without tag (`latest` without) or digest, an id, or a unique prefix of an id. Slashes of the name may be sent as they are.
         */
        name: string;
    };
    query?: {
        /**
         * Fills `Manifests` with the manifests of the image. It excludes `platform`.
         */
        manifests?: boolean;
        /**
         * A platform as JSON (`OCIPlatform`), to be told of this one of an image that has several.
         */
        platform?: string;
    };
    url: '/images/{name}/json';
};

export type ImageInspectErrors = {
    /**
     * The platform cannot be read, or it is given together with `manifests`.
     */
    400: ErrorResponse;
    /**
     * There is no such image.
     */
    404: ErrorResponse;
    /**
     * The engine failed to carry out the request.
     */
    500: ErrorResponse;
};

export type ImageInspectError = ImageInspectErrors[keyof ImageInspectErrors];

export type ImageInspectResponses = {
    /**
     * The image.
     */
    200: ImageInspect;
};

export type ImageInspectResponse = ImageInspectResponses[keyof ImageInspectResponses];

export type ImageHistoryData = {
    body?: never;
    path: {
        /**
         * The image: a name with or without tag (`latest` without) or digest, an id, or a unique prefix of an id. Slashes of the name may be sent as they are.
         */
        name: string;
    };
    query?: {
        /**
         * A platform as JSON (`OCIPlatform`), to be told of this one of an image that has several.
         */
        platform?: string;
    };
    url: '/images/{name}/history';
};

export type ImageHistoryErrors = {
    /**
     * There is no such image.
     */
    404: ErrorResponse;
    /**
     * The engine failed to carry out the request.
     */
    500: ErrorResponse;
};

export type ImageHistoryError = ImageHistoryErrors[keyof ImageHistoryErrors];

export type ImageHistoryResponses = {
    /**
     * The steps.
     */
    200: Array<ImageHistoryResponseItem>;
};

export type ImageHistoryResponse = ImageHistoryResponses[keyof ImageHistoryResponses];

export type ImagePushData = {
    body?: never;
    headers: {
        /**
         * Credentials for the registry: an `AuthConfig` as JSON, encoded in base64 with the URL alphabet. A registry that wants none is sent `{}`.
         */
        'X-Registry-Auth': string;
    };
    path: {
        /**
         * The image: a name with or without tag (`latest` without) or digest, an id, or a unique prefix of an id. Slashes of the name may be sent as they are.
         */
        name: string;
    };
    query?: {
        /**
         * The tag to push. Without one every tag of the name is pushed.
         */
        tag?: string;
        /**
         * A platform as JSON (`OCIPlatform`), to push this one of an image that has several.
         */
        platform?: string;
    };
    url: '/images/{name}/push';
};

export type ImagePushErrors = {
    /**
     * There is no such image.
     */
    404: ErrorResponse;
    /**
     * The engine failed to carry out the request.
     */
    500: ErrorResponse;
};

export type ImagePushError = ImagePushErrors[keyof ImagePushErrors];

export type ImagePushResponses = {
    /**
     * The progress, JSON values one after another.
     */
    200: PushImageInfoStream;
};

export type ImagePushResponse = ImagePushResponses[keyof ImagePushResponses];

export type ImageTagData = {
    body?: never;
    path: {
        /**
         * The image: a name with or without tag (`latest` without) or digest, an id, or a unique prefix of an id. Slashes of the name may be sent as they are.
         */
        name: string;
    };
    query?: {
        /**
         * The name, with a registry before it if the image is to be pushed there.
         */
        repo?: string;
        /**
         * The tag; `latest` without.
         */
        tag?: string;
    };
    url: '/images/{name}/tag';
};

export type ImageTagErrors = {
    /**
     * The name or tag is malformed.
     */
    400: ErrorResponse;
    /**
     * There is no such image.
     */
    404: ErrorResponse;
    /**
     * The name cannot be given, since it stands for something else.
     */
    409: ErrorResponse;
    /**
     * The engine failed to carry out the request.
     */
    500: ErrorResponse;
};

export type ImageTagError = ImageTagErrors[keyof ImageTagErrors];

export type ImageTagResponses = {
    /**
     * The image has the name.
     */
    201: void;
};

export type ImageDeleteData = {
    body?: never;
    path: {
        /**
         * The image: a name with or without tag (`latest` without) or digest, an id, or a unique prefix of an id. Slashes of the name may be sent as they are.
         */
        name: string;
    };
    query?: {
        /**
         * Removes the image though it has other names or a stopped container uses it (`docker rmi --force`).
         */
        force?: boolean;
        /**
         * Leaves untagged parents (`docker rmi --no-prune`).
         */
        noprune?: boolean;
        /**
         * A platform as JSON (`OCIPlatform`), to remove only this one of an image that has several. It may be repeated (`docker rmi --platform`).
         */
        platforms?: Array<string>;
    };
    url: '/images/{name}';
};

export type ImageDeleteErrors = {
    /**
     * A platform cannot be read.
     */
    400: ErrorResponse;
    /**
     * There is no such image.
     */
    404: ErrorResponse;
    /**
     * The image is in use, or it has several names and `force` is not set.
     */
    409: ErrorResponse;
    /**
     * The engine failed to carry out the request.
     */
    500: ErrorResponse;
};

export type ImageDeleteError = ImageDeleteErrors[keyof ImageDeleteErrors];

export type ImageDeleteResponses = {
    /**
     * What was removed, in order.
     */
    200: Array<ImageDeleteResponseItem>;
};

export type ImageDeleteResponse = ImageDeleteResponses[keyof ImageDeleteResponses];

export type ImageSearchData = {
    body?: never;
    path?: never;
    query: {
        /**
         * The words to look for.
         */
        term: string;
        /**
         * At most so many results.
         */
        limit?: number;
        /**
         * A JSON map from a filter to its values: `is-official`, `is-automated` and `stars` (at least so many).
         */
        filters?: string;
    };
    url: '/images/search';
};

export type ImageSearchErrors = {
    /**
     * The number or a filter cannot be read.
     */
    400: ErrorResponse;
    /**
     * The engine failed to carry out the request.
     */
    500: ErrorResponse;
};

export type ImageSearchError = ImageSearchErrors[keyof ImageSearchErrors];

export type ImageSearchResponses = {
    /**
     * The images found.
     */
    200: Array<ImageSearchResponseItem>;
};

export type ImageSearchResponse = ImageSearchResponses[keyof ImageSearchResponses];

export type ImagePruneData = {
    body?: never;
    path?: never;
    query?: {
        /**
         * A JSON map from a filter to its values: `dangling` (`false` for named images too), `until` (only images created before this time or so long ago), `label` and `label!` (`key` or `key=value`).
         */
        filters?: string;
    };
    url: '/images/prune';
};

export type ImagePruneErrors = {
    /**
     * A filter is unknown or its value cannot be read.
     */
    400: ErrorResponse;
    /**
     * Another prune of images is going on.
     */
    409: ErrorResponse;
    /**
     * The engine failed to carry out the request.
     */
    500: ErrorResponse;
};

export type ImagePruneError = ImagePruneErrors[keyof ImagePruneErrors];

export type ImagePruneResponses = {
    /**
     * The removed images and what they took on disk.
     */
    200: ImagePruneResponse;
};

export type ImagePruneResponse2 = ImagePruneResponses[keyof ImagePruneResponses];

export type SystemAuthData = {
    /**
     * The credentials and the registry.
     */
    body?: AuthConfig;
    path?: never;
    query?: never;
    url: '/auth';
};

export type SystemAuthErrors = {
    /**
     * The registry refuses the credentials.
     */
    401: ErrorResponse;
    /**
     * The engine failed to carry out the request.
     */
    500: ErrorResponse;
};

export type SystemAuthError = SystemAuthErrors[keyof SystemAuthErrors];

export type SystemAuthResponses = {
    /**
     * The registry accepts the credentials.
     */
    200: SystemAuthResponse;
    /**
     * The registry accepts the credentials and says nothing else.
     */
    204: void;
};

export type SystemAuthResponse2 = SystemAuthResponses[keyof SystemAuthResponses];

export type SystemInfoData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/info';
};

export type SystemInfoErrors = {
    /**
     * The engine failed to carry out the request.
     */
    500: ErrorResponse;
};

export type SystemInfoError = SystemInfoErrors[keyof SystemInfoErrors];

export type SystemInfoResponses = {
    /**
     * The engine.
     */
    200: SystemInfo;
};

export type SystemInfoResponse = SystemInfoResponses[keyof SystemInfoResponses];

export type SystemVersionData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/version';
};

export type SystemVersionErrors = {
    /**
     * The engine failed to carry out the request.
     */
    500: ErrorResponse;
};

export type SystemVersionError = SystemVersionErrors[keyof SystemVersionErrors];

export type SystemVersionResponses = {
    /**
     * The versions.
     */
    200: SystemVersion;
};

export type SystemVersionResponse = SystemVersionResponses[keyof SystemVersionResponses];

export type SystemPingData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/_ping';
};

export type SystemPingErrors = {
    /**
     * The engine failed.
     */
    500: ErrorResponse;
};

export type SystemPingError = SystemPingErrors[keyof SystemPingErrors];

export type SystemPingResponses = {
    /**
     * The engine is up.
     */
    200: string;
};

export type SystemPingResponse = SystemPingResponses[keyof SystemPingResponses];

export type SystemPingHeadData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/_ping';
};

export type SystemPingHeadErrors = {
    /**
     * The engine failed. There is no body.
     */
    500: ErrorResponse;
};

export type SystemPingHeadError = SystemPingHeadErrors[keyof SystemPingHeadErrors];

export type SystemPingHeadResponses = {
    /**
     * The engine is up. There is no body.
     */
    200: string;
};

export type SystemPingHeadResponse = SystemPingHeadResponses[keyof SystemPingHeadResponses];

export type ImageCommitData = {
    /**
     * Configuration to lay over that of the container.
     */
    body?: ContainerConfig;
    path?: never;
    query?: {
        /**
         * The id or name of the container.
         */
        container?: string;
        /**
         * The name of the image.
         */
        repo?: string;
        /**
         * The tag of the image; `latest` without.
         */
        tag?: string;
        /**
         * The comment on the image (`docker commit --message`).
         */
        comment?: string;
        /**
         * Who made the image (`docker commit --author`).
         */
        author?: string;
        /**
         * Pauses the container meanwhile, so that its files do not change.
         */
        pause?: boolean;
        /**
         * A Dockerfile instruction that changes the configuration, such as `ENV A=b`. It may be repeated (`docker commit --change`).
         */
        changes?: Array<string>;
    };
    url: '/commit';
};

export type ImageCommitErrors = {
    /**
     * The name or an instruction cannot be read.
     */
    400: ErrorResponse;
    /**
     * There is no such container.
     */
    404: ErrorResponse;
    /**
     * The container is being removed, or its removal failed half-way.
     */
    409: ErrorResponse;
    /**
     * The engine failed to carry out the request.
     */
    500: ErrorResponse;
};

export type ImageCommitError = ImageCommitErrors[keyof ImageCommitErrors];

export type ImageCommitResponses = {
    /**
     * The image is made; the answer has its id.
     */
    201: IDResponse;
};

export type ImageCommitResponse = ImageCommitResponses[keyof ImageCommitResponses];

export type SystemEventsData = {
    body?: never;
    path?: never;
    query?: {
        /**
         * Begins with events from this time on, in seconds since 1970 with up to nine digits of a fraction.
         */
        since?: string;
        /**
         * Ends at this time, written as for `since`; a time of the past ends the answer at once.
         */
        until?: string;
        /**
         * A JSON map from a filter to its values, of which one must match; all filters must. Filters are `config`, `container`, `daemon`, `image`, `network`, `node`, `plugin`, `secret`, `service` and `volume` (name or id), `event` (action), `label`, `scope` and `type`.
         */
        filters?: string;
    };
    url: '/events';
};

export type SystemEventsErrors = {
    /**
     * A time or a filter cannot be read, or `since` is after `until`.
     */
    400: ErrorResponse;
    /**
     * The engine failed to carry out the request.
     */
    500: ErrorResponse;
};

export type SystemEventsError = SystemEventsErrors[keyof SystemEventsErrors];

export type SystemEventsResponses = {
    /**
     * The events, JSON values one after another.
     */
    200: EventMessageStream;
};

export type SystemEventsResponse = SystemEventsResponses[keyof SystemEventsResponses];

export type SystemDataUsageData = {
    body?: never;
    path?: never;
    query?: {
        /**
         * A kind of object to answer. It may be repeated; without it all kinds are answered.
         */
        type?: Array<'container' | 'image' | 'volume' | 'build-cache'>;
    };
    url: '/system/df';
};

export type SystemDataUsageErrors = {
    /**
     * There is no such kind of object.
     */
    400: ErrorResponse;
    /**
     * The engine failed to carry out the request.
     */
    500: ErrorResponse;
};

export type SystemDataUsageError = SystemDataUsageErrors[keyof SystemDataUsageErrors];

export type SystemDataUsageResponses = {
    /**
     * The objects and their sizes; those of kinds that were not asked for are null.
     */
    200: SystemDataUsageResponse;
};

export type SystemDataUsageResponse2 = SystemDataUsageResponses[keyof SystemDataUsageResponses];

export type ImageGetData = {
    body?: never;
    path: {
        /**
         * The image: a name with or without tag (`latest` without) or digest, an id, or a unique prefix of an id. Slashes of the name may be sent as they are.
         */
        name: string;
    };
    query?: {
        /**
         * A platform as JSON (`OCIPlatform`), to save only this one of an image that has several.
         */
        platform?: string;
    };
    url: '/images/{name}/get';
};

export type ImageGetErrors = {
    /**
     * There is no such image.
     */
    404: ErrorResponse;
    /**
     * The engine failed to carry out the request.
     */
    500: ErrorResponse;
};

export type ImageGetError = ImageGetErrors[keyof ImageGetErrors];

export type ImageGetResponses = {
    /**
     * The tar file.
     */
    200: ByteStream;
};

export type ImageGetResponse = ImageGetResponses[keyof ImageGetResponses];

export type ImageGetAllData = {
    body?: never;
    path?: never;
    query?: {
        /**
         * An image by name or id. It may be repeated.
         */
        names?: Array<string>;
        /**
         * A platform as JSON (`OCIPlatform`), to save only this one of images that have several.
         */
        platform?: string;
    };
    url: '/images/get';
};

export type ImageGetAllErrors = {
    /**
     * One of the images does not exist.
     */
    404: ErrorResponse;
    /**
     * The engine failed to carry out the request.
     */
    500: ErrorResponse;
};

export type ImageGetAllError = ImageGetAllErrors[keyof ImageGetAllErrors];

export type ImageGetAllResponses = {
    /**
     * The tar file.
     */
    200: ByteStream;
};

export type ImageGetAllResponse = ImageGetAllResponses[keyof ImageGetAllResponses];

export type ImageLoadData = {
    /**
     * The tar file, plain or compressed.
     */
    body?: ByteSource;
    path?: never;
    query?: {
        /**
         * Leaves out progress.
         */
        quiet?: boolean;
        /**
         * A platform as JSON (`OCIPlatform`), to load only this one of an image that has several.
         */
        platform?: string;
    };
    url: '/images/load';
};

export type ImageLoadErrors = {
    /**
     * The platform cannot be read.
     */
    400: ErrorResponse;
    /**
     * The file holds no images, or the engine failed.
     */
    500: ErrorResponse;
};

export type ImageLoadError = ImageLoadErrors[keyof ImageLoadErrors];

export type ImageLoadResponses = {
    /**
     * The progress, JSON values one after another.
     */
    200: BuildInfoStream;
};

export type ImageLoadResponse = ImageLoadResponses[keyof ImageLoadResponses];

export type ContainerExecData = {
    /**
     * What to run and how.
     */
    body: ExecConfig;
    path: {
        /**
         * The id of a container, a prefix of it that is unique, or the container's name.
         */
        id: string;
    };
    query?: never;
    url: '/containers/{id}/exec';
};

export type ContainerExecErrors = {
    /**
     * There is no command, or the detach keys cannot be read.
     */
    400: ErrorResponse;
    /**
     * There is no such container.
     */
    404: ErrorResponse;
    /**
     * The container is not running, or it is paused.
     */
    409: ErrorResponse;
    /**
     * The engine failed to carry out the request.
     */
    500: ErrorResponse;
};

export type ContainerExecError = ContainerExecErrors[keyof ContainerExecErrors];

export type ContainerExecResponses = {
    /**
     * The exec instance is set up; the answer has its id.
     */
    201: IDResponse;
};

export type ContainerExecResponse = ContainerExecResponses[keyof ContainerExecResponses];

export type ExecStartData = {
    /**
     * How to start it.
     */
    body?: ExecStartConfig;
    path: {
        /**
         * The id of an exec instance, as `ContainerExec` answered it.
         */
        id: string;
    };
    query?: never;
    url: '/exec/{id}/start';
};

export type ExecStartErrors = {
    /**
     * There is no such exec instance.
     */
    404: ErrorResponse;
    /**
     * The exec instance was started before, or its container is not running or paused.
     */
    409: ErrorResponse;
    /**
     * The engine failed to carry out the request.
     */
    500: ErrorResponse;
};

export type ExecStartError = ExecStartErrors[keyof ExecStartErrors];

export type ExecStartResponses = {
    /**
     * The process runs, detached, or the connection is a raw stream now, for clients that did not ask for an upgrade.
     */
    200: TakenOver;
};

export type ExecStartResponse = ExecStartResponses[keyof ExecStartResponses];

export type ExecResizeData = {
    body?: never;
    path: {
        /**
         * The id of an exec instance, as `ContainerExec` answered it.
         */
        id: string;
    };
    query: {
        /**
         * The height in rows of characters.
         */
        h: number;
        /**
         * The width in columns of characters.
         */
        w: number;
    };
    url: '/exec/{id}/resize';
};

export type ExecResizeErrors = {
    /**
     * A size is not a number, or the process is not started.
     */
    400: ErrorResponse;
    /**
     * There is no such exec instance.
     */
    404: ErrorResponse;
    /**
     * The container is not running, or it is paused.
     */
    409: ErrorResponse;
    /**
     * The engine failed to carry out the request.
     */
    500: ErrorResponse;
};

export type ExecResizeError = ExecResizeErrors[keyof ExecResizeErrors];

export type ExecResizeResponses = {
    /**
     * The terminal has the size.
     */
    200: void;
};

export type ExecInspectData = {
    body?: never;
    path: {
        /**
         * The id of an exec instance, as `ContainerExec` answered it.
         */
        id: string;
    };
    query?: never;
    url: '/exec/{id}/json';
};

export type ExecInspectErrors = {
    /**
     * There is no such exec instance.
     */
    404: ErrorResponse;
    /**
     * The engine failed to carry out the request.
     */
    500: ErrorResponse;
};

export type ExecInspectError = ExecInspectErrors[keyof ExecInspectErrors];

export type ExecInspectResponses = {
    /**
     * The exec instance.
     */
    200: ExecInspectResponse;
};

export type ExecInspectResponse2 = ExecInspectResponses[keyof ExecInspectResponses];

export type VolumeListData = {
    body?: never;
    path?: never;
    query?: {
        /**
         * A JSON map from a filter to its values: `dangling` (`true` for volumes that no container uses), `driver`, `label` (`key` or `key=value`) and `name` (a part of it).
         */
        filters?: string;
    };
    url: '/volumes';
};

export type VolumeListErrors = {
    /**
     * A filter is unknown or its value cannot be read.
     */
    400: ErrorResponse;
    /**
     * The engine failed to carry out the request.
     */
    500: ErrorResponse;
};

export type VolumeListError = VolumeListErrors[keyof VolumeListErrors];

export type VolumeListResponses = {
    /**
     * The volumes, and warnings of drivers that did not answer.
     */
    200: VolumeListResponse;
};

export type VolumeListResponse2 = VolumeListResponses[keyof VolumeListResponses];

export type VolumeCreateData = {
    /**
     * The volume wanted.
     */
    body: VolumeCreateOptions;
    path?: never;
    query?: never;
    url: '/volumes/create';
};

export type VolumeCreateErrors = {
    /**
     * The name or an option is malformed.
     */
    400: ErrorResponse;
    /**
     * A volume of another driver has the name.
     */
    409: ErrorResponse;
    /**
     * The driver failed, or the engine did.
     */
    500: ErrorResponse;
};

export type VolumeCreateError = VolumeCreateErrors[keyof VolumeCreateErrors];

export type VolumeCreateResponses = {
    /**
     * The volume, which is new or existed.
     */
    201: Volume;
};

export type VolumeCreateResponse = VolumeCreateResponses[keyof VolumeCreateResponses];

export type VolumeDeleteData = {
    body?: never;
    path: {
        /**
         * The name of a volume.
         */
        name: string;
    };
    query?: {
        /**
         * Forgets the volume though its driver fails, and takes a volume that does not exist for removed.
         */
        force?: boolean;
    };
    url: '/volumes/{name}';
};

export type VolumeDeleteErrors = {
    /**
     * There is no such volume.
     */
    404: ErrorResponse;
    /**
     * A container uses the volume.
     */
    409: ErrorResponse;
    /**
     * The engine failed to carry out the request.
     */
    500: ErrorResponse;
};

export type VolumeDeleteError = VolumeDeleteErrors[keyof VolumeDeleteErrors];

export type VolumeDeleteResponses = {
    /**
     * The volume is removed.
     */
    204: void;
};

export type VolumeDeleteResponse = VolumeDeleteResponses[keyof VolumeDeleteResponses];

export type VolumeInspectData = {
    body?: never;
    path: {
        /**
         * The name of a volume.
         */
        name: string;
    };
    query?: never;
    url: '/volumes/{name}';
};

export type VolumeInspectErrors = {
    /**
     * There is no such volume.
     */
    404: ErrorResponse;
    /**
     * The engine failed to carry out the request.
     */
    500: ErrorResponse;
};

export type VolumeInspectError = VolumeInspectErrors[keyof VolumeInspectErrors];

export type VolumeInspectResponses = {
    /**
     * The volume.
     */
    200: Volume;
};

export type VolumeInspectResponse = VolumeInspectResponses[keyof VolumeInspectResponses];

export type VolumeUpdateData = {
    /**
     * The new specification.
     */
    body?: VolumeUpdateRequest;
    path: {
        /**
         * The name of a volume.
         */
        name: string;
    };
    query: {
        /**
         * The version of the volume that is to be replaced, from `Version.Index` of `VolumeInspect`.
         */
        version: number;
    };
    url: '/volumes/{name}';
};

export type VolumeUpdateErrors = {
    /**
     * The version is not the newest, or the change is not allowed.
     */
    400: ErrorResponse;
    /**
     * There is no such volume.
     */
    404: ErrorResponse;
    /**
     * The engine failed to carry out the request.
     */
    500: ErrorResponse;
    /**
     * This node is not a manager of a swarm.
     */
    503: ErrorResponse;
};

export type VolumeUpdateError = VolumeUpdateErrors[keyof VolumeUpdateErrors];

export type VolumeUpdateResponses = {
    /**
     * The volume is changed.
     */
    200: void;
};

export type VolumePruneData = {
    body?: never;
    path?: never;
    query?: {
        /**
         * A JSON map from a filter to its values: `all` (`true` for named volumes too), `label` and `label!` (`key` or `key=value` that a volume must or must not have).
         */
        filters?: string;
    };
    url: '/volumes/prune';
};

export type VolumePruneErrors = {
    /**
     * A filter is unknown or its value cannot be read.
     */
    400: ErrorResponse;
    /**
     * Another prune of volumes is going on.
     */
    409: ErrorResponse;
    /**
     * The engine failed to carry out the request.
     */
    500: ErrorResponse;
};

export type VolumePruneError = VolumePruneErrors[keyof VolumePruneErrors];

export type VolumePruneResponses = {
    /**
     * The removed volumes and what they took on disk.
     */
    200: VolumePruneResponse;
};

export type VolumePruneResponse2 = VolumePruneResponses[keyof VolumePruneResponses];

export type NetworkListData = {
    body?: never;
    path?: never;
    query?: {
        /**
         * A JSON map from a filter to its values: `dangling` (`true` for networks that no container uses), `driver`, `id` and `name` (a part of it), `label` (`key` or `key=value`), `scope` and `type` (`custom` or `builtin`).
         */
        filters?: string;
    };
    url: '/networks';
};

export type NetworkListErrors = {
    /**
     * A filter is unknown or its value cannot be read.
     */
    400: ErrorResponse;
    /**
     * The engine failed to carry out the request.
     */
    500: ErrorResponse;
};

export type NetworkListError = NetworkListErrors[keyof NetworkListErrors];

export type NetworkListResponses = {
    /**
     * The networks.
     */
    200: Array<Network>;
};

export type NetworkListResponse = NetworkListResponses[keyof NetworkListResponses];

export type NetworkDeleteData = {
    body?: never;
    path: {
        /**
         * The id of a network, a unique prefix of it, or the network's name. Slashes of the name may be sent as they are.
         */
        id: string;
    };
    query?: never;
    url: '/networks/{id}';
};

export type NetworkDeleteErrors = {
    /**
     * The network is one of the engine's own, or containers are connected to it.
     */
    403: ErrorResponse;
    /**
     * There is no such network.
     */
    404: ErrorResponse;
    /**
     * The engine failed to carry out the request.
     */
    500: ErrorResponse;
};

export type NetworkDeleteError = NetworkDeleteErrors[keyof NetworkDeleteErrors];

export type NetworkDeleteResponses = {
    /**
     * The network is removed.
     */
    204: void;
};

export type NetworkDeleteResponse = NetworkDeleteResponses[keyof NetworkDeleteResponses];

export type NetworkInspectData = {
    body?: never;
    path: {
        /**
         * The id of a network, a unique prefix of it, or the network's name. Slashes of the name may be sent as they are.
         */
        id: string;
    };
    query?: {
        /**
         * Answers more details, such as the services of an overlay network (`docker network inspect --verbose`).
         */
        verbose?: boolean;
        /**
         * Looks only among networks of this scope, `local`, `global` or `swarm`.
         */
        scope?: string;
    };
    url: '/networks/{id}';
};

export type NetworkInspectErrors = {
    /**
     * There is no such network.
     */
    404: ErrorResponse;
    /**
     * The engine failed to carry out the request.
     */
    500: ErrorResponse;
};

export type NetworkInspectError = NetworkInspectErrors[keyof NetworkInspectErrors];

export type NetworkInspectResponses = {
    /**
     * The network.
     */
    200: Network;
};

export type NetworkInspectResponse = NetworkInspectResponses[keyof NetworkInspectResponses];

export type NetworkCreateData = {
    /**
     * The network wanted.
     */
    body: NetworkCreateRequest;
    path?: never;
    query?: never;
    url: '/networks/create';
};

export type NetworkCreateErrors = {
    /**
     * A value is malformed, or the subnet or gateway does not fit.
     */
    400: ErrorResponse;
    /**
     * The name is reserved, or the network overlaps another.
     */
    403: ErrorResponse;
    /**
     * There is no such network driver or address management driver.
     */
    404: ErrorResponse;
    /**
     * Another network has the name.
     */
    409: ErrorResponse;
    /**
     * The engine failed to carry out the request.
     */
    500: ErrorResponse;
};

export type NetworkCreateError = NetworkCreateErrors[keyof NetworkCreateErrors];

export type NetworkCreateResponses = {
    /**
     * The network is created; the answer has its id.
     */
    201: NetworkCreateResponse;
};

export type NetworkCreateResponse2 = NetworkCreateResponses[keyof NetworkCreateResponses];

export type NetworkConnectData = {
    /**
     * The container and its place in the network.
     */
    body: NetworkConnectRequest;
    path: {
        /**
         * The id of a network, a unique prefix of it, or the network's name. Slashes of the name may be sent as they are.
         */
        id: string;
    };
    query?: never;
    url: '/networks/{id}/connect';
};

export type NetworkConnectErrors = {
    /**
     * An address or option is malformed or does not fit the network.
     */
    400: ErrorResponse;
    /**
     * The container or the network does not allow it, or the container is connected already.
     */
    403: ErrorResponse;
    /**
     * There is no such network or container.
     */
    404: ErrorResponse;
    /**
     * The engine failed to carry out the request.
     */
    500: ErrorResponse;
};

export type NetworkConnectError = NetworkConnectErrors[keyof NetworkConnectErrors];

export type NetworkConnectResponses = {
    /**
     * The container is connected.
     */
    200: void;
};

export type NetworkDisconnectData = {
    /**
     * The container.
     */
    body: NetworkDisconnectRequest;
    path: {
        /**
         * The id of a network, a unique prefix of it, or the network's name. Slashes of the name may be sent as they are.
         */
        id: string;
    };
    query?: never;
    url: '/networks/{id}/disconnect';
};

export type NetworkDisconnectErrors = {
    /**
     * The container is not connected to the network, or it shares the host's network.
     */
    403: ErrorResponse;
    /**
     * There is no such network or container.
     */
    404: ErrorResponse;
    /**
     * The engine failed to carry out the request.
     */
    500: ErrorResponse;
};

export type NetworkDisconnectError = NetworkDisconnectErrors[keyof NetworkDisconnectErrors];

export type NetworkDisconnectResponses = {
    /**
     * The container is disconnected.
     */
    200: void;
};

export type NetworkPruneData = {
    body?: never;
    path?: never;
    query?: {
        /**
         * A JSON map from a filter to its values: `until` (only networks created before this time or so long ago), `label` and `label!` (`key` or `key=value` that a network must or must not have).
         */
        filters?: string;
    };
    url: '/networks/prune';
};

export type NetworkPruneErrors = {
    /**
     * A filter is unknown or its value cannot be read.
     */
    400: ErrorResponse;
    /**
     * Another prune of networks is going on.
     */
    409: ErrorResponse;
    /**
     * The engine failed to carry out the request.
     */
    500: ErrorResponse;
};

export type NetworkPruneError = NetworkPruneErrors[keyof NetworkPruneErrors];

export type NetworkPruneResponses = {
    /**
     * The removed networks.
     */
    200: NetworkPruneResponse;
};

export type NetworkPruneResponse2 = NetworkPruneResponses[keyof NetworkPruneResponses];

export type PluginListData = {
    body?: never;
    path?: never;
    query?: {
        /**
         * A JSON map from a filter to its values: `capability` (such as `volumedriver`) and `enabled` (`true` or `false`).
         */
        filters?: string;
    };
    url: '/plugins';
};

export type PluginListErrors = {
    /**
     * The engine failed to carry out the request.
     */
    500: ErrorResponse;
};

export type PluginListError = PluginListErrors[keyof PluginListErrors];

export type PluginListResponses = {
    /**
     * The plugins.
     */
    200: Array<Plugin>;
};

export type PluginListResponse = PluginListResponses[keyof PluginListResponses];

export type GetPluginPrivilegesData = {
    body?: never;
    path?: never;
    query: {
        /**
         * The plugin as its registry knows it, with or without a tag.
         */
        remote: string;
    };
    url: '/plugins/privileges';
};

export type GetPluginPrivilegesErrors = {
    /**
     * The engine failed to carry out the request.
     */
    500: ErrorResponse;
};

export type GetPluginPrivilegesError = GetPluginPrivilegesErrors[keyof GetPluginPrivilegesErrors];

export type GetPluginPrivilegesResponses = {
    /**
     * The rights.
     */
    200: Array<PluginPrivilege>;
};

export type GetPluginPrivilegesResponse = GetPluginPrivilegesResponses[keyof GetPluginPrivilegesResponses];

export type PluginPullData = {
    /**
     * The rights that are granted, which must be those that `GetPluginPrivileges` answers.
     */
    body?: Array<PluginPrivilege>;
    headers?: {
        /**
         * Credentials for the registry: an `AuthConfig` as JSON, encoded in base64 with the URL alphabet. Without it the registry is asked anonymously.
         */
        'X-Registry-Auth'?: string;
    };
    path?: never;
    query: {
        /**
         * The plugin as its registry knows it, with or without a tag.
         */
        remote: string;
        /**
         * The name of the plugin here, with or without a tag; without one, that of `remote`.
         */
        name?: string;
    };
    url: '/plugins/pull';
};

export type PluginPullErrors = {
    /**
     * The engine failed to carry out the request.
     */
    500: ErrorResponse;
};

export type PluginPullError = PluginPullErrors[keyof PluginPullErrors];

export type PluginPullResponses = {
    /**
     * The progress, JSON values one after another.
     */
    200: CreateImageInfoStream;
    /**
     * The plugin is installed. Docker states this status, though its engine answers 200.
     */
    204: void;
};

export type PluginPullResponse = PluginPullResponses[keyof PluginPullResponses];

export type PluginInspectData = {
    body?: never;
    path: {
        /**
         * The plugin's name with or without tag (`latest` without), or its id. Slashes of the name may be sent as they are.
         */
        name: string;
    };
    query?: never;
    url: '/plugins/{name}/json';
};

export type PluginInspectErrors = {
    /**
     * There is no such plugin.
     */
    404: ErrorResponse;
    /**
     * The engine failed to carry out the request.
     */
    500: ErrorResponse;
};

export type PluginInspectError = PluginInspectErrors[keyof PluginInspectErrors];

export type PluginInspectResponses = {
    /**
     * The plugin.
     */
    200: Plugin;
};

export type PluginInspectResponse = PluginInspectResponses[keyof PluginInspectResponses];

export type PluginDeleteData = {
    body?: never;
    path: {
        /**
         * The plugin's name with or without tag (`latest` without), or its id. Slashes of the name may be sent as they are.
         */
        name: string;
    };
    query?: {
        /**
         * Disables the plugin first, though it may be in use (`docker plugin rm --force`).
         */
        force?: boolean;
    };
    url: '/plugins/{name}';
};

export type PluginDeleteErrors = {
    /**
     * There is no such plugin.
     */
    404: ErrorResponse;
    /**
     * The engine failed to carry out the request.
     */
    500: ErrorResponse;
};

export type PluginDeleteError = PluginDeleteErrors[keyof PluginDeleteErrors];

export type PluginDeleteResponses = {
    /**
     * The plugin is removed; it is answered as it was.
     */
    200: Plugin;
};

export type PluginDeleteResponse = PluginDeleteResponses[keyof PluginDeleteResponses];

export type PluginEnableData = {
    body?: never;
    path: {
        /**
         * The plugin's name with or without tag (`latest` without), or its id. Slashes of the name may be sent as they are.
         */
        name: string;
    };
    query?: {
        /**
         * How many seconds to wait for the plugin to answer; 0 for the default.
         */
        timeout?: number;
    };
    url: '/plugins/{name}/enable';
};

export type PluginEnableErrors = {
    /**
     * There is no such plugin.
     */
    404: ErrorResponse;
    /**
     * The engine failed to carry out the request.
     */
    500: ErrorResponse;
};

export type PluginEnableError = PluginEnableErrors[keyof PluginEnableErrors];

export type PluginEnableResponses = {
    /**
     * The plugin runs.
     */
    200: void;
};

export type PluginDisableData = {
    body?: never;
    path: {
        /**
         * The plugin's name with or without tag (`latest` without), or its id. Slashes of the name may be sent as they are.
         */
        name: string;
    };
    query?: {
        /**
         * Stops the plugin though it is in use (`docker plugin disable --force`).
         */
        force?: boolean;
    };
    url: '/plugins/{name}/disable';
};

export type PluginDisableErrors = {
    /**
     * There is no such plugin.
     */
    404: ErrorResponse;
    /**
     * The engine failed to carry out the request.
     */
    500: ErrorResponse;
};

export type PluginDisableError = PluginDisableErrors[keyof PluginDisableErrors];

export type PluginDisableResponses = {
    /**
     * The plugin is stopped.
     */
    200: void;
};

export type PluginUpgradeData = {
    /**
     * The rights that are granted, which must be those that `GetPluginPrivileges` answers.
     */
    body?: Array<PluginPrivilege>;
    headers?: {
        /**
         * Credentials for the registry: an `AuthConfig` as JSON, encoded in base64 with the URL alphabet. Without it the registry is asked anonymously.
         */
        'X-Registry-Auth'?: string;
    };
    path: {
        /**
         * The plugin's name with or without tag (`latest` without), or its id. Slashes of the name may be sent as they are.
         */
        name: string;
    };
    query: {
        /**
         * The new version as its registry knows it.
         */
        remote: string;
    };
    url: '/plugins/{name}/upgrade';
};

export type PluginUpgradeErrors = {
    /**
     * There is no such plugin.
     */
    404: ErrorResponse;
    /**
     * The engine failed to carry out the request.
     */
    500: ErrorResponse;
};

export type PluginUpgradeError = PluginUpgradeErrors[keyof PluginUpgradeErrors];

export type PluginUpgradeResponses = {
    /**
     * The progress, JSON values one after another.
     */
    200: CreateImageInfoStream;
    /**
     * The plugin is upgraded. Docker states this status, though its engine answers 200.
     */
    204: void;
};

export type PluginUpgradeResponse = PluginUpgradeResponses[keyof PluginUpgradeResponses];

export type PluginCreateData = {
    /**
     * The folder as a tar file.
     */
    body?: ByteSource;
    path?: never;
    query: {
        /**
         * The name of the plugin, with or without a tag.
         */
        name: string;
    };
    url: '/plugins/create';
};

export type PluginCreateErrors = {
    /**
     * The engine failed to carry out the request.
     */
    500: ErrorResponse;
};

export type PluginCreateError = PluginCreateErrors[keyof PluginCreateErrors];

export type PluginCreateResponses = {
    /**
     * The plugin is created.
     */
    204: void;
};

export type PluginCreateResponse = PluginCreateResponses[keyof PluginCreateResponses];

export type PluginPushData = {
    body?: never;
    path: {
        /**
         * The plugin's name with or without tag (`latest` without), or its id. Slashes of the name may be sent as they are.
         */
        name: string;
    };
    query?: never;
    url: '/plugins/{name}/push';
};

export type PluginPushErrors = {
    /**
     * There is no such plugin.
     */
    404: ErrorResponse;
    /**
     * The engine failed to carry out the request.
     */
    500: ErrorResponse;
};

export type PluginPushError = PluginPushErrors[keyof PluginPushErrors];

export type PluginPushResponses = {
    /**
     * The progress, JSON values one after another.
     */
    200: PushImageInfoStream;
};

export type PluginPushResponse = PluginPushResponses[keyof PluginPushResponses];

export type PluginSetData = {
    /**
     * Assignments such as `DEBUG=1` or `mymount.source=/data`.
     */
    body?: Array<string>;
    path: {
        /**
         * The plugin's name with or without tag (`latest` without), or its id. Slashes of the name may be sent as they are.
         */
        name: string;
    };
    query?: never;
    url: '/plugins/{name}/set';
};

export type PluginSetErrors = {
    /**
     * There is no such plugin.
     */
    404: ErrorResponse;
    /**
     * The engine failed to carry out the request.
     */
    500: ErrorResponse;
};

export type PluginSetError = PluginSetErrors[keyof PluginSetErrors];

export type PluginSetResponses = {
    /**
     * The settings are changed.
     */
    204: void;
};

export type PluginSetResponse = PluginSetResponses[keyof PluginSetResponses];

export type NodeListData = {
    body?: never;
    path?: never;
    query?: {
        /**
         * A JSON map from a filter to its values: `id`, `label` (label of the engine), `node.label`, `membership` (`accepted` or `pending`), `name` and `role` (`manager` or `worker`).
         */
        filters?: string;
    };
    url: '/nodes';
};

export type NodeListErrors = {
    /**
     * The engine failed to carry out the request.
     */
    500: ErrorResponse;
    /**
     * This node is not a manager of a swarm.
     */
    503: ErrorResponse;
};

export type NodeListError = NodeListErrors[keyof NodeListErrors];

export type NodeListResponses = {
    /**
     * The nodes.
     */
    200: Array<Node>;
};

export type NodeListResponse = NodeListResponses[keyof NodeListResponses];

export type NodeDeleteData = {
    body?: never;
    path: {
        /**
         * The id of a node, a unique prefix of it, or the node's name.
         */
        id: string;
    };
    query?: {
        /**
         * Removes the node though it is up or unreachable (`docker node rm --force`).
         */
        force?: boolean;
    };
    url: '/nodes/{id}';
};

export type NodeDeleteErrors = {
    /**
     * There is no such node.
     */
    404: ErrorResponse;
    /**
     * The engine failed to carry out the request.
     */
    500: ErrorResponse;
    /**
     * This node is not a manager of a swarm.
     */
    503: ErrorResponse;
};

export type NodeDeleteError = NodeDeleteErrors[keyof NodeDeleteErrors];

export type NodeDeleteResponses = {
    /**
     * The node is removed.
     */
    200: void;
};

export type NodeInspectData = {
    body?: never;
    path: {
        /**
         * The id of a node, a unique prefix of it, or the node's name.
         */
        id: string;
    };
    query?: never;
    url: '/nodes/{id}';
};

export type NodeInspectErrors = {
    /**
     * There is no such node.
     */
    404: ErrorResponse;
    /**
     * The engine failed to carry out the request.
     */
    500: ErrorResponse;
    /**
     * This node is not a manager of a swarm.
     */
    503: ErrorResponse;
};

export type NodeInspectError = NodeInspectErrors[keyof NodeInspectErrors];

export type NodeInspectResponses = {
    /**
     * The node.
     */
    200: Node;
};

export type NodeInspectResponse = NodeInspectResponses[keyof NodeInspectResponses];

export type NodeUpdateData = {
    /**
     * The whole new specification.
     */
    body?: NodeSpec;
    path: {
        /**
         * The id of a node, a unique prefix of it, or the node's name.
         */
        id: string;
    };
    query: {
        /**
         * The version of the node that is to be replaced, from `Version.Index` of `NodeInspect`.
         */
        version: number;
    };
    url: '/nodes/{id}/update';
};

export type NodeUpdateErrors = {
    /**
     * The specification is malformed, or the version is not the newest.
     */
    400: ErrorResponse;
    /**
     * There is no such node.
     */
    404: ErrorResponse;
    /**
     * The engine failed to carry out the request.
     */
    500: ErrorResponse;
    /**
     * This node is not a manager of a swarm.
     */
    503: ErrorResponse;
};

export type NodeUpdateError = NodeUpdateErrors[keyof NodeUpdateErrors];

export type NodeUpdateResponses = {
    /**
     * The node is changed.
     */
    200: void;
};

export type SwarmInspectData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/swarm';
};

export type SwarmInspectErrors = {
    /**
     * There is no such swarm.
     */
    404: ErrorResponse;
    /**
     * The engine failed to carry out the request.
     */
    500: ErrorResponse;
    /**
     * This node is not a manager of a swarm.
     */
    503: ErrorResponse;
};

export type SwarmInspectError = SwarmInspectErrors[keyof SwarmInspectErrors];

export type SwarmInspectResponses = {
    /**
     * The swarm.
     */
    200: Swarm;
};

export type SwarmInspectResponse = SwarmInspectResponses[keyof SwarmInspectResponses];

export type SwarmInitData = {
    /**
     * How the swarm is reached and set up.
     */
    body: SwarmInitRequest;
    path?: never;
    query?: never;
    url: '/swarm/init';
};

export type SwarmInitErrors = {
    /**
     * An address or another value is malformed.
     */
    400: ErrorResponse;
    /**
     * The engine failed to carry out the request.
     */
    500: ErrorResponse;
    /**
     * This node is in a swarm already.
     */
    503: ErrorResponse;
};

export type SwarmInitError = SwarmInitErrors[keyof SwarmInitErrors];

export type SwarmInitResponses = {
    /**
     * The swarm is started; the answer is the id of this node.
     */
    200: string;
};

export type SwarmInitResponse = SwarmInitResponses[keyof SwarmInitResponses];

export type SwarmJoinData = {
    /**
     * The swarm, and how this node is reached.
     */
    body: SwarmJoinRequest;
    path?: never;
    query?: never;
    url: '/swarm/join';
};

export type SwarmJoinErrors = {
    /**
     * An address or the token is malformed.
     */
    400: ErrorResponse;
    /**
     * The engine failed to carry out the request.
     */
    500: ErrorResponse;
    /**
     * This node is in a swarm already.
     */
    503: ErrorResponse;
};

export type SwarmJoinError = SwarmJoinErrors[keyof SwarmJoinErrors];

export type SwarmJoinResponses = {
    /**
     * This node has joined.
     */
    200: void;
};

export type SwarmLeaveData = {
    body?: never;
    path?: never;
    query?: {
        /**
         * Leaves though this is a manager, even the last one (`docker swarm leave --force`).
         */
        force?: boolean;
    };
    url: '/swarm/leave';
};

export type SwarmLeaveErrors = {
    /**
     * The engine failed to carry out the request.
     */
    500: ErrorResponse;
    /**
     * This node is not in a swarm.
     */
    503: ErrorResponse;
};

export type SwarmLeaveError = SwarmLeaveErrors[keyof SwarmLeaveErrors];

export type SwarmLeaveResponses = {
    /**
     * This node has left.
     */
    200: void;
};

export type SwarmUpdateData = {
    /**
     * The whole new specification.
     */
    body: SwarmSpec;
    path?: never;
    query: {
        /**
         * The version of the swarm that is to be replaced, from `Version.Index` of `SwarmInspect`.
         */
        version: number;
        /**
         * Makes a new token for workers.
         */
        rotateWorkerToken?: boolean;
        /**
         * Makes a new token for managers.
         */
        rotateManagerToken?: boolean;
        /**
         * Makes a new key that unlocks managers.
         */
        rotateManagerUnlockKey?: boolean;
    };
    url: '/swarm/update';
};

export type SwarmUpdateErrors = {
    /**
     * The specification is malformed, or the version is not the newest.
     */
    400: ErrorResponse;
    /**
     * The engine failed to carry out the request.
     */
    500: ErrorResponse;
    /**
     * This node is not a manager of a swarm.
     */
    503: ErrorResponse;
};

export type SwarmUpdateError = SwarmUpdateErrors[keyof SwarmUpdateErrors];

export type SwarmUpdateResponses = {
    /**
     * The swarm is changed.
     */
    200: void;
};

export type SwarmUnlockkeyData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/swarm/unlockkey';
};

export type SwarmUnlockkeyErrors = {
    /**
     * The engine failed to carry out the request.
     */
    500: ErrorResponse;
    /**
     * This node is not a manager of a swarm.
     */
    503: ErrorResponse;
};

export type SwarmUnlockkeyError = SwarmUnlockkeyErrors[keyof SwarmUnlockkeyErrors];

export type SwarmUnlockkeyResponses = {
    /**
     * The key; empty when managers do not lock.
     */
    200: UnlockKeyResponse;
};

export type SwarmUnlockkeyResponse = SwarmUnlockkeyResponses[keyof SwarmUnlockkeyResponses];

export type SwarmUnlockData = {
    /**
     * The key.
     */
    body: SwarmUnlockRequest;
    path?: never;
    query?: never;
    url: '/swarm/unlock';
};

export type SwarmUnlockErrors = {
    /**
     * The engine failed to carry out the request.
     */
    500: ErrorResponse;
    /**
     * This node is not a manager of a swarm.
     */
    503: ErrorResponse;
};

export type SwarmUnlockError = SwarmUnlockErrors[keyof SwarmUnlockErrors];

export type SwarmUnlockResponses = {
    /**
     * The manager is unlocked.
     */
    200: void;
};

export type ServiceListData = {
    body?: never;
    path?: never;
    query?: {
        /**
         * A JSON map from a filter to its values: `id`, `label`, `mode` (`replicated` or `global`) and `name`.
         */
        filters?: string;
        /**
         * Fills `ServiceStatus` with the numbers of running and wanted tasks.
         */
        status?: boolean;
    };
    url: '/services';
};

export type ServiceListErrors = {
    /**
     * The engine failed to carry out the request.
     */
    500: ErrorResponse;
    /**
     * This node is not a manager of a swarm.
     */
    503: ErrorResponse;
};

export type ServiceListError = ServiceListErrors[keyof ServiceListErrors];

export type ServiceListResponses = {
    /**
     * The services.
     */
    200: Array<Service>;
};

export type ServiceListResponse = ServiceListResponses[keyof ServiceListResponses];

export type ServiceCreateData = {
    /**
     * The service wanted.
     */
    body: ServiceSpec;
    headers?: {
        /**
         * Credentials for the registry: an `AuthConfig` as JSON, encoded in base64 with the URL alphabet. Without it the registry is asked anonymously.
         */
        'X-Registry-Auth'?: string;
    };
    path?: never;
    query?: never;
    url: '/services/create';
};

export type ServiceCreateErrors = {
    /**
     * The specification is malformed.
     */
    400: ErrorResponse;
    /**
     * The network cannot be used by services.
     */
    403: ErrorResponse;
    /**
     * The name is in use by another service.
     */
    409: ErrorResponse;
    /**
     * The engine failed to carry out the request.
     */
    500: ErrorResponse;
    /**
     * This node is not a manager of a swarm.
     */
    503: ErrorResponse;
};

export type ServiceCreateError = ServiceCreateErrors[keyof ServiceCreateErrors];

export type ServiceCreateResponses = {
    /**
     * The service is created; the answer has its id.
     */
    201: ServiceCreateResponse;
};

export type ServiceCreateResponse2 = ServiceCreateResponses[keyof ServiceCreateResponses];

export type ServiceDeleteData = {
    body?: never;
    path: {
        /**
         * The id of a service, a unique prefix of it, or the service's name.
         */
        id: string;
    };
    query?: never;
    url: '/services/{id}';
};

export type ServiceDeleteErrors = {
    /**
     * There is no such service.
     */
    404: ErrorResponse;
    /**
     * The engine failed to carry out the request.
     */
    500: ErrorResponse;
    /**
     * This node is not a manager of a swarm.
     */
    503: ErrorResponse;
};

export type ServiceDeleteError = ServiceDeleteErrors[keyof ServiceDeleteErrors];

export type ServiceDeleteResponses = {
    /**
     * The service is removed.
     */
    200: void;
};

export type ServiceInspectData = {
    body?: never;
    path: {
        /**
         * The id of a service, a unique prefix of it, or the service's name.
         */
        id: string;
    };
    query?: {
        /**
         * Fills in defaults where the specification says nothing.
         */
        insertDefaults?: boolean;
    };
    url: '/services/{id}';
};

export type ServiceInspectErrors = {
    /**
     * There is no such service.
     */
    404: ErrorResponse;
    /**
     * The engine failed to carry out the request.
     */
    500: ErrorResponse;
    /**
     * This node is not a manager of a swarm.
     */
    503: ErrorResponse;
};

export type ServiceInspectError = ServiceInspectErrors[keyof ServiceInspectErrors];

export type ServiceInspectResponses = {
    /**
     * The service.
     */
    200: Service;
};

export type ServiceInspectResponse = ServiceInspectResponses[keyof ServiceInspectResponses];

export type ServiceUpdateData = {
    /**
     * The whole new specification.
     */
    body: ServiceSpec;
    headers?: {
        /**
         * Credentials for the registry: an `AuthConfig` as JSON, encoded in base64 with the URL alphabet. Without it the registry is asked anonymously.
         */
        'X-Registry-Auth'?: string;
    };
    path: {
        /**
         * The id of a service, a unique prefix of it, or the service's name.
         */
        id: string;
    };
    query: {
        /**
         * The version of the service that is to be replaced, from `Version.Index` of `ServiceInspect`.
         */
        version: number;
        /**
         * Where credentials come from without `X-Registry-Auth`: the specification in force, or the one before it.
         */
        registryAuthFrom?: 'spec' | 'previous-spec';
        /**
         * `previous` returns to the specification before the one in force; the body then counts for nothing.
         */
        rollback?: string;
    };
    url: '/services/{id}/update';
};

export type ServiceUpdateErrors = {
    /**
     * The specification is malformed, or the version is not the newest.
     */
    400: ErrorResponse;
    /**
     * There is no such service.
     */
    404: ErrorResponse;
    /**
     * The engine failed to carry out the request.
     */
    500: ErrorResponse;
    /**
     * This node is not a manager of a swarm.
     */
    503: ErrorResponse;
};

export type ServiceUpdateError = ServiceUpdateErrors[keyof ServiceUpdateErrors];

export type ServiceUpdateResponses = {
    /**
     * The service is changed; the answer has what the engine has to warn of.
     */
    200: ServiceUpdateResponse;
};

export type ServiceUpdateResponse2 = ServiceUpdateResponses[keyof ServiceUpdateResponses];

export type ServiceLogsData = {
    body?: never;
    path: {
        /**
         * The id of a service, a unique prefix of it, or the service's name.
         */
        id: string;
    };
    query?: {
        /**
         * Puts the attributes that the log driver recorded with a line, and the task, before it.
         */
        details?: boolean;
        /**
         * Stays open after the end of the logs and goes on with new output.
         */
        follow?: boolean;
        /**
         * Wants the standard output.
         */
        stdout?: boolean;
        /**
         * Wants the standard error.
         */
        stderr?: boolean;
        /**
         * Only lines from this time on, in seconds since 1970 with up to nine digits of a fraction.
         */
        since?: string;
        /**
         * Puts the time of each line before it.
         */
        timestamps?: boolean;
        /**
         * Only so many lines from the end of each log; `all` for the whole logs.
         */
        tail?: string;
    };
    url: '/services/{id}/logs';
};

export type ServiceLogsErrors = {
    /**
     * There is no such service.
     */
    404: ErrorResponse;
    /**
     * The engine failed to carry out the request.
     */
    500: ErrorResponse;
    /**
     * This node is not a manager of a swarm.
     */
    503: ErrorResponse;
};

export type ServiceLogsError = ServiceLogsErrors[keyof ServiceLogsErrors];

export type ServiceLogsResponses = {
    /**
     * The logs, as one stream of bytes.
     */
    200: ByteStream;
};

export type ServiceLogsResponse = ServiceLogsResponses[keyof ServiceLogsResponses];

export type TaskListData = {
    body?: never;
    path?: never;
    query?: {
        /**
         * A JSON map from a filter to its values: `desired-state` (`running`, `shutdown` or `accepted`), `id`, `label`, `name`, `node` and `service`.
         */
        filters?: string;
    };
    url: '/tasks';
};

export type TaskListErrors = {
    /**
     * The engine failed to carry out the request.
     */
    500: ErrorResponse;
    /**
     * This node is not a manager of a swarm.
     */
    503: ErrorResponse;
};

export type TaskListError = TaskListErrors[keyof TaskListErrors];

export type TaskListResponses = {
    /**
     * The tasks.
     */
    200: Array<Task>;
};

export type TaskListResponse = TaskListResponses[keyof TaskListResponses];

export type TaskInspectData = {
    body?: never;
    path: {
        /**
         * The id of a task, or a unique prefix of it.
         */
        id: string;
    };
    query?: never;
    url: '/tasks/{id}';
};

export type TaskInspectErrors = {
    /**
     * There is no such task.
     */
    404: ErrorResponse;
    /**
     * The engine failed to carry out the request.
     */
    500: ErrorResponse;
    /**
     * This node is not a manager of a swarm.
     */
    503: ErrorResponse;
};

export type TaskInspectError = TaskInspectErrors[keyof TaskInspectErrors];

export type TaskInspectResponses = {
    /**
     * The task.
     */
    200: Task;
};

export type TaskInspectResponse = TaskInspectResponses[keyof TaskInspectResponses];

export type TaskLogsData = {
    body?: never;
    path: {
        /**
         * The id of a task, or a unique prefix of it.
         */
        id: string;
    };
    query?: {
        /**
         * Puts the attributes that the log driver recorded with a line before it.
         */
        details?: boolean;
        /**
         * Stays open after the end of the log and goes on with new output.
         */
        follow?: boolean;
        /**
         * Wants the standard output.
         */
        stdout?: boolean;
        /**
         * Wants the standard error.
         */
        stderr?: boolean;
        /**
         * Only lines from this time on, in seconds since 1970 with up to nine digits of a fraction.
         */
        since?: string;
        /**
         * Puts the time of each line before it.
         */
        timestamps?: boolean;
        /**
         * Only so many lines from the end of the log; `all` for the whole log.
         */
        tail?: string;
    };
    url: '/tasks/{id}/logs';
};

export type TaskLogsErrors = {
    /**
     * There is no such task.
     */
    404: ErrorResponse;
    /**
     * The engine failed to carry out the request.
     */
    500: ErrorResponse;
    /**
     * This node is not a manager of a swarm.
     */
    503: ErrorResponse;
};

export type TaskLogsError = TaskLogsErrors[keyof TaskLogsErrors];

export type TaskLogsResponses = {
    /**
     * The log, as one stream of bytes.
     */
    200: ByteStream;
};

export type TaskLogsResponse = TaskLogsResponses[keyof TaskLogsResponses];

export type SecretListData = {
    body?: never;
    path?: never;
    query?: {
        /**
         * A JSON map from a filter to its values: `id`, `label`, `name` and `names`.
         */
        filters?: string;
    };
    url: '/secrets';
};

export type SecretListErrors = {
    /**
     * The engine failed to carry out the request.
     */
    500: ErrorResponse;
    /**
     * This node is not a manager of a swarm.
     */
    503: ErrorResponse;
};

export type SecretListError = SecretListErrors[keyof SecretListErrors];

export type SecretListResponses = {
    /**
     * The secrets.
     */
    200: Array<Secret>;
};

export type SecretListResponse = SecretListResponses[keyof SecretListResponses];

export type SecretCreateData = {
    /**
     * The secret.
     */
    body?: SecretSpec;
    path?: never;
    query?: never;
    url: '/secrets/create';
};

export type SecretCreateErrors = {
    /**
     * The name is in use by another secret.
     */
    409: ErrorResponse;
    /**
     * The engine failed to carry out the request.
     */
    500: ErrorResponse;
    /**
     * This node is not a manager of a swarm.
     */
    503: ErrorResponse;
};

export type SecretCreateError = SecretCreateErrors[keyof SecretCreateErrors];

export type SecretCreateResponses = {
    /**
     * The secret is created; the answer has its id.
     */
    201: IDResponse;
};

export type SecretCreateResponse = SecretCreateResponses[keyof SecretCreateResponses];

export type SecretDeleteData = {
    body?: never;
    path: {
        /**
         * The id of a secret, a unique prefix of it, or the secret's name.
         */
        id: string;
    };
    query?: never;
    url: '/secrets/{id}';
};

export type SecretDeleteErrors = {
    /**
     * There is no such secret.
     */
    404: ErrorResponse;
    /**
     * The engine failed to carry out the request.
     */
    500: ErrorResponse;
    /**
     * This node is not a manager of a swarm.
     */
    503: ErrorResponse;
};

export type SecretDeleteError = SecretDeleteErrors[keyof SecretDeleteErrors];

export type SecretDeleteResponses = {
    /**
     * The secret is removed.
     */
    204: void;
};

export type SecretDeleteResponse = SecretDeleteResponses[keyof SecretDeleteResponses];

export type SecretInspectData = {
    body?: never;
    path: {
        /**
         * The id of a secret, a unique prefix of it, or the secret's name.
         */
        id: string;
    };
    query?: never;
    url: '/secrets/{id}';
};

export type SecretInspectErrors = {
    /**
     * There is no such secret.
     */
    404: ErrorResponse;
    /**
     * The engine failed to carry out the request.
     */
    500: ErrorResponse;
    /**
     * This node is not a manager of a swarm.
     */
    503: ErrorResponse;
};

export type SecretInspectError = SecretInspectErrors[keyof SecretInspectErrors];

export type SecretInspectResponses = {
    /**
     * The secret.
     */
    200: Secret;
};

export type SecretInspectResponse = SecretInspectResponses[keyof SecretInspectResponses];

export type SecretUpdateData = {
    /**
     * The whole specification, which differs from that in force in its labels at most.
     */
    body?: SecretSpec;
    path: {
        /**
         * The id of a secret, a unique prefix of it, or the secret's name.
         */
        id: string;
    };
    query: {
        /**
         * The version of the secret that is to be replaced, from `Version.Index` of `SecretInspect`.
         */
        version: number;
    };
    url: '/secrets/{id}/update';
};

export type SecretUpdateErrors = {
    /**
     * Something else than labels differs, or the version is not the newest.
     */
    400: ErrorResponse;
    /**
     * There is no such secret.
     */
    404: ErrorResponse;
    /**
     * The engine failed to carry out the request.
     */
    500: ErrorResponse;
    /**
     * This node is not a manager of a swarm.
     */
    503: ErrorResponse;
};

export type SecretUpdateError = SecretUpdateErrors[keyof SecretUpdateErrors];

export type SecretUpdateResponses = {
    /**
     * The secret is changed.
     */
    200: void;
};

export type ConfigListData = {
    body?: never;
    path?: never;
    query?: {
        /**
         * A JSON map from a filter to its values: `id`, `label`, `name` and `names`.
         */
        filters?: string;
    };
    url: '/configs';
};

export type ConfigListErrors = {
    /**
     * The engine failed to carry out the request.
     */
    500: ErrorResponse;
    /**
     * This node is not a manager of a swarm.
     */
    503: ErrorResponse;
};

export type ConfigListError = ConfigListErrors[keyof ConfigListErrors];

export type ConfigListResponses = {
    /**
     * The configs.
     */
    200: Array<Config>;
};

export type ConfigListResponse = ConfigListResponses[keyof ConfigListResponses];

export type ConfigCreateData = {
    /**
     * The config.
     */
    body?: ConfigSpec;
    path?: never;
    query?: never;
    url: '/configs/create';
};

export type ConfigCreateErrors = {
    /**
     * The name is in use by another config.
     */
    409: ErrorResponse;
    /**
     * The engine failed to carry out the request.
     */
    500: ErrorResponse;
    /**
     * This node is not a manager of a swarm.
     */
    503: ErrorResponse;
};

export type ConfigCreateError = ConfigCreateErrors[keyof ConfigCreateErrors];

export type ConfigCreateResponses = {
    /**
     * The config is created; the answer has its id.
     */
    201: IDResponse;
};

export type ConfigCreateResponse = ConfigCreateResponses[keyof ConfigCreateResponses];

export type ConfigDeleteData = {
    body?: never;
    path: {
        /**
         * The id of a config, a unique prefix of it, or the config's name.
         */
        id: string;
    };
    query?: never;
    url: '/configs/{id}';
};

export type ConfigDeleteErrors = {
    /**
     * There is no such config.
     */
    404: ErrorResponse;
    /**
     * The engine failed to carry out the request.
     */
    500: ErrorResponse;
    /**
     * This node is not a manager of a swarm.
     */
    503: ErrorResponse;
};

export type ConfigDeleteError = ConfigDeleteErrors[keyof ConfigDeleteErrors];

export type ConfigDeleteResponses = {
    /**
     * The config is removed.
     */
    204: void;
};

export type ConfigDeleteResponse = ConfigDeleteResponses[keyof ConfigDeleteResponses];

export type ConfigInspectData = {
    body?: never;
    path: {
        /**
         * The id of a config, a unique prefix of it, or the config's name.
         */
        id: string;
    };
    query?: never;
    url: '/configs/{id}';
};

export type ConfigInspectErrors = {
    /**
     * There is no such config.
     */
    404: ErrorResponse;
    /**
     * The engine failed to carry out the request.
     */
    500: ErrorResponse;
    /**
     * This node is not a manager of a swarm.
     */
    503: ErrorResponse;
};

export type ConfigInspectError = ConfigInspectErrors[keyof ConfigInspectErrors];

export type ConfigInspectResponses = {
    /**
     * The config.
     */
    200: Config;
};

export type ConfigInspectResponse = ConfigInspectResponses[keyof ConfigInspectResponses];

export type ConfigUpdateData = {
    /**
     * The whole specification, which differs from that in force in its labels at most.
     */
    body?: ConfigSpec;
    path: {
        /**
         * The id of a config, a unique prefix of it, or the config's name.
         */
        id: string;
    };
    query: {
        /**
         * The version of the config that is to be replaced, from `Version.Index` of `ConfigInspect`.
         */
        version: number;
    };
    url: '/configs/{id}/update';
};

export type ConfigUpdateErrors = {
    /**
     * Something else than labels differs, or the version is not the newest.
     */
    400: ErrorResponse;
    /**
     * There is no such config.
     */
    404: ErrorResponse;
    /**
     * The engine failed to carry out the request.
     */
    500: ErrorResponse;
    /**
     * This node is not a manager of a swarm.
     */
    503: ErrorResponse;
};

export type ConfigUpdateError = ConfigUpdateErrors[keyof ConfigUpdateErrors];

export type ConfigUpdateResponses = {
    /**
     * The config is changed.
     */
    200: void;
};

export type DistributionInspectData = {
    body?: never;
    headers?: {
        /**
         * Credentials for the registry: an `AuthConfig` as JSON, encoded in base64 with the URL alphabet. Without it the registry is asked anonymously.
         */
        'X-Registry-Auth'?: string;
    };
    path: {
        /**
         * The image as a registry knows it, by name and tag or digest. Slashes may be sent as they are.
         */
        name: string;
    };
    query?: never;
    url: '/distribution/{name}/json';
};

export type DistributionInspectErrors = {
    /**
     * The name cannot be read.
     */
    400: ErrorResponse;
    /**
     * The registry refuses the credentials, or has no such image that may be read with them.
     */
    401: ErrorResponse;
    /**
     * The engine failed to carry out the request.
     */
    500: ErrorResponse;
};

export type DistributionInspectError = DistributionInspectErrors[keyof DistributionInspectErrors];

export type DistributionInspectResponses = {
    /**
     * What the registry says.
     */
    200: DistributionInspect;
};

export type DistributionInspectResponse = DistributionInspectResponses[keyof DistributionInspectResponses];

export type SessionData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/session';
};

export type SessionErrors = {
    /**
     * The request asks for no upgrade, for one to another protocol, or gives no session id.
     */
    400: ErrorResponse;
    /**
     * The engine failed to carry out the request.
     */
    500: ErrorResponse;
};

export type SessionError = SessionErrors[keyof SessionErrors];

export type SessionResponses = {
    200: TakenOver;
};

export type SessionResponse = SessionResponses[keyof SessionResponses];

export type ArcaContainerSpecData = {
    body?: never;
    path: {
        /**
         * The id of a container, a prefix of it that is unique, or the container's name.
         */
        id: string;
    };
    query?: never;
    url: '/arca/containers/{id}/spec';
};

export type ArcaContainerSpecErrors = {
    /**
     * There is no such container.
     */
    404: ErrorResponse;
    /**
     * The engine failed to carry out the request.
     */
    500: ErrorResponse;
};

export type ArcaContainerSpecError = ArcaContainerSpecErrors[keyof ArcaContainerSpecErrors];

export type ArcaContainerSpecResponses = {
    /**
     * The specification and where its values come from.
     */
    200: ArcaContainerSpecResponse;
};

export type ArcaContainerSpecResponse2 = ArcaContainerSpecResponses[keyof ArcaContainerSpecResponses];

export type ArcaContainerExplainData = {
    /**
     * The container that might be created.
     */
    body: ContainerCreateRequest;
    path?: never;
    query?: never;
    url: '/arca/containers/explain';
};

export type ArcaContainerExplainErrors = {
    /**
     * A value is malformed or out of range, or two values exclude each other.
     */
    400: ErrorResponse;
    /**
     * The image is not in the store, or a container, network or volume that the body names does not exist.
     */
    404: ErrorResponse;
    /**
     * The engine failed to carry out the request.
     */
    500: ErrorResponse;
};

export type ArcaContainerExplainError = ArcaContainerExplainErrors[keyof ArcaContainerExplainErrors];

export type ArcaContainerExplainResponses = {
    /**
     * The specification, where its values come from, and the warnings.
     */
    200: ArcaContainerExplainResponse;
};

export type ArcaContainerExplainResponse2 = ArcaContainerExplainResponses[keyof ArcaContainerExplainResponses];

export type ArcaCoverageData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/arca/coverage';
};

export type ArcaCoverageErrors = {
    /**
     * The engine failed to carry out the request.
     */
    500: ErrorResponse;
};

export type ArcaCoverageError = ArcaCoverageErrors[keyof ArcaCoverageErrors];

export type ArcaCoverageResponses = {
    /**
     * The fields, in alphabetical order.
     */
    200: Array<ArcaCoverageItem>;
};

export type ArcaCoverageResponse = ArcaCoverageResponses[keyof ArcaCoverageResponses];

export type ArcaMetricsData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/arca/metrics';
};

export type ArcaMetricsErrors = {
    /**
     * The engine failed to carry out the request.
     */
    500: ErrorResponse;
};

export type ArcaMetricsError = ArcaMetricsErrors[keyof ArcaMetricsErrors];

export type ArcaMetricsResponses = {
    /**
     * The figures.
     */
    200: string;
};

export type ArcaMetricsResponse = ArcaMetricsResponses[keyof ArcaMetricsResponses];

export type BuildKitGrpcData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/grpc';
};

export type BuildKitGrpcErrors = {
    /**
     * The request asks for no upgrade, or for one to another protocol.
     */
    400: ErrorResponse;
    /**
     * The engine failed to carry out the request.
     */
    500: ErrorResponse;
};

export type BuildKitGrpcError = BuildKitGrpcErrors[keyof BuildKitGrpcErrors];

export type BuildKitGrpcResponses = {
    200: TakenOver;
};

export type BuildKitGrpcResponse = BuildKitGrpcResponses[keyof BuildKitGrpcResponses];

export type ArcaExecWebsocketData = {
    body?: never;
    path: {
        /**
         * The id of an exec instance, as `ContainerExec` answered it.
         */
        id: string;
    };
    query?: {
        /**
         * The keys that detach the client from a terminal, as for `ContainerAttach`, in place of those with which the instance was made.
         */
        detachKeys?: string;
        /**
         * The height of the terminal in rows of characters; it needs `w`.
         */
        h?: number;
        /**
         * The width of the terminal in columns of characters; it needs `h`.
         */
        w?: number;
    };
    url: '/arca/exec/{id}/ws';
};

export type ArcaExecWebsocketErrors = {
    /**
     * The request is not a WebSocket handshake, the detach keys or the size cannot be read, or the command cannot be run.
     */
    400: ErrorResponse;
    /**
     * A page of a foreign origin asks.
     */
    403: ErrorResponse;
    /**
     * There is no such exec instance.
     */
    404: ErrorResponse;
    /**
     * The exec instance was started before, or its container is not running or paused.
     */
    409: ErrorResponse;
    /**
     * The engine failed to carry out the request.
     */
    500: ErrorResponse;
};

export type ArcaExecWebsocketError = ArcaExecWebsocketErrors[keyof ArcaExecWebsocketErrors];

export type ArcaExecWebsocketResponses = {
    200: TakenOver;
};

export type ArcaExecWebsocketResponse = ArcaExecWebsocketResponses[keyof ArcaExecWebsocketResponses];

export type ArcaContainerLogsWebsocketData = {
    body?: never;
    path: {
        /**
         * The id of a container, a prefix of it that is unique, or the container's name.
         */
        id: string;
    };
    query?: {
        /**
         * Goes on with new output until the container ends.
         */
        follow?: boolean;
        /**
         * Wants the standard output.
         */
        stdout?: boolean;
        /**
         * Wants the standard error.
         */
        stderr?: boolean;
        /**
         * Only lines from this time on, written as for `ContainerLogs`.
         */
        since?: string;
        /**
         * Only lines before this time, written as for `since`.
         */
        until?: string;
        /**
         * Puts the time of each line before it, in RFC 3339 with nanoseconds and a space.
         */
        timestamps?: boolean;
        /**
         * Only so many lines from the end of the log; `all` for the whole log.
         */
        tail?: string;
        /**
         * Puts the attributes that the log driver recorded with a line before it.
         */
        details?: boolean;
    };
    url: '/arca/containers/{id}/logs/ws';
};

export type ArcaContainerLogsWebsocketErrors = {
    /**
     * The request is not a WebSocket handshake, or neither stream is wanted.
     */
    400: ErrorResponse;
    /**
     * A page of a foreign origin asks.
     */
    403: ErrorResponse;
    /**
     * There is no such container.
     */
    404: ErrorResponse;
    /**
     * The container is being removed.
     */
    409: ErrorResponse;
    /**
     * A time cannot be read, or the engine failed to carry out the request.
     */
    500: ErrorResponse;
    /**
     * The container's log driver cannot be read from.
     */
    501: ErrorResponse;
};

export type ArcaContainerLogsWebsocketError = ArcaContainerLogsWebsocketErrors[keyof ArcaContainerLogsWebsocketErrors];

export type ArcaContainerLogsWebsocketResponses = {
    200: TakenOver;
};

export type ArcaContainerLogsWebsocketResponse = ArcaContainerLogsWebsocketResponses[keyof ArcaContainerLogsWebsocketResponses];

export type ArcaEventsWebsocketData = {
    body?: never;
    path?: never;
    query?: {
        /**
         * Sends first what happened since this time, written as for `SystemEvents`.
         */
        since?: string;
        /**
         * Closes at this time, written as for `since`.
         */
        until?: string;
        /**
         * Only the events that match, as a JSON map from filter to values: those of `SystemEvents`.
         */
        filters?: string;
    };
    url: '/arca/events/ws';
};

export type ArcaEventsWebsocketErrors = {
    /**
     * The request is not a WebSocket handshake, the filters cannot be read, or `since` is after `until`.
     */
    400: ErrorResponse;
    /**
     * A page of a foreign origin asks.
     */
    403: ErrorResponse;
    /**
     * A time cannot be read, or the engine failed to carry out the request.
     */
    500: ErrorResponse;
};

export type ArcaEventsWebsocketError = ArcaEventsWebsocketErrors[keyof ArcaEventsWebsocketErrors];

export type ArcaEventsWebsocketResponses = {
    200: TakenOver;
};

export type ArcaEventsWebsocketResponse = ArcaEventsWebsocketResponses[keyof ArcaEventsWebsocketResponses];
