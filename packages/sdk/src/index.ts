export type { TlsOptions } from './address.js';
export type { Client, Options, RequestResult, ResponseHead } from './client.js';
export { createClient, type ClientOptions, type DockerClient } from './create-client.js';
export * from './docker-error.js';
export * from './docker/index.js';
export { demultiplex, type OutputFrame } from './frames.js';
export type { RawConnection } from './raw-connection.js';
export * from './generated/sdk.gen.js';
export type * from './generated/types.gen.js';
