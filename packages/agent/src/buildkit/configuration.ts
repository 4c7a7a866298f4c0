import { SNAPSHOTTER } from '../containerd/snapshots.js';

export interface BuildKitPlaces {
  /** Persistent: the cache's metadata, history. */
  root: string;
  /** Path of the gRPC socket. */
  address: string;
  /** Socket of the containerd on which it builds. */
  containerd: string;
  /** containerd's namespace: the instance's name. */
  namespace: string;
  /** State directory of the runtime. */
  runtimeRoot: string;
  /** OCI runtime: its path. */
  runtime: string;
  network: {
    /** Address of the bridge that steps are connected to. */
    gateway: string;
    /** File, and directory of the programs that it names. */
    configuration: string;
    programs: string;
  };
}

/** By these labels of a worker clients know that images are built into containerd's store, with all that this allows. */
const SNAPSHOTTER_LABEL = 'org.mobyproject.buildkit.worker.snapshotter';
/** What `--add-host name:host-gateway` means. */
const HOST_LABEL = 'org.mobyproject.buildkit.worker.moby.host-gateway-ip';

/** What a step's resolv.conf has in place of the host's. */
export interface BuildDns {
  readonly servers: readonly string[];
  readonly search: readonly string[];
  readonly options: readonly string[];
}

/** The configuration file (TOML) of a buildkitd on the agent's containerd. A JSON string is a TOML string. */
export function buildKitConfiguration(
  { root, address, containerd, namespace, runtimeRoot, runtime, network }: BuildKitPlaces,
  registries: readonly string[],
  dns: BuildDns = { servers: [], search: [], options: [] },
): string {
  return [
    `root = ${text(root)}`,
    'insecure-entitlements = ["network.host"]', // dockerd's default
    '[grpc]',
    `  address = [${text(`unix://${address}`)}]`,
    '[dns]',
    `  nameservers = ${text(dns.servers)}`,
    `  searchDomains = ${text(dns.search)}`,
    `  options = ${text(dns.options)}`,
    '[worker.oci]',
    '  enabled = false',
    '[worker.containerd]',
    '  enabled = true',
    `  address = ${text(containerd)}`,
    `  namespace = ${text(namespace)}`,
    `  snapshotter = ${text(SNAPSHOTTER)}`,
    `  defaultCgroupParent = ${text(`/${namespace}`)}`,
    '  networkMode = "cni"',
    `  cniConfigPath = ${text(network.configuration)}`,
    `  cniBinaryPath = ${text(network.programs)}`,
    '  [worker.containerd.labels]',
    `    ${text(SNAPSHOTTER_LABEL)} = ${text(SNAPSHOTTER)}`,
    `    ${text(HOST_LABEL)} = ${text(network.gateway)}`,
    '  [worker.containerd.runtime]',
    '    name = "io.containerd.runc.v2"',
    `    options = { Root = ${text(runtimeRoot)}, BinaryName = ${text(runtime)} }`,
    ...registries,
    '',
  ].join('\n');
}

const text = (value: string | readonly string[]): string => JSON.stringify(value);
