import type { Containerd } from '../containerd/containerd.js';
import type { Descriptor } from '../containerd/image-records.js';
import { SNAPSHOTTER } from '../containerd/snapshots.js';
import type { Manifest } from './manifest.js';

// Labels of the content store that containerd's garbage collector follows: record → (index →) manifest →
// configuration → topmost snapshot.

type Content = Pick<Containerd['content'], 'label' | 'labels'>;

/** How labels that keep a blob begin. */
export const CONTENT_LINK = 'containerd.io/gc.ref.content.';

/** Lets a manifest keep its parts. */
export function linkParts(content: Content, manifest: string, { config, layers }: Manifest): Promise<void> {
  const links = layers.map(({ digest }, index) => [`${CONTENT_LINK}l.${index}`, digest]);
  return content.label(manifest, Object.fromEntries([[`${CONTENT_LINK}config`, config.digest], ...links]));
}

/** Lets a configuration keep the image's snapshots by the topmost. */
export function linkSnapshot(content: Content, config: string, chainId: string): Promise<void> {
  return content.label(config, { [`containerd.io/gc.ref.snapshot.${SNAPSHOTTER}`]: chainId });
}

/** Lets each index of a path, the topmost first, keep the next, and the last one the manifest. */
export async function linkIndexes(
  content: Content,
  path: readonly Descriptor[],
  to: Descriptor,
): Promise<void> {
  for (const [index, { digest }] of path.entries()) {
    const next = path[index + 1] ?? to;
    await content.label(digest, { [`${CONTENT_LINK}m.${next.digest.slice(7, 31)}`]: next.digest });
  }
}

/** Takes from an index, whoever made its labels, what keeps a manifest. */
export async function unlink(content: Content, index: string, manifest: string): Promise<void> {
  const labels = Object.entries(await content.labels(index));
  const links = labels.filter(([key, value]) => key.startsWith(CONTENT_LINK) && value === manifest);
  // An empty label is none.
  if (links.length > 0) await content.label(index, Object.fromEntries(links.map(([key]) => [key, ''])));
}
