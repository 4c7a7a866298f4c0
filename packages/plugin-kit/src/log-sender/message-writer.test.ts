import { expect } from 'chai';
import type { LogBatch } from '../ports/logs.js';
import { MessageWriter, type MessageWriterOptions } from './message-writer.js';

const batch = (text: string): LogBatch => ({ stream: 'stdout', time: 1n, data: Buffer.from(text) });

/** A collector that takes a group when it is let to. */
class Collector {
  readonly groups: string[][] = [];
  readonly signals: AbortSignal[] = [];
  closed = false;
  gate: Promise<void> = Promise.resolve();
  failures = 0;

  async send(messages: readonly Buffer[], signal: AbortSignal): Promise<void> {
    this.signals.push(signal);
    this.groups.push(messages.map(String));
    if (this.failures-- > 0) throw new Error('refused');
    const aborted = new Promise<never>((_, reject) =>
      signal.addEventListener('abort', () => reject(new Error('aborted'))),
    );
    await Promise.race([this.gate, aborted]);
  }

  close(): void {
    this.closed = true;
  }
}

describe('message writer (unit)', () => {
  let collector: Collector;
  beforeEach(() => {
    collector = new Collector();
  });
  const writer = (options: Partial<MessageWriterOptions> = {}) =>
    new MessageWriter({
      encode: ({ line }) => (line.length > 0 ? line : undefined),
      sender: collector,
      ...options,
    });

  it('sends what comes at once together, and one group after the other', async () => {
    const gate = Promise.withResolvers<void>();
    collector.gate = gate.promise;
    const log = writer({ count: 3 });
    expect(log.write(batch('a\n\nb\n'))).to.equal(undefined);
    expect(log.write(batch('c\nd\n'))).to.equal(undefined);
    await new Promise(setImmediate);
    expect(collector.groups).to.deep.equal([['a', 'b', 'c']]);
    gate.resolve();
    await log.close();
    expect(collector.groups).to.deep.equal([['a', 'b', 'c'], ['d']]);
    expect(collector.closed).to.equal(true);
  });

  it('lets the container wait while the queue is full', async () => {
    const gate = Promise.withResolvers<void>();
    collector.gate = gate.promise;
    const log = writer({ capacity: 4 });
    expect(log.write(batch('abc\n'))).to.equal(undefined);
    const waits = log.write(batch('def\n'));
    expect(waits).to.be.instanceOf(Promise);
    gate.resolve();
    await waits;
    await log.close();
    expect(collector.groups.flat()).to.deep.equal(['abc', 'def']);
  });

  it('drops and says so when the container must not wait', async () => {
    const log = writer({ capacity: 4, overflow: 'drop' });
    void log.write(batch('abc\n'));
    const said = await Promise.resolve(log.write(batch('def\n'))).catch(String);
    expect(said).to.contain('lines were dropped');
    await log.close();
    expect(collector.groups.flat()).to.deep.equal(['abc']);
  });

  it('holds no more than its room of a batch, counted in bytes and in messages, or one longer line', async () => {
    const gate = Promise.withResolvers<void>();
    collector.gate = gate.promise;
    const log = writer({ capacity: 8, messages: 3, overflow: 'drop' });
    const write = (text: string) =>
      Promise.resolve(log.write(batch(text))).then(
        () => 'taken',
        () => 'dropped',
      );
    expect(await write('abc\nde\nfgh\n')).to.equal('dropped');
    await new Promise(setImmediate);
    expect(await write('\n')).to.equal('taken');
    expect(await write('')).to.equal('taken');
    expect(await write('\n')).to.equal('dropped');
    gate.resolve();
    await new Promise(setImmediate);
    expect(await write('i\nj\nk\nl\n')).to.equal('dropped');
    await new Promise(setImmediate);
    expect(await write('longer than it\nlost\n')).to.equal('dropped');
    await log.close();
    expect(collector.groups.flat()).to.deep.equal(['abc', 'de', 'i', 'j', 'k', 'longer than it']);
  });

  it('gives up a collector that stalls when it is closed', async () => {
    collector.gate = new Promise(() => undefined);
    const log = writer({ patience: 5 });
    void log.write(batch('a\n'));
    await new Promise(setImmediate);
    expect(await log.close().catch(String)).to.contain('did not take the last lines in time');
    expect(collector.signals[0]?.aborted).to.equal(true);
    expect(collector.closed).to.equal(true);
  });

  it('tells of a failure with the next write, and goes on', async () => {
    collector.failures = 1;
    const log = writer();
    void log.write(batch('lost\n'));
    await new Promise(setImmediate);
    expect(await Promise.resolve(log.write(batch('kept\n'))).catch(String)).to.equal('Error: refused');
    await log.close();
    expect(collector.groups).to.deep.equal([['lost'], ['kept']]);
  });

  it('lets messages wait for others, until somebody waits for them', async () => {
    const log = writer({ linger: 60_000, count: 3 });
    for (const text of ['a\n', 'b\n', 'c\n', 'd\n']) {
      void log.write(batch(text));
      await new Promise(setImmediate);
    }
    expect(collector.groups).to.deep.equal([['a', 'b', 'c']]);
    await log.close();
    expect(collector.groups).to.deep.equal([['a', 'b', 'c'], ['d']]);
  });

  it('sends again what was refused, until others wait for the room', async () => {
    collector.failures = 1;
    const log = writer({ retry: 60_000 });
    void log.write(batch('a\n'));
    await new Promise(setImmediate);
    await log.close();
    expect(collector.groups).to.deep.equal([['a'], ['a']]);
    collector.failures = 2;
    const full = writer({ retry: 60_000, capacity: 4 });
    void full.write(batch('abc\n'));
    await new Promise(setImmediate);
    const waits = full.write(batch('def\n'));
    await Promise.resolve(waits).catch(() => undefined);
    const closed = await full.close().catch(String);
    expect(closed).to.equal('Error: refused');
    expect(collector.groups.slice(2)).to.deep.equal([['abc'], ['abc'], ['def']]);
  });
});
