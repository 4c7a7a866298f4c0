import { timestampMs } from '@bufbuild/protobuf/wkt';
import type { Client } from '@connectrpc/connect';
import { Images, type Image } from '../generated/containerd/services/images/v1/images_pb.js';
import type { Connection } from './connection.js';
import { isAlreadyExists, isNotFound } from './errors.js';

/** OCI descriptor. */
export interface Descriptor {
  mediaType: string;
  digest: string;
  /** Bytes. */
  size: number;
}

/** A name for a manifest. It keeps alive what the manifest refers to. */
export interface ImageRecord {
  name: string;
  target: Descriptor;
  /** ms since the epoch. */
  updatedAt: number;
}

/** containerd's image records. */
export class ImageRecords {
  readonly #client: Client<typeof Images>;

  constructor(connection: Connection) {
    this.#client = connection.client(Images);
  }

  async list(): Promise<ImageRecord[]> {
    const { images } = await this.#client.list({});
    return images.map(recordOf);
  }

  /** Undefined when there is none. */
  async get(name: string): Promise<ImageRecord | undefined> {
    try {
      const { image } = await this.#client.get({ name });
      return image && recordOf(image);
    } catch (error) {
      if (isNotFound(error)) return undefined;
      throw error;
    }
  }

  /** Makes the record or points it elsewhere. */
  async put(name: string, target: Descriptor): Promise<ImageRecord> {
    const image = { name, target: { ...target, size: BigInt(target.size) } };
    try {
      const { image: made } = await this.#client.create({ image });
      return recordOf(made!);
    } catch (error) {
      if (!isAlreadyExists(error)) throw error;
      const { image: changed } = await this.#client.update({ image });
      return recordOf(changed!);
    }
  }

  /** With `sync` garbage is collected before it resolves. No error when there is no such record. */
  async remove(name: string, sync: boolean): Promise<void> {
    await this.#client.delete({ name, sync }).catch((error: unknown) => {
      if (!isNotFound(error)) throw error;
    });
  }
}

function recordOf({ name, target, updatedAt }: Image): ImageRecord {
  return {
    name,
    target: {
      mediaType: target?.mediaType ?? '',
      digest: target?.digest ?? '',
      size: Number(target?.size ?? 0),
    },
    updatedAt: updatedAt === undefined ? 0 : timestampMs(updatedAt),
  };
}
