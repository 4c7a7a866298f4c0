import { createServer, Socket, type Server } from 'node:net';
import type { Forwarder, Target } from './forwarder.js';

/**
 * Listens on an address and passes every connection on to the target, half-closed ends too. `::` stands for IPv6
 * alone. Rejects with Node's error when the address cannot be had.
 */
export async function forwardTcp(host: string, port: number, target: Target): Promise<Forwarder> {
  const sockets = new Set<Socket>();
  const server = createServer({ allowHalfOpen: true }, (client) => connect(client, target, sockets));
  await listen(server, host, port);
  return {
    close: () => {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host, port, ipv6Only: true }, () => {
      server.off('error', reject);
      // A failing accept (no descriptors left) costs that connection only.
      server.on('error', () => undefined);
      resolve();
    });
  });
}

function connect(client: Socket, target: Target, sockets: Set<Socket>): void {
  const container = new Socket({ allowHalfOpen: true });
  container.connect({ host: target.address, port: target.port });
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
