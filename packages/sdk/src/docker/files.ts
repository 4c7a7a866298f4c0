import type { Readable } from 'node:stream';
import type { DockerClient } from '../docker-client.js';
import * as api from '../generated/sdk.gen.js';
import type { ByteSource } from '../generated/types.gen.js';

/** What a path of a container is. */
export interface FileStat {
  name: string;
  size: number;
  /** As Go has it: permissions in the low nine bits, what it is in the high ones. */
  mode: number;
  mtime: string;
  /** Of a symbolic link. */
  linkTarget: string;
}

/** The files of a container, whether it runs or not. */
export class ContainerFiles {
  constructor(
    private readonly client: DockerClient,
    private readonly id: string,
  ) {}

  /** Throws NotFoundError when there is no such path. */
  async stat(path: string): Promise<FileStat> {
    const { response } = await api.containerArchiveInfo({ ...this.#at(path), throwOnError: true });
    const text = atob(response.headers.get('X-Docker-Container-Path-Stat') ?? '');
    const bytes = Uint8Array.from(text, (character) => character.charCodeAt(0));
    return JSON.parse(new TextDecoder().decode(bytes)) as FileStat;
  }

  /** A file or folder as a tar. */
  async read(path: string, signal?: AbortSignal): Promise<Readable> {
    const call = { ...this.#at(path), ...(signal && { signal }) };
    return (await api.containerArchive({ ...call, throwOnError: true })).data;
  }

  /** Unpacks a tar in a folder that is there. */
  async write(
    folder: string,
    tar: ByteSource,
    options: { noOverwriteDirNonDir?: boolean; copyUIDGID?: boolean; signal?: AbortSignal } = {},
  ): Promise<void> {
    const { signal, ...query } = options;
    const target = this.#at(folder);
    await api.putContainerArchive({
      ...{ ...target, query: { ...target.query, ...query }, body: tar, ...(signal && { signal }) },
      throwOnError: true,
    });
  }

  #at(path: string) {
    return { client: this.client, path: { id: this.id }, query: { path } };
  }
}
