import { expect } from 'chai';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { after, afterEach, before, describe, it } from 'mocha';
import { createGzip, gzipSync } from 'node:zlib';
import { makeImage, savedArchive, sha256, smallLayer, writeTar } from './testing/archives.js';
import { Registry } from './testing/registry.js';
import { all, caught, Testbed } from './testing/testbed.js';

const NOTHING = { blobs: [], ingests: [], snapshots: [] };
const FULL = /^no space left on device: the last \d+ MiB are not for images$/;

describe('archives that would fill the disk', function () {
  this.timeout(60_000);
  let bed: Testbed;
  let disk: string;
  let bomb: Buffer;
  before(async () => {
    disk = mkdtempSync(join(tmpdir(), 'arca-disk-'));
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=2g', 'tmpfs', disk]);
    // Less than a bomb is free before the reserve, and more with it: what is looked at only now and then is never full.
    execFileSync('fallocate', ['-l', String(2 * 1024 ** 3 - 230 * 1024 ** 2), join(disk, 'ballast')]);
    bed = await Testbed.open({}, disk);
    bomb = await writeTar([{ name: 'zeros', content: Buffer.alloc(200 * 1024 * 1024) }]);
  });
  after(async () => {
    await bed.close();
    execFileSync('umount', [disk]);
    rmdirSync(disk);
  });
  afterEach(async () => expect(await bed.leftovers()).to.deep.equal(NOTHING));

  it('are refused as a whole, by load and by import', async () => {
    const packed = () => Readable.from([bomb]).pipe(createGzip({ level: 1 }));
    expect((await caught(all(bed.streams.load(packed(), {})))).message).to.match(FULL);
    expect((await caught(all(bed.streams.import(packed(), {})))).message).to.match(FULL);
  });

  it('are refused as a layer, by load and by pull', async () => {
    const image = makeImage([bomb]);
    const layer = gzipSync(bomb, { level: 1 });
    const archive = await savedArchive(image, ['bomb:1'], { 'layer0/layer.tar': layer });
    expect((await caught(bed.load(archive))).message).to.match(FULL);
    const registry = await Registry.start();
    try {
      await registry.push(image, 'bomb', 'v1');
      expect((await caught(bed.pull(`${registry.host}/bomb:v1`))).message).to.match(FULL);
    } finally {
      await registry.stop();
    }
  });

  it('are no reason against what comes after them', async () => {
    const image = makeImage([await smallLayer('after')]);
    await bed.load(await savedArchive(image, ['after:1']));
    expect(sha256(image.config)).to.equal(image.id);
    await bed.removeAll();
  });
});
