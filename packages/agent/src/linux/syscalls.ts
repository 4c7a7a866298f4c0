import koffi from 'koffi';
import { getSystemErrorName } from 'node:util';

// The one place where the agent calls libc past Node. Names and flags are those of the Linux headers.

const libc = koffi.load('libc.so.6');

const calls = {
  mkfifo: libc.func('int mkfifo(const char *path, unsigned int mode)'),
  mount: libc.func(
    'int mount(const char *source, const char *target, const char *type, unsigned long flags, const char *data)',
  ),
  umount2: libc.func('int umount2(const char *target, int flags)'),
  statfs: libc.func('int statfs(const char *path, void *buffer)'),
  fcntl: libc.func('int fcntl(int fd, int command, int argument)'),
  flock: libc.func('int flock(int fd, int operation)'),
  openat2: libc.func('long syscall(long number, int dirfd, const char *path, void *how, size_t size)'),
  mknod: libc.func('int mknod(const char *path, unsigned int mode, unsigned long device)'),
  lsetxattr: libc.func(
    'int lsetxattr(const char *path, const char *name, const void *value, size_t size, int flags)',
  ),
  utimensat: libc.func('int utimensat(int directory, const char *path, const void *times, int flags)'),
  lgetxattr: libc.func('long lgetxattr(const char *path, const char *name, void *value, size_t size)'),
  // For paths that are no text.
  llistxattr: libc.func('long llistxattr(const void *path, void *list, size_t size)'),
  lgetxattrBytes: libc.func('long lgetxattr(const void *path, const char *name, void *value, size_t size)'),
};

/** A failed system call. `code` is the errno's name (`ENOENT`), as on Node's own errors. */
export class SystemCallError extends Error {
  override readonly name = 'SystemCallError';
  readonly code: string;
  constructor(
    readonly syscall: string,
    readonly errno: number,
    subject: string,
  ) {
    const code = getSystemErrorName(-errno);
    super(`${syscall} ${subject}: ${code}`);
    this.code = code;
  }
}

function checked(result: number | bigint, syscall: string, subject: string): number {
  if (Number(result) < 0) throw new SystemCallError(syscall, koffi.errno(), subject);
  return Number(result);
}

/** mkfifo(3). EEXIST when the path is taken. */
export function mkfifo(path: string, mode = 0o600): void {
  checked(calls.mkfifo(path, mode), 'mkfifo', path);
}

export const MS_RDONLY = 1;
export const MS_REMOUNT = 32;
export const MS_BIND = 4096;
export const MS_REC = 16384;
export const MS_UNBINDABLE = 1 << 17;
export const MS_PRIVATE = 1 << 18;
export const MS_SLAVE = 1 << 19;
export const MS_SHARED = 1 << 20;

/** mount(2). `type` and `data` may be empty where the kernel does not read them. */
export function mount(source: string, target: string, type: string, flags: number, data = ''): void {
  checked(calls.mount(source, target, type, flags, data), 'mount', target);
}

const STATFS_SIZE = 120; // struct statfs on 64-bit machines
const STATFS_FLAGS = 80; // f_flags in it

/**
 * How a path is mounted (statfs(2)): of the flags of mount(2) those that say what may be done; undefined where nothing
 * is. On a thread of the pool, since a file server that is dead lets it wait for ever.
 */
export function mountFlags(path: string): Promise<number | undefined> {
  const buffer = Buffer.alloc(STATFS_SIZE);
  return new Promise((resolve, reject) => {
    calls.statfs.async(path, buffer, (error: Error | null, result: number) => {
      if (error !== null) reject(error);
      else resolve(result === 0 ? Number(buffer.readBigUInt64LE(STATFS_FLAGS) & 0xfn) : undefined);
    });
  });
}

const MNT_DETACH = 2;
const UMOUNT_NOFOLLOW = 8;

