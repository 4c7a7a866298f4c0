/**
 * The client for browsers, and for whatever else has `fetch` and WebSockets and no Node APIs. Each function stands for
 * itself, so that a page brings along only what it calls.
 *
 * @module
 */
export {
  createClient,
  type Client,
  type ClientMeta,
  type ClientOptions,
  type ClientRequest,
  type Options,
  type RequestResult,
  type ResponseHead,
  type TDataShape,
} from './client.js';
export { chunks } from './bytes.js';
export * from '../docker-error.js';
export type { NewerValue } from '../newer-value.js';
export { collect, demultiplex, type OutputFrame } from './frames.js';
export { SocketClosedError, SocketConnection } from './socket-connection.js';
export type { Closing, SocketTransport } from './socket-transport.js';
export * from './streams.js';
export * from '../generated/browser.gen.js';
export type * from '../generated/types.gen.js';
