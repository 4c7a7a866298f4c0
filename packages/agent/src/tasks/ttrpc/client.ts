import {
  create,
  fromBinary,
  toBinary,
  type DescMessage,
  type DescMethod,
  type DescService,
  type Message,
} from '@bufbuild/protobuf';
import type { ServiceClient } from '@arca/agent-proto';
import { connect, Socket } from 'node:net';
import { RequestSchema, ResponseSchema } from '../../generated/ttrpc/ttrpc_pb.js';
import { encodeFrame, FrameReader, REQUEST } from './frames.js';

/** gRPC's codes that a shim answers with. */
export type TtrpcCode =
  | 'CANCELLED'
  | 'UNKNOWN'
  | 'INVALID_ARGUMENT'
  | 'NOT_FOUND'
  | 'ALREADY_EXISTS'
  | 'FAILED_PRECONDITION'
  | 'UNIMPLEMENTED'
  | 'INTERNAL'
  | 'UNAVAILABLE';

const codes: Record<number, TtrpcCode> = {
  1: 'CANCELLED',
  3: 'INVALID_ARGUMENT',
  5: 'NOT_FOUND',
  6: 'ALREADY_EXISTS',
  9: 'FAILED_PRECONDITION',
  12: 'UNIMPLEMENTED',
  13: 'INTERNAL',
  14: 'UNAVAILABLE',
};

/** An error that the other side answered; UNAVAILABLE also when the connection broke before an answer came. */
export class TtrpcError extends Error {
  override readonly name = 'TtrpcError';
  constructor(
    readonly code: TtrpcCode,
    message: string,
  ) {
    super(message);
  }
}

interface Pending {
  resolve(payload: Uint8Array): void;
  reject(error: Error): void;
}

/** One connection; calls run side by side. */
export class TtrpcConnection {
  private readonly reader = new FrameReader();
  private readonly pending = new Map<number, Pending>();
  private nextStream = 1; // a client's streams are odd
  private broken: TtrpcError | undefined;
  /** Resolves when the connection has ended, from whichever side. */
  readonly closed: Promise<void>;

  private constructor(private readonly socket: Socket) {
    socket.on('data', (piece) => this.receive(piece));
    socket.on('error', () => undefined); // 'close' follows
    this.closed = new Promise((resolve) => {
      socket.on('close', () => {
        this.fail(new TtrpcError('UNAVAILABLE', 'ttrpc: the connection is closed'));
        resolve();
      });
    });
  }

  /** Rejects with the socket's error (ENOENT, ECONNREFUSED) when nobody listens. */
  static open(path: string): Promise<TtrpcConnection> {
    return new Promise((resolve, reject) => {
      const socket = connect(path);
      socket.once('error', reject);
      socket.once('connect', () => {
        socket.off('error', reject);
        resolve(new TtrpcConnection(socket));
      });
    });
  }

  /** A connection on which every call rejects. */
  static closed(): TtrpcConnection {
    return new TtrpcConnection(new Socket().destroy());
  }

  client<S extends DescService>(service: S): ServiceClient<S> {
    const calls = service.methods.map((method) => [
      method.localName,
      (request: object) => this.call(service, method, request),
    ]);
    return Object.fromEntries(calls) as ServiceClient<S>;
  }

  close(): void {
    this.socket.destroy();
  }

  private async call(service: DescService, method: DescMethod, request: object): Promise<Message> {
    const payload = toBinary(method.input, create(method.input, request as Record<string, unknown>));
    const answer = await this.exchange(service.typeName, method.name, payload);
    return fromBinary<DescMessage>(method.output, answer);
  }

  private exchange(service: string, method: string, payload: Uint8Array): Promise<Uint8Array> {
    if (this.broken) return Promise.reject(this.broken);
    const streamId = this.nextStream;
    this.nextStream += 2;
    const request = toBinary(RequestSchema, create(RequestSchema, { service, method, payload }));
    return new Promise((resolve, reject) => {
      this.pending.set(streamId, { resolve, reject });
      this.socket.write(encodeFrame({ streamId, type: REQUEST, payload: request }));
    });
  }

  private receive(piece: Buffer): void {
    try {
      for (const { streamId, payload } of this.reader.push(piece)) this.settle(streamId, payload);
    } catch (error) {
      this.fail(new TtrpcError('INTERNAL', (error as Error).message));
      this.socket.destroy();
    }
  }

  private settle(streamId: number, payload: Uint8Array): void {
    const call = this.pending.get(streamId);
    if (!call) return;
    this.pending.delete(streamId);
    const response = fromBinary(ResponseSchema, payload);
    if (response.status && response.status.code !== 0) {
      call.reject(new TtrpcError(codes[response.status.code] ?? 'UNKNOWN', response.status.message));
    } else {
      call.resolve(response.payload);
    }
  }

  private fail(error: TtrpcError): void {
    this.broken ??= error;
    for (const call of this.pending.values()) call.reject(this.broken);
    this.pending.clear();
  }
}
