import { chownSync, lstatSync, readFileSync, unlinkSync } from 'node:fs';
import type { Server } from 'node:http';
import { connect } from 'node:net';
import { isAbsolute } from 'node:path';
import type { Log } from '@arca/plugin-kit';
import { started } from './started.js';

/** Whoever is in it may use the daemon, which makes them root. */
const GROUP = 'docker';
/** 107 bytes and the zero at the end: `sun_path` of unix(7). */
const LONGEST = 107;

/**
 * Listens on a unix socket that root and the group `docker` may use. A socket that a daemon left behind is removed; one
 * that is in use, belongs to another user or is no socket at all is an error.
 */
export async function listenOnSocket(server: Server, path: string, log: Log): Promise<void> {
  if (!isAbsolute(path)) throw new Error(`unix://${path}: the path must be absolute`);
  if (Buffer.byteLength(path) > LONGEST)
    throw new Error(`${path}: a socket's path has at most ${LONGEST} bytes`);
  await removeStale(path);
  // bind(2) makes the file, so its mode must be right from the first moment on.
  const mask = process.umask(0o117);
  try {
    const listening = started(server, { path });
    process.umask(mask);
    await listening;
  } finally {
    process.umask(mask);
  }
  const group = groupId(GROUP);
  if (group === undefined)
    return log('debug', `${path}: there is no group ${GROUP}; only root may use the socket`);
  if (process.getuid?.() === 0) chownSync(path, 0, group);
}

async function removeStale(path: string): Promise<void> {
  const found = lstatSync(path, { throwIfNoEntry: false });
  if (found === undefined) return;
  if (!found.isSocket()) throw new Error(`${path} is there and is no socket`);
  if (found.uid !== process.getuid?.()) throw new Error(`${path} belongs to another user`);
  if (await answers(path)) throw new Error(`${path} is in use by another daemon`);
  unlinkSync(path);
}

function answers(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(path);
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}

/** From the host's own group file; directory services are not asked. */
function groupId(name: string): number | undefined {
  let text: string;
  try {
    text = readFileSync('/etc/group', 'utf8');
  } catch {
    return undefined;
  }
  const line = text.split('\n').find((entry) => entry.startsWith(`${name}:`));
  const id = Number(line?.split(':')[2] ?? Number.NaN);
  return Number.isInteger(id) ? id : undefined;
}
