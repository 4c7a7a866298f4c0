export { Attached } from './attached.js';
export {
  Container,
  type AttachOptions,
  type CommitOptions,
  type Finished,
  type RunExecOptions,
} from './container.js';
export { Containers, type CreateOptions, type RunOptions } from './containers.js';
export { DockerBase } from './docker.js';
export { Exec, ExecStreams, type ExecOptions, type ExecStreamOptions } from './exec.js';
export { ContainerFiles, type FileStat } from './files.js';
export type { Filters, WithFilters } from './filters.js';
export { Images, type BuildOptions, type TransferOptions } from './images.js';
export { lines, type OutputLine } from './lines.js';
export { collect, type Output } from './output.js';
export { last } from './progress.js';
export { registryOf, type RegistryCredentials } from './registry.js';
export { NamedNetwork, NamedVolume, Networks, Volumes } from './resources.js';
export type { PublishedPort, UntilHttpOptions, UntilOptions } from './waits.js';
