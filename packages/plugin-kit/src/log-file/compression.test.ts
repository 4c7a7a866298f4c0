import { expect } from 'chai';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { Lock } from '../lock.js';
import { Compression } from './compression.js';
import { shift } from './rotation.js';

const policy = { maxFiles: 4, compress: true };

describe('compression of rotated logs', () => {
  let directory: string;
  let path: string;
  let names: Lock;
  const open = () =>
    Compression.open(path, policy.maxFiles, names, (error) => {
      throw error as Error;
    });
  const rotate = (compression: Compression) =>
    names.run(async () => {
      await shift(path, policy);
      compression.rotated();
    });
  const files = async () => (await readdir(directory)).sort();

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'arca-compression-'));
    path = join(directory, 'log');
    names = new Lock();
  });
  afterEach(() => rm(directory, { recursive: true, force: true }));

  it('follows a file that is moved on meanwhile', async () => {
    const compression = await open();
    const text = Buffer.alloc(8_000_000, 'line\n');
    await writeFile(path, text);
    await rotate(compression);
    const finished = compression.finish();
    await writeFile(path, 'next\n');
    await rotate(compression);
    await finished;
    await compression.finish();
    expect(await files()).to.deep.equal(['log.1.gz', 'log.2.gz']);
    expect(gunzipSync(await readFile(`${path}.2.gz`)).equals(text)).to.equal(true);
    expect(gunzipSync(await readFile(`${path}.1.gz`)).toString()).to.equal('next\n');
  });

  it('does nothing for files that are soon to go', async () => {
    const compression = await open();
    for (let n = 0; n < 10; n++) {
      await writeFile(path, `${n}\n`);
      await rotate(compression);
    }
    expect(await files()).to.deep.equal(['log.1', 'log.2', 'log.3']);
    await compression.finish();
    expect(await files()).to.deep.equal(['log.1.gz', 'log.2.gz', 'log.3.gz']);
    expect(gunzipSync(await readFile(`${path}.3.gz`)).toString()).to.equal('7\n');
  });

  it('gives a file up that goes meanwhile, and leaves nothing of it', async () => {
    const compression = await open();
    await writeFile(path, Buffer.alloc(8_000_000, 'line\n'));
    await rotate(compression);
    const finished = compression.finish();
    for (let n = 0; n < policy.maxFiles; n++) await rotate(compression);
    await finished;
    expect(await files()).to.deep.equal([]);
    await compression.stop();
  });

  it('does what a daemon that was killed has left', async () => {
    await writeFile(`${path}.2`, 'left\n');
    await writeFile(`${path}.3.gz`, 'done before');
    const compression = await open();
    await compression.finish();
    expect(await files()).to.deep.equal(['log.2.gz', 'log.3.gz']);
    expect(gunzipSync(await readFile(`${path}.2.gz`)).toString()).to.equal('left\n');
  });

  it('can be stopped in the middle, and the file is whole', async () => {
    const compression = await open();
    await writeFile(path, Buffer.alloc(8_000_000, 'line\n'));
    await rotate(compression);
    void compression.finish();
    await compression.stop();
    expect(await files()).to.deep.equal(['log.1']);
  });
});
