import type { Readable } from 'node:stream';
import { AgentError } from '@arca/agent-proto';
import type { Containerd } from '../../containerd/containerd.js';
import { parseConfig, parseObject } from '../config.js';
import { DOCKER_CONFIG, DOCKER_LAYER } from '../manifest.js';
import { parsePlatform } from '../platform.js';
import type { Report } from '../progress.js';
import { familiar, parseReference, recordName, withDefaultTag } from '../reference.js';
import type { ImageStore } from '../store.js';
import { decompressed } from './compression.js';

export interface ImportRequest {
  archive: Readable;
  /** Name to give; empty: none. */
  reference: string;
  /** `config` object of the OCI image configuration, JSON; empty: none. */
  config: string;
  /** Comment of the image and its only step of history. */
  message: string;
  platform: string;
}

/** Makes an image of one layer out of a root file system archive. */
export class Importer {
  constructor(
    private readonly containerd: Containerd,
    private readonly store: ImageStore,
  ) {}

  /** The last report has the image's id. INVALID_ARGUMENT for bad names, configurations, and what is no archive. */
  async import(request: ImportRequest, report: Report, signal: AbortSignal): Promise<void> {
    const reference =
      request.reference === '' ? undefined : withDefaultTag(parseReference(request.reference));
    if (reference?.digest !== undefined)
      throw new AgentError('INVALID_ARGUMENT', 'cannot import digest reference');
    const document = configDocument(request);
    const { content, leases } = this.containerd;
    const { id: imageId } = await leases.hold(async (lease) => {
      const archive = await decompressed(request.archive, signal);
      const blob = await content.write(lease, archive, { signal }).finally(() => archive.destroy());
      const text = JSON.stringify({ ...document, rootfs: { type: 'layers', diff_ids: [blob.digest] } });
      const config = parseConfig(Buffer.from(text));
      const layers = [{ mediaType: DOCKER_LAYER, ...blob }];
      await this.store.unpacker.image(lease, config, layers, { signal });
      const descriptor = { mediaType: DOCKER_CONFIG, ...(await content.put(lease, Buffer.from(text))) };
      const names = reference === undefined ? [] : [recordName(reference)];
      return this.store.add(lease, { config: descriptor, layers }, names);
    });
    report({ status: imageId, imageId, reference: reference === undefined ? '' : familiar(reference) });
  }
}

/** All of the configuration but its layers. */
function configDocument({ config, message, platform }: ImportRequest): Record<string, unknown> {
  const { os, architecture, variant } = parsePlatform(platform);
  const created = new Date().toISOString();
  const comment = message === '' ? 'Imported from -' : message;
  return {
    architecture,
    ...(variant !== undefined && { variant }),
    comment,
    config: config === '' ? {} : parseObject(config, 'image configuration'),
    created,
    history: [{ created, comment }],
    os,
  };
}
