import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import {
  Images,
  inProcess,
  type AgentError,
  type ImageProgress,
  type ServiceClient,
} from '@arca/agent-proto';
import { Containerd } from '../../containerd/containerd.js';
import type { RegistryOptions } from '../registry/endpoints.js';
import { imageServices, type ImageServices } from '../service.js';
import { ImageStore } from '../store.js';

/** The image service on a containerd of its own, in a directory of its own. */
export class Testbed {
  images!: ServiceClient<typeof Images>;
  streams!: ImageServices['streams'];
  store!: ImageStore;

  private constructor(
    readonly directory: string,
    readonly containerd: Containerd,
    private readonly registries: RegistryOptions,
  ) {}

  static async open(registries: RegistryOptions = {}, parent = tmpdir()): Promise<Testbed> {
    const directory = await mkdtemp(join(parent, `arca-images-${process.pid}-`));
    try {
      const places = { root: join(directory, 'root'), run: join(directory, 'run') };
      const containerd = await Containerd.open({ ...places, namespace: 'test', log: () => undefined });
      const bed = new Testbed(directory, containerd, { retryDelay: 1, ...registries });
      await bed.restart();
      return bed;
    } catch (error) {
      await rm(directory, { recursive: true, force: true });
      throw error;
    }
  }

  /** Builds the service anew on what is stored, as a new agent would. */
  async restart(): Promise<void> {
    this.store = await ImageStore.open(this.containerd, { log: () => undefined });
    const { images, streams } = imageServices(this.containerd, this.store, this.registries);
    this.images = inProcess(Images, images);
    this.streams = streams;
  }

  async close(): Promise<void> {
    await this.containerd.close();
    await rm(this.directory, { recursive: true, force: true });
  }

  load(archive: Buffer, options: { platform?: string; quiet?: boolean } = {}): Promise<ImageProgress[]> {
    return all(this.streams.load(Readable.from(pieces(archive)), options));
  }

  import(
    archive: Buffer,
    options: { reference?: string; config?: string; message?: string } = {},
  ): Promise<ImageProgress[]> {
    return all(this.streams.import(Readable.from(pieces(archive)), options));
  }

  pull(reference: string, request: object = {}): Promise<ImageProgress[]> {
    return all(this.images.pull({ reference, ...request }));
  }

  push(reference: string, request: object = {}): Promise<ImageProgress[]> {
    return all(this.images.push({ reference, ...request }));
  }

  async save(references: string[], platform = ''): Promise<Buffer> {
    return Buffer.concat(await all(await this.streams.save(references, { platform })));
  }

  /** Blobs, snapshots and ingests that containerd has on disk. */
  async leftovers(): Promise<{ blobs: string[]; ingests: string[]; snapshots: string[] }> {
    const root = join(this.directory, 'root/containerd');
    const names = (path: string) => readdir(join(root, path)).catch(() => []);
    return {
      blobs: await names('io.containerd.content.v1.content/blobs/sha256'),
      ingests: await names('io.containerd.content.v1.content/ingest'),
      snapshots: await names('io.containerd.snapshotter.v1.overlayfs/snapshots'),
    };
  }

  async removeAll(): Promise<void> {
    for (const { id } of (await this.images.list({})).images)
      await this.images.remove({ reference: id, force: true });
  }
}

function* pieces(bytes: Buffer): Generator<Buffer> {
  for (let start = 0; start < bytes.length; start += 50_000) yield bytes.subarray(start, start + 50_000);
}

export async function all<T>(source: AsyncIterable<T>): Promise<T[]> {
  const items: T[] = [];
  for await (const item of source) items.push(item);
  return items;
}

/** The error that a promise rejects with; an error of its own when it does not. */
export async function caught(promise: Promise<unknown>): Promise<AgentError> {
  const result = await promise.then(
    () => new Error('nothing was thrown'),
    (error: unknown) => error as AgentError,
  );
  return result as AgentError;
}
