import { createSocket, type RemoteInfo, type Socket as DatagramSocket, type SocketOptions } from 'node:dgram';
import { closeSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { once } from 'node:events';
import { inNetworkNamespace } from '../../linux/network-namespace.js';
import { boundSocket, sendDatagram, setReceiveRoom } from '../../linux/internet-sockets.js';
import { framed } from './forward.js';
import { OwnAnswers } from './own-answers.js';
import { resolve, resolveOwn, type Transport, type View } from './resolver.js';
import type { Zones } from './zones.js';

export interface NamePorts {
  udp: number;
  tcp: number;
}

/** 127.0.0.11, which images have in them as the place of Docker's name server. */
export const ADDRESS = '127.0.0.11';
/** Of queries that wait: some thousands, in place of 160. The kernel takes the memory only while they do. */
const QUEUE_BYTES = 4 << 20;
/** A client that keeps a connection open and says nothing. */
const IDLE_MS = 10_000;

const asItIs: NonNullable<SocketOptions['lookup']> = (address, _, done) => done(null, address, 4);

/** Answers queries on two sockets inside a sandbox. Who can send to them is the sandbox's processes alone. */
export class NameServer {
  private closed = false;
  private readonly kept: OwnAnswers;

  private constructor(
    private readonly zones: Zones,
    private readonly namespace: string,
    public view: View,
    readonly ports: NamePorts,
    private readonly datagrams: DatagramSocket,
    private readonly streams: Server,
  ) {
    this.kept = new OwnAnswers(zones);
  }

  /** Listens in the namespace, at these ports or (0) others. */
  static async open(zones: Zones, view: View, namespace: string, wanted: NamePorts): Promise<NameServer> {
    const [udp, tcp] = inNetworkNamespace(namespace, () => {
      const first = boundSocket('udp', ADDRESS, wanted.udp);
      try {
        setReceiveRoom(first.fd, QUEUE_BYTES);
        return [first, boundSocket('tcp', ADDRESS, wanted.tcp)] as const;
      } catch (error) {
        closeSync(first.fd);
        throw error;
      }
    });
    // Clients are addresses already: Node's own look-up of each would wait a turn.
    const datagrams = createSocket({ type: 'udp4', lookup: asItIs });
    const streams = createServer();
    const server = new NameServer(
      zones,
      namespace,
      view,
      { udp: udp.port, tcp: tcp.port },
      datagrams,
      streams,
    );
    datagrams.on('message', (query, from) => server.receive(query, from, udp.fd));
    datagrams.on('error', () => undefined); // of one answer, whose client has gone
    streams.on('connection', (socket) => server.serve(socket));
    // A socket that is bound already listens before `bind` returns.
    const listening = Promise.all([once(datagrams, 'listening'), once(streams, 'listening')]);
    datagrams.bind({ fd: udp.fd });
    streams.listen({ fd: tcp.fd });
    await listening;
    datagrams.unref();
    streams.unref();
    return server;
  }

  close(): void {
    this.closed = true;
    this.datagrams.close();
    this.streams.close();
  }

  /** What is known is answered at once; asking others takes time. */
  private receive(query: Buffer, { port, address }: RemoteInfo, fd: number): void {
    if (this.closed) return;
    const kept = this.kept.get(query, this.view);
    const own = kept ?? resolveOwn(this.zones, this.view, query, 'udp');
    if (own?.isFixed && own.answer && !kept) this.kept.put(query, own);
    const send = (answer: Buffer) => {
      // By the system call: Node's own way takes several times as long, and the bytes may be another answer's by then.
      if (!sendDatagram(fd, answer, address, port))
        this.datagrams.send(Buffer.from(answer), port, address, () => undefined);
    };
    if (own?.answer) send(own.answer);
    if (own) return;
    void this.answer(query, 'udp').then((answer) => {
      if (answer && !this.closed) send(answer);
    });
  }

  private answer(query: Buffer, transport: Transport): Promise<Buffer | undefined> {
    return resolve(this.zones, this.view, query, transport, this.namespace).catch(() => undefined);
  }

  private serve(socket: Socket): void {
    let received = Buffer.alloc(0);
    socket.setTimeout(IDLE_MS, () => socket.destroy());
    socket.on('error', () => socket.destroy());
    socket.on('data', (chunk: Buffer) => {
      received = Buffer.concat([received, chunk]);
      while (received.length >= 2 && received.length >= 2 + received.readUInt16BE(0)) {
        const end = 2 + received.readUInt16BE(0);
        const query = received.subarray(2, end);
        received = received.subarray(end);
        void this.answer(query, 'tcp').then((answer) => {
          if (answer) socket.write(framed(answer));
          else socket.destroy();
        });
      }
    });
  }
}
