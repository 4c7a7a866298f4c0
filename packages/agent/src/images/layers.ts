import { AgentError } from '@arca/agent-proto';
import type { Containerd } from '../containerd/containerd.js';
import { isNotFound } from '../containerd/errors.js';
import type { Layers } from '../tasks/ports.js';
import type { StoredImage } from './catalogue.js';
import { layerDirectories, readFile } from './files.js';
import type { ImageStore } from './store.js';

const PREFIX = 'arca-';

/** The writable layers of containers, as the tasks need them. */
export function containerLayers({ snapshots }: Pick<Containerd, 'snapshots'>, store: ImageStore): Layers {
  const keyOf = (containerId: string) => PREFIX + containerId;
  const known = (containerId: string) => (error: unknown) => {
    if (!isNotFound(error)) throw error;
    throw new AgentError('NOT_FOUND', `container ${containerId} has no layer`, undefined, { cause: error });
  };
  return {
    async prepare(containerId, imageId) {
      // Without an image: on nothing.
      if (imageId === '') return snapshots.prepare(keyOf(containerId), '');
      const { id } = await store.get(imageId);
      // At once, before anything else can happen to the image.
      store.holds(containerId, id);
      try {
        return await snapshots.prepare(keyOf(containerId), await store.chainId(id));
      } catch (error) {
        store.holds(containerId, undefined);
        throw error;
      }
    },
    mounts: (containerId) => snapshots.mounts(keyOf(containerId)).catch(known(containerId)),
    async remove(containerId) {
      await snapshots.remove(keyOf(containerId));
      store.holds(containerId, undefined);
    },
    usage: (containerId) => snapshots.usage(keyOf(containerId)).catch(known(containerId)),
    async list() {
      const keys = await snapshots.list(PREFIX);
      // Names of other snapshots have dashes behind the prefix.
      return keys.map((key) => key.slice(PREFIX.length)).filter((id) => /^[a-z0-9]+$/i.test(id));
    },
    async readFile(containerId, path) {
      const mounts = await snapshots.mounts(keyOf(containerId)).catch(known(containerId));
      return readFile(layerDirectories(mounts), path);
    },
  };
}

/** Files of images, for look-ups before a container exists. */
export class ImageFiles {
  /** By image as it is stored now: what comes under the same id after a removal has other directories. */
  readonly #directories = new WeakMap<StoredImage, Promise<string[]>>();

  constructor(
    private readonly snapshots: Containerd['snapshots'],
    private readonly store: ImageStore,
  ) {}

  /** Undefined when the image has no such regular file. NOT_FOUND without the image. */
  async read(imageId: string, path: string): Promise<Buffer | undefined> {
    return readFile(await this.#directoriesOf(await this.store.get(imageId)), path);
  }

  #directoriesOf(image: StoredImage): Promise<string[]> {
    const known = this.#directories.get(image);
    if (known !== undefined) return known;
    const asked = this.#ask(image);
    asked.catch(() => this.#directories.delete(image));
    this.#directories.set(image, asked);
    return asked;
  }

  async #ask({ id }: StoredImage): Promise<string[]> {
    const chainId = await this.store.chainId(id);
    return chainId === '' ? [] : layerDirectories(await this.snapshots.layerMounts(chainId));
  }
}
