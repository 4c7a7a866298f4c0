import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gunzipSync } from 'node:zlib';
import type { ArcaError, LogBatch, LogOptions } from '@arca/plugin-kit';
import { containerRecord, describeLogDriver, type TestCollector } from '@arca/plugin-kit/testing';
import { expect } from 'chai';
import { splunk } from './driver.js';

interface Event {
  event: { line: unknown; source: string; tag?: string; attrs?: Record<string, string> } | string;
  [fact: string]: unknown;
}
interface Collector extends TestCollector {
  readonly events: Event[];
  readonly requests: { method: string; path: string; headers: IncomingHttpHeaders }[];
  status: number;
}

/** Events stand one after the other in a body; none of the tests' texts has `}{`. */
const eventsOf = (body: string) => JSON.parse(`[${body.replaceAll('}{', '},{')}]`) as Event[];

async function collect(more: LogOptions = {}): Promise<Collector> {
  let news = Promise.withResolvers<void>();
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (data: Buffer) => parts.push(data));
    request.once('end', () => {
      const { method = '', url: path = '', headers } = request;
      collector.requests.push({ method, path, headers });
      const data = Buffer.concat(parts);
      const body = headers['content-encoding'] === 'gzip' ? gunzipSync(data) : data;
      if (method === 'POST' && collector.status === 200) collector.events.push(...eventsOf(body.toString()));
      response.writeHead(collector.status).end('told');
      news.resolve();
      news = Promise.withResolvers();
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const collector: Collector = {
    events: [],
    requests: [],
    status: 200,
    options: { 'splunk-url': `http://127.0.0.1:${port}`, 'splunk-token': 'secret', ...more },
    async lines(count) {
      while (collector.events.length < count) await news.promise;
      return collector.events.map(({ event }) => (typeof event === 'string' ? event : String(event.line)));
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
  return collector;
}

const common = { unknownOption: "unknown log opt 'no-such' for splunk log driver" };
describeLogDriver(() => splunk, { ...common, collector: () => collect() });
describeLogDriver(() => splunk, {
  ...common,
  skipsEmptyLines: true,
  collector: () => collect({ 'splunk-format': 'raw', 'splunk-gzip': 'true', tag: '' }),
});

const batch = (text: string): LogBatch => ({
  stream: 'stderr',
  time: 1_700_000_000_123_456_789n,
  data: Buffer.from(text),
});

describe('splunk driver (unit)', () => {
  const refusal = (options: LogOptions) =>
    splunk.open(containerRecord(), options).then(
      () => 'accepted',
      (error: unknown) => (error as ArcaError).message,
    );

  it('does not start with what dockerd refuses', async () => {
    const good = {
      'splunk-url': 'http://127.0.0.1:1',
      'splunk-token': 'x',
      'splunk-verify-connection': 'false',
    };
    expect(await refusal({})).to.equal('splunk: splunk-url is expected');
    expect(await refusal({ ...good, 'splunk-url': 'ftp://a' })).to.equal(
      'splunk: expected format scheme://dns_name_or_ip:port for splunk-url',
    );
    expect(await refusal({ 'splunk-url': 'http://a' })).to.equal('splunk: splunk-token is expected');
    expect(await refusal({ ...good, 'splunk-format': 'xml' })).to.equal(
      'unknown format specified xml, supported formats are inline, json and raw',
    );
    expect(await refusal({ ...good, 'splunk-gzip-level': '10' })).to.contain("not supported level '10'");
    expect(await refusal({ ...good, 'splunk-gzip': 'perhaps' })).to.contain('strconv.ParseBool');
    expect(await refusal({ ...good, 'splunk-capath': '/no/such' })).to.contain('no such file');
    expect(await refusal({ ...good, 'splunk-verify-connection': 'true' })).to.contain('ECONNREFUSED');
    expect(await refusal(good)).to.equal('accepted');
  });

  it('looks at the collector before it starts', async () => {
    const collector = await collect();
    collector.status = 403;
    expect(await refusal(collector.options)).to.equal(
      'splunk: failed to verify connection - 403 Forbidden - told',
    );
    expect(collector.requests[0]).to.include({ method: 'OPTIONS', path: '/services/collector/event/1.0' });
    await collector.close();
  });

  it('tells of the container', async () => {
    const more = { 'splunk-index': 'main', 'splunk-source': 'arca', labels: 'tier' };
    const collector = await collect({
      ...more,
      'splunk-format': 'json',
      'splunk-index-acknowledgment': 'true',
    });
    const container = containerRecord({ body: { Config: { Labels: { tier: 'web' } } } });
    const writer = await splunk.open(container, collector.options);
    void writer.write(batch('{"a": 1}\nplain\n'));
    await writer.close();
    const [first, second] = collector.events;
    expect(first).to.include({ time: '1700000000.123456', index: 'main', source: 'arca' });
    const event = { source: 'stderr', tag: container.id.slice(0, 12), attrs: { tier: 'web' } };
    expect([first?.event, second?.event]).to.deep.equal([
      { line: { a: 1 }, ...event },
      { line: 'plain', ...event },
    ]);
    const { headers } = collector.requests.at(-1)!;
    expect(headers.authorization).to.equal('Splunk secret');
    expect(headers['x-splunk-request-channel']).to.match(/^[0-9a-f-]{36}$/);
    await collector.close();
  });

  it('tries a refused batch once more at the end, then says that it is lost', async () => {
    const collector = await collect({ 'splunk-verify-connection': 'false' });
    collector.status = 503;
    const writer = await splunk.open(containerRecord(), collector.options);
    void writer.write(batch('lost\n'));
    const failure = await writer.close().catch(String);
    expect(failure).to.contain('splunk: failed to send event - 503 Service Unavailable - told');
    await collector.close();
  });
});
