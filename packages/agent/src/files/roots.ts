import { AgentError, type FileMount } from '@arca/agent-proto';
import { closeSync, existsSync, openSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { closeDescriptor, fdPath, O_DIRECTORY, O_PATH, openPath } from '../linux/directory.js';
import {
  bindOver,
  makeReadOnly,
  PrivateMount,
  sweepMounts,
  type FileSystem,
} from '../linux/private-mount.js';
import { openInRoot, type SystemCallError } from '../linux/syscalls.js';
import { makeDirectories, makeFile } from './tree.js';

/** What the files of containers need of tasks and layers. */
export interface FileSource {
  /** Of a container that runs: the pid of its init process and the path where its root file system is mounted. */
  running(id: string): { pid: number; rootfs: string } | undefined;
  /** How to mount the root file system. NOT_FOUND without a layer. */
  mounts(id: string): Promise<FileSystem[]>;
  /** How to mount an image that is held for the container. */
  heldImage(id: string, index: number): Promise<FileSystem>;
}

/** A container's root, held until it is closed. */
export interface Root {
  /** A descriptor of the directory. */
  readonly fd: number;
  close(): void;
}

export type Mounts = readonly Omit<FileMount, '$typeName' | '$unknown'>[];

/** A container that does not run, mounted while somebody looks at it. */
interface Mounted {
  readonly place: PrivateMount;
  /** The root file system by itself. */
  readonly plain: string;
  /** The same with the container's mounts on it. */
  whole?: Promise<string>;
}

/** A mount that is there, or being made, for so many. */
interface Shared {
  users: number;
  readonly mounting: Promise<Mounted>;
}

/**
 * The roots of containers: of one that runs as its init process sees it, of one that does not by a mount in the
 * directory, shared by those who look at it at the same time.
 */
export class Roots {
  private closed = false;
  private readonly mounted = new Map<string, Shared>();

  constructor(
    private readonly source: FileSource,
    private readonly directory: string,
  ) {}

  /** Removes what an earlier agent has left. */
  sweep(): Promise<void> {
    return sweepMounts(this.directory);
  }

  /** Unmounts what is mounted; nobody looks at it any more. */
  close(): Promise<void> {
    this.closed = true;
    return this.sweep();
  }

  /** As the container sees it. NOT_FOUND without a layer. */
  async open(id: string, mounts: Mounts): Promise<Root> {
    const task = this.source.running(id);
    if (task) {
      try {
        return rootAt(openSync(`/proc/${task.pid}/root`, O_PATH | O_DIRECTORY));
      } catch {
        // It has ended just now.
      }
    }
    const held = (index: number) => this.source.heldImage(id, index);
    return this.use(id, (mounted) => (mounted.whole ??= layOver(mounted, mounts, held)));
  }

  /** The root file system by itself. */
  async openPlain(id: string): Promise<Root> {
    const task = this.source.running(id);
    if (task) return rootAt(openPath(task.rootfs));
    return this.use(id, ({ plain }) => Promise.resolve(plain));
  }

  private async use(id: string, choose: (mounted: Mounted) => Promise<string>): Promise<Root> {
    const shared = this.mounted.get(id) ?? { users: 0, mounting: this.mount(id) };
    this.mounted.set(id, shared);
    // Counted before anything is waited for: whoever goes meanwhile must not unmount it.
    shared.users++;
    let mounted: Mounted | undefined;
    try {
      mounted = await shared.mounting;
      return rootAt(openPath(await choose(mounted)), () => this.release(id, shared, mounted));
    } catch (error) {
      this.release(id, shared, mounted);
      throw error;
    }
  }

  private async mount(id: string): Promise<Mounted> {
    const [system] = await this.source.mounts(id);
    if (!system) throw new AgentError('NOT_FOUND', `container ${id} has no root file system`);
    const place = PrivateMount.make(join(this.directory, id));
    try {
      return { place, plain: place.add('plain', system) };
    } catch (error) {
      place.close();
      throw error;
    }
  }

  private release(id: string, shared: Shared, mounted: Mounted | undefined): void {
    if (--shared.users > 0) return;
    if (this.mounted.get(id) === shared) this.mounted.delete(id);
    if (!this.closed) mounted?.place.close();
  }
}

function rootAt(fd: number, released: () => void = () => undefined): Root {
  let open = true;
  const close = () => {
    if (!open) return;
    open = false;
    closeSync(fd);
    released();
  };
  return { fd, close };
}

type HeldImage = (index: number) => Promise<FileSystem>;

/** A second view of the mounted root, with the container's mounts on it. */
async function layOver({ place, plain }: Mounted, mounts: Mounts, held: HeldImage): Promise<string> {
  const whole = place.add('whole', { type: '', source: plain, options: ['bind'] });
  const outermostFirst = [...mounts].sort((a, b) => a.target.length - b.target.length);
  for (const [index, mount] of outermostFirst.entries()) {
    const source = mount.source || place.add(`image-${index}`, await held(mount.image));
    withSource(source, mount.subpath, (path) => withOpen(whole, (root) => layOne(root, path, mount)));
  }
  return whole;
}

/** Does nothing when it is not there. */
function withSource(source: string, subpath: string, use: (path: string) => void): void {
  if (!existsSync(source)) return;
  if (subpath === '') return use(source);
  withOpen(source, (base) => {
    try {
      withOpenIn(base, subpath, (part) => use(fdPath(part)));
    } catch (error) {
      if (!['ENOENT', 'ENOTDIR'].includes((error as SystemCallError).code)) throw error;
    }
  });
}

function layOne(root: number, source: string, { target, readOnly }: Mounts[number]): void {
  if (statSync(source).isDirectory()) makeDirectories(root, target);
  else makeFile(root, target);
  withOpenIn(root, target, (fd) => bindOver(source, fdPath(fd)));
  if (readOnly) withOpenIn(root, target, makeReadOnly); // a second look-up finds the new mount
}

function withOpen(path: string, use: (fd: number) => void): void {
  const fd = openPath(path);
  try {
    use(fd);
  } finally {
    closeDescriptor(fd);
  }
}

function withOpenIn(root: number, path: string, use: (fd: number) => void): void {
  const fd = openInRoot(root, path, O_PATH);
  try {
    use(fd);
  } finally {
    closeDescriptor(fd);
  }
}
