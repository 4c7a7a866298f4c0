import type { Duplex, Readable } from 'node:stream';
import type { OperationId, Operations } from './generated/operations.gen.js';

export type { OperationId, Operations };

/** What an operation was asked: path, query and header parameters by their API names, and the body. */
export interface OperationRequest<K extends OperationId> {
  readonly params: Operations[K]['params'];
  /** The JSON body, or for an operation with a binary body the bytes as they arrive. */
  readonly body: Operations[K]['body'];
}

/**
 * What an operation answers: the JSON value of its success status, nothing (void), or for a streaming operation an
 * iterable of its items (JSON lines) or of bytes.
 */
export type OperationResult<K extends OperationId> = Operations[K]['result'];

/** Bytes or text of a streamed answer. */
export type ByteStream = Readable | AsyncIterable<Uint8Array | string>;

/** How a connection that was taken over looks to its client. */
export interface HijackOptions {
  /** Media type of the raw bytes, sent with 200 or 101. */
  contentType: string;
  /** Of a WebSocket: each write goes out as a text message; else it is binary. */
  text?: boolean;
}

/** The call itself: everything about a request that is not a parameter, and what can be done to its answer. */
export interface Call {
  /** Aborted when the client has gone away. Work that only serves this client ends with it. */
  readonly signal: AbortSignal;
  /** The API version that the client speaks: of the path's prefix, else the newest. */
  readonly apiVersion: string;
  /** True when the client's API version is at least `version` (`1.42`). */
  atLeast(version: string): boolean;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  setHeader(name: string, value: string): void;
  /**
   * Sends status and headers now, before there is a result: for answers that clients wait for (`wait`, `events`,
   * `logs -f`). After it an error can only be told inside the stream.
   */
  flushHeaders(contentType?: string): void;
  /**
   * Takes the connection over: 101 when the client asked to upgrade, else 200 and raw bytes. The stream's writable side
   * is ended by the handler; a client that half-closes ends the readable side only.
   */
  hijack(options: HijackOptions): Promise<Duplex>;
}

/** One operation of the API, served by exactly one injectable handler. Rejects with ArcaError only. */
export interface OperationHandler<K extends OperationId> {
  handle(request: OperationRequest<K>, call: Call): Promise<OperationResult<K>>;
}

/** The function form of a handler, for `bindOperation`. */
export type OperationFunction<K extends OperationId> = OperationHandler<K>['handle'];
