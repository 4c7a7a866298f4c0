import type { CdiSpec } from '@arca/agent-proto';

/** What a device changes of a container (CDI specification, `containerEdits`). */
export interface Edits {
  env?: string[];
  deviceNodes?: DeviceNode[];
  mounts?: { hostPath: string; containerPath: string; options?: string[]; type?: string }[];
  hooks?: { hookName: string; path: string; args?: string[]; env?: string[]; timeout?: number }[];
  additionalGids?: number[];
}

export interface DeviceNode {
  path: string;
  hostPath?: string;
  type?: string;
  major?: number;
  minor?: number;
  fileMode?: number;
  permissions?: string;
  uid?: number;
  gid?: number;
}

interface Document {
  kind?: string;
  devices?: { name?: string; containerEdits?: Edits }[];
  containerEdits?: Edits;
}

/** A device by its qualified name `vendor/class=name`. */
interface Device {
  /** The file that it is from: its common edits count once. */
  file: string;
  common: Edits;
  own: Edits;
}

/** The devices of CDI specifications. A later directory wins over an earlier; two of one name in one directory are none. */
export class CdiDevices {
  readonly #devices = new Map<string, Device>();

  constructor(specs: readonly Pick<CdiSpec, 'path' | 'document'>[]) {
    const directoryOf = (path: string) => path.slice(0, path.lastIndexOf('/'));
    const doubles = new Set<string>();
    for (const { path, document } of specs) {
      if (document === '') continue;
      const { kind = '', devices = [], containerEdits: common = {} } = JSON.parse(document) as Document;
      for (const { name = '', containerEdits: own = {} } of devices) {
        const qualified = `${kind}=${name}`;
        const other = this.#devices.get(qualified);
        if (other && directoryOf(other.file) === directoryOf(path)) doubles.add(qualified);
        else doubles.delete(qualified);
        this.#devices.set(qualified, { file: path, common, own });
      }
    }
    for (const name of doubles) this.#devices.delete(name);
  }

  /** Qualified names, in order. */
  get names(): string[] {
    return [...this.#devices.keys()].sort();
  }

  /** Those of the names that no specification has. */
  missing(names: readonly string[]): string[] {
    return names.filter((name) => !this.#devices.has(name));
  }

  /** All edits of devices, in order: those that a file has for all of its devices before the first of them. */
  edits(names: readonly string[]): Edits[] {
    const files = new Set<string>();
    return names.flatMap((name) => {
      const { file, common, own } = this.#devices.get(name)!;
      const first = !files.has(file);
      files.add(file);
      return first ? [common, own] : [own];
    });
  }

  /**
   * What a request for GPUs comes to: a number of them, all (-1), or those with these ids; of the first vendor that has
   * any. Undefined when no specification has GPUs, or not as many.
   */
  gpus(count: number, ids: readonly string[]): string[] | undefined {
    const vendors = ['nvidia.com/gpu', 'amd.com/gpu', 'intel.com/gpu'];
    const kind = vendors.find((vendor) => this.names.some((name) => name.startsWith(`${vendor}=`)));
    if (kind === undefined) return undefined;
    if (ids.length > 0) return this.#found(ids.map((id) => `${kind}=${id}`));
    if (count === -1 && this.#devices.has(`${kind}=all`)) return [`${kind}=all`];
    const single = this.names.filter((name) => name.startsWith(`${kind}=`) && /=\d+$/.test(name));
    single.sort((a, b) => Number(a.split('=')[1]) - Number(b.split('=')[1]));
    if (count === -1) return single.length > 0 ? single : undefined;
    return single.length >= count ? single.slice(0, count) : undefined;
  }

  #found(names: string[]): string[] | undefined {
    return this.missing(names).length === 0 ? names : undefined;
  }
}
