import { expect } from 'chai';
import { afterEach, beforeEach, it } from 'mocha';
import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import { createServer, type Server } from 'node:net';
import { must } from '../../harness/command.js';
import { HOST_ADDRESS } from '../../harness/sandbox.js';
import { onEachEngine } from '../../harness/suite.js';

interface Asked {
  name: string;
  from: string;
  transport: string;
}

/** Servers on port 53 of an address, over both transports: `fail…` fails there, everything else is 192.0.2.`last`. */
class NameServer {
  readonly asked: Asked[] = [];
  private constructor(
    private readonly last: number,
    private readonly datagrams: Socket,
    private readonly streams: Server,
  ) {}

  static async start(address: string, last: number): Promise<NameServer> {
    const datagrams = createSocket(address.includes(':') ? 'udp6' : 'udp4');
    const streams = createServer();
    const server = new NameServer(last, datagrams, streams);
    datagrams.on('message', (query, { port, address: from }) =>
      datagrams.send(server.answer(query, from, 'udp'), port, from),
    );
    streams.on('connection', (socket) => {
      socket.on('error', () => socket.destroy());
      socket.on('data', (message: Buffer) => {
        const answer = server.answer(message.subarray(2), socket.remoteAddress ?? '', 'tcp');
        const length = Buffer.alloc(2);
        length.writeUInt16BE(answer.length);
        socket.write(Buffer.concat([length, answer]));
      });
    });
    datagrams.bind(53, address);
    streams.listen(53, address);
    await Promise.all([once(datagrams, 'listening'), once(streams, 'listening')]);
    return server;
  }

  private answer(query: Buffer, from: string, transport: string): Buffer {
    const labels: string[] = [];
    let at = 12;
    for (let length = query[at]!; length > 0; length = query[at]!) {
      labels.push(query.toString('latin1', at + 1, at + 1 + length));
      at += 1 + length;
    }
    const name = labels.join('.');
    this.asked.push({ name, from, transport });
    const head = Buffer.from(query.subarray(0, at + 5));
    head.writeUInt16BE(name.startsWith('fail') ? 0x8182 : 0x8180, 2);
    head.writeUInt16BE(name.startsWith('fail') ? 0 : 1, 6);
    head.writeUInt32BE(0, 8);
    const record = Buffer.from([0xc0, 12, 0, 1, 0, 1, 0, 0, 0, 60, 0, 4, 192, 0, 2, this.last]);
    return name.startsWith('fail') ? head : Buffer.concat([head, record]);
  }

  stop(): void {
    this.datagrams.close();
    this.streams.close();
  }
}

/** Asks 127.0.0.11 once: name, type and transport from the arguments; prints flags and answer as JSON. */
const asker = `
const [name, type, transport] = process.argv.slice(1);
const labels = name.split('.').map((label) => Buffer.concat([Buffer.of(label.length), Buffer.from(label)]));
const query = Buffer.concat([Buffer.from('000701000001000000000000', 'hex'), ...labels, Buffer.of(0, 0, +type, 0, 1)]);
const print = (answer) => { console.log(JSON.stringify({ flags: answer.readUInt16BE(2), count: answer.readUInt16BE(6), text: answer.toString('latin1', query.length), last: answer.at(-1) })); process.exit(); };
if (transport === 'udp') {
  const socket = require('node:dgram').createSocket('udp4');
  socket.on('message', print); socket.send(query, 53, '127.0.0.11');
} else {
  const socket = require('node:net').connect(53, '127.0.0.11');
  const length = Buffer.alloc(2); length.writeUInt16BE(query.length);
  socket.on('data', (data) => print(data.subarray(2))); socket.write(Buffer.concat([length, query]));
}
setTimeout(() => { console.log('{}'); process.exit(); }, 15000);
`;

const [A, PTR, AAAA] = [1, 12, 28];
const [AUTHORITATIVE, RECURSION_AVAILABLE] = [0x400, 0x80];

