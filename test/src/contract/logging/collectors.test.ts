import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { expect } from 'chai';
import { afterEach, beforeEach, it } from 'mocha';
import { BUSYBOX } from '../../harness/busybox.js';
import { eventually } from '../../harness/eventually.js';
import { request } from '../../harness/http.js';
import { onArca, onEachEngine } from '../../harness/suite.js';

/** A collector of anything that comes over TCP. */
class Collector {
  text = '';
  stalled = false;
  readonly #sockets = new Set<Socket>();
  readonly #server = createServer((socket) => {
    this.#sockets.add(socket);
    socket.on('error', () => undefined);
    if (this.stalled) socket.pause();
    else socket.on('data', (data: Buffer) => (this.text += data.toString()));
  });

  async listen(port = 0): Promise<number> {
    this.#server.listen(port, '127.0.0.1');
    await once(this.#server, 'listening');
    return (this.#server.address() as AddressInfo).port;
  }

  close(): void {
    for (const socket of this.#sockets) socket.destroy();
    this.#server.close();
  }

  /** Ends all connections by a reset, and refuses others. */
  async reset(): Promise<void> {
    for (const socket of this.#sockets) socket.resetAndDestroy();
    this.#server.close();
    await once(this.#server, 'close');
  }
}

const config = (
  Type: 'syslog' | 'gelf' | 'fluentd' | 'splunk' | 'journald',
  Config: Record<string, string>,
) => ({
  LogConfig: { Type, Config },
});

onEachEngine('logging drivers that send', (suite) => {
  let collector: Collector;
  beforeEach(() => {
    collector = new Collector();
  });
  afterEach(() => collector.close());

  it('syslog: sends lines with tag, facility and severity', async () => {
    const port = await collector.listen();
    const options = { 'syslog-address': `tcp://127.0.0.1:${port}`, 'syslog-facility': 'local7', tag: 'app' };
    await suite.api.run({
      Cmd: ['sh', '-c', 'echo out; echo; echo err >&2'],
      HostConfig: config('syslog', { ...options, 'syslog-format': 'rfc5424micro' }),
    });
    await eventually(() => collector.text.split('\n').length === 3, 'two lines');
    const lines = collector.text.split('\n').sort();
    expect(lines[1]).to.match(/^<187>1 \d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}\S+ \S+ app \d+ app - err$/);
    expect(lines[2]).to.match(/^<190>1 \S+ \S+ app \d+ app - out$/);
  });

  it('gelf: sends messages with the facts of the container', async () => {
    const port = await collector.listen();
    const { id } = await suite.api.run({
      Cmd: ['echo', 'hello'],
      Labels: { tier: 'web' },
      HostConfig: config('gelf', { 'gelf-address': `tcp://127.0.0.1:${port}`, labels: 'tier' }),
    });
    await eventually(() => collector.text.endsWith('\0'), 'a message');
    const message = JSON.parse(collector.text.slice(0, -1)) as Record<string, unknown>;
    expect(message).to.include({
      ...{ version: '1.1', short_message: 'hello', level: 6, _container_id: id, _tier: 'web' },
      ...{ _command: 'echo hello', _tag: id.slice(0, 12), _image_name: BUSYBOX },
    });
  });

  for (const [driver, options, message] of [
    ['syslog', { 'syslog-facility': 'no' }, 'invalid syslog facility'],
    ['gelf', {}, 'gelf-address is a required parameter'],
    ['gelf', { 'gelf-address': 'udp://a' }, 'gelf: please provide gelf-address as proto://host:port'],
    ['fluentd', { other: '1' }, "unknown log opt 'other' for fluentd log driver"],
    ['splunk', { other: '1' }, "unknown log opt 'other' for splunk log driver"],
    ['journald', { other: '1' }, "unknown log opt 'other' for journald log driver"],
  ] as const) {
    it(`${driver}: refuses ${JSON.stringify(options)}`, async () => {
      const refused = await suite.api.post('/containers/create', {
        Image: BUSYBOX,
        HostConfig: config(driver, options),
      });
      expect([refused.status, refused.message]).to.deep.equal([400, message]);
    });
  }

  it('do not start a container with a tag that is no template', async () => {
    const options = { 'syslog-address': 'udp://127.0.0.1:9', tag: 'name {{.Name' };
    const id = await suite.api.create({ Cmd: ['true'], HostConfig: config('syslog', options) });
    const refused = await suite.api.post(`/containers/${id}/start`);
    expect(refused.status).to.equal(500);
    expect(refused.message).to.match(
      /failed to initialize logging driver: template: log-tag:1: unclosed action$/,
    );
  });

  it('do not start a container whose collector refuses', async () => {
    const port = await collector.listen();
    collector.close();
    for (const [type, options] of [
      ['syslog', { 'syslog-address': `tcp://127.0.0.1:${port}` }],
      ['fluentd', { 'fluentd-address': `127.0.0.1:${port}` }],
    ] as const) {
      const id = await suite.api.create({ Cmd: ['true'], HostConfig: config(type, options) });
      const refused = await suite.api.post(`/containers/${id}/start`);
      expect(refused.status).to.equal(500);
      expect(refused.message).to.contain(
        `failed to initialize logging driver: dial tcp 127.0.0.1:${port}: connect: connection refused`,
      );
    }
  });
});

onArca('a collector that takes nothing', (suite) => {
  it('holds up neither a container in non-blocking mode nor the engine, and its lines can be read', async () => {
    const collector = new Collector();
    collector.stalled = true;
    const port = await collector.listen();
    const options = {
      'syslog-address': `tcp://127.0.0.1:${port}`,
      mode: 'non-blocking',
      'max-buffer-size': '1m',
    };
    const id = await suite.api.create({
      Cmd: [
        'sh',
        '-c',
        'yes 0123456789012345678901234567890123456789 | head -c 8000000; echo done; sleep 60',
      ],
      HostConfig: config('syslog', { ...options, 'cache-max-size': '100m' }),
    });
    suite.api.expect(await suite.api.post(`/containers/${id}/start`), 204);
    await eventually(
      async () => (await suite.api.logs(id, { tail: 1 })).stdout.endsWith('done\n'),
      'the last line',
    );
    expect(Number(((await suite.api.inspect(id)) as { LogDropped?: number }).LogDropped)).to.be.greaterThan(
      0,
    );
    const { text } = await request(suite.engine.socketPath, 'GET', '/arca/metrics');
    expect(text).to.match(new RegExp(`arca_container_log_dropped_total\\{id="${id}",name="[^"]+"\\} [1-9]`));
    collector.close();
    suite.api.expect(await suite.api.delete(`/containers/${id}`, { force: true }), 204);
  });
});

const reconnecting: [
  type: 'syslog' | 'gelf' | 'fluentd',
  options: (port: number) => Record<string, string>,
][] = [
  ['syslog', (port) => ({ 'syslog-address': `tcp://127.0.0.1:${port}` })],
  ['gelf', (port) => ({ 'gelf-address': `tcp://127.0.0.1:${port}`, 'gelf-tcp-reconnect-delay': '1' })],
  ['fluentd', (port) => ({ 'fluentd-address': `127.0.0.1:${port}`, 'fluentd-async': 'true' })],
];

onArca('a collector that resets its connections, refuses, and comes back', (suite) => {
  const lose = async ([type, options]: (typeof reconnecting)[number]): Promise<void> => {
    const before = new Collector();
    const port = await before.listen();
    const id = await suite.api.start({
      Cmd: ['sh', '-c', 'n=0; while :; do echo tick $((n+=1)).; usleep 10000; done'],
      HostConfig: config(type, options(port)),
    });
    const written = async () => Number((await suite.api.logs(id, { tail: 1 })).stdout.slice(5, -2));
    await eventually(() => numbers(before.text).length >= 5, `the first lines of ${type}`);
    await before.reset();
    const gone = await written();
    await eventually(async () => (await written()) > gone + 20, `lines of ${type} while nobody takes them`);
    const later = new Collector();
    await later.listen(port);
    try {
      const back = await written();
      await eventually(() => (numbers(later.text).at(-1) ?? 0) > back, `lines of ${type} again`);
      const taken = numbers(later.text);
      expect(taken, 'in order, none twice').to.deep.equal([...new Set(taken)].sort((a, b) => a - b));
    } finally {
      later.close();
    }
  };

  it('has the lines again, and the containers have not waited for it', () =>
    Promise.all(reconnecting.map(lose)));
});

/** The numbers of the lines that a protocol's text has, whatever stands around them; without one that may be cut. */
const numbers = (text: string): number[] =>
  [...text.matchAll(/tick (\d+)\./g)].map(([, number]) => Number(number));