/** umount2(2), lazily: what still uses the mount keeps it, nobody else sees it. EINVAL when nothing is mounted there. */
export function detach(target: string): void {
  checked(calls.umount2(target, MNT_DETACH | UMOUNT_NOFOLLOW), 'umount2', target);
}

const F_SETPIPE_SZ = 1031;

/** Sets the capacity of a pipe or FIFO, bytes, and gives what the kernel chose. */
export function setPipeSize(fd: number, bytes: number): number {
  return checked(calls.fcntl(fd, F_SETPIPE_SZ, bytes), 'fcntl', `fd ${fd}`);
}

const LOCK_EX = 2;
const LOCK_NB = 4;

/** flock(2), exclusively and without waiting: EAGAIN when another process has it. Held until the descriptor is closed. */
export function lockFile(fd: number): void {
  checked(calls.flock(fd, LOCK_EX | LOCK_NB), 'flock', `fd ${fd}`);
}

const SYS_openat2 = 437;
const RESOLVE_NO_MAGICLINKS = 2n;
const RESOLVE_IN_ROOT = 16n;

/**
 * A walk over `..` is refused with EAGAIN when anything on the host is renamed or mounted meanwhile: the kernel cannot
 * tell then whether it stayed inside. It is tried again, so often that only an attack on it comes to the end.
 */
const WALKS = 1000;

/**
 * openat2(2) with the directory as root: symlinks, absolute or with `..`, stay inside. Gives a descriptor that the
 * caller closes. `flags` are those of open(2); O_CLOEXEC is added.
 */
export function openInRoot(directory: number, path: string, flags: number): number {
  const O_CLOEXEC = 0o2000000n;
  const how = Buffer.alloc(24); // struct open_how: flags, mode, resolve
  how.writeBigUInt64LE(BigInt(flags) | O_CLOEXEC, 0);
  how.writeBigUInt64LE(RESOLVE_IN_ROOT | RESOLVE_NO_MAGICLINKS, 16);
  for (let walk = 1; ; walk++) {
    const result = Number(calls.openat2(SYS_openat2, directory, path, how, how.length));
    if (result >= 0) return result;
    const error = new SystemCallError('openat2', koffi.errno(), path);
    if (error.code !== 'EAGAIN' || walk === WALKS) throw error;
  }
}

/** lgetxattr(2): the value of an extended attribute, null when there is none. */
export function lgetxattr(path: string, name: string): Buffer | null {
  const value = Buffer.alloc(256);
  const size = Number(calls.lgetxattr(path, name, value, value.length));
  if (size >= 0) return value.subarray(0, size);
  const error = new SystemCallError('lgetxattr', koffi.errno(), path);
  if (error.code === 'ENODATA' || error.code === 'ENOTSUP') return null;
  throw error;
}

/** XATTR_LIST_MAX and XATTR_SIZE_MAX */
const attributeSpace = Buffer.alloc(65_536);

/** All extended attributes by name, of a symbolic link itself. The path may be any bytes. None where there are none. */
export function attributesOf(path: Uint8Array): Map<string, Buffer> {
  const terminated = Buffer.concat([path, Buffer.alloc(1)]);
  const found = new Map<string, Buffer>();
  const missing = new Set(['ENODATA', 'ENOTSUP', 'EOPNOTSUPP']);
  const space = attributeSpace;
  const size = (result: number | bigint, call: string): number => {
    if (Number(result) >= 0) return Number(result);
    const error = new SystemCallError(call, koffi.errno(), Buffer.from(path).toString());
    if (!missing.has(error.code)) throw error;
    return -1;
  };
  const listed = size(calls.llistxattr(terminated, space, space.length), 'llistxattr');
  if (listed <= 0) return found;
  for (const name of space.toString('utf8', 0, listed - 1).split('\0')) {
    const length = size(calls.lgetxattrBytes(terminated, name, space, space.length), 'lgetxattr');
    if (length >= 0) found.set(name, Buffer.from(space.subarray(0, length)));
  }
  return found;
}

