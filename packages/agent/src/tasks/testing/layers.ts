import { AgentError } from '@arca/agent-proto';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import type { Layers } from '../ports.js';

const programs =
  'cat dd echo false head hostname id ls mkfifo mount printf seq sh sleep stty tail test touch true wc yes'.split(
    ' ',
  );

/** A root file system with busybox, enough for a shell script. */
export function makeBusyboxRoot(directory: string): string {
  mkdirSync(join(directory, 'bin'), { recursive: true });
  for (const name of ['proc', 'dev', 'sys', 'tmp', 'etc'])
    mkdirSync(join(directory, name), { recursive: true });
  const busybox = ['/bin/busybox', '/usr/bin/busybox'].find(existsSync);
  if (!busybox) throw new Error('these tests need busybox-static');
  copyFileSync(busybox, join(directory, 'bin/busybox'));
  for (const name of programs) symlinkSync('busybox', join(directory, 'bin', name));
  return directory;
}

/** Writable layers as overlays of plain directories, in place of a snapshotter. */
export class DirectoryLayers implements Layers {
  constructor(
    private readonly lower: string,
    private readonly directory: string,
  ) {}

  upper(id: string): string {
    return join(this.directory, id, 'upper');
  }

  prepare(id: string) {
    for (const name of ['upper', 'work']) mkdirSync(join(this.directory, id, name), { recursive: true });
    return this.mounts(id);
  }

  mounts(id: string) {
    if (!existsSync(this.upper(id))) return Promise.reject(new AgentError('NOT_FOUND', `no layer ${id}`));
    const work = join(this.directory, id, 'work');
    const options = [`lowerdir=${this.lower}`, `upperdir=${this.upper(id)}`, `workdir=${work}`];
    return Promise.resolve([{ type: 'overlay', source: 'overlay', target: '', options }]);
  }

  remove(id: string): Promise<void> {
    rmSync(join(this.directory, id), { recursive: true, force: true });
    return Promise.resolve();
  }

  usage() {
    return Promise.resolve({ bytes: 0, inodes: 0 });
  }

  list(): Promise<string[]> {
    return Promise.resolve(existsSync(this.directory) ? readdirSync(this.directory) : []);
  }

  readFile(id: string, path: string): Promise<Uint8Array | undefined> {
    for (const root of [this.upper(id), this.lower]) {
      if (existsSync(join(root, path))) return Promise.resolve(readFileSync(join(root, path)));
    }
    return Promise.resolve(undefined);
  }
}
