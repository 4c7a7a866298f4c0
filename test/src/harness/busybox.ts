import { existsSync, readFileSync } from 'node:fs';
import { must } from './command.js';
import { sha256, writeTar, type TarEntry } from './tar.js';

/** Reference under which the engines under test hold the busybox image. */
export const BUSYBOX = 'arca-test/busybox:latest';

const PROGRAM_PATHS = ['/bin/busybox', '/usr/bin/busybox'];
const ENVIRONMENT_PATH = 'PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

const PASSWD = [
  'root:x:0:0:root:/root:/bin/sh',
  'daemon:x:1:1:daemon:/usr/sbin:/bin/false',
  'app:x:1000:1000:app:/home/app:/bin/sh',
  'nobody:x:65534:65534:nobody:/:/bin/false',
];
const GROUP = [
  'root:x:0:',
  'daemon:x:1:',
  'staff:x:50:app',
  'app:x:1000:',
  'audio:x:29:app',
  'nogroup:x:65534:',
];

/** The parts of an image configuration (OCI `config` object) that a test image may set. */
export interface ImageConfig {
  Cmd?: string[] | null;
  Entrypoint?: string[] | null;
  Env?: string[];
  Labels?: Record<string, string>;
  User?: string;
  WorkingDir?: string;
  ExposedPorts?: Record<string, object>;
  Volumes?: Record<string, object>;
  StopSignal?: string;
}

/** An image as `docker save` writes it, with what the engine must report about it. */
export interface TestImage {
  tar: Buffer;
  /** `sha256:` and the digest of the configuration, which is the image's id. */
  id: string;
  /** `sha256:` and the digest of the uncompressed layer, as in RootFS.Layers. */
  diffIds: string[];
  config: ImageConfig;
  /** Root file system as one tar, as `docker import` takes it; of several layers the lowest. */
  rootfs: Buffer;
  /** All layers, plain tars, the lowest first. */
  layers: Buffer[];
}

const layers = new Map<string, Promise<Buffer>>();

/**
 * Root file system with the host's static busybox, a link per applet, and users and groups. A marker, written to
 * /etc/marker, makes a layer that no other image shares.
 */
export function busyboxRootfs(marker = ''): Promise<Buffer> {
  const layer = layers.get(marker) ?? buildRootfs(marker);
  layers.set(marker, layer);
  return layer;
}

async function buildRootfs(marker: string): Promise<Buffer> {
  const program = PROGRAM_PATHS.find((path) => existsSync(path));
  if (program === undefined) throw new Error('tests need busybox-static: apt-get install busybox-static');
  const applets = (await must(program, ['--list'])).trim().split('\n');
  const directories = ['bin', 'dev', 'etc', 'home', 'proc', 'root', 'sys', 'tmp', 'usr', 'usr/bin', 'var'];
  const entries: TarEntry[] = directories.map((name) => ({
    name: `${name}/`,
    type: 'directory',
    mode: 0o755,
  }));
  entries.push({ name: 'home/app/', type: 'directory', mode: 0o755, uid: 1000, gid: 1000 });
  entries.find((entry) => entry.name === 'tmp/')!.mode = 0o1777;
  entries.push({ name: 'bin/busybox', type: 'file', mode: 0o755, content: readFileSync(program) });
  for (const applet of applets) {
    if (applet !== 'busybox') entries.push({ name: `bin/${applet}`, type: 'symlink', linkname: 'busybox' });
  }
  entries.push({ name: 'etc/passwd', type: 'file', mode: 0o644, content: `${PASSWD.join('\n')}\n` });
  entries.push({ name: 'etc/group', type: 'file', mode: 0o644, content: `${GROUP.join('\n')}\n` });
  entries.push({ name: 'etc/not-executable', type: 'file', mode: 0o644, content: 'no program\n' });
  if (marker !== '') entries.push({ name: 'etc/marker', type: 'file', mode: 0o644, content: marker });
  return writeTar(entries);
}

/** Makes an image, of one layer unless told otherwise, in the format of `docker save`. */
export async function makeImage(
  repoTags: string[],
  config: ImageConfig = {},
  layer?: Buffer | Buffer[],
  architecture = process.arch === 'arm64' ? 'arm64' : 'amd64',
): Promise<TestImage> {
  const tars = [layer ?? (await busyboxRootfs())].flat();
  const diffIds = tars.map((tar) => `sha256:${sha256(tar)}`);
  const fullConfig: ImageConfig = { Cmd: ['sh'], Env: [ENVIRONMENT_PATH], ...config };
  const step = { created: '2024-01-02T03:04:05.000000006Z', created_by: 'a test layer' };
  const document = JSON.stringify({
    ...{ architecture, os: 'linux', created: step.created, config: fullConfig },
    ...{ rootfs: { type: 'layers', diff_ids: diffIds }, history: tars.map(() => step) },
  });
  const id = sha256(document);
  const places = tars.map((_, index) => `layer${index || ''}/`);
  const Layers = places.map((place) => `${place}layer.tar`);
  const tar = await writeTar([
    { name: `${id}.json`, type: 'file', mode: 0o644, content: document },
    ...places.flatMap((name, index): TarEntry[] => [
      { name, type: 'directory', mode: 0o755 },
      { name: Layers[index]!, type: 'file', mode: 0o644, content: tars[index]! },
    ]),
    {
      ...{ name: 'manifest.json', type: 'file', mode: 0o644 },
      content: JSON.stringify([{ Config: `${id}.json`, RepoTags: repoTags, Layers }]),
    },
  ]);
  return { tar, id: `sha256:${id}`, diffIds, config: fullConfig, rootfs: tars[0]!, layers: tars };
}
