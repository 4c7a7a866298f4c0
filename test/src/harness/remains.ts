import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { must } from './command.js';
import type { Engine } from './engine.js';

/** Networks that every engine has. */
const predefined = ['bridge', 'host', 'none'];

/**
 * What a daemon that was stopped, and whose containers, images and networks had been removed, has left in its own
 * directory: FIFOs, directories of containers and builds, and rows of its state.
 */
export function remainsOf(directory: string): string[] {
  const root = join(directory, 'root');
  return [
    ...fifos(join(directory, 'run')).map((path) => `FIFO ${path}`),
    ...['containers', 'builds'].flatMap((name) =>
      entries(join(root, name)).map((entry) => `${name}/${entry}`),
    ),
    ...rows(join(root, 'state.db')),
  ];
}

const entries = (path: string): string[] => (existsSync(path) ? readdirSync(path) : []);

function fifos(directory: string): string[] {
  if (!existsSync(directory)) return [];
  const paths = readdirSync(directory, { recursive: true, encoding: 'utf8' }).map((name) =>
    join(directory, name),
  );
  return paths.filter((path) => statSync(path, { throwIfNoEntry: false })?.isFIFO());
}

function rows(path: string): string[] {
  if (!existsSync(path)) return [];
  const database = new DatabaseSync(path, { readOnly: true });
  try {
    const all = database.prepare('SELECT collection, id, document FROM documents').all() as Record<
      string,
      string
    >[];
    return all
      .filter(({ collection, document }) => {
        const { name = '' } = JSON.parse(document!) as { name?: string };
        // The identity of the installation stays, and so do the networks that every engine has.
        return collection !== 'daemon' && !(collection === 'networks' && predefined.includes(name));
      })
      .map(({ collection, id }) => `row ${id} of ${collection}`);
  } finally {
    database.close();
  }
}

/** What containerd has of images, running: blobs, unfinished writes, snapshots and leases. */
export async function storedContent({ directory, name }: Engine): Promise<string[]> {
  const found = readdirSync(directory, { recursive: true, encoding: 'utf8' });
  const socket = found.find((path) => path.endsWith('containerd.sock'))!;
  const ask = async (...args: string[]) => {
    const text = await must('ctr', ['--address', join(directory, socket), '--namespace', name, ...args]);
    return text.split('\n').filter((line) => line !== '');
  };
  const lists = await Promise.all([
    ask('content', 'ls', '--quiet'),
    ask('content', 'active'),
    ask('snapshots', '--snapshotter', 'overlayfs', 'ls'),
    ask('leases', 'ls', '--quiet'),
  ]);
  return lists.flat().sort();
}
