import { createSocket, type Socket as UdpSocket } from 'node:dgram';
import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { gunzipSync, inflateSync } from 'node:zlib';
import type { ArcaError, LogBatch, LogOptions } from '@arca/plugin-kit';
import { containerRecord, describeLogDriver, type TestCollector } from '@arca/plugin-kit/testing';
import { expect } from 'chai';
import { gelf } from './driver.js';

type Message = Record<string, unknown>;

/** Puts messages together as Graylog's description says. */
class Messages {
  readonly all: Message[] = [];
  readonly #parts = new Map<string, Buffer[]>();
  #news = Promise.withResolvers<void>();
  chunked = 0;

  datagram(data: Buffer): void {
    if (data.readUInt16BE(0) !== 0x1e0f) return this.add(data);
    this.chunked++;
    const id = data.toString('hex', 2, 10);
    const parts = this.#parts.get(id) ?? [];
    this.#parts.set(id, parts);
    parts[data[10]!] = data.subarray(12);
    if (Object.keys(parts).length === data[11]) this.add(Buffer.concat(parts));
  }

  add(data: Buffer): void {
    const magic = data.readUInt16BE(0);
    const text = magic === 0x1f8b ? gunzipSync(data) : data[0] === 0x78 ? inflateSync(data) : data;
    this.all.push(JSON.parse(text.toString()) as Message);
    this.#news.resolve();
    this.#news = Promise.withResolvers();
  }

  async lines(count: number): Promise<string[]> {
    while (this.all.length < count) await this.#news.promise;
    return this.all.map(({ short_message: text }) => String(text));
  }
}

async function udpCollector(more: LogOptions = {}): Promise<TestCollector & { messages: Messages }> {
  const messages = new Messages();
  const socket: UdpSocket = createSocket('udp4', (data) => messages.datagram(data));
  socket.bind(0, '127.0.0.1');
  await once(socket, 'listening');
  return {
    messages,
    options: { 'gelf-address': `udp://127.0.0.1:${socket.address().port}`, ...more },
    lines: (count) => messages.lines(count),
    close: () => new Promise((resolve) => socket.close(() => resolve())),
  };
}

