import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import type { ArcaError } from '@arca/plugin-kit';
import { type LocalDatagrams, type LogBatch, type LogOptions } from '@arca/plugin-kit';
import { containerRecord, describeLogDriver, type TestCollector } from '@arca/plugin-kit/testing';
import { expect } from 'chai';
import { syslog } from './driver.js';
import { messageEncoder } from './message.js';
import type { SyslogFormat } from './options.js';

/** Takes what is sent to a socket in the file system. */
class Sockets implements LocalDatagrams {
  readonly received: string[] = [];
  constructor(private readonly path: string) {}
  connect(path: string) {
    if (path !== this.path) throw Object.assign(new Error(path), { code: 'ENOENT' });
    const send = (data: Uint8Array) => (this.received.push(Buffer.from(data).toString()), Promise.resolve());
    return { send, sendSealed: send, close: () => undefined };
  }
}

/** A server that keeps the lines that it gets. */
class Receiver implements TestCollector {
  readonly #server: Server;
  readonly sockets = new Set<Socket>();
  #text = '';
  #news = Promise.withResolvers<void>();
  stalled = false;

  private constructor() {
    this.#server = createServer((socket) => {
      this.sockets.add(socket);
      socket.on('error', () => undefined).once('close', () => this.sockets.delete(socket));
      if (this.stalled) socket.pause();
      socket.on('data', (data: Buffer) => {
        this.#text += data.toString();
        this.#news.resolve();
        this.#news = Promise.withResolvers();
      });
      this.#news.resolve();
      this.#news = Promise.withResolvers();
      if (this.stalled) socket.pause();
    });
  }

  static async listen(port = 0): Promise<Receiver> {
    const receiver = new Receiver();
    receiver.#server.listen(port, '127.0.0.1');
    await once(receiver.#server, 'listening');
    return receiver;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  get options(): LogOptions {
    return { 'syslog-address': `tcp://127.0.0.1:${this.port}` };
  }

  async lines(count: number): Promise<string[]> {
    for (;;) {
      const lines = this.#text.split('\n').slice(0, -1);
      if (lines.length >= count) return lines.map((line) => line.replace(/^.*?\]: /, ''));
      await this.#news.promise;
    }
  }

  async connected(): Promise<void> {
    while (this.sockets.size === 0) await this.#news.promise;
  }

  async close(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    this.#server.close();
    await once(this.#server, 'close');
  }
}

const none = new Sockets('/dev/log');

describeLogDriver(() => syslog(none), {
  unknownOption: "unknown log opt 'no-such' for syslog log driver",
  skipsEmptyLines: true,
  collector: () => Receiver.listen(),
});

const batch = (text: string): LogBatch => ({ stream: 'stdout', time: 1n, data: Buffer.from(text) });
const failureOf = (work: Promise<unknown>) =>
  work.then(
    () => 'none',
    (error: unknown) => (error as Error).message,
  );

describe('syslog driver (unit)', () => {
  const driver = syslog(none);

  it('refuses what dockerd refuses, with its words', () => {
    const refusal = (options: LogOptions) => {
      try {
        driver.validate(options);
        return 'accepted';
      } catch (error) {
        return (error as ArcaError).message;
      }
    };
    expect(refusal({ 'syslog-address': 'http://a' })).to.equal("unsupported scheme: 'http'");
    expect(refusal({ 'syslog-address': 'unix:///no/such' })).to.equal(
      'stat /no/such: no such file or directory',
    );
    expect(refusal({ 'syslog-facility': 'other' })).to.equal('invalid syslog facility');
    expect(refusal({ 'syslog-facility': '24' })).to.equal('invalid syslog facility');
    expect(refusal({ 'syslog-format': 'rfc1' })).to.equal('Invalid syslog format');
    const all = { 'syslog-address': 'tcp+tls://a', 'syslog-facility': '23', 'syslog-format': 'rfc5424micro' };
    expect(refusal({ ...all, 'syslog-tls-skip-verify': '', tag: 'x', env: 'A' })).to.equal('accepted');
  });

  it('writes each format', () => {
    const of = (format: SyslogFormat, counted = false) =>
      messageEncoder({ format, facility: 3, hostname: 'host', tag: 'tag', pid: 7, counted })({
        stream: 'stderr',
        time: 1_700_000_000_123_456_789n,
        line: Buffer.from('text'),
        partial: false,
      })?.toString();
    expect(of('')).to.match(/^<27>[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d tag\[7\]: text\n$/);
    expect(of('rfc3164')).to.match(/^<27>[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d host tag\[7\]: text\n$/);
    expect(of('rfc5424')).to.match(/^<27>1 2023-11-1\dT\S{8}(Z|[+-]\d\d:\d\d) host tag 7 tag - text\n$/);
    expect(of('rfc5424micro')).to.match(/^<27>1 2023-11-1\dT\S{8}\.123456\S+ host tag 7 tag - text\n$/);
    const counted = of('rfc5424', true) ?? '';
    const [, length, message] = /^(\d+) (.*)$/s.exec(counted) ?? [];
    expect(message?.length).to.equal(Number(length));
  });

  it('sends a line in a datagram, and to the host’s own daemon by default', async () => {
    const socket = createSocket('udp4');
    socket.bind(0, '127.0.0.1');
    await once(socket, 'listening');
    const received = once(socket, 'message') as Promise<[Buffer]>;
    const { port } = socket.address();
    const udp = await driver.open(containerRecord(), { 'syslog-address': `udp://127.0.0.1:${port}` });
    void udp.write(batch('a\n'));
    await udp.close();
    expect((await received)[0].toString()).to.match(/^<30>.*: a\n$/);
    socket.close();
    const local = await driver.open(containerRecord(), { 'syslog-facility': 'local7' });
    void local.write(batch('b\n'));
    await local.close();
    expect(none.received.at(-1)).to.match(/^<190>.*\[\d+\]: b\n$/);
  });

  it('does not start without its collector', async () => {
    const receiver = await Receiver.listen();
    const { options, port } = receiver;
    await receiver.close();
    const refused = `dial tcp 127.0.0.1:${port}: connect: connection refused`;
    expect(await failureOf(driver.open(containerRecord(), options))).to.equal(refused);
    const secure = { 'syslog-address': 'tcp+tls://127.0.0.1', 'syslog-tls-ca-cert': '/no/such' };
    expect(await failureOf(driver.open(containerRecord(), secure))).to.contain(
      'could not read CA certificate',
    );
  });

  it('connects again to a collector that has reset the connection, gone, and come back', async () => {
    const first = await Receiver.listen();
    const { options, port } = first;
    const writer = await driver.open(containerRecord(), options);
    void writer.write(batch('one\n'));
    expect(await first.lines(1)).to.deep.equal(['one']);
    for (const socket of first.sockets) socket.resetAndDestroy();
    await first.close();
    let failure = '';
    while (!failure.includes('refused')) {
      failure = await failureOf(Promise.resolve(writer.write(batch('lost\n'))));
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    const second = await Receiver.listen(port);
    await new Promise((resolve) => setTimeout(resolve, 5));
    await Promise.resolve(writer.write(batch('two\n'))).catch(() => undefined);
    for (let count = 1; !(await second.lines(count)).includes('two'); count++);
    await writer.close().catch(() => undefined);
    await second.close();
  });

  it('lets the container wait for a collector that does not read', async () => {
    const receiver = await Receiver.listen();
    receiver.stalled = true;
    const writer = await driver.open(containerRecord(), receiver.options);
    await receiver.connected();
    const large = batch(`${'x'.repeat(16_000)}\n`.repeat(60));
    let waits: Promise<void> | void = undefined;
    for (let count = 0; !waits && count < 100; count++) {
      waits = writer.write(large);
      await new Promise(setImmediate);
    }
    expect(waits).to.be.instanceOf(Promise);
    for (const socket of receiver.sockets) socket.resume();
    await waits;
    await writer.close();
    await receiver.close();
  });
});
