import { AgentError } from '@arca/agent-proto';
import type { Containerd } from '../containerd/containerd.js';
import type { Descriptor } from '../containerd/image-records.js';
import type { NamedManifest, StoredImage, StoredRecord } from './catalogue.js';
import { parseConfig, type ImageConfig } from './config.js';
import { preferredOf, readIndex } from './indexes.js';
import { isIndex, parseManifest } from './manifest.js';

type Content = Pick<Containerd['content'], 'read' | 'size' | 'labels'>;
type Warn = (level: 'warn', message: string, fields: Record<string, unknown>) => void;
type Facts = Pick<StoredImage, 'id' | 'config'> & NamedManifest;

/** A record and what it stands for. */
export interface Stored {
  image: Pick<StoredImage, 'id' | 'config'>;
  record: StoredRecord;
}

const READERS = 16;

/**
 * Reads all image records with their manifests and configurations; `known` spares reading a configuration again. A
 * record that cannot be read is left out, with a warning.
 */
export async function readStored(
  { records, content }: { records: Pick<Containerd['records'], 'list'>; content: Content },
  known: (id: string) => ImageConfig | undefined,
  warn: Warn,
): Promise<Stored[]> {
  const list = await records.list();
  const queue = [...list.entries()];
  const found: Stored[] = [];
  const reader = async () => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      const [index, { name, target, updatedAt }] = next;
      try {
        const { id, config, ...named } = await readImage(content, target, known);
        found[index] = { image: { id, config }, record: { name, updatedAt, ...named } };
      } catch (error) {
        warn('warn', 'image record cannot be read', { name, error: String(error) });
      }
    }
  };
  await Promise.all(Array.from({ length: READERS }, reader));
  return found.filter(Boolean); // without the gaps, in the records' order
}

/** What a record points to: a manifest, or an index of which there is at least one image here. */
export async function readImage(
  content: Content,
  target: Descriptor,
  known: (id: string) => ImageConfig | undefined = () => undefined,
): Promise<Facts> {
  if (isIndex(target.mediaType)) {
    const index = await readIndex(content, target, known);
    const preferred = preferredOf(index);
    if (preferred === undefined) throw new AgentError('NOT_FOUND', 'nothing that its index names is here');
    return { ...preferred, index };
  }
  const bytes = await content.read(target.digest);
  const { config: descriptor, layers } = parseManifest(bytes, target.mediaType);
  const config = known(descriptor.digest) ?? parseConfig(await content.read(descriptor.digest));
  return { id: descriptor.digest, config, manifest: target, layers };
}
