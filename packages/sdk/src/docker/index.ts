export {
  Container,
  type Attached,
  type AttachOptions,
  type Finished,
  type RunExecOptions,
} from './container.js';
export { Containers, type CreateOptions, type RunOptions } from './containers.js';
export { credentialsFor, registryOf, type RegistryCredentials } from './credentials.js';
export { Docker } from './docker.js';
export { fromEnvironment } from './environment.js';
export { Exec, type ExecOptions, type ExecStreamOptions } from './exec.js';
export { Images, type TransferOptions } from './images.js';
export { collect, type Output } from './output.js';
export { last } from './progress.js';
export { NamedNetwork, NamedVolume, Networks, Volumes } from './resources.js';
export type { UntilOptions } from './waits.js';
