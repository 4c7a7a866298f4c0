import type { Readable } from 'node:stream';
import { AgentError } from '@arca/agent-proto';
import type { Containerd } from '../../containerd/containerd.js';
import type { Lease } from '../../containerd/leases.js';
import { parseConfig, type ImageConfig } from '../config.js';
import { formatPlatform, parsePlatform, suitability, type Platform } from '../platform.js';
import type { Report } from '../progress.js';
import { familiar, recordName, shortId, type Reference } from '../reference.js';
import type { ImageStore } from '../store.js';
import { decompressed } from './compression.js';
import { ArchiveContents } from './contents.js';
import { archivedImages, type ArchivedImage, type ArchivedPlatform } from './images.js';

export interface LoadRequest {
  archive: Readable;
  /** `os[/arch[/variant]]`: only images of it; empty: any, and of an index all. */
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
      for (const archived of await archivedImages(contents, content)) {
        const image = await this.#usable(archived, platform);
        if (image === undefined) continue;
        for (const one of image.platforms)
          await this.#unpack(lease, one, request.quiet ? undefined : report, signal);
        await this.#name(lease, image, report);
        loaded += 1;
      }
      if (loaded === 0 && platform !== undefined) {
        throw new AgentError('NOT_FOUND', `no image for ${formatPlatform(platform)} in the archive`);
      }
    });
  }

  /**
   * What of an image can be taken: platforms of Linux, and with a platform that is asked for that one. Undefined: it is
   * not for the platform.
   */
  async #usable(
    { platforms, references }: ArchivedImage,
    wanted: Platform | undefined,
  ): Promise<UsableImage | undefined> {
    const taken: UsablePlatform[] = [];
    let foreign: string | undefined;
    for (const one of platforms) {
      if (one.isAttestation) continue;
      const config = parseConfig(await this.containerd.content.read(one.config.digest));
      if (config.os !== '' && config.os !== 'linux') foreign = config.os;
      else if (wanted === undefined || suitability(wanted, config) !== undefined)
        taken.push({ parts: one, config });
    }
    if (taken.length === 0 && foreign !== undefined) throw invalid(`cannot load ${foreign} image on linux`);
    if (taken.length === 0) return undefined;
    return {
      platforms: taken,
      attestations: platforms.filter(({ isAttestation }) => isAttestation),
      references,
    };
  }

  async #unpack(
    lease: Lease,
    { config, parts: { layers } }: UsablePlatform,
    report: Report | undefined,
    signal: AbortSignal,
  ): Promise<void> {
    const watch = (index: number, current: number) => {
      const total = layers[index]!.size;
      report?.({ id: shortId(config.diffIds[index]!), status: 'Loading layer', current, total });
    };
    await this.store.unpacker.image(lease, config, layers, { signal, watch });
  }

  async #name(
    lease: Lease,
    { platforms, attestations, references }: UsableImage,
    report: Report,
  ): Promise<void> {
    const names = references.map(recordName);
    const ids = platforms.map(({ parts }) => parts.config.digest);
    for (const reference of references) {
      const previous = this.store.named(recordName(reference))?.id;
      if (previous === undefined || ids.includes(previous)) continue;
      const stream =
        `The image ${familiar(reference)} already exists, ` +
        `renaming the old one with ID ${previous} to empty string\n`;
      report({ stream });
    }
    for (const { manifest, indexes, ...parts } of attestations)
      await this.store.link(manifest!, { ...parts, indexes });
    let imageId = '';
    for (const { parts } of platforms)
      imageId = (await this.store.add(lease, parts, names, parts.manifest)).id;
    for (const [index, reference] of references.entries()) {
      const stream = `Loaded image: ${familiar(reference)}\n`;
      report({ stream, reference: familiar(reference), ...(index === references.length - 1 && { imageId }) });
    }
    if (references.length === 0) report({ stream: `Loaded image ID: ${imageId}\n`, imageId });
  }
}

/** A platform of an archive that can be taken. */
interface UsablePlatform {
  parts: ArchivedPlatform;
  config: ImageConfig;
}

interface UsableImage {
  /** Never none. */
  platforms: UsablePlatform[];
  attestations: ArchivedPlatform[];
  references: Reference[];
}

function invalid(message: string): AgentError {
  return new AgentError('INVALID_ARGUMENT', message);
}
