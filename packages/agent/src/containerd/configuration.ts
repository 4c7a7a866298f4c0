/** Where a private containerd keeps its things. */
export interface ContainerdPlaces {
  /** Persistent: content, snapshots, metadata. */
  root: string;
  /** Volatile state. */
  state: string;
  /** Path of the gRPC socket. */
  address: string;
}

/** What runs containers. Those of the agent are run by shims of its own; the steps of BuildKit's builds are not. */
const RUNTIME = [
  'io.containerd.grpc.v1.containers',
  'io.containerd.grpc.v1.tasks',
  'io.containerd.runtime.v1.linux', // unused; the service of 1.6 does not start without it
  'io.containerd.runtime.v2.shim',
  'io.containerd.runtime.v2.task',
  'io.containerd.service.v1.tasks-service',
];

/**
 * All else that the agent does not call: the CRI, and of the snapshotters all but overlayfs. Some exist in some releases
 * only, which containerd does not mind.
 */
const DISABLED = [
  'io.containerd.grpc.v1.cri',
  'io.containerd.internal.v1.opt',
  'io.containerd.internal.v1.restart',
  'io.containerd.internal.v1.tracing',
  'io.containerd.monitor.v1.cgroups',
  'io.containerd.nri.v1.nri',
  'io.containerd.snapshotter.v1.aufs',
  'io.containerd.snapshotter.v1.blockfile',
  'io.containerd.snapshotter.v1.btrfs',
  'io.containerd.snapshotter.v1.devmapper',
  'io.containerd.snapshotter.v1.erofs',
  'io.containerd.snapshotter.v1.native',
  'io.containerd.snapshotter.v1.zfs',
  'io.containerd.tracing.processor.v1.otlp',
];

/** The configuration file (TOML, version 2) of a private containerd. A JSON string is a TOML string. */
export function containerdConfiguration(
  { root, state, address }: ContainerdPlaces,
  { runsContainers = false } = {},
): string {
  const disabled = runsContainers ? DISABLED : [...DISABLED, ...RUNTIME];
  const lines = [
    'version = 2',
    `root = ${JSON.stringify(root)}`,
    `state = ${JSON.stringify(state)}`,
    `disabled_plugins = ${JSON.stringify(disabled)}`,
    '',
    '[grpc]',
    `  address = ${JSON.stringify(address)}`,
    '',
    '[debug]',
    '  level = "warn"',
    '',
  ];
  return lines.join('\n');
}
