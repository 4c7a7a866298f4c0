import { mkdtemp, readFile, rm, truncate } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LogReadOptions } from '@arca/plugin-kit';
import { containerRecord, describeLogDriver, namesOnceCompressed } from '@arca/plugin-kit/testing';
import { expect } from 'chai';
import { local } from './driver.js';

describeLogDriver(local, { unknownOption: "unknown log opt 'no-such' for log driver local" });

describe('local driver (unit)', () => {
  let root: string;
  let container: ReturnType<typeof containerRecord>;
  const driver = local();
  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), `arca-local-${process.pid}-`));
    container = containerRecord({ directory: join(root, 'container') });
  });
  afterEach(() => rm(root, { recursive: true, force: true }));

  const write = async (texts: string[], options: Record<string, string> = {}) => {
    const writer = await driver.open(container, options);
    for (const [index, text] of texts.entries()) {
      await writer.write({ stream: 'stdout', time: BigInt(index) * 1_000_000_000n, data: Buffer.from(text) });
    }
    await writer.close();
  };
  const read = async (options: Partial<LogReadOptions> = {}) => {
    const lines: string[] = [];
    const all = { follow: false, signal: new AbortController().signal, ...options };
    for await (const entries of driver.read(container, all))
      lines.push(...entries.map(({ line, partial }) => `${line.toString('latin1')}${partial ? '~' : ''}`));
    return lines;
  };
  const path = () => join(container.directory, 'local-logs', 'container.log');

  it('keeps bytes as they are', async () => {
    const bytes = Buffer.from(Array.from({ length: 256 }, (_, n) => n).filter((n) => n !== 10));
    const writer = await driver.open(container, {});
    await writer.write({
      stream: 'stderr',
      time: 1_700_000_000_123_456_789n,
      data: Buffer.concat([bytes, Buffer.from('\n\npiece')]),
    });
    await writer.close();
    expect(await read()).to.deep.equal([bytes.toString('latin1'), '', 'piece~']);
    for await (const [first, second] of driver.read(container, {
      follow: false,
      signal: new AbortController().signal,
    })) {
      expect([first?.time, second?.time]).to.deep.equal([
        1_700_000_000_123_456_789n,
        1_700_000_000_123_456_790n,
      ]);
    }
  });

  it('costs eleven bytes a line', async () => {
    await write(['x\n'.repeat(1000)]);
    expect((await readFile(path())).length).to.equal(12_000);
    expect((await read()).length).to.equal(1000);
  });

  it('loses only the record that a crash left unfinished', async () => {
    await write(['kept\n', 'torn\n']);
    const { length } = await readFile(path());
    for (const cut of [1, 8, 14]) {
      await truncate(path(), length - cut);
      await write(['next\n']);
      expect(await read()).to.deep.equal(['kept', 'next']);
      await truncate(path(), length / 2);
      await write(['torn\n']);
    }
  });

  it('rotates and compresses, and reads the last lines across files', async () => {
    const texts = Array.from({ length: 100 }, (_, n) => `${n}${'.'.repeat(50)}\n`);
    await write(texts, { 'max-size': '1k', 'max-file': '3' });
    const names = await namesOnceCompressed(join(container.directory, 'local-logs'));
    expect(names).to.deep.equal(['container.log', 'container.log.1.gz', 'container.log.2.gz']);
    const all = await read();
    expect(all.at(-1)).to.match(/^99\./);
    expect(await read({ tail: 20 })).to.deep.equal(all.slice(-20));
    expect(await read({ since: 98_000_000_000n })).to.deep.equal(all.slice(-2));
  });

  it('refuses bad values with dockerd’s words', async () => {
    const refusal = (options: Record<string, string>) =>
      driver.open(container, options).then(
        () => 'accepted',
        (error: unknown) => (error as Error).message,
      );
    expect(await refusal({ 'max-size': 'many' })).to.equal(
      "invalid value for max-size: many: invalid size: 'many'",
    );
    expect(await refusal({ 'max-file': 'x' })).to.contain('invalid value for max-file: x: strconv.Atoi');
    expect(await refusal({ 'max-file': '1' })).to.equal(
      'compression cannot be enabled when max file count is 1',
    );
    expect(await refusal({ compress: 'perhaps' })).to.contain(
      'error reading compress log option: strconv.ParseBool',
    );
    expect(await refusal({ 'max-file': '1', compress: 'false' })).to.equal('accepted');
  });
});
