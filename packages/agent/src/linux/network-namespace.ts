import { closeSync, openSync, statSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';
import { enterNetworkNamespace } from './syscalls.js';

let home: number | undefined;

/**
 * Calls a function while the thread is in the network namespace at the path, to open sockets and files of
 * `/proc/sys/net` there: they keep belonging to it. The function must be short and must not wait; other threads stay
 * where they are. A file read by name in another thread must go through `/proc/thread-self/net`, since `/proc/self/net`
 * is the view of this thread.
 */
export function inNetworkNamespace<T>(path: string, call: () => T): T {
  home ??= openSync(isMainThread ? '/proc/self/ns/net' : '/proc/thread-self/ns/net', 'r');
  const namespace = openSync(path, 'r');
  try {
    enterNetworkNamespace(namespace);
    try {
      return call();
    } finally {
      leave(home);
    }
  } finally {
    closeSync(namespace);
  }
}

function leave(namespace: number): void {
  try {
    enterNetworkNamespace(namespace);
  } catch {
    // The agent would go on inside a container's network.
    process.abort();
  }
}

/** Whether a network namespace is mounted at the path. A file that is left of one is not. */
export function isNetworkNamespace(path: string): boolean {
  const mounted = statSync(path, { throwIfNoEntry: false });
  return mounted !== undefined && mounted.dev === statSync('/proc/thread-self/ns/net').dev;
}
