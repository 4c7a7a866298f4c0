import koffi from 'koffi';
import { closeSync } from 'node:fs';
import { isIPv6 } from 'node:net';
import { addressBytes } from './address-bytes.js';
import { SystemCallError } from './syscalls.js';

// Sockets of IPv4 and IPv6 that Node cannot make by itself: in another namespace than the process's.

const libc = koffi.load('libc.so.6');
const calls = {
  socket: libc.func('int socket(int domain, int type, int protocol)'),
  bind: libc.func('int bind(int fd, const void *address, unsigned int size)'),
  connect: libc.func('int connect(int fd, const void *address, unsigned int size)'),
  getsockname: libc.func('int getsockname(int fd, void *address, _Inout_ unsigned int *size)'),
  sendto: libc.func(
    'intptr_t sendto(int fd, const void *bytes, size_t length, int flags, const void *address, unsigned int size)',
  ),
  setsockopt: libc.func('int setsockopt(int fd, int level, int name, const void *value, unsigned int size)'),
};

const AF_INET = 2;
const AF_INET6 = 10;
const SOCK_STREAM = 1;
const SOCK_DGRAM = 2;
const SOCK_NONBLOCK = 0o4000;
const SOCK_CLOEXEC = 0o2000000;
const SOL_SOCKET = 1;
const SO_RCVBUFFORCE = 33;
const EINPROGRESS = 115;
const MSG_DONTWAIT = 0x40;
const IPPROTO_IPV6 = 41;
const IPV6_V6ONLY = 26;
const IPPROTO_SCTP = 132;

function checked(result: number | bigint, syscall: string, subject: string): number {
  if (Number(result) < 0) throw new SystemCallError(syscall, koffi.errno(), subject);
  return Number(result);
}

/** struct sockaddr_in or sockaddr_in6 */
function socketAddress(address: string, port: number): Buffer {
  const six = isIPv6(address);
  const name = Buffer.alloc(six ? 28 : 16);
  name.writeUInt16LE(six ? AF_INET6 : AF_INET, 0);
  name.writeUInt16BE(port, 2);
  name.set(addressBytes(address), six ? 8 : 4);
  return name;
}

type Kind = 'udp' | 'tcp' | 'sctp';

function open(kind: Kind, address: string): number {
  const type = (kind === 'udp' ? SOCK_DGRAM : SOCK_STREAM) | SOCK_CLOEXEC | SOCK_NONBLOCK;
  const protocol = kind === 'sctp' ? IPPROTO_SCTP : 0;
  return checked(calls.socket(isIPv6(address) ? AF_INET6 : AF_INET, type, protocol), 'socket', kind);
}

/**
 * A socket of the thread's network namespace, bound to an address, of IPv6 to that alone; port 0: one that the kernel
 * chooses. EADDRINUSE when it is taken, EPROTONOSUPPORT where the kernel has no SCTP. Whoever takes the descriptor up closes it.
 */
export function boundSocket(kind: Kind, address: string, port: number): { fd: number; port: number } {
  const fd = open(kind, address);
  try {
    if (isIPv6(address)) {
      const on = Buffer.of(1, 0, 0, 0);
      checked(calls.setsockopt(fd, IPPROTO_IPV6, IPV6_V6ONLY, on, on.length), 'setsockopt', kind);
    }
    const name = socketAddress(address, port);
    checked(calls.bind(fd, name, name.length), 'bind', `${kind} port ${port}`);
    checked(calls.getsockname(fd, name, [name.length]), 'getsockname', kind);
    return { fd, port: name.readUInt16BE(2) };
  } catch (error) {
    closeSync(fd);
    throw error;
  }
}

/** A socket of the thread's network namespace that is on its way to an address: what is written waits for it. */
export function connectingSocket(address: string, port: number, kind: 'tcp' | 'sctp' = 'tcp'): number {
  const fd = open(kind, address);
  const name = socketAddress(address, port);
  if (calls.connect(fd, name, name.length) === 0 || koffi.errno() === EINPROGRESS) return fd;
  const error = new SystemCallError('connect', koffi.errno(), address);
  closeSync(fd);
  throw error;
}

/** Whom a datagram was sent to last: mostly it is the same again, at another port. */
let last: { address: string; name: Buffer } = { address: '', name: Buffer.alloc(0) };

/** Sends a datagram at once; false when that cannot be. */
export function sendDatagram(fd: number, bytes: Buffer, address: string, port: number): boolean {
  if (last.address !== address) last = { address, name: socketAddress(address, port) };
  const { name } = last;
  name.writeUInt16BE(port, 2);
  return Number(calls.sendto(fd, bytes, bytes.length, MSG_DONTWAIT, name, name.length)) === bytes.length;
}

/** Makes room for so many bytes of datagrams that wait to be read, past net.core.rmem_max. */
export function setReceiveRoom(fd: number, bytes: number): void {
  const value = Buffer.alloc(4);
  value.writeInt32LE(bytes);
  checked(calls.setsockopt(fd, SOL_SOCKET, SO_RCVBUFFORCE, value, value.length), 'setsockopt', `fd ${fd}`);
}
