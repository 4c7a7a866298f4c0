import { createHash } from 'node:crypto';
import { spawn } from 'node:child_process';
import { extract } from 'tar-stream';

/** All that a file system says of a file, as text. */
type Tree = Record<string, string>;

/**
 * A tree as the kernel shows it: type, mode, owner, time, size and hash, link, device, extended attributes and hard
 * links, by path.
 */
export async function treeOf(directory: string, path: string): Promise<Tree> {
  const options = ['--xattrs', '--xattrs-include=*', '--format=pax', '--sort=name', '--numeric-owner'];
  const child = spawn('tar', ['-C', directory, ...options, '-cf', '-', path], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const reader = extract();
  child.stdout.pipe(reader);
  const tree: Tree = {};
  for await (const entry of reader) {
    const { name, type, mode, uid, gid, mtime, linkname, devmajor, devminor, pax } = entry.header;
    const hash = createHash('sha256');
    for await (const chunk of entry) hash.update(chunk as Buffer);
    const attributes = Object.entries(pax ?? {}).filter(([key]) => key.startsWith('SCHILY.xattr.'));
    tree[name] = JSON.stringify({
      ...{ type, mode: mode?.toString(8), uid, gid, linkname, devmajor, devminor },
      seconds: Math.floor(mtime!.getTime() / 1000),
      content: type === 'file' ? hash.digest('hex') : '',
      attributes: attributes.sort(),
    });
  }
  return tree;
}
