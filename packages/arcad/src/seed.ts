import { readFile } from 'node:fs/promises';
import { execFile } from 'node:child_process';
import { Readable } from 'node:stream';
import { promisify } from 'node:util';
import type { Agent } from '@arca/agent-proto';
import { pack, type Header } from 'tar-stream';

export const seedReference = 'arca/busybox:latest';
const busybox = '/bin/busybox';

/**
 * Makes a small image of the host's static busybox when the store is empty, so that the first command works with no
 * registry in reach. Does nothing, and says why, on a host without busybox.
 */
export async function seedImage(agent: Agent): Promise<string | undefined> {
  const { images } = await agent.images.list({});
  if (images.length > 0) return undefined;
  const binary = await readFile(busybox).catch(() => undefined);
  if (!binary) return undefined;
  const { stdout } = await promisify(execFile)(busybox, ['--list']);
  const archive = rootFileSystem(binary, stdout.split('\n').filter(Boolean));
  const config = JSON.stringify({
    Cmd: ['sh'],
    Env: ['PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin'],
  });
  for await (const progress of agent.streams.import(archive, { reference: seedReference, config })) {
    if (progress.imageId) return progress.imageId;
  }
  return undefined;
}

function rootFileSystem(binary: Buffer, applets: string[]) {
  const archive = pack();
  const add = (headers: Pick<Header, 'name'> & Partial<Header>, content: Buffer | string = '') =>
    archive.entry({ mtime: new Date(0), ...headers }, content);
  for (const name of ['bin', 'dev', 'etc', 'home', 'proc', 'root', 'sys', 'usr', 'var']) {
    add({ name: `${name}/`, type: 'directory', mode: name === 'root' ? 0o700 : 0o755 });
  }
  add({ name: 'tmp/', type: 'directory', mode: 0o1777 });
  add({ name: 'bin/busybox', mode: 0o755 }, binary);
  for (const applet of applets) {
    if (applet !== 'busybox')
      add({ name: `bin/${applet}`, type: 'symlink', linkname: 'busybox', mode: 0o777 });
  }
  add(
    { name: 'etc/passwd', mode: 0o644 },
    'root:x:0:0:root:/root:/bin/sh\nnobody:x:65534:65534:nobody:/home:/bin/false\n',
  );
  add({ name: 'etc/group', mode: 0o644 }, 'root:x:0:\nnogroup:x:65534:\n');
  archive.finalize();
  return Readable.from(archive);
}
