import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { expect } from 'chai';
import { describe, it } from 'mocha';
import { extract } from 'tar-stream';
import { bytesOf } from './conversions.js';
import { tarOf, type TarEntry } from './tar.js';

const LONG = `${'deep/'.repeat(30)}${'x'.repeat(120)}`;
const WHEN = new Date('2020-03-04T05:06:07Z');

async function* pieces(...texts: string[]): AsyncGenerator<Uint8Array> {
  for (const text of texts) yield await Promise.resolve(Buffer.from(text));
}

const ENTRIES: TarEntry[] = [
  { name: 'plain', content: 'text' },
  { name: 'run', content: Buffer.alloc(512, 'y'), mode: 0o4755, uid: 1000, gid: 100 },
  { name: 'streamed', content: pieces('one', 'two', 'three'), size: 6 },
  { name: 'empty' },
  { name: 'folder', type: 'directory', mode: 0o1777 },
  { name: 'link', target: 'plain' },
  { name: 'again', type: 'link', target: 'plain' },
  { name: LONG, content: 'long' },
  { name: 'caf\u00e9 \u{1f433}', content: 'name' },
  { name: 'far', target: LONG },
  { name: 'rich', content: 'owner', uid: 3_000_000_000 },
  { name: 'old', content: 'time', mtime: new Date('1969-12-31T23:59:00Z') },
].map((entry) => ({ mtime: WHEN, ...entry }) as TarEntry);

/** A streamed content can be read once. */
const entries = (): TarEntry[] =>
  ENTRIES.map((entry) =>
    entry.name === 'streamed' ? { ...entry, content: pieces('one', 'two', 'three') } : entry,
  );

const failure = (call: Promise<unknown>): Promise<unknown> =>
  call.then(
    () => undefined,
    (error: unknown) => error,
  );

describe('tars', () => {
  it('are read by GNU tar, with names, modes, owners, links and times', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'sdk-tar-'));
    const input = await bytesOf(tarOf(entries()));
    const tar = (...args: string[]) =>
      execFileSync('tar', args, {
        input,
        cwd: folder,
        encoding: 'utf8',
        env: { LC_ALL: 'C.UTF-8' },
        stdio: 'pipe',
      });
    try {
      const list = tar('-tv', '--numeric-owner', '--utc', '--full-time', '--quoting-style=literal');
      expect(
        list
          .trim()
          .split('\n')
          .map((line) => line.replace(/ +/g, ' ')),
      ).to.deep.equal([
        '-rw-r--r-- 0/0 4 2020-03-04 05:06:07 plain',
        '-rwsr-xr-x 1000/100 512 2020-03-04 05:06:07 run',
        '-rw-r--r-- 0/0 6 2020-03-04 05:06:07 streamed',
        '-rw-r--r-- 0/0 0 2020-03-04 05:06:07 empty',
        'drwxrwxrwt 0/0 0 2020-03-04 05:06:07 folder/',
        'lrwxrwxrwx 0/0 0 2020-03-04 05:06:07 link -> plain',
        'hrw-r--r-- 0/0 0 2020-03-04 05:06:07 again link to plain',
        `-rw-r--r-- 0/0 4 2020-03-04 05:06:07 ${LONG}`,
        '-rw-r--r-- 0/0 4 2020-03-04 05:06:07 caf\u00e9 \u{1f433}',
        `lrwxrwxrwx 0/0 0 2020-03-04 05:06:07 far -> ${LONG}`,
        '-rw-r--r-- 3000000000/0 5 2020-03-04 05:06:07 rich',
        '-rw-r--r-- 0/0 4 1969-12-31 23:59:00 old',
      ]);
      tar('-x', '--no-same-owner');
      for (const [name, content] of [
        ['streamed', 'onetwo'],
        [LONG, 'long'],
        ['again', 'text'],
      ] as const)
        expect(readFileSync(join(folder, name), 'utf8'), name).to.equal(content);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('are read by others as they were told', async () => {
    // This reader looks at names, targets and sizes of pax headers alone.
    const known = entries().filter(({ name }) => name !== 'rich' && name !== 'old');
    const reader = extract();
    Readable.from(tarOf(known)).pipe(reader as never);
    const read: object[] = [];
    for await (const entry of reader) {
      const content = Buffer.from(await bytesOf(entry)).toString();
      const { name, type, mode, uid, gid, linkname, mtime } = entry.header;
      read.push({ name, type, mode, uid, gid, target: linkname ?? undefined, mtime, content });
    }
    expect(read).to.deep.equal(
      known.map(({ name, type, content, target, mode, uid = 0, gid = 0, mtime }) => ({
        ...{ name: type === 'directory' ? `${name}/` : name, uid, gid, target, mtime },
        type: type ?? (target === undefined ? 'file' : 'symlink'),
        mode: mode ?? (target === undefined || type === 'link' ? 0o644 : 0o777),
        content: name === 'streamed' ? 'onetwo' : String((content ?? '') as Buffer),
      })),
    );
  });

  it('hold no more of a large content than a few pieces, and tell sizes beyond 8 GiB', async () => {
    const piece = Buffer.alloc(1024 * 1024);
    const size = 9 * 1024 ** 3;
    let read = 0;
    async function* much() {
      for (; read < size; read += piece.length) yield await Promise.resolve(piece);
    }
    let sent = 0;
    for await (const bytes of tarOf([{ name: 'big', content: much(), size }])) {
      if (sent === 0)
        expect(Buffer.from(bytes.subarray(512, 560)).toString()).to.match(/^19 size=9663676416\n/);
      sent += bytes.length;
      expect(read - sent).to.be.lessThan(3 * piece.length);
      if (sent > 64 * piece.length) break;
    }
  });

  it('fail for contents that are shorter than told, and entries that are none', async () => {
    const short = await failure(bytesOf(tarOf([{ name: 'a', content: pieces('one'), size: 9 }])));
    expect(short)
      .to.be.instanceOf(RangeError)
      .with.property('message', 'a has 6 bytes less than the 9 that were told');
    for (const bad of [{ name: '' }, { name: 'a', content: pieces('one') }])
      expect(await failure(bytesOf(tarOf([bad])))).to.be.instanceOf(TypeError);
  });
});
