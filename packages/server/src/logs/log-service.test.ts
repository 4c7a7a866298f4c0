import type { LogBatch, LogDriver } from '@arca/plugin-kit';
import { containerRecord } from '@arca/plugin-kit/testing';
import { expect } from 'chai';
import { beforeEach, describe, it } from 'mocha';
import { LogService } from './log-service.js';
import { NonBlockingWriter } from './non-blocking.js';
import { withPatience } from './patience.js';

const batch = (text: string): LogBatch => ({ stream: 'stdout', time: 1n, data: Buffer.from(text) });

/** A driver whose writes wait until `open` is resolved. */
class SlowDriver implements LogDriver {
  readonly name: string = 'slow';
  readonly gate = Promise.withResolvers<void>();
  readonly lines: string[] = [];
  opened: Readonly<Record<string, string>> | undefined;

  validate(options: Readonly<Record<string, string>>): void {
    if ('bad' in options) throw new Error('bad option');
  }
  open(_container: unknown, options: Readonly<Record<string, string>>) {
    this.opened = options;
    return Promise.resolve({
      write: async ({ data }: LogBatch) => {
        await this.gate.promise;
        this.lines.push(data.toString());
      },
      close: () => Promise.resolve(),
    });
  }
}

class MemoryDriver extends SlowDriver {
  override readonly name = 'local';
  constructor() {
    super();
    this.gate.resolve();
  }
  async *read() {
    yield* [];
  }
}

const container = (options: Record<string, string>) =>
  containerRecord({ body: { HostConfig: { LogConfig: { Type: 'slow' as never, Config: options } } } });

describe('log service (unit)', () => {
  let driver: SlowDriver;
  let service: LogService;
  beforeEach(() => {
    driver = new SlowDriver();
    service = new LogService({ logDrivers: new Map([['slow', driver]]) }, () => undefined);
  });

  it('checks drivers, modes and buffer sizes with Docker’s words', () => {
    const refusal = (type: string, options: Record<string, string>) => {
      try {
        service.validate(type, options);
        return 'accepted';
      } catch (error) {
        return (error as Error).message;
      }
    };
    expect(refusal('none', { anything: '1' })).to.equal('accepted');
    expect(refusal('slow', { mode: 'non-blocking', 'max-buffer-size': '4m' })).to.equal('accepted');
    expect(refusal('syslog', {})).to.equal("logger: no log driver named 'syslog' is registered");
    expect(refusal('slow', { mode: 'fast' })).to.equal('logger: logging mode not supported: fast');
    expect(refusal('slow', { 'max-buffer-size': '4m' })).to.equal(
      "logger: max-buffer-size option is only supported with 'mode=non-blocking'",
    );
    expect(refusal('slow', { mode: 'non-blocking', 'max-buffer-size': 'much' })).to.equal(
      "error parsing option max-buffer-size: invalid size: 'much'",
    );
    expect(refusal('slow', { bad: '' })).to.equal('bad option');
  });

  it('says that a driver cannot be read', () => {
    expect(() =>
      service.read(container({}), { follow: false, signal: new AbortController().signal }),
    ).to.throw('configured logging driver does not support reading');
  });

  it('lets the container wait in blocking mode and not in the other', async () => {
    const blocking = await service.open(container({ mode: 'blocking', own: '1' }));
    expect(driver.opened).to.deep.equal({ own: '1' });
    expect(blocking.write(batch('a\n'))).to.be.instanceOf(Promise);
    const writer = await service.open(container({ mode: 'non-blocking', 'max-buffer-size': '12' }));
    for (const text of ['1234\n', '5678\n', '9\n', 'lost\n'])
      expect(writer.write(batch(text))).to.equal(undefined);
    expect(service.dropped(container({}))).to.equal(1);
    driver.gate.resolve();
    await writer.close();
    expect(driver.lines).to.deep.equal(['a\n', '1234\n', '5678\n', '9\n']);
  });

  it('keeps a cache of what cannot be read, with options of its own', async () => {
    const cache = new MemoryDriver();
    service = new LogService(
      {
        logDrivers: new Map<string, LogDriver>([
          ['slow', driver],
          ['local', cache],
        ]),
      },
      () => undefined,
    );
    const options = { 'cache-max-size': '1m', 'cache-max-file': '2', own: '1' };
    const writer = await service.open(container(options));
    expect(driver.opened).to.deep.equal({ own: '1' });
    expect(cache.opened).to.deep.equal({ 'max-size': '1m', 'max-file': '2' });
    const written = writer.write(batch('a\n'));
    driver.gate.resolve();
    await written;
    await writer.close();
    expect([driver.lines, cache.lines]).to.deep.equal([['a\n'], ['a\n']]);
    const signal = new AbortController().signal;
    service.read(container(options), { follow: false, signal });
    expect(() => service.read(container({ 'cache-disabled': 'true' }), { follow: false, signal })).to.throw(
      'configured logging driver does not support reading',
    );
    expect(() => service.validate('slow', { 'cache-disabled': 'maybe' })).to.throw(
      'invalid value for option cache-disabled: maybe',
    );
  });

  it('counts each dropped line, and ends though the driver stalls', async () => {
    const stalled = { write: () => new Promise<void>(() => undefined), close: () => Promise.resolve() };
    const writer = new NonBlockingWriter(stalled, 12, () => undefined, 1);
    for (const text of ['taken\n', 'waits\n', '1\n2\n3\n4\n5\npiece']) writer.write(batch(text));
    expect(writer.dropped).to.equal(6);
    await writer.close();
    expect(writer.dropped).to.equal(7);
  });

  it('never holds more than its buffer, with what is being written, or one line that is longer', async () => {
    const writes: { text: string; done: () => void }[] = [];
    const slow = {
      write: ({ data }: LogBatch) =>
        new Promise<void>((done) => writes.push({ text: data.toString(), done })),
      close: () => Promise.resolve(),
    };
    const writer = new NonBlockingWriter(slow, 10, () => undefined, 1);
    const finish = async () => {
      writes.at(-1)?.done();
      await new Promise(setImmediate);
    };
    writer.write(batch('abc\ndef\nghi\nj'));
    expect([writes.at(-1)?.text, writer.dropped]).to.deep.equal(['abc\ndef\n', 2]);
    writer.write(batch('1\n2\n'));
    expect(writer.dropped).to.equal(3);
    await finish();
    expect(writes.at(-1)?.text).to.equal('1\n');
    writer.write(batch('longer than it\n'));
    expect(writer.dropped).to.equal(4);
    await finish();
    writer.write(batch('longer than it\nlost\n'));
    writer.write(batch('\n'));
    expect([writes.at(-1)?.text, writer.dropped]).to.deep.equal(['longer than it\n', 6]);
    await finish();
    writer.write(batch('0123456789'));
    expect([writes.at(-1)?.text, writer.dropped]).to.deep.equal(['0123456789', 6]);
    await finish();
    await writer.close();
  });

  it('does not wait for ever for a driver to close', async () => {
    const stalled = { write: () => undefined, close: () => new Promise<void>(() => undefined) };
    const failure = await withPatience(stalled, 1)
      .close()
      .catch((error: unknown) => String(error));
    expect(failure).to.contain('did not finish in time');
  });
});
