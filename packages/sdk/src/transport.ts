import type { Duplex, Readable } from 'node:stream';
import type { ByteSource } from './generated/types.gen.js';
import type { ResponseHead } from './options.js';

/** A request, as it goes over the wire. */
export interface TransportRequest {
  /** The operation's id, for errors. */
  operation: string;
  method: string;
  /** With version and query. */
  path: string;
  headers: Record<string, string>;
  body?: ByteSource | undefined;
  signal?: AbortSignal | undefined;
}

/** An answer whose body has not been read. One of the two must be, or the connection is not free again. */
export interface TransportResponse extends ResponseHead {
  text(): Promise<string>;
  stream(): Readable;
}

/** A connection that has become a raw stream both ways. */
export interface RawConnection {
  /** Output comes out, input goes in; ending it closes the sending half only. */
  readonly stream: Duplex;
  /** The output is in frames: see `demultiplex`. Engines before 1.42 do not tell. */
  readonly multiplexed: boolean;
}

/** What a daemon answers to the wish for a raw connection. */
export type RawAnswer =
  | { status: number; headers: Headers; connection: RawConnection }
  | { status: number; headers: Headers; error: string };

/** Carries requests to a daemon; one for each platform. Rejects when there is no answer, or with the signal's reason. */
export interface Transport {
  /** Base of URLs, such as `http://docker`. */
  readonly origin: string;
  send(request: TransportRequest): Promise<TransportResponse>;
  /** Takes the connection over, by the protocol that is named. */
  upgrade(request: TransportRequest, protocol: string): Promise<RawAnswer>;
  /** What is read are its messages: bytes, or strings of text messages. */
  webSocket(request: Pick<TransportRequest, 'operation' | 'path' | 'signal'>): Promise<Duplex>;
  /** Ends all that goes on, and the connections that are kept open. */
  close(): Promise<void>;
}
