import { createSocket, type RemoteInfo, type Socket } from 'node:dgram';
import { isIPv6 } from '../addresses.js';
import type { Forwarder, Target } from './forwarder.js';

/** Without a packet for so long a client is forgotten, ms. */
const idleTime = 90_000;

interface Client {
  socket: Socket;
  timer: NodeJS.Timeout;
}

/** As `forwardTcp`, for packets: each client gets a socket of its own towards the target, which brings the answers. */
export async function forwardUdp(host: string, port: number, target: Target): Promise<Forwarder> {
  const type = isIPv6(host) ? 'udp6' : 'udp4';
  const server = createSocket({ type, ipv6Only: type === 'udp6' });
  await bind(server, host, port);
  const clients = new Map<string, Client>();
  server.on('message', (packet, from) => {
    const name = `${from.address} ${from.port}`;
    const client = clients.get(name) ?? open(server, from, target, () => forget(clients, name));
    clients.set(name, client);
    client.timer.refresh();
    client.socket.send(packet, target.port, target.address);
  });
  return {
    close: () => {
      server.close();
      for (const name of [...clients.keys()]) forget(clients, name);
    },
  };
}

function bind(server: Socket, address: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.bind({ address, port, exclusive: true }, () => {
      server.off('error', reject);
      server.on('error', () => undefined);
      resolve();
    });
  });
}

function open(server: Socket, from: RemoteInfo, target: Target, end: () => void): Client {
  const socket = createSocket(isIPv6(target.address) ? 'udp6' : 'udp4');
  const timer = setTimeout(end, idleTime).unref();
  socket.on('message', (packet, sender) => {
    if (sender.port !== target.port || sender.address !== target.address) return;
    timer.refresh();
    server.send(packet, from.port, from.address);
  });
  socket.on('error', end);
  return { socket, timer };
}

function forget(clients: Map<string, Client>, name: string): void {
  const client = clients.get(name);
  if (!client) return;
  clients.delete(name);
  clearTimeout(client.timer);
  client.socket.close();
}
