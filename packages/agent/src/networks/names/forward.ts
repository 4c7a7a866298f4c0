import { randomInt } from 'node:crypto';
import { createSocket } from 'node:dgram';
import { connect, isIPv6, Socket } from 'node:net';
import { inNetworkNamespace } from '../../linux/network-namespace.js';
import { boundSocket, connectingSocket } from '../../linux/internet-sockets.js';
import { AnswerCache } from './answer-cache.js';
import type { Transport, View } from './resolver.js';

/** As dockerd: how long a server may think, and how many queries may be under way. */
const PATIENCE_MS = 4000;
const MOST_AT_ONCE = 1024;
const REFUSED = 5;
const SERVFAIL = 2;
const DNS_PORT = 53;

/** By sandbox: one cannot take the others' share. */
const underWay = new Map<string, number>();

const answers = new AnswerCache();

/**
 * Asks servers one after the other until one answers with anything but a failure of its own. Undefined when none does;
 * REFUSED when too many queries are under way.
 */
export async function forward(
  query: Buffer,
  view: Pick<View, 'servers' | 'hostServers' | 'inside'>,
  transport: Transport,
  namespace: string,
): Promise<Buffer | undefined> {
  const { servers, hostServers, inside: alone } = view;
  if (hostServers && alone) return undefined;
  const from = hostServers ? '' : namespace;
  const key = AnswerCache.key([transport, from, ...servers].join(' '), query);
  const kept = answers.get(key, query);
  if (kept) return kept;
  const before = underWay.get(namespace) ?? 0;
  if (before >= MOST_AT_ONCE) return withCode(query, REFUSED);
  underWay.set(namespace, before + 1);
  try {
    for (const server of servers) {
      const answer = await ask(query, server, transport, from).catch(() => undefined);
      const code = (answer?.[3] ?? SERVFAIL) & 0xf;
      if (answer && code !== SERVFAIL && code !== REFUSED) {
        answers.put(key, answer);
        return answer;
      }
    }
    return undefined;
  } finally {
    const left = (underWay.get(namespace) ?? 1) - 1;
    if (left === 0) underWay.delete(namespace);
    else underWay.set(namespace, left);
  }
}

/** The query as an answer with this code. */
function withCode(query: Buffer, code: number): Buffer {
  const answer = Buffer.from(query);
  answer[2] = (answer[2] ?? 0) | 0x80;
  answer[3] = ((answer[3] ?? 0) & 0xf0) | 0x80 | code;
  return answer;
}

/** Under an id of its own, so that nobody who saw the client's can answer in the server's place. */
async function ask(query: Buffer, server: string, transport: Transport, namespace: string): Promise<Buffer> {
  const own = Buffer.from(query);
  own.writeUInt16BE(randomInt(0x10000), 0);
  const answer = Buffer.from(
    await (transport === 'udp' ? overUdp(own, server, namespace) : overTcp(own, server, namespace)),
  );
  query.copy(answer, 0, 0, 2);
  return answer;
}

/** From the sandbox, when one is given. */
function overUdp(query: Buffer, server: string, namespace: string): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const socket = createSocket(isIPv6(server) ? 'udp6' : 'udp4');
    const end = (result: Buffer | Error) => {
      clearTimeout(timer);
      socket.close();
      if (result instanceof Error) reject(result);
      else resolve(result);
    };
    const timer = setTimeout(() => end(new Error(`${server} does not answer`)), PATIENCE_MS);
    socket.once('error', end);
    socket.on('message', (answer) => {
      if (answer.length >= 12 && answer.readUInt16BE(0) === query.readUInt16BE(0)) end(answer);
    });
    if (namespace !== '') {
      const any = isIPv6(server) ? '::' : '0.0.0.0';
      socket.bind({ fd: inNetworkNamespace(namespace, () => boundSocket('udp', any, 0)).fd });
    }
    // Connected: answers of others never reach it. Where there is no way the callback gets the error.
    socket.connect(DNS_PORT, server, (...[error]: [Error?]) => (error ? end(error) : socket.send(query)));
  });
}

function overTcp(query: Buffer, server: string, namespace: string): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const socket = connection(server, namespace).setTimeout(PATIENCE_MS);
    const end = (result: Buffer | Error) => {
      socket.destroy();
      if (result instanceof Error) reject(result);
      else resolve(result);
    };
    let received = Buffer.alloc(0);
    socket.write(framed(query));
    socket.on('data', (chunk: Buffer) => {
      received = Buffer.concat([received, chunk]);
      if (received.length < 2) return;
      const length = received.readUInt16BE(0);
      if (received.length >= 2 + length && length >= 12) end(received.subarray(2, 2 + length));
    });
    socket.once('timeout', () => end(new Error(`${server} does not answer`)));
    socket.once('error', end);
    socket.once('end', () => end(new Error(`${server} answers half`)));
  });
}

function connection(server: string, namespace: string): Socket {
  if (namespace === '') return connect({ port: DNS_PORT, host: server });
  return new Socket({ fd: inNetworkNamespace(namespace, () => connectingSocket(server, DNS_PORT)) });
}

/** A message as TCP carries it: its length before it. */
export function framed(message: Buffer): Buffer {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(message.length);
  return Buffer.concat([length, message]);
}