async function tcpCollector(port = 0): Promise<TestCollector & { port: number; sockets: Set<Socket> }> {
  const messages = new Messages();
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    let rest = Buffer.alloc(0);
    socket
      .on('error', () => undefined)
      .on('data', (data: Buffer) => {
        rest = Buffer.concat([rest, data]);
        for (let end = rest.indexOf(0); end >= 0; end = rest.indexOf(0)) {
          messages.add(rest.subarray(0, end));
          rest = rest.subarray(end + 1);
        }
      });
  }).listen(port, '127.0.0.1');
  await once(server, 'listening');
  const { port: chosen } = server.address() as AddressInfo;
  return {
    port: chosen,
    sockets,
    options: { 'gelf-address': `tcp://127.0.0.1:${chosen}`, 'gelf-tcp-reconnect-delay': '0' },
    lines: (count) => messages.lines(count),
    close: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

const common = {
  unknownOption: 'unknown log opt "no-such" for gelf log driver',
  required: { 'gelf-address': 'udp://127.0.0.1:1' },
  skipsEmptyLines: true,
};
describeLogDriver(() => gelf, { ...common, collector: () => udpCollector() });
describeLogDriver(() => gelf, { ...common, collector: () => tcpCollector() });

const batch = (text: string): LogBatch => ({
  stream: 'stderr',
  time: 1_700_000_000_123_456_789n,
  data: Buffer.from(text),
});

describe('gelf driver (unit)', () => {
  it('refuses what dockerd refuses, with its words', () => {
    const refusal = (options: LogOptions) => {
      try {
        gelf.validate(options);
        return 'accepted';
      } catch (error) {
        return (error as ArcaError).message;
      }
    };
    const udp = { 'gelf-address': 'udp://a:1' };
    const tcp = { 'gelf-address': 'tcp://a:1' };
    expect(refusal({})).to.equal('gelf-address is a required parameter');
    expect(refusal({ 'gelf-address': 'http://a:1' })).to.equal('gelf: endpoint needs to be TCP or UDP');
    expect(refusal({ 'gelf-address': 'udp://a' })).to.equal(
      'gelf: please provide gelf-address as proto://host:port',
    );
    expect(refusal({ ...tcp, 'gelf-compression-type': 'gzip' })).to.equal(
      'compression is only supported on UDP',
    );
    expect(refusal({ ...udp, 'gelf-compression-type': 'lzw' })).to.equal(
      'unknown value "lzw" for log opt "gelf-compression-type" for gelf log driver',
    );
    expect(refusal({ ...udp, 'gelf-compression-level': '10' })).to.contain('unknown value "10"');
    expect(refusal({ ...udp, 'gelf-tcp-max-reconnect': '1' })).to.equal(
      '"gelf-tcp-max-reconnect" is only valid for TCP',
    );
    expect(refusal({ ...tcp, 'gelf-tcp-reconnect-delay': '-1' })).to.equal(
      '"gelf-tcp-reconnect-delay" must be a positive integer',
    );
    expect(refusal({ ...udp, 'gelf-compression-level': '-1', labels: 'a' })).to.equal('accepted');
  });

  it('tells of the container', async () => {
    const collector = await udpCollector({ labels: 'tier,_own' });
    const container = containerRecord({
      body: { Config: { Labels: { tier: 'web', _own: '1' }, Cmd: ['echo', 'a'] } },
    });
    const writer = await gelf.open(container, collector.options);
    void writer.write(batch('line\n'));
    await writer.close();
    await collector.lines(1);
    const [message] = collector.messages.all;
    expect(message).to.include({
      ...{ version: '1.1', short_message: 'line', level: 3, timestamp: 1_700_000_000.123 },
      ...{ _container_id: container.id, _container_name: 'brave_name', _tag: container.id.slice(0, 12) },
      ...{ _command: 'echo a', _tier: 'web', _own: '1', _created: container.createdAt },
    });
    await collector.close();
  });

  for (const type of ['gzip', 'zlib', 'none']) {
    it(`cuts long messages into chunks, compressed by ${type}`, async () => {
      const collector = await udpCollector({ 'gelf-compression-type': type });
      const writer = await gelf.open(containerRecord(), collector.options);
      const text = Array.from({ length: 1500 }, (_, n) => ((n * 7919) % 100_003).toString(36)).join(' ');
      void writer.write(batch(`${text}\n`));
      await writer.close();
      expect(await collector.lines(1)).to.deep.equal([text]);
      expect(collector.messages.chunked).to.be.greaterThan(1);
      await collector.close();
    });
  }

  it('does not start without its collector, and finds it again when it has been away', async () => {
    const first = await tcpCollector();
    const { port, options } = first;
    const writer = await gelf.open(containerRecord(), options);
    void writer.write(batch('one\n'));
    await first.lines(1);
    for (const socket of first.sockets) socket.resetAndDestroy();
    await first.close();
    const failure = await gelf
      .open(containerRecord(), options)
      .catch((error: unknown) => (error as Error).message);
    expect(failure).to.equal(
      `gelf: cannot connect to GELF endpoint: 127.0.0.1:${port} dial tcp 127.0.0.1:${port}: connect: connection refused`,
    );
    let said: unknown;
    while (said === undefined) {
      said = await Promise.resolve(writer.write(batch('lost\n'))).catch(String);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    expect(said).to.contain('giving up');
    const second = await tcpCollector(port);
    await new Promise((resolve) => setTimeout(resolve, 10));
    await Promise.resolve(writer.write(batch('two\n'))).catch(() => undefined);
    for (let count = 1; !(await second.lines(count)).includes('two'); count++);
    await writer.close().catch(() => undefined);
    await second.close();
  });
});
