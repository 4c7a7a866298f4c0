import { isIPv4 } from 'node:net';
import { closeSync } from 'node:fs';
import { getSystemErrorName } from 'node:util';
import { receive, sendAsync } from './syscalls.js';

// The few rtnetlink messages that set up an interface inside a namespace (linux/rtnetlink.h, if_addr.h, if_link.h).
// All numbers are in the host's byte order, which Node knows only as little-endian on the platforms it runs on.

const RTM_NEWLINK = 16;
const RTM_NEWADDR = 20;
const RTM_NEWROUTE = 24;
const NLMSG_ERROR = 2;
const NLM_F_REQUEST = 1;
const NLM_F_ACK = 4;
const NLM_F_EXCL = 0x200;
const NLM_F_CREATE = 0x400;
const HEADER = 16; // struct nlmsghdr: length, type, flags, sequence, port

const AF_INET = 2;
const AF_INET6 = 10;
const IFF_UP = 1;
const IFA_ADDRESS = 1;
const IFA_LOCAL = 2;
const IFA_BROADCAST = 4;
const IFA_F_NODAD = 2;
const RTA_OIF = 4;
const RTA_GATEWAY = 5;
const RT_TABLE_MAIN = 254;
const RTPROT_BOOT = 3;
const RTN_UNICAST = 1;

/** A request to rtnetlink, and what to call it when it fails. */
export interface RouteRequest {
  what: string;
  type: number;
  flags: number;
  body: Buffer;
}

/** Sets the interface up. */
export function linkUp(index: number): RouteRequest {
  const body = Buffer.alloc(16); // struct ifinfomsg
  body.writeInt32LE(index, 4);
  body.writeUInt32LE(IFF_UP, 8);
  body.writeUInt32LE(IFF_UP, 12);
  return { what: `link ${index} up`, type: RTM_NEWLINK, flags: 0, body };
}

/** Adds an address. An IPv6 one is usable at once: nobody else can have it on a bridge whose addresses we give out. */
export function addAddress(index: number, address: string, prefix: number): RouteRequest {
  const bytes = addressBytes(address);
  const head = Buffer.alloc(8); // struct ifaddrmsg
  head[0] = bytes.length === 4 ? AF_INET : AF_INET6;
  head[1] = prefix;
  head[2] = bytes.length === 4 ? 0 : IFA_F_NODAD;
  head.writeInt32LE(index, 4);
  const parts = [head, attribute(IFA_LOCAL, bytes), attribute(IFA_ADDRESS, bytes)];
  if (bytes.length === 4 && prefix < 31) parts.push(attribute(IFA_BROADCAST, broadcast(bytes, prefix)));
  const flags = NLM_F_CREATE | NLM_F_EXCL;
  return { what: `address ${address}/${prefix}`, type: RTM_NEWADDR, flags, body: Buffer.concat(parts) };
}

/** Adds the default route of the gateway's family. */
export function addDefaultRoute(index: number, gateway: string): RouteRequest {
  const bytes = addressBytes(gateway);
  const head = Buffer.alloc(12); // struct rtmsg
  head[0] = bytes.length === 4 ? AF_INET : AF_INET6;
  head[4] = RT_TABLE_MAIN;
  head[5] = RTPROT_BOOT;
  head[7] = RTN_UNICAST;
  const device = Buffer.alloc(4);
  device.writeInt32LE(index);
  const body = Buffer.concat([head, attribute(RTA_GATEWAY, bytes), attribute(RTA_OIF, device)]);
  return { what: `default route via ${gateway}`, type: RTM_NEWROUTE, flags: NLM_F_CREATE | NLM_F_EXCL, body };
}

/** 4 or 16 bytes in network order. The address must be valid; a zone is not allowed. */
export function addressBytes(address: string): Buffer {
  if (isIPv4(address)) return Buffer.from(address.split('.').map(Number));
  const tail = /(\d+)\.(\d+)\.(\d+)\.(\d+)$/.exec(address);
  const text = tail
    ? address.slice(0, tail.index) +
      [tail.slice(1, 3), tail.slice(3, 5)]
        .map((two) => Buffer.from(two.map(Number)).toString('hex'))
        .join(':')
    : address;
  const [left = [], right = []] = text.split('::').map((half) => (half === '' ? [] : half.split(':')));
  const groups = [...left, ...new Array<string>(8 - left.length - right.length).fill('0'), ...right];
  return Buffer.from(groups.map((group) => group.padStart(4, '0')).join(''), 'hex');
}

function broadcast(address: Buffer, prefix: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE((address.readUInt32BE() | (0xffffffff >>> prefix)) >>> 0);
  return bytes;
}

/** struct rtattr: length, type, then the value filled up to a multiple of four. */
function attribute(type: number, value: Buffer): Buffer {
  const bytes = Buffer.alloc(4 + Math.ceil(value.length / 4) * 4);
  bytes.writeUInt16LE(4 + value.length, 0);
  bytes.writeUInt16LE(type, 2);
  value.copy(bytes, 4);
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
export async function routeRequests(socket: number, requests: readonly RouteRequest[]): Promise<void> {
  try {
    await sendAsync(socket, Buffer.concat(requests.map(encode)));
    const errors = acknowledgements(socket, requests.length);
    for (const [sequence, errno] of errors) {
      if (errno !== 0) throw new NetlinkError(requests[sequence]!.what, getSystemErrorName(errno));
    }
  } finally {
    closeSync(socket);
  }
}

function encode({ type, flags, body }: RouteRequest, sequence: number): Buffer {
  const head = Buffer.alloc(HEADER);
  head.writeUInt32LE(HEADER + body.length, 0);
  head.writeUInt16LE(type, 4);
  head.writeUInt16LE(flags | NLM_F_REQUEST | NLM_F_ACK, 6);
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