/** mknod(2): `mode` has the type (S_IFCHR, S_IFBLK, S_IFIFO) and permissions, from which the umask takes. */
export function mknod(path: string, mode: number, major = 0, minor = 0): void {
  checked(calls.mknod(path, mode, deviceNumber(major, minor)), 'mknod', path);
}

/** dev_t as glibc's makedev(3) makes it. */
function deviceNumber(major: number, minor: number): bigint {
  const [a, b] = [BigInt(major), BigInt(minor)];
  return ((a & 0xfffff000n) << 32n) | ((a & 0xfffn) << 8n) | ((b & 0xffffff00n) << 12n) | (b & 0xffn);
}

/** lsetxattr(2): sets an extended attribute, of a symbolic link itself. */
export function lsetxattr(path: string, name: string, value: Uint8Array): void {
  checked(calls.lsetxattr(path, name, value, value.length, 0), 'lsetxattr', path);
}

const AT_FDCWD = -100;
const AT_SYMLINK_NOFOLLOW = 0x100;

/** utimensat(2): sets the times of access and change, ns since the epoch, of a symbolic link itself. */
export function setTimes(path: string, accessed: bigint, modified: bigint): void {
  const times = Buffer.alloc(32); // struct timespec[2]
  for (const [index, time] of [accessed, modified].entries()) {
    const nanoseconds = ((time % 1_000_000_000n) + 1_000_000_000n) % 1_000_000_000n;
    times.writeBigInt64LE((time - nanoseconds) / 1_000_000_000n, index * 16);
    times.writeBigInt64LE(nanoseconds, index * 16 + 8);
  }
  checked(calls.utimensat(AT_FDCWD, path, times, AT_SYMLINK_NOFOLLOW), 'utimensat', path);
}

const CLONE_NEWNET = 0x40000000;
const AF_NETLINK = 16;
const SOCK_RAW = 3;
const SOCK_CLOEXEC = 0o2000000;
export const NETLINK_ROUTE = 0;
export const NETLINK_NETFILTER = 12;
const MSG_DONTWAIT = 0x40;

const netlink = {
  setns: libc.func('int setns(int fd, int type)'),
  socket: libc.func('int socket(int domain, int type, int protocol)'),
  send: libc.func('long send(int fd, const void *bytes, size_t size, int flags)'),
  recv: libc.func('long recv(int fd, void *bytes, size_t size, int flags)'),
  if_nametoindex: libc.func('unsigned int if_nametoindex(const char *name)'),
};

/** setns(2): moves the calling thread, and only it, into a network namespace. */
export function enterNetworkNamespace(fd: number): void {
  checked(netlink.setns(fd, CLONE_NEWNET), 'setns', `fd ${fd}`);
}

/** A netlink socket in the thread's network namespace. The caller closes it. */
export function netlinkSocket(protocol: number): number {
  return checked(netlink.socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC, protocol), 'socket', 'netlink');
}

/** Index of an interface in the thread's network namespace. ENODEV when there is none. */
export function interfaceIndex(name: string): number {
  const index = netlink.if_nametoindex(name) as number;
  return checked(index === 0 ? -1 : index, 'if_nametoindex', name);
}

/** send(2) in a thread of the pool: the kernel carries out netlink requests inside this call. */
export function sendAsync(fd: number, bytes: Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    netlink.send.async(fd, bytes, bytes.length, 0, (error: Error | null, sent: number | bigint) => {
      if (error) reject(error);
      else if (Number(sent) !== bytes.length)
        reject(new Error(`netlink took ${sent} of ${bytes.length} bytes`));
      else resolve();
    });
  });
}

/** recv(2) without waiting. EAGAIN when there is nothing. */
export function receive(fd: number, bytes: Uint8Array): number {
  return checked(netlink.recv(fd, bytes, bytes.length, MSG_DONTWAIT), 'recv', `fd ${fd}`);
}
