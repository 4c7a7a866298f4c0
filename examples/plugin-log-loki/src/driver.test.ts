import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { setTimeout as delay } from 'node:timers/promises';
import { describeLogDriver, type TestCollector } from '@arca/plugin-kit/testing';
import { expect } from 'chai';
import { loki } from './driver.js';

interface Push {
  streams: { stream: Record<string, string>; values: [time: string, line: string][] }[];
}

/** As much of Loki as takes pushes. */
async function collector(): Promise<TestCollector> {
  const lines: string[] = [];
  const server = createServer((request, response) => {
    expect(request.url).to.equal('/loki/api/v1/push');
    void json(request).then((body) => {
      for (const { values } of (body as Push).streams) lines.push(...values.map(([, line]) => line));
      response.writeHead(204).end();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    options: { 'loki-url': `http://127.0.0.1:${(server.address() as AddressInfo).port}` },
    async lines(count) {
      while (lines.length < count) await delay(5);
      return lines;
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

describeLogDriver(() => loki, {
  unknownOption: "unknown log opt 'no-such' for loki log driver",
  required: { 'loki-url': 'http://127.0.0.1:3100' },
  collector,
});

describe('the driver loki', () => {
  it('wants an address', () => {
    expect(() => loki.validate({})).to.throw('loki-url is a required parameter');
    expect(() => loki.validate({ 'loki-url': 'tcp://a:1' })).to.throw('invalid loki-url: tcp://a:1');
  });
});
