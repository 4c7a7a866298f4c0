import { isIP } from 'node:net';
import type { ConnectionOptions } from 'node:tls';
import {
  DatagramLink,
  dialFailure,
  StreamLink,
  systemError,
  withPort,
  type LocalDatagrams,
  type LocalDatagramSocket,
  type MessageSender,
} from '@arca/plugin-kit';
import type { StreamAddress, SyslogAddress } from './options.js';

/** Sockets of a host's own syslog daemon, in the order in which they are tried. */
const localPaths = ['/dev/log', '/var/run/syslog', '/var/run/log'];

/** Connects to a collector. Rejects with System, in Go's words, when it does not answer. */
export async function openSender(
  address: SyslogAddress,
  tls: ConnectionOptions,
  datagrams: LocalDatagrams,
): Promise<MessageSender> {
  switch (address.network) {
    case 'local':
      return localSender(datagrams);
    case 'unixgram':
      return datagramSender(address.path, datagrams);
    case 'udp': {
      const link = await DatagramLink.open(address.host, address.port);
      return {
        async send(messages) {
          for (const message of messages) await link.send(message);
        },
        close: () => link.close(),
      };
    }
    default:
      return streamSender(linkTo(address, tls));
  }
}

function linkTo(address: StreamAddress, tls: ConnectionOptions): StreamLink {
  if (address.network === 'unix') {
    return new StreamLink({ network: 'unix', address: address.path, plain: { path: address.path } });
  }
  const { network, port } = address;
  const host = address.host || 'localhost';
  const target = { network: 'tcp', address: withPort(host, port) };
  if (network === 'tcp') return new StreamLink({ ...target, plain: { host, port } });
  const servername = isIP(host) ? '' : host;
  return new StreamLink({ ...target, tls: { host, port, servername, minVersion: 'TLSv1.2', ...tls } });
}

/** One try to connect again and send again, as dockerd's driver; then the messages are lost. */
async function streamSender(link: StreamLink): Promise<MessageSender> {
  await link.connect();
  return {
    async send(messages, signal) {
      const data = Buffer.concat(messages);
      if (link.up) {
        const sent = await link.write(data, signal).then(
          () => true,
          () => false,
        );
        if (sent) return;
        signal.throwIfAborted();
        link.reset();
      }
      await link.connect(signal);
      await link.write(data, signal);
    },
    close: () => link.close(),
  };
}

function datagramSender(path: string, datagrams: LocalDatagrams): MessageSender {
  let socket: LocalDatagramSocket;
  try {
    socket = datagrams.connect(path);
  } catch (error) {
    throw dialFailure('unixgram', path, error);
  }
  return {
    async send(messages, signal) {
      for (const message of messages) await socket.send(message, signal);
    },
    close: () => socket.close(),
  };
}

async function localSender(datagrams: LocalDatagrams): Promise<MessageSender> {
  for (const path of localPaths) {
    try {
      return datagramSender(path, datagrams);
    } catch {
      // The next one may answer.
    }
  }
  for (const path of localPaths) {
    const sender = await streamSender(linkTo({ network: 'unix', path }, {})).catch(() => undefined);
    if (sender) return sender;
  }
  throw systemError('Unix syslog delivery error', 'log.dial');
}
