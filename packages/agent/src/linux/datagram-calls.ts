import koffi from 'koffi';
import { closeSync } from 'node:fs';
import { SystemCallError } from './syscalls.js';

// What libc's calls for datagrams of AF_UNIX need; layouts are those of 64-bit Linux.

const libc = koffi.load('libc.so.6');
koffi.struct('arca_msghdr', {
  msg_name: 'void *',
  msg_namelen: 'uint32_t',
  msg_iov: 'void *',
  msg_iovlen: 'size_t',
  msg_control: 'void *',
  msg_controllen: 'size_t',
  msg_flags: 'int',
});
const calls = {
  socket: libc.func('int socket(int domain, int type, int protocol)'),
  connect: libc.func('int connect(int fd, const void *address, unsigned int length)'),
  send: libc.func('long send(int fd, const void *data, size_t size, int flags)'),
  sendmsg: libc.func('long sendmsg(int fd, const arca_msghdr *message, int flags)'),
  memfd_create: libc.func('int memfd_create(const char *name, unsigned int flags)'),
  fcntl: libc.func('int fcntl(int fd, int command, int argument)'),
};

function checked(result: number | bigint, syscall: string, subject: string): number {
  if (Number(result) < 0) throw new SystemCallError(syscall, koffi.errno(), subject);
  return Number(result);
}

const AF_UNIX = 1;
const SOCK_DGRAM = 2;
const SOCK_CLOEXEC = 0o2000000;
const MSG_DONTWAIT = 0x40;
const MSG_NOSIGNAL = 0x4000;
const SOL_SOCKET = 1;
const SCM_RIGHTS = 1;
const MFD_CLOEXEC = 1;
const MFD_ALLOW_SEALING = 2;
const F_ADD_SEALS = 1033;
/** SEAL, SHRINK, GROW, WRITE */
const allSeals = 15;
const pathRoom = 108;

/** socket(2) and connect(2). ENOENT, ECONNREFUSED, EPROTOTYPE for a stream socket, ENAMETOOLONG. */
export function connectDatagram(path: string): number {
  const address = Buffer.alloc(2 + pathRoom); // struct sockaddr_un
  address.writeUInt16LE(AF_UNIX, 0);
  if (Buffer.byteLength(path) >= pathRoom) {
    const ENAMETOOLONG = 36;
    throw new SystemCallError('connect', ENAMETOOLONG, path);
  }
  address.write(path, 2);
  const fd = checked(calls.socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0), 'socket', path);
  try {
    checked(calls.connect(fd, address, address.length), 'connect', path);
    return fd;
  } catch (error) {
    closeSync(fd);
    throw error;
  }
}

/** send(2), without waiting: EAGAIN when the receiver's queue is full, EMSGSIZE for what is too large. */
export function sendDatagram(fd: number, data: Uint8Array): void {
  checked(calls.send(fd, data, data.length, MSG_DONTWAIT | MSG_NOSIGNAL), 'send', `fd ${fd}`);
}

/** sendmsg(2) with nothing but a descriptor, which the receiver gets as its own. */
export function sendDescriptor(fd: number, descriptor: number): void {
  const control = Buffer.alloc(24); // struct cmsghdr and an int, padded
  control.writeBigUInt64LE(20n, 0);
  control.writeInt32LE(SOL_SOCKET, 8);
  control.writeInt32LE(SCM_RIGHTS, 12);
  control.writeInt32LE(descriptor, 16);
  const message = {
    ...{ msg_name: null, msg_namelen: 0, msg_iov: null, msg_iovlen: 0, msg_flags: 0 },
    ...{ msg_control: control, msg_controllen: control.length },
  };
  checked(calls.sendmsg(fd, message, MSG_DONTWAIT | MSG_NOSIGNAL), 'sendmsg', `fd ${fd}`);
}

/** memfd_create(2): memory that `fill` writes to and nobody changes afterwards. */
export function sealedMemory(name: string, fill: (fd: number) => void): number {
  const fd = checked(calls.memfd_create(name, MFD_CLOEXEC | MFD_ALLOW_SEALING), 'memfd_create', name);
  try {
    fill(fd);
    checked(calls.fcntl(fd, F_ADD_SEALS, allSeals), 'fcntl', name);
    return fd;
  } catch (error) {
    closeSync(fd);
    throw error;
  }
}
