import { AgentError } from '@arca/agent-proto';
import type { Containerd } from '../containerd/containerd.js';
import { tagTarget } from '../images/catalogue.js';
import { DOCKER_CONFIG } from '../images/manifest.js';
import { readImage } from '../images/stored.js';
import type { ImageStore } from '../images/store.js';

/** How the names begin under which BuildKit exports; no person can write them, as they have no domain. */
export const EXPORT_PREFIX = 'buildkit-export-';

/**
 * Makes an export of BuildKit an image of the store. Until then it is nobody's: a build that is cut off before leaves no
 * image behind.
 */
export async function adopt(
  { content, leases, records }: Containerd,
  store: ImageStore,
  record: string,
  names: string[],
): Promise<{ imageId: string; manifestDigest: string }> {
  const targets = names.map(tagTarget);
  const exported = record.startsWith(EXPORT_PREFIX) ? await records.get(record) : undefined;
  if (exported === undefined) throw new AgentError('NOT_FOUND', `BuildKit has exported no image ${record}`);
  try {
    const { target } = exported;
    const { id, config, layers, manifest, index } = await readImage(content, target);
    await leases.hold(async (lease) => {
      await store.unpacker.image(lease, config, layers);
      const parts = { config: { mediaType: DOCKER_CONFIG, digest: id, size: 0 }, layers };
      await store.add(lease, { ...parts, indexes: index && [index.descriptor] }, targets, manifest);
    });
    return { imageId: id, manifestDigest: target.digest };
  } finally {
    await records.remove(record, false);
  }
}

/** Removes what a killed agent has not adopted. */
export async function removeExports({ records }: Containerd): Promise<void> {
  for (const { name } of await records.list()) {
    if (name.startsWith(EXPORT_PREFIX)) await records.remove(name, false);
  }
}
