import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer as createHttpsServer } from 'node:https';
import type { AddressInfo, Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { createServer as createTlsServer } from 'node:tls';
import { gunzipSync } from 'node:zlib';
import { FluentServer } from '@fluent-org/logger';
import GrayGelfServer from 'graygelf/server.js';
import { expect } from 'chai';
import { after, before, it } from 'mocha';
import { makeCertificates, type Certificates } from '../../harness/certificate.js';
import { eventually } from '../../harness/eventually.js';
import { freePort } from '../../harness/registry.js';
import { onEachEngine } from '../../harness/suite.js';

class Fluent extends FluentServer {
  readonly entries: { tag: string; time: unknown; record: Record<string, unknown> }[] = [];

  protected override onEntry(tag: string, time: unknown, record: Record<string, unknown>): void {
    this.entries.push({ tag, time, record });
  }
}

const portOf = async (server: Server): Promise<number> => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
};

const longLine = 10_000;
/** Two lines: a short one, and one of bytes that do not compress to a datagram's size. */
const script = `echo short; tr -dc a-z0-9 < /dev/urandom | head -c ${longLine}; echo`;

onEachEngine('logging drivers, to receivers of their protocols', (suite) => {
  let directory: string;
  let certificates: Certificates;
  before(async () => {
    directory = mkdtempSync(join(tmpdir(), 'arca-receivers-'));
    certificates = await makeCertificates(directory, ['127.0.0.1']);
  });
  after(() => rmSync(directory, { recursive: true }));

  const run = (Type: string, Config: Record<string, string>, Cmd: string[]) =>
    suite.api.run({ Cmd, HostConfig: { LogConfig: { Type, Config } } });

  /** The error of a start that must fail. */
  const refusal = async (Type: 'syslog' | 'splunk', Config: Record<string, string>): Promise<string> => {
    const id = await suite.api.create({ Cmd: ['true'], HostConfig: { LogConfig: { Type, Config } } });
    const refused = await suite.api.post(`/containers/${id}/start`);
    expect(refused.status).to.equal(500);
    return refused.message;
  };

  it('fluentd: a forward server has the records, with nanoseconds, in order', async () => {
    const server = new Fluent({ listenOptions: { port: 0, host: '127.0.0.1' } });
    await server.listen();
    try {
      const { id } = await run(
        'fluentd',
        {
          ...{ 'fluentd-address': `127.0.0.1:${server.port}`, 'fluentd-sub-second-precision': 'true' },
          tag: 'a.{{.Name}}',
        },
        ['seq', '500'],
      );
      const { Name } = await suite.api.inspect(id);
      await eventually(() => server.entries.length === 500, 'all lines');
      expect(server.entries.map(({ record }) => record['log'])).to.deep.equal(
        Array.from({ length: 500 }, (_, n) => `${n + 1}`),
      );
      const [first] = server.entries;
      expect(first?.tag).to.equal(`a.${Name.slice(1)}`);
      expect(first?.record).to.include({ container_id: id, container_name: Name, source: 'stdout' });
      expect(first?.time).to.have.property('nano');
    } finally {
      await server.close();
    }
  });

  for (const type of ['gzip', 'zlib', 'none']) {
    it(`gelf: a server puts chunks together, compressed by ${type}`, async () => {
      const port = await freePort();
      const server = GrayGelfServer();
      const messages: { short_message: string; _container_id: string }[] = [];
      server.on('message', (message: (typeof messages)[number]) => messages.push(message));
      server.listen(port, '127.0.0.1');
      try {
        const address = { 'gelf-address': `udp://127.0.0.1:${port}`, 'gelf-compression-type': type };
        const { id } = await run('gelf', address, ['sh', '-c', script]);
        await eventually(() => messages.length === 2, 'both messages');
        messages.sort((a, b) => a.short_message.length - b.short_message.length);
        expect(messages[0]).to.include({ short_message: 'short', _container_id: id });
        expect(messages[1]?.short_message).to.match(new RegExp(`^[a-z0-9]{${longLine}}$`));
      } finally {
        server.close();
      }
    });
  }

  it('syslog: speaks TLS with the authority and the certificate that it is given', async () => {
    let text = '';
    const server = createTlsServer(
      {
        ...{ cert: readFileSync(certificates.certificate), key: readFileSync(certificates.key) },
        ...{ ca: readFileSync(certificates.authority), requestCert: true, rejectUnauthorized: true },
      },
      (socket) => socket.on('error', () => undefined).on('data', (data: Buffer) => (text += data.toString())),
    ).on('tlsClientError', () => undefined);
    try {
      const address = { 'syslog-address': `tcp+tls://127.0.0.1:${await portOf(server)}`, tag: 'secret' };
      const { certificate, key } = certificates.client;
      const client = { 'syslog-tls-cert': certificate, 'syslog-tls-key': key };
      const all = { ...address, ...client, 'syslog-tls-ca-cert': certificates.authority };
      await run('syslog', all, ['echo', 'told']);
      await eventually(() => /secret\[\d+\]: told\n/.test(text), 'the line');
      expect(await refusal('syslog', { ...address, ...client })).to.match(
        /failed to initialize logging driver: .*x509: certificate signed by unknown authority/,
      );
      await run('syslog', { ...address, ...client, 'syslog-tls-skip-verify': '1' }, ['echo', 'anyway']);
      await eventually(() => text.includes(': anyway\n'), 'the line of a client that does not verify');
    } finally {
      server.close();
    }
  });

  it('splunk: posts events by HTTPS to a collector that it trusts', async () => {
    const events: { event: { line: string }; source?: string }[] = [];
    const seen = new Set<string>();
    const server = createHttpsServer(
      { cert: readFileSync(certificates.certificate), key: readFileSync(certificates.key) },
      (request, response) => {
        seen.add(`${request.method} ${request.url} ${request.headers.authorization ?? ''}`);
        void buffer(request).then((body) => {
          const text = (request.headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body).toString();
          for (const [event] of text.matchAll(/\{"event":.*?\}(?=\{"event":|$)/g)) {
            events.push(JSON.parse(event) as (typeof events)[number]);
          }
          response.end('{"text":"Success","code":0}');
        });
      },
    );
    try {
      const url = { 'splunk-url': `https://127.0.0.1:${await portOf(server)}`, 'splunk-token': 'the-token' };
      const trusted = { ...url, 'splunk-capath': certificates.authority, 'splunk-source': 'here' };
      await run('splunk', { ...trusted, 'splunk-gzip': 'true' }, ['seq', '300']);
      await eventually(() => events.length === 300, 'all events');
      expect(events.map(({ event }) => event.line)).to.deep.equal(
        Array.from({ length: 300 }, (_, n) => `${n + 1}`),
      );
      expect(events[0]?.source).to.equal('here');
      expect([...seen]).to.deep.equal([
        'OPTIONS /services/collector/event/1.0 ',
        'POST /services/collector/event/1.0 Splunk the-token',
      ]);
      expect(await refusal('splunk', url)).to.match(/x509: certificate signed by unknown authority/);
    } finally {
      server.close();
    }
  });
});
