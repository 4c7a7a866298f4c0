import { closeSync } from 'node:fs';
import { getSystemErrorName } from 'node:util';
import { receive, sendAsync } from './syscalls.js';

// netlink(7). Numbers are in the host's byte order, which is little-endian on all that Node supports but s390x.

const NLMSG_ERROR = 2;
const NLM_F_REQUEST = 1;
const NLM_F_ACK = 4;
export const NLM_F_EXCL = 0x200;
export const NLM_F_CREATE = 0x400;
const NLA_F_NESTED = 0x8000;
const HEADER = 16; // struct nlmsghdr: length, type, flags, sequence, port

export const AF_INET = 2;
export const AF_INET6 = 10;

/** A request to the kernel, and what to call it when it fails. */
export interface NetlinkRequest {
  what: string;
  type: number;
  flags: number;
  /** The family's own header, then attributes. */
  body: Buffer;
  /** The kernel says nothing to it, unless it refuses it: the marks at both ends of a batch. */
  unanswered?: boolean;
}

/** struct nlattr: length, type, then the value filled up to a multiple of four. */
export function attribute(type: number, value: Uint8Array): Buffer {
  const bytes = Buffer.alloc(4 + Math.ceil(value.length / 4) * 4);
  bytes.writeUInt16LE(4 + value.length, 0);
  bytes.writeUInt16LE(type, 2);
  bytes.set(value, 4);
  return bytes;
}

/** An attribute that holds others. */
export const nested = (type: number, ...parts: readonly Uint8Array[]): Buffer =>
  attribute(type | NLA_F_NESTED, Buffer.concat(parts));

export const text = (value: string): Buffer => Buffer.from(`${value}\0`);

/** Of the routing and the link families, whose numbers are in the host's order. */
export function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

/** A request that the kernel refused. `code` is the errno's name. */
export class NetlinkError extends Error {
  override readonly name = 'NetlinkError';
  constructor(
    readonly what: string,
    readonly code: string,
  ) {
    super(`${what}: ${code}`);
  }
}

/**
 * Sends the requests over a socket, which it closes. The kernel carries out all of them, in order; rejects with the
 * first NetlinkError.
 */
export async function netlinkRequests(socket: number, requests: readonly NetlinkRequest[]): Promise<void> {
  try {
    await sendAsync(socket, Buffer.concat(requests.map(encode)));
    const errors = acknowledgements(socket, requests.filter(({ unanswered }) => !unanswered).length);
    for (const [sequence, errno] of errors) {
      if (errno !== 0) throw new NetlinkError(requests[sequence]!.what, getSystemErrorName(errno));
    }
  } finally {
    closeSync(socket);
  }
}

function encode({ type, flags, body, unanswered }: NetlinkRequest, sequence: number): Buffer {
  const head = Buffer.alloc(HEADER);
  head.writeUInt32LE(HEADER + body.length, 0);
  head.writeUInt16LE(type, 4);
  head.writeUInt16LE(flags | NLM_F_REQUEST | (unanswered ? 0 : NLM_F_ACK), 6);
  head.writeUInt32LE(sequence, 8);
  return Buffer.concat([head, body]);
}

/** Answers are there when send(2) returns. Pairs of sequence number and negative errno, 0 for success. */
function acknowledgements(socket: number, count: number): [number, number][] {
  const found: [number, number][] = [];
  const bytes = Buffer.alloc(16384);
  while (found.length < count) {
    const size = receive(socket, bytes);
    for (let offset = 0; offset < size; offset += Math.ceil(bytes.readUInt32LE(offset) / 4) * 4) {
      if (bytes.readUInt16LE(offset + 4) !== NLMSG_ERROR) continue;
      found.push([bytes.readUInt32LE(offset + 8), bytes.readInt32LE(offset + HEADER)]);
    }
  }
  return found;
}
