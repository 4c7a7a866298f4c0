import { createServer, Socket, type ListenOptions, type Server } from 'node:net';
import { boundSocket, connectingSocket } from '../../linux/internet-sockets.js';
import type { Forwarder, Target } from './forwarder.js';

/**
 * Listens on an address and passes every connection on to the target, half-closed ends too. `::` stands for IPv6
 * alone. Rejects with Node's error when the address cannot be had.
 */
export function forwardTcp(host: string, port: number, target: Target): Promise<Forwarder> {
  const connect = (container: Socket) => container.connect({ host: target.address, port: target.port });
  return forwardStreams({ host, port, ipv6Only: true }, () => connect(new Socket({ allowHalfOpen: true })));
}

/** The same of SCTP, whose one-to-one sockets Node takes for those of TCP; an end ends both directions. */
export function forwardSctp(host: string, port: number, target: Target): Promise<Forwarder> {
  return forwardStreams(
    boundSocket('sctp', host, port),
    () => new Socket({ fd: connectingSocket(target.address, target.port, 'sctp') }),
  );
}

async function forwardStreams(where: ListenOptions, open: () => Socket): Promise<Forwarder> {
  const sockets = new Set<Socket>();
  const server = createServer({ allowHalfOpen: true }, (client) => join(client, open, sockets));
  await listen(server, where);
  return {
    close: () => {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}

function listen(server: Server, where: ListenOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(where, () => {
      server.off('error', reject);
      // A failing accept (no descriptors left) costs that connection only.
      server.on('error', () => undefined);
      resolve();
    });
  });
}

function join(client: Socket, open: () => Socket, sockets: Set<Socket>): void {
  client.on('error', () => undefined);
  let container: Socket;
  try {
    container = open();
  } catch {
    client.destroy(); // there is no way
    return;
  }
  for (const [socket, other] of [
    [client, container],
    [container, client],
  ] as const) {
    sockets.add(socket);
    socket.setNoDelay(true);
    socket.on('error', () => other.destroy());
    socket.on('close', () => {
      sockets.delete(socket);
      // The other direction may still have something to deliver after a clean end.
      if (!socket.readableEnded) other.destroy();
    });
    socket.pipe(other);
  }
}
