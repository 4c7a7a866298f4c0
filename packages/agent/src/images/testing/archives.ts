import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { pack, type Header } from 'tar-stream';

/** One entry: tar header fields, and the content of a regular file. */
export interface TarEntry extends Partial<Omit<Header, 'name' | 'size'>> {
  name: string;
  content?: Uint8Array | string;
}

/** A tar archive in memory. The same entries always give the same bytes. */
export async function writeTar(entries: TarEntry[]): Promise<Buffer> {
  const tar = pack();
  for (const { content = '', ...header } of entries) {
    tar.entry({ mtime: new Date(0), mode: 0o755, ...header }, Buffer.from(content as Uint8Array));
  }
  tar.finalize();
  const chunks: Buffer[] = [];
  for await (const chunk of tar) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

export function sha256(bytes: Uint8Array | string): string {
  return `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
}

/** A root file system with busybox; the marker makes it unlike all others. */
export function busyboxLayer(marker = ''): Promise<Buffer> {
  const program = ['/bin/busybox', '/usr/bin/busybox'].find(existsSync);
  if (program === undefined) throw new Error('these tests need busybox-static');
  return writeTar([
    { name: 'bin/', type: 'directory' },
    { name: 'bin/busybox', content: readFileSync(program) },
    { name: 'bin/sh', type: 'symlink', linkname: 'busybox' },
    { name: 'etc/', type: 'directory' },
    { name: 'etc/passwd', content: 'root:x:0:0:root:/:/bin/sh\n' },
    { name: 'etc/absolute', type: 'symlink', linkname: '/etc/passwd' },
    { name: 'etc/outside', type: 'symlink', linkname: '../../../../../etc/hostname' },
    { name: 'marker', content: marker },
  ]);
}

/** A layer of one small file. */
export function smallLayer(text: string): Promise<Buffer> {
  return writeTar([{ name: 'file', content: text }]);
}

/** An image in memory. */
export interface MadeImage {
  id: string;
  config: Buffer;
  layers: Buffer[];
  diffIds: string[];
}

export function makeImage(layers: Buffer[], fields: object = {}): MadeImage {
  const diffIds = layers.map(sha256);
  const config = Buffer.from(
    JSON.stringify({
      ...{ architecture: process.arch === 'x64' ? 'amd64' : process.arch, os: 'linux' },
      ...{ created: '2024-01-02T03:04:05Z', config: { Cmd: ['sh'] }, ...fields },
      rootfs: { type: 'layers', diff_ids: diffIds },
    }),
  );
  return { id: sha256(config), config, layers, diffIds };
}

/** As `docker save` of several releases writes it; `overrides` replaces or, with null, leaves out files. */
export function savedArchive(
  image: MadeImage,
  tags: string[],
  overrides: Record<string, Buffer | string | null> = {},
): Promise<Buffer> {
  const config = `${image.id.slice('sha256:'.length)}.json`;
  const layers = image.layers.map((_, index) => `layer${index}/layer.tar`);
  const files: Record<string, Buffer | string | null> = {
    [config]: image.config,
    ...Object.fromEntries(layers.map((path, index) => [path, image.layers[index]!])),
    'manifest.json': JSON.stringify([{ Config: config, RepoTags: tags, Layers: layers }]),
    ...overrides,
  };
  return writeTar(
    Object.entries(files).flatMap(([name, content]) => (content === null ? [] : { name, content })),
  );
}

export interface LayoutOptions {
  /** Annotations of the index entry. */
  annotations?: Record<string, string>;
  /** Packs a layer; gives the suffix of its media type. */
  compress?: (layer: Buffer) => { bytes: Buffer; suffix: string };
  /** Wraps the manifest into an index of its own with a foreign platform beside it. */
  nested?: boolean;
}

/** An OCI image layout. */
export function layoutArchive(image: MadeImage, options: LayoutOptions = {}): Promise<Buffer> {
  const blobs = new Map<string, Buffer>();
  const add = (mediaType: string, bytes: Buffer) => {
    const digest = sha256(bytes);
    blobs.set(digest, bytes);
    return { mediaType, digest, size: bytes.length };
  };
  const compress = options.compress ?? ((bytes: Buffer) => ({ bytes, suffix: '' }));
  const layers = image.layers.map((layer) => {
    const { bytes, suffix } = compress(layer);
    return add(`application/vnd.oci.image.layer.v1.tar${suffix}`, bytes);
  });
  const config = add('application/vnd.oci.image.config.v1+json', image.config);
  const manifestType = 'application/vnd.oci.image.manifest.v1+json';
  const indexType = 'application/vnd.oci.image.index.v1+json';
  const json = (value: object) => Buffer.from(JSON.stringify(value));
  let top: object = add(manifestType, json({ schemaVersion: 2, mediaType: manifestType, config, layers }));
  if (options.nested) {
    const { architecture, os } = JSON.parse(image.config.toString()) as { architecture: string; os: string };
    const foreign = {
      mediaType: manifestType,
      digest: sha256('none'),
      size: 4,
      platform: { os, architecture: 's390x' },
    };
    top = add(
      indexType,
      json({ schemaVersion: 2, manifests: [foreign, { ...top, platform: { os, architecture } }] }),
    );
  }
  const index = { schemaVersion: 2, manifests: [{ ...top, annotations: options.annotations ?? {} }] };
  return writeTar([
    { name: 'oci-layout', content: '{"imageLayoutVersion":"1.0.0"}' },
    { name: 'index.json', content: JSON.stringify(index) },
    ...[...blobs].map(([digest, content]) => ({ name: `blobs/sha256/${digest.slice(7)}`, content })),
  ]);
}
