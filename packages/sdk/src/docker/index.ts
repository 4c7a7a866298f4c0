export { Container, type Attached, type ExecOptions, type Finished, type UntilOptions } from './container.js';
export { Containers, type CreateOptions, type RunOptions } from './containers.js';
export { Docker } from './docker.js';
export { fromEnvironment } from './environment.js';
export { Images, type RegistryCredentials, type TransferOptions } from './images.js';
export { collect, type Output } from './output.js';
export { last } from './progress.js';
export { NamedNetwork, NamedVolume, Networks, Volumes } from './resources.js';
