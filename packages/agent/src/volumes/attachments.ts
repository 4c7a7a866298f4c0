import { AgentError, type Attachment } from '@arca/agent-proto';
import { join } from 'node:path';
import type { Snapshots } from '../containerd/snapshots.js';
import { isNotFound } from '../containerd/errors.js';
import { closeDescriptor, O_PATH, openPath } from '../linux/directory.js';
import { PrivateMount, sweepMounts, type FileSystem } from '../linux/private-mount.js';
import { openInRoot, type SystemCallError } from '../linux/syscalls.js';

type Views = Pick<Snapshots, 'view' | 'mounts' | 'remove' | 'list'>;

const PREFIX = 'arca-mount-';
const keyOf = (containerId: string, index: number | string) => `${PREFIX}${containerId}-${index}`;

/** Images that containers mount, and what is laid ready for a container while it starts. */
export class Attachments {
  constructor(
    private readonly directory: string,
    private readonly snapshots: Views,
  ) {}

  hold(containerId: string, index: number, chainId: string): Promise<void> {
    return this.snapshots.view(keyOf(containerId, index), chainId);
  }

  async release(containerId: string): Promise<void> {
    for (const key of await this.snapshots.list(keyOf(containerId, ''))) await this.snapshots.remove(key);
  }

  /** What is bound from these paths into a container stays there after `detach`. */
  async attach(containerId: string, attachments: readonly Attachment[]): Promise<string[]> {
    this.detach(containerId);
    const place = PrivateMount.make(join(this.directory, containerId));
    try {
      const paths: string[] = [];
      for (const [index, attachment] of attachments.entries()) {
        const base = attachment.directory || (await this.image(place, containerId, attachment.index, index));
        paths.push(
          attachment.subpath === '' ? base : bindPart(place, `part-${index}`, base, attachment.subpath),
        );
      }
      return paths;
    } catch (error) {
      place.close();
      throw error;
    }
  }

  detach(containerId: string): void {
    PrivateMount.at(join(this.directory, containerId)).close();
  }

  /** Gives up what is there for other containers. */
  async keep(containerIds: ReadonlySet<string>): Promise<void> {
    for (const key of await this.snapshots.list(PREFIX)) {
      const [containerId = ''] = key.slice(PREFIX.length).split('-');
      if (!containerIds.has(containerId)) await this.snapshots.remove(key);
    }
  }

  sweep(): Promise<void> {
    return sweepMounts(this.directory);
  }

  private async image(
    place: PrivateMount,
    containerId: string,
    held: number,
    index: number,
  ): Promise<string> {
    return place.add(`image-${index}`, await heldImage(this.snapshots, containerId, held));
  }
}

/** How to mount an image that is held for a container. Throws NOT_FOUND when it is not. */
export async function heldImage(
  snapshots: Pick<Snapshots, 'mounts'>,
  containerId: string,
  held: number,
): Promise<FileSystem> {
  const [system] = await snapshots.mounts(keyOf(containerId, held)).catch((error: unknown) => {
    if (!isNotFound(error)) throw error;
    throw new AgentError('NOT_FOUND', `container ${containerId} holds no image ${held}`);
  });
  return system!;
}

function bindPart(place: PrivateMount, name: string, base: string, subpath: string): string {
  const root = openPath(base);
  try {
    const part = openInRoot(root, subpath, O_PATH);
    try {
      return place.bind(name, part);
    } finally {
      closeDescriptor(part);
    }
  } catch (error) {
    const { code, message } = error as SystemCallError;
    const missing = code === 'ENOENT' || code === 'ENOTDIR';
    const text = `cannot access path ${join(base, subpath)}: ${missing ? 'no such file or directory' : message}`;
    throw new AgentError(missing ? 'NOT_FOUND' : 'INTERNAL', text, undefined, { cause: error });
  } finally {
    closeDescriptor(root);
  }
}
