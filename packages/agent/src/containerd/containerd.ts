import { randomUUID } from 'node:crypto';
import { AgentError } from '@arca/agent-proto';
import type { Client } from '@connectrpc/connect';
import { Namespaces } from '../generated/containerd/services/namespaces/v1/namespace_pb.js';
import { Version } from '../generated/containerd/services/version/v1/version_pb.js';
import { openConnection, type Connection } from './connection.js';
import { ContentStore } from './content.js';
import { DiskGuard } from './disk.js';
import { isAlreadyExists } from './errors.js';
import { ingestDirectory } from './ingest-file.js';
import { ImageRecords } from './image-records.js';
import { Leases } from './leases.js';
import { Snapshots } from './snapshots.js';
import { partialDirectory, Partials } from './partials.js';
import { PrivateContainerd, type PrivateContainerdOptions } from './private.js';

export interface ContainerdOptions extends PrivateContainerdOptions {
  /** containerd namespace: the instance's name. */
  namespace: string;
  /** Socket of an existing containerd; without it a private one is started. */
  address?: string;
}

/** containerd's services, bound to the instance's namespace. */
export class Containerd {
  readonly content: ContentStore;
  readonly records: ImageRecords;
  readonly leases: Leases;
  readonly snapshots: Snapshots;
  readonly disk: DiskGuard;
  readonly partials: Partials;
  readonly #version: Client<typeof Version>;

  private constructor(
    private readonly connection: Connection,
    private readonly own: PrivateContainerd | undefined,
    /** Path of the socket. */
    readonly address: string,
    /** The instance's containerd namespace. */
    readonly namespace: string,
    /** Where the content of a private containerd is. */
    root: string | undefined,
  ) {
    this.content = new ContentStore(connection, root && ingestDirectory(root));
    this.records = new ImageRecords(connection);
    this.leases = new Leases(connection);
    this.snapshots = new Snapshots(connection, own !== undefined);
    this.partials = new Partials(root && partialDirectory(root));
    this.disk = new DiskGuard(root, () => this.partials.clear({ all: true }));
    this.#version = connection.client(Version);
  }

  /** Rejects with UNAVAILABLE when containerd cannot be started or does not answer. */
  static async open(options: ContainerdOptions): Promise<Containerd> {
    const { namespace } = options;
    const own = options.address === undefined ? await PrivateContainerd.start(options) : undefined;
    const address = options.address ?? own!.address;
    const ready = () => own?.ready() ?? Promise.resolve();
    const connection = openConnection({ address, namespace, ready });
    const containerd = new Containerd(
      ...([connection, own, address, namespace, own && options.root] as const),
    );
    try {
      await containerd.#enter();
    } catch (error) {
      await containerd.close();
      throw new AgentError('UNAVAILABLE', `containerd at ${address}: ${String(error)}`, undefined, {
        cause: error,
      });
    }
    return containerd;
  }

  /** True when others may write to the same namespace. */
  get shared(): boolean {
    return this.own === undefined;
  }

  /** Process id of a private containerd. */
  get pid(): number | undefined {
    return this.own?.pid;
  }

  /** containerd's version as it tells it. */
  async version(): Promise<string> {
    return (await this.#version.version({})).version;
  }

  /** Closes the connection and ends a private containerd. */
  async close(): Promise<void> {
    this.leases.close();
    this.connection.close();
    await this.own?.stop();
  }

  async #enter(): Promise<void> {
    await this.connection
      .client(Namespaces)
      .create({ namespace: { name: this.namespace } })
      .catch((error: unknown) => {
        if (!isAlreadyExists(error)) throw error;
      });
    await this.leases.sweep();
    await this.partials.clear({ all: false });
    if (this.own?.followsKilled) await this.#collectUnknown();
  }

  /**
   * A containerd that was killed within a transaction leaves files that its database does not know. It looks for such
   * blobs and snapshots only after one of their kind was removed; so one of each is made and removed.
   */
  async #collectUnknown(): Promise<void> {
    const probe = `arca-probe-${randomUUID()}`;
    await this.snapshots.prepare(probe, '');
    await this.snapshots.remove(probe);
    await this.leases.hold((lease) => this.content.write(lease, [Buffer.from(probe)]), { collect: true });
  }
}
