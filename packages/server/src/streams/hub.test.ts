import { PassThrough, Writable } from 'node:stream';
import type { Attachment, Clock, LogBatch, LogWriter } from '@arca/plugin-kit';
import { expect } from 'chai';
import { beforeEach, describe, it } from 'mocha';
import { StreamHub } from './hub.js';

const clock: Clock = { now: () => '', nanoseconds: () => 7n };
const limits = { directory: '/nonexistent', memory: 1_000_000, patience: 60_000, file: 1_000_000 };

class Recorder implements LogWriter {
  readonly lines: string[] = [];
  gate: Promise<void> | undefined;

  write({ stream, time, data }: LogBatch): Promise<void> | void {
    this.lines.push(`${stream}@${time}:${data}`);
    return this.gate;
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}

/** A process made of streams in memory. */
class FakeProcess {
  readonly stdout = new PassThrough();
  readonly stderr = new PassThrough();
  readonly received: string[] = [];
  readonly stdin = new Writable({
    write: (data: Buffer, _encoding, done) => {
      this.received.push(data.toString());
      done();
    },
  });

  exit(): void {
    this.stdout.end();
    this.stderr.end();
  }
}

describe('stream hub (unit)', () => {
  let process: FakeProcess;
  let log: Recorder;
  const failures: string[] = [];
  const make = (clientInputEnd: 'close' | 'detach' = 'close') =>
    new StreamHub({
      limits,
      clock,
      log: (_level, message) => void failures.push(message),
      container: 'c',
      openStdin: true,
      clientInputEnd,
    });
  beforeEach(() => {
    process = new FakeProcess();
    log = new Recorder();
    failures.length = 0;
  });

  const text = async ({ output }: Attachment) => {
    let all = '';
    for await (const { stream, data } of output) all += `[${stream}]${data}`;
    return all;
  };
  const run = async (hub: StreamHub) => {
    hub.connect(process, log);
    process.stdout.write('out\nre');
    process.stderr.write('err\n');
    process.stdout.write('st');
    process.exit();
    await hub.drained(60_000);
    hub.end();
  };

  it('gives all output to a client that came before the process, and lines to the log', async () => {
    const hub = make();
    const client = hub.attach({ stdout: true, stderr: true });
    await run(hub);
    expect((await text(client)).replaceAll(/\[std(out|err)\]/g, (tag) => tag)).to.contain('[stderr]err\n');
    expect(log.lines.sort()).to.deep.equal(['stderr@7:err\n', 'stdout@7:out\n', 'stdout@7:rest']);
  });

  it('gives each client the streams that it asked for', async () => {
    const hub = make();
    const clients = [hub.attach({ stdout: true }), hub.attach({ stderr: true }), hub.attach({})];
    await run(hub);
    const texts = await Promise.all(clients.map(text));
    expect(texts.map((all) => all.replaceAll('[stdout]', ''))).to.deep.equal([
      'out\nrest',
      '[stderr]err\n',
      '',
    ]);
  });

  it('shares standard input, and keeps it until the process runs', async () => {
    const hub = make('detach');
    const [first, second] = [hub.attach({ stdin: true }), hub.attach({ stdin: true })];
    first.stdin?.write('one');
    hub.connect(process);
    await new Promise(setImmediate);
    second.stdin?.write('two');
    await new Promise(setImmediate);
    expect(process.received).to.deep.equal(['one', 'two']);
  });

  it('closes the input with the first client that ends, when it is to be read once', async () => {
    const hub = make('close');
    const client = hub.attach({ stdin: true, stdout: true });
    client.stdin?.end('all');
    hub.connect(process, log);
    await new Promise((resolve) => process.stdin.once('finish', resolve));
    expect(process.received).to.deep.equal(['all']);
    process.stdout.write('still here');
    process.exit();
    await hub.drained(60_000);
    hub.end();
    expect(await text(client)).to.equal('[stdout]still here');
  });

  it('lets a client go that ends its input, when others may come', async () => {
    const hub = make('detach');
    const client = hub.attach({ stdin: true, stdout: true });
    hub.connect(process, log);
    client.stdin?.end();
    expect(await text(client)).to.equal('');
    expect(process.stdin.writableEnded).to.equal(false);
  });

  it('does not close the input of the next process for a client of the last one', async () => {
    const hub = make('close');
    const late = hub.attach({ stdin: true });
    await run(hub);
    late.stdin?.end('late');
    const next = new FakeProcess();
    hub.connect(next);
    await new Promise(setImmediate);
    expect(next.received).to.deep.equal([]);
    expect(next.stdin.writableEnded).to.equal(false);
  });

  it('makes the process wait while its log cannot take more', async () => {
    const hub = make();
    const gate = Promise.withResolvers<void>();
    log.gate = gate.promise;
    hub.connect(process, log);
    process.stdout.write('a\n');
    await new Promise(setImmediate);
    process.stdout.write('b\n');
    await new Promise(setImmediate);
    expect(log.lines.length).to.equal(1);
    gate.resolve();
    await new Promise(setImmediate);
    await new Promise(setImmediate);
    expect(log.lines.length).to.equal(2);
  });

  it('goes on, and says it once, when the log fails', async () => {
    const hub = make();
    log.gate = Promise.reject(new Error('disk full'));
    log.gate.catch(() => undefined);
    const client = hub.attach({ stdout: true });
    await run(hub);
    expect((await text(client)).replaceAll('[stdout]', '')).to.equal('out\nrest');
    expect(failures).to.deep.equal(['output could not be logged']);
  });

  it('does not wait for output that somebody else keeps open', async () => {
    const hub = make();
    hub.connect(process, log);
    process.stdout.write('x\n');
    await hub.drained(5);
    expect(log.lines).to.deep.equal(['stdout@7:x\n']);
  });

  it('tells that a client typed its detach keys, once', () => {
    const hub = make();
    const reasons: unknown[] = [];
    const client = hub.attach({}, (reason) => reasons.push(reason));
    client.detach('keys');
    client.detach();
    expect(reasons).to.deep.equal(['keys']);
  });
});
