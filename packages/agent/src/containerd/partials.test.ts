import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { Partials } from './partials.js';

const MEGABYTE = 1024 ** 2;
const [one, two] = [`sha256:${'1'.repeat(64)}`, `sha256:${'2'.repeat(64)}`];

describe('what has come of downloads that were cut off', () => {
  let directory: string;
  let partials: Partials;
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'arca-partials-'));
    partials = new Partials(join(directory, 'kept'));
  });
  afterEach(() => rm(directory, { recursive: true }));

  const file = async (size: number) => {
    const path = join(directory, 'file');
    await writeFile(path, Buffer.alloc(size));
    return path;
  };

  it('is kept when it is worth it, the newest in place of older ones', async () => {
    await partials.keep(one, await file(MEGABYTE - 1));
    expect(await partials.size(one)).to.equal(0);
    for (const size of [2 * MEGABYTE, MEGABYTE]) {
      await partials.keep(one, await file(size));
      expect(await partials.size(one)).to.equal(size);
      await rm(join(directory, 'file'));
    }
    await partials.drop(one);
    expect(await partials.size(one)).to.equal(0);
  });

  it('goes after a day, or at once', async () => {
    for (const digest of [one, two]) await partials.keep(digest, await file(MEGABYTE));
    const before = new Date(Date.now() - 25 * 3600 * 1000);
    await utimes(join(directory, 'kept', one.replace(':', '-')), before, before);
    // Both are names of one file here.
    expect(await partials.size(one)).to.equal(0);
    await rm(join(directory, 'file'));
    await partials.keep(two, await file(MEGABYTE));
    expect(await partials.clear({ all: false })).to.equal(MEGABYTE);
    expect(await partials.size(two)).to.equal(MEGABYTE);
    expect(await partials.clear({ all: true })).to.equal(MEGABYTE);
    expect(await readdir(join(directory, 'kept'))).to.deep.equal([]);
  });

  it('is nothing where there is no place for it', async () => {
    const none = new Partials(undefined);
    await none.keep(one, await file(MEGABYTE));
    expect([await none.size(one), await none.clear({ all: true })]).to.deep.equal([0, 0]);
  });
});
