import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { OutputChunk } from '@arca/plugin-kit';
import { expect } from 'chai';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { OutputQueue } from './output-queue.js';

const chunk = (text: string, stream: OutputChunk['stream'] = 'stdout'): OutputChunk => ({
  stream,
  data: Buffer.from(text),
});

describe('output queue (unit)', () => {
  let directory: string;
  let held: boolean[];
  let queue: OutputQueue;

  /** `patience` 0: the file is used as soon as the event loop turns. */
  const make = (patience = 0, file = 10_000_000) => {
    queue = new OutputQueue({ directory, memory: 10_000, patience, file }, (state) => held.push(state));
  };
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), `arca-queue-${process.pid}-`));
    held = [];
  });
  afterEach(async () => {
    queue.close();
    await rm(directory, { recursive: true, force: true });
  });

  const readAll = async () => {
    const chunks: OutputChunk[] = [];
    for await (const next of queue) chunks.push(next);
    return chunks;
  };
  const until = async (condition: () => boolean) => {
    while (!condition()) await new Promise(setImmediate);
  };

  it('gives chunks in order and ends', async () => {
    make();
    queue.push(chunk('a'));
    queue.push(chunk('b', 'stderr'));
    queue.end();
    queue.push(chunk('late'));
    expect((await readAll()).map(({ stream, data }) => `${stream}:${data}`)).to.deep.equal([
      'stdout:a',
      'stderr:b',
    ]);
  });

  it('holds the process back over the limit, and lets it go on at half of it', async () => {
    make(60_000);
    for (let n = 0; n < 3; n++) queue.push(chunk('x'.repeat(5000)));
    expect(held).to.deep.equal([true]);
    const reader = queue[Symbol.asyncIterator]();
    await reader.next();
    await reader.next();
    expect(held, 'one of three has been taken in full').to.deep.equal([true]);
    await reader.next();
    expect(held).to.deep.equal([true]);
    queue.end();
    await reader.next();
    expect(held).to.deep.equal([true, false]);
  });

  it('counts tiny chunks for what they cost', () => {
    make(60_000);
    for (let n = 0; n < 100; n++) queue.push(chunk('x'));
    expect(held).to.deep.equal([true]);
  });

  it('puts the output of a client that does not read into a file, and gives it all in order', async () => {
    make();
    const expected: string[] = [];
    const push = (n: number) => {
      const text = `${n}:${'x'.repeat(n % 3 === 0 ? 300_000 : 1000)}`;
      expected.push(text);
      queue.push(chunk(text, n % 2 ? 'stdout' : 'stderr'));
    };
    for (let n = 1; n <= 12; n++) push(n);
    await until(() => held.at(-1) === false);
    for (let n = 13; n <= 24; n++) push(n);
    expect(await readdir(directory), 'the file has no name').to.deep.equal([]);
    queue.end();
    const chunks = await readAll();
    expect(chunks.map(({ data }) => data.toString())).to.deep.equal(expected);
    expect(chunks.map(({ stream }) => stream)).to.deep.equal(
      expected.map((text) => (Number(text.split(':')[0]) % 2 ? 'stdout' : 'stderr')),
    );
  });

  it('comes back to memory when all has been read', async () => {
    make();
    for (let n = 0; n < 4; n++) queue.push(chunk('x'.repeat(5000)));
    await until(() => held.at(-1) === false);
    queue.push(chunk('in the file'));
    const reader = queue[Symbol.asyncIterator]();
    for (let n = 0; n < 5; n++) await reader.next();
    const next = reader.next();
    await new Promise((resolve) => setTimeout(resolve, 5));
    queue.push(chunk('again'));
    expect((await next).value).to.deep.equal(chunk('again'));
  });

  it('holds the process back again when the file is full', async () => {
    make(0, 50_000);
    for (let n = 0; n < 4; n++) queue.push(chunk('x'.repeat(5000)));
    await until(() => held.at(-1) === false);
    for (let n = 0; n < 12; n++) queue.push(chunk('x'.repeat(5000)));
    await until(() => held.at(-1) === true);
    queue.end();
    expect((await readAll()).length).to.equal(16);
  });

  it('forgets everything when the client leaves', async () => {
    make();
    for (let n = 0; n < 4; n++) queue.push(chunk('x'.repeat(5000)));
    await until(() => held.at(-1) === false);
    queue.push(chunk('x'));
    queue.close();
    expect(await readAll()).to.deep.equal([]);
  });
});
