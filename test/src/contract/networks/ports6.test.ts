import { expect } from 'chai';
import { it } from 'mocha';
import { createSocket } from 'node:dgram';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { must, run } from '../../harness/command.js';
import { eventually } from '../../harness/eventually.js';
import { freePort } from '../../harness/registry.js';
import { NEIGHBOUR_NAMESPACE } from '../../harness/sandbox.js';
import { onArca } from '../../harness/suite.js';

const SERVE = ['sh', '-c', 'echo served > /index.html; exec httpd -f -p 80 -h /'];
const HOST6 = '2001:db8:75::1';

onArca('published ports over IPv6 and UDP', (suite) => {
  const network = async (Name: string, more: object) =>
    suite.api.expect(await suite.api.post('/networks/create', { Name, EnableIPv6: true, ...more }), 201);
  const page = (url: string) => fetch(url).then((response) => response.text());
  const fromNeighbour = async (url: string) => {
    const script = `fetch('${url}').then((r) => r.text()).then((t) => process.stdout.write(t))`;
    return (await run('ip', ['netns', 'exec', NEIGHBOUR_NAMESPACE, process.execPath, '-e', script])).stdout;
  };

  for (const [title, EnableIPv4] of [
    ['with both families', true],
    ['with IPv6 alone', false],
  ] as const)
    it(`of a network ${title} are reached at ::1, from a neighbour, and from containers`, async () => {
      await must('ip', ['addr', 'add', `${HOST6}/64`, 'dev', 'eth0', 'nodad']);
      const other = (verb: string) =>
        must('ip', [
          '-n',
          NEIGHBOUR_NAMESPACE,
          'addr',
          verb,
          '2001:db8:75::2/64',
          'dev',
          'eth0',
          ...(verb === 'add' ? ['nodad'] : []),
        ]);
      await other('add');
      try {
        await network('six', { EnableIPv4 });
        const port = await freePort();
        const id = await suite.api.start({
          ...{ Cmd: SERVE, ExposedPorts: { '80/tcp': {} } },
          HostConfig: { NetworkMode: 'six', PortBindings: { '80/tcp': [{ HostPort: String(port) }] } },
        });
        const { six } = (await suite.api.inspect(id)).NetworkSettings.Networks;
        expect(six!.IPAddress === '').to.equal(!EnableIPv4);
        expect(six!['GlobalIPv6Address' as keyof typeof six]).to.match(/^fd/);
        const url = (host: string) => `http://[${host}]:${port}/index.html`;
        await eventually(() => page(url('::1')), 'the server answers');
        expect(await page(url(HOST6))).to.equal('served\n');
        expect(await fromNeighbour(url(HOST6)), 'from a neighbour').to.equal('served\n');
        const HostConfig = { NetworkMode: 'six' };
        const inside = await suite.api.run({ Cmd: ['wget', '-qO-', url(HOST6)], HostConfig });
        expect(inside.stdout, 'from a container').to.equal('served\n');
        // Past the published port there is no way.
        const direct = `http://[${six!['GlobalIPv6Address' as keyof typeof six]}]:80/index.html`;
        expect(await fromNeighbour(direct)).to.equal('');
      } finally {
        await must('ip', ['addr', 'delete', `${HOST6}/64`, 'dev', 'eth0']);
        await other('delete');
      }
    });

  it('carry packets of UDP, from 127.0.0.1 and ::1', async () => {
    const port = await freePort();
    const id = await suite.api.start({
      ...{ Cmd: ['sleep', '600'], ExposedPorts: { '53/udp': {} } },
      HostConfig: { PortBindings: { '53/udp': [{ HostPort: String(port) }] } },
    });
    // busybox has no server for packets: one of ours, in the container's network.
    const echo = `const s = require('node:dgram').createSocket('udp4').bind(53);
      s.on('message', (packet, from) => s.send(packet, from.port, from.address));`;
    const { State } = await suite.api.inspect(id);
    const server = spawn('nsenter', ['--target', String(State.Pid), '--net', process.execPath, '-e', echo]);
    try {
      await answers(port);
    } finally {
      server.kill();
      await once(server, 'close');
    }
  });

  async function answers(port: number): Promise<void> {
    for (const [type, address] of [
      ['udp4', '127.0.0.1'],
      ['udp6', '::1'],
    ] as const) {
      const answer = await eventually(async () => {
        const socket = createSocket(type);
        try {
          socket.send('ping', port, address);
          const [packet] = (await once(socket, 'message', { signal: AbortSignal.timeout(300) })) as [Buffer];
          return packet.toString();
        } finally {
          socket.close();
        }
      }, `${address} answers`);
      expect(answer).to.equal('ping');
    }
  }
});
