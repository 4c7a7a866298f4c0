import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { PassThrough } from 'node:stream';
import type { ExtData } from '@msgpack/msgpack';
import { decodeMultiStream, encode } from '@msgpack/msgpack';
import type { ArcaError, LogBatch, LogOptions } from '@arca/plugin-kit';
import { containerRecord, describeLogDriver, type TestCollector } from '@arca/plugin-kit/testing';
import { expect } from 'chai';
import { fluentd } from './driver.js';

type Message = [tag: string, time: unknown, record: Record<string, string>, option: { chunk?: string }];

interface Collector extends TestCollector {
  readonly messages: Message[];
  readonly sockets: Set<Socket>;
  readonly port: number;
}

/** Reads the forward protocol, and answers as it says; `deaf` times it closes a connection instead. */
async function collect(more: LogOptions = {}, port = 0, deaf = 0): Promise<Collector> {
  const messages: Message[] = [];
  const sockets = new Set<Socket>();
  let news = Promise.withResolvers<void>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined).once('close', () => sockets.delete(socket));
    const input = socket.pipe(new PassThrough());
    void (async () => {
      for await (const message of decodeMultiStream(input)) {
        const { chunk } = (message as Message)[3];
        if (chunk && deaf-- > 0) return socket.destroy();
        messages.push(message as Message);
        if (chunk) socket.write(encode({ ack: chunk }));
        news.resolve();
        news = Promise.withResolvers();
      }
    })().catch(() => undefined);
  }).listen(port, '127.0.0.1');
  await once(server, 'listening');
  const { port: chosen } = server.address() as AddressInfo;
  return {
    messages,
    sockets,
    port: chosen,
    options: { 'fluentd-address': `127.0.0.1:${chosen}`, 'fluentd-retry-wait': '5ms', ...more },
    async lines(count) {
      while (messages.length < count) await news.promise;
      return messages.map(([, , { log = '' }]) => log);
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

const common = { unknownOption: "unknown log opt 'no-such' for fluentd log driver" };
describeLogDriver(() => fluentd, { ...common, collector: () => collect() });
describeLogDriver(() => fluentd, { ...common, collector: () => collect({ 'fluentd-request-ack': 'true' }) });

const batch = (text: string): LogBatch => ({
  stream: 'stderr',
  time: 1_700_000_000_123_456_789n,
  data: Buffer.from(text),
});

describe('fluentd driver (unit)', () => {
  it('refuses what dockerd refuses, with its words', () => {
    const refusal = (name: string, value: string) => {
      try {
        fluentd.validate({ [`fluentd-${name}`]: value });
        return 'accepted';
      } catch (error) {
        return (error as ArcaError).message;
      }
    };
    expect(refusal('address', 'http://a')).to.equal(
      "invalid fluentd-address (http://a): unsupported scheme: 'http'",
    );
    expect(refusal('address', 'unix://')).to.equal('invalid fluentd-address (unix://): path is empty');
    expect(refusal('address', 'tcp://a/b')).to.contain('should not contain a path element');
    expect(refusal('async', 'perhaps')).to.equal('strconv.ParseBool: parsing "perhaps": invalid syntax');
    expect(refusal('buffer-limit', 'much')).to.equal("invalid size: 'much'");
    expect(refusal('retry-wait', '5')).to.equal('time: missing unit in duration "5"');
    expect(refusal('max-retries', '2147483648')).to.equal('invalid fluentd-max-retries: value out of range');
    expect(refusal('async-reconnect-interval', '1ms')).to.equal(
      'invalid value for fluentd-async-reconnect-interval: value ("1ms") must be between 100ms and 10s',
    );
    expect(refusal('write-timeout', '-1s')).to.contain('must be a duration that is non-negative');
    for (const [name, value] of Object.entries({ address: 'tls://a', 'write-timeout': '1s', async: '' })) {
      expect(refusal(name, value)).to.equal('accepted');
    }
  });

  it('tells of the container, marks pieces, and has times below a second', async () => {
    const collector = await collect({
      'fluentd-sub-second-precision': 'true',
      env: 'TIER',
      tag: 'app.{{.Name}}',
    });
    const container = containerRecord({ body: { Config: { Env: ['TIER=web'] } } });
    const writer = await fluentd.open(container, collector.options);
    void writer.write(batch('line\n'));
    void writer.write(batch('x'.repeat(16 * 1024)));
    void writer.write(batch('end\n'));
    await writer.close();
    await collector.lines(3);
    const [first, piece, last] = collector.messages;
    expect(first?.[0]).to.equal('app.brave_name');
    const time = Buffer.from((first?.[1] as ExtData).data as Uint8Array);
    expect([time.readUInt32BE(0), time.readUInt32BE(4)]).to.deep.equal([1_700_000_000, 123_456_789]);
    expect(first?.[2]).to.deep.equal({
      ...{
        container_id: container.id,
        container_name: '/brave_name',
        source: 'stderr',
        log: 'line',
        TIER: 'web',
      },
    });
    expect(piece?.[2]).to.include({ partial_message: 'true', partial_ordinal: '1', partial_last: 'false' });
    expect(last?.[2]).to.include({
      partial_ordinal: '2',
      partial_last: 'true',
      partial_id: piece?.[2]['partial_id'],
    });
    await collector.close();
  });

  it('sends again what was not acknowledged', async () => {
    const collector = await collect({ 'fluentd-request-ack': 'true' }, 0, 2);
    const writer = await fluentd.open(containerRecord(), collector.options);
    void writer.write(batch('one\n'));
    expect(await collector.lines(1)).to.deep.equal(['one']);
    await writer.close();
    await collector.close();
  });

  it('does not start without its collector, but with async, and waits for it to come back', async () => {
    const first = await collect();
    const { port, options } = first;
    const sync = await fluentd.open(containerRecord(), options);
    await first.close();
    const failure = await fluentd
      .open(containerRecord(), options)
      .catch((error: unknown) => (error as Error).message);
    expect(failure).to.equal(`dial tcp 127.0.0.1:${port}: connect: connection refused`);
    const writer = await fluentd.open(containerRecord(), { ...options, 'fluentd-async': 'true' });
    void writer.write(batch('early\n'));
    await new Promise((resolve) => setTimeout(resolve, 5));
    void sync.write(batch('kept\n'));
    const second = await collect({}, port);
    expect((await second.lines(2)).sort()).to.deep.equal(['early', 'kept']);
    await writer.close();
    await sync.close();
    await second.close();
  });
});
