import { expect } from 'chai';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSource } from './source.js';

/** Bytes that this process has asked the kernel for, whatever gave them. */
const bytesRead = () => Number(/^rchar: (\d+)$/m.exec(readFileSync('/proc/self/io', 'utf8'))![1]);

describe('a plain file of a log', () => {
  let directory: string;
  beforeEach(() => (directory = mkdtempSync(join(tmpdir(), 'arca-source-'))));
  afterEach(() => rmSync(directory, { recursive: true }));

  it('is read from its end for its last lines, whatever its size', async () => {
    const path = join(directory, 'log');
    writeFileSync(path, Buffer.alloc(30_000_000, `${'x'.repeat(99)}\n`));
    const source = (await openSource(path))!;
    const before = bytesRead();
    const { start, found } = await source.last(1000);
    const read = bytesRead() - before;
    await source.close();
    expect([start, found]).to.deep.equal([30_000_000 - 100_000, 1000]);
    expect(read).to.be.lessThan(1_000_000);
  });
});
