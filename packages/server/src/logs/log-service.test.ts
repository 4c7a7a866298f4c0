import type { LogBatch, LogDriver } from '@arca/plugin-kit';
import { containerRecord } from '@arca/plugin-kit/testing';
import { expect } from 'chai';
import { beforeEach, describe, it } from 'mocha';
import { LogService } from './log-service.js';
import type { NonBlockingWriter } from './non-blocking.js';

const batch = (text: string): LogBatch => ({ stream: 'stdout', time: 1n, data: Buffer.from(text) });

/** A driver whose writes wait until `open` is resolved. */
class SlowDriver implements LogDriver {
  readonly name = 'slow';
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
    const writer = await service.open(container({ mode: 'non-blocking', 'max-buffer-size': '10' }));
    for (const text of ['1234\n', '5678\n', '9\n', 'lost\n'])
      expect(writer.write(batch(text))).to.equal(undefined);
    expect((writer as NonBlockingWriter).dropped).to.equal(1);
    driver.gate.resolve();
    await writer.close();
    expect(driver.lines).to.deep.equal(['a\n', '1234\n', '5678\n', '9\n']);
  });
});
