import type { BuildDns } from './buildkit/configuration.js';
import type { RegistryOptions } from './images/registry/endpoints.js';
import type { RuntimeOptions } from './system/runtimes.js';

/** How an agent is run. Several run side by side when their directories and instances differ. */
export interface AgentOptions
  extends RuntimeOptions, Pick<RegistryOptions, 'insecureRegistries' | 'registryMirrors'> {
  /** Persistent directory: content, layers, containers' directories, compiled filters. */
  root: string;
  /** Volatile directory: sockets, bundles, records of what runs. Best on a tmpfs. */
  run: string;
  /**
   * In the names of all that the agent makes on the host: cgroups, network namespaces, nft table, containerd namespace.
   * Letters, digits, `-` and `_`.
   */
  instance: string;
  /** Socket of an existing containerd; without it a private one is started. */
  containerdAddress?: string;
  /** Path or name of buildkitd, or `none`; without it one that is found in PATH is used, if any. */
  buildkitd?: string;
  /** What steps of BuildKit find in resolv.conf in place of the host's, where any is given. */
  dns?: BuildDns;
  pool?: {
    /** Shims that are kept ready; each takes about 2 MB. */
    shims?: number;
  };
  log: (
    level: 'debug' | 'info' | 'warn' | 'error',
    message: string,
    fields?: Record<string, unknown>,
  ) => void;
}