onEachEngine('queries in a container', (suite) => {
  const servers: NameServer[] = [];
  const serve = async (address: string, last: number) => {
    const server = await NameServer.start(address, last);
    servers.push(server);
    return server;
  };
  beforeEach(async () => {
    const Config = [{ Subnet: '10.78.9.0/24' }, { Subnet: 'fd78:9::/64', Gateway: 'fd78:9::1' }];
    const body = { Name: 'asking', EnableIPv6: true, IPAM: { Config } };
    suite.api.expect(await suite.api.post('/networks/create', body), 201);
  });
  afterEach(() => servers.splice(0).forEach((server) => server.stop()));

  const client = async (Dns: string[], name?: string) => {
    const body = { Cmd: ['sleep', '600'], HostConfig: { NetworkMode: 'asking', Dns } };
    const { State, NetworkSettings } = await suite.api.inspect(await suite.api.start(body, name));
    const { IPAddress, GlobalIPv6Address } = NetworkSettings.Networks['asking']!;
    const ask = async (asked: string, type = A, transport = 'udp') => {
      const inside = ['--target', String(State.Pid), '--net', process.execPath, '-e', asker];
      return JSON.parse(await must('nsenter', [...inside, asked, String(type), transport])) as {
        flags: number;
        count: number;
        text: string;
        last: number;
      };
    };
    return { ask, four: IPAddress, six: String(GlobalIPv6Address) };
  };

  const fromItself = async (address: string, family: 'four' | 'six', server: () => Promise<NameServer>) => {
    const one = await client([address]);
    const { asked } = await server();
    for (const transport of ['udp', 'tcp'])
      expect((await one.ask(`${transport}.example`, A, transport)).last).to.equal(7);
    expect(asked).to.deep.equal(
      ['udp', 'tcp'].map((transport) => ({ name: `${transport}.example`, from: one[family], transport })),
    );
  };

  it('go to its servers from its own address, over UDP and TCP', () =>
    fromItself('10.78.9.1', 'four', () => serve('10.78.9.1', 7)));

  suite.since('1.42', '20.10 writes addresses of IPv6 without brackets', 'go over IPv6 as well', () =>
    fromItself('fd78:9::1', 'six', () => serve('fd78:9::1', 7)),
  );

  it('go to the next server when one fails, and fail when all do', async () => {
    const [first, second] = [await serve('10.78.9.1', 1), await serve(HOST_ADDRESS, 2)];
    const one = await client(['10.78.9.1', HOST_ADDRESS]);
    expect((await one.ask('good.example')).last).to.equal(1);
    expect(second.asked).to.deep.equal([]);
    const failed = await one.ask('fail.example');
    expect([failed.flags & 0xf, failed.count]).to.deep.equal([2, 0]);
    expect([first, second].map(({ asked }) => asked.at(-1)?.name)).to.deep.equal(
      Array(2).fill('fail.example'),
    );
    first.stop();
    servers.splice(servers.indexOf(first), 1);
    expect((await one.ask('later.example')).last, 'a server that has gone').to.equal(2);
  });

  it('for names of its network are answered without authority, in reverse as well', async () => {
    const one = await client(['127.0.0.1'], 'one');
    const known = await one.ask('one');
    expect(known.count).to.equal(1);
    expect(known.flags & (AUTHORITATIVE | RECURSION_AVAILABLE)).to.equal(RECURSION_AVAILABLE);
    expect(await one.ask('one', AAAA)).to.include({ count: 1, last: 2 });
    const four = await one.ask(`${one.four.split('.').reverse().join('.')}.in-addr.arpa`, PTR, 'tcp');
    expect(four.text).to.include('\x03one\x06asking');
    const six = await one.ask(`2.${'0.'.repeat(23)}9.0.0.0.8.7.d.f.ip6.arpa`, PTR);
    expect(six.text).to.include('\x03one\x06asking');
  });
});
