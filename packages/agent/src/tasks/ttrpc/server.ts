import { create, fromBinary, toBinary } from '@bufbuild/protobuf';
import { rmSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { ForwardRequestSchema, TaskOomSchema } from '../../generated/containerd/events/v1/events_pb.js';
import { RequestSchema, ResponseSchema } from '../../generated/ttrpc/ttrpc_pb.js';
import { encodeFrame, FrameReader, REQUEST, RESPONSE } from './frames.js';

/**
 * The events service that a shim insists on: it connects when it starts and delivers its events before it exits. Every
 * event is acknowledged, and of a shortage of memory is told; Wait tells exits.
 */
export class EventSink {
  private readonly sockets = new Set<Socket>();
  private constructor(
    private readonly server: Server,
    private readonly outOfMemory: (containerId: string) => void,
  ) {}

  /** Listens on the path; a socket left there by an earlier agent is replaced, and its shims reconnect. */
  static listen(path: string, outOfMemory: (containerId: string) => void): Promise<EventSink> {
    rmSync(path, { force: true });
    const server = createServer();
    const sink = new EventSink(server, outOfMemory);
    server.on('connection', (socket) => sink.serve(socket));
    return new Promise((resolve, reject) => {
      server.once('error', reject);
      server.listen(path, () => resolve(sink));
    });
  }

  close(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    return new Promise((resolve) => this.server.close(() => resolve()));
  }

  private serve(socket: Socket): void {
    const reader = new FrameReader();
    this.sockets.add(socket);
    socket.on('close', () => this.sockets.delete(socket));
    socket.on('error', () => socket.destroy());
    socket.on('data', (piece) => {
      try {
        for (const frame of reader.push(piece)) {
          if (frame.type === REQUEST) socket.write(this.answer(frame.streamId, frame.payload));
        }
      } catch {
        socket.destroy(); // not ttrpc
      }
    });
  }

  private answer(streamId: number, request: Uint8Array): Uint8Array {
    const { service, method, payload } = fromBinary(RequestSchema, request);
    const known = service === 'containerd.services.events.ttrpc.v1.Events' && method === 'Forward';
    if (known) this.take(payload);
    const status = known ? undefined : { code: UNIMPLEMENTED, message: `no method ${service}/${method}` };
    const response = create(ResponseSchema, status ? { status } : {});
    return encodeFrame({ streamId, type: RESPONSE, payload: toBinary(ResponseSchema, response) });
  }

  private take(payload: Uint8Array): void {
    const { envelope } = fromBinary(ForwardRequestSchema, payload);
    if (envelope?.topic !== '/tasks/oom' || !envelope.event) return;
    this.outOfMemory(fromBinary(TaskOomSchema, envelope.event.value).containerId);
  }
}

const UNIMPLEMENTED = 12;
