import type { Readable } from 'node:stream';
import { AgentError } from '@arca/agent-proto';
import type { Containerd } from '../../containerd/containerd.js';
import type { Lease } from '../../containerd/leases.js';
import { parseConfig, type ImageConfig } from '../config.js';
import { formatPlatform, parsePlatform, suitability } from '../platform.js';
import type { Report } from '../progress.js';
import { familiar, recordName, shortId } from '../reference.js';
import type { ImageStore } from '../store.js';
import { decompressed } from './compression.js';
import { ArchiveContents } from './contents.js';
import { archivedImages, type ArchivedImage } from './images.js';

export interface LoadRequest {
  archive: Readable;
  /** `os[/arch[/variant]]`: only images of it; empty: any, and of an index the host's. */
  platform: string;
  /** No progress of layers. */
  quiet: boolean;
}

/** Takes in the images of an archive and reports as `docker load` does. INVALID_ARGUMENT for an archive that is none. */
export class Loader {
  constructor(
    private readonly containerd: Containerd,
    private readonly store: ImageStore,
  ) {}

  async load(request: LoadRequest, report: Report, signal: AbortSignal): Promise<void> {
    const platform = request.platform === '' ? undefined : parsePlatform(request.platform);
    const { content, leases } = this.containerd;
    await leases.hold(async (lease) => {
      const archive = await decompressed(request.archive, signal);
      const contents = await ArchiveContents.read(content, lease, archive, signal);
      let loaded = 0;
      for (const image of await archivedImages(contents, content, platform)) {
        const config = parseConfig(await content.read(image.config.digest));
        if (config.os !== '' && config.os !== 'linux')
          throw invalid(`cannot load ${config.os} image on linux`);
        if (platform !== undefined && suitability(platform, config) === undefined) continue;
        await this.#unpack(lease, config, image, request.quiet ? undefined : report, signal);
        await this.#name(lease, image, report);
        loaded += 1;
      }
      if (loaded === 0 && platform !== undefined) {
        throw new AgentError('NOT_FOUND', `no image for ${formatPlatform(platform)} in the archive`);
      }
    });
  }

  async #unpack(
    lease: Lease,
    config: ImageConfig,
    { layers }: ArchivedImage,
    report: Report | undefined,
    signal: AbortSignal,
  ): Promise<void> {
    const watch = (index: number, current: number) => {
      const total = layers[index]!.size;
      report?.({ id: shortId(config.diffIds[index]!), status: 'Loading layer', current, total });
    };
    await this.store.unpacker.image(lease, config, layers, { signal, watch });
  }

  async #name(lease: Lease, image: ArchivedImage, report: Report): Promise<void> {
    const { config, layers, manifest, references } = image;
    const names = references.map(recordName);
    for (const reference of references) {
      const previous = this.store.named(recordName(reference))?.id;
      if (previous === undefined || previous === config.digest) continue;
      const stream =
        `The image ${familiar(reference)} already exists, ` +
        `renaming the old one with ID ${previous} to empty string\n`;
      report({ stream });
    }
    const { id: imageId } = await this.store.add(lease, { config, layers }, names, manifest);
    for (const [index, reference] of references.entries()) {
      const stream = `Loaded image: ${familiar(reference)}\n`;
      report({ stream, reference: familiar(reference), ...(index === references.length - 1 && { imageId }) });
    }
    if (references.length === 0) report({ stream: `Loaded image ID: ${imageId}\n`, imageId });
  }
}

function invalid(message: string): AgentError {
  return new AgentError('INVALID_ARGUMENT', message);
}
