import { setTimeout as after } from 'node:timers/promises';
import { deflateSync, gzipSync } from 'node:zlib';
import {
  DatagramLink,
  StreamLink,
  systemError,
  withPort,
  type ArcaError,
  type MessageSender,
} from '@arca/plugin-kit';
import { chunks } from './chunks.js';
import type { GelfOptions } from './options.js';

/** Connects to a collector. Rejects with System, in dockerd's words, when it does not answer. */
export async function openSender(options: GelfOptions): Promise<MessageSender> {
  const { host, port } = options;
  try {
    return await (options.network === 'udp' ? datagrams(options) : stream(options));
  } catch (error) {
    const { message } = error as ArcaError;
    throw systemError(
      `gelf: cannot connect to GELF endpoint: ${withPort(host, port)} ${message}`,
      'log.dial',
      {
        cause: error,
      },
    );
  }
}

const compressions: Readonly<Record<GelfOptions['compression'], (data: Buffer, level: number) => Buffer>> = {
  gzip: (data, level) => gzipSync(data, { level }),
  zlib: (data, level) => deflateSync(data, { level }),
  none: (data) => data,
};

async function datagrams({ host, port, compression, level }: GelfOptions): Promise<MessageSender> {
  const link = await DatagramLink.open(host, port);
  const compress = compressions[compression];
  return {
    async send(messages, signal) {
      for (const message of messages) {
        signal.throwIfAborted();
        for (const datagram of chunks(compress(message, level))) await link.send(datagram);
      }
    },
    close: () => link.close(),
  };
}

const terminator = Buffer.alloc(1);

async function stream({ host, port, maxReconnect, reconnectDelay }: GelfOptions): Promise<MessageSender> {
  const link = new StreamLink({ network: 'tcp', address: withPort(host, port), plain: { host, port } });
  await link.connect();
  return {
    async send(messages, signal) {
      const data = Buffer.concat(messages.flatMap((message) => [message, terminator]));
      for (let attempt = 0; attempt <= maxReconnect; attempt++) {
        try {
          await link.write(data, signal);
          return;
        } catch {
          signal.throwIfAborted();
          link.reset();
        }
        if (attempt === maxReconnect) break;
        await after(reconnectDelay * 1000, undefined, { signal });
        await link.connect(signal).catch(() => undefined);
      }
      throw new Error('gelf: cannot send GELF message: Maximum reconnection attempts was reached; giving up');
    },
    close: () => link.close(),
  };
}
