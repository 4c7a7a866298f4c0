import { expect } from 'chai';
import { it } from 'mocha';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { must } from '../../harness/command.js';
import { expectShape } from '../../harness/shape.js';
import {
  HOST_ADDRESS,
  NEIGHBOUR_ADDRESS,
  NEIGHBOUR_NAMESPACE,
  SEARCH_DOMAIN,
} from '../../harness/sandbox.js';
import { onEachEngine } from '../../harness/suite.js';
import { spawnServer } from '../../harness/server-process.js';

onEachEngine('the default bridge network', (suite) => {
  it('gives every container an address of its own, as inspect says', async () => {
    const ids = [
      await suite.api.start({ Cmd: ['sleep', '600'] }),
      await suite.api.start({ Cmd: ['sleep', '600'] }),
    ];
    const addresses = [];
    for (const id of ids) {
      const { bridge } = (await suite.api.inspect(id)).NetworkSettings.Networks;
      expectShape(
        bridge!,
        {
          IPAMConfig: 'null|object',
          Links: 'null|[]',
          Aliases: 'null|[]',
          NetworkID: 'string',
          EndpointID: 'string',
          Gateway: 'string',
          IPAddress: 'string',
          IPPrefixLen: 'number',
          IPv6Gateway: 'string',
          GlobalIPv6Address: 'string',
          GlobalIPv6PrefixLen: 'number',
          MacAddress: 'string',
          DriverOpts: 'null|object',
        },
        'endpoint',
      );
      expect(bridge!.NetworkID).to.match(/^[0-9a-f]{64}$/);
      expect(bridge!.EndpointID).to.match(/^[0-9a-f]{64}$/);
      // In both, the bit that says "locally administered" is set.
      const mac = suite.versioned(
        '1.48',
        'addresses became random',
        /^[0-9a-f][26ae](:[0-9a-f]{2}){5}$/,
        /^02:42(:[0-9a-f]{2}){4}$/,
      );
      expect(bridge!.MacAddress).to.match(mac);
      const { stdout } = await suite.api.exec(id, ['ip', '-o', '-4', 'addr', 'show', 'eth0']);
      expect(stdout).to.include(`inet ${bridge!.IPAddress}/${bridge!.IPPrefixLen} `);
      const inside = (await suite.api.exec(id, ['cat', '/sys/class/net/eth0/address'])).stdout.trim();
      expect(inside).to.equal(bridge!.MacAddress);
      const route = (await suite.api.exec(id, ['ip', 'route'])).stdout;
      expect(route).to.include(`default via ${bridge!.Gateway} dev eth0`);
      addresses.push(bridge!.IPAddress);
    }
    expect(addresses[0]).to.not.equal(addresses[1]);
  });

  it('has no address before the start and none after the end', async () => {
    const { id } = await suite.api.run({ Cmd: ['true'] });
    const { bridge } = (await suite.api.inspect(id)).NetworkSettings.Networks;
    expect(bridge).to.include({ IPAddress: '', EndpointID: '', Gateway: '', MacAddress: '', IPPrefixLen: 0 });
  });

  it('lets containers reach each other', async () => {
    const server = await suite.api.start({
      Cmd: ['sh', '-c', 'echo served > /index.html; httpd -f -p 80 -h /'],
    });
    const address = (await suite.api.inspect(server)).NetworkSettings.Networks.bridge!.IPAddress;
    const { stdout } = await suite.api.run({
      Cmd: ['sh', '-c', `sleep 0.3; wget -qO- http://${address}/index.html`],
    });
    expect(stdout).to.equal('served\n');
  });

  it('lets containers reach the host at the gateway, and beyond through masquerade', async () => {
    const seen: string[] = [];
    const server = createServer((request, response) => {
      seen.push(request.socket.remoteAddress!);
      response.end('from the host');
    }).listen(8099, '0.0.0.0');
    await once(server, 'listening');
    const neighbour = await spawnServer('ip', [
      ...[
        'netns',
        'exec',
        NEIGHBOUR_NAMESPACE,
        '/bin/busybox',
        'httpd',
        '-f',
        '-p',
        `${NEIGHBOUR_ADDRESS}:8098`,
      ],
      ...['-h', '/etc'],
    ]);
    try {
      const command =
        'gateway=$(ip route | sed -n "s/default via \\([^ ]*\\) .*/\\1/p"); wget -qO- http://$gateway:8099/';
      expect((await suite.api.run({ Cmd: ['sh', '-c', command] })).stdout).to.equal('from the host');
      expect(seen[0]).to.match(/^(::ffff:)?\d+\.\d+\.\d+\.\d+$/);
      const beyond = await suite.api.run({
        Cmd: ['wget', '-qO-', `http://${NEIGHBOUR_ADDRESS}:8098/hostname`],
      });
      expect(beyond.stdout).to.equal(readFileSync('/etc/hostname', 'utf8'));
    } finally {
      neighbour.stop();
      server.close();
    }
  });

  it('takes name servers and search domains from the host', async () => {
    const { stdout } = await suite.api.run({ Cmd: ['cat', '/etc/resolv.conf'] });
    const lines = stdout.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
    expect(lines).to.include.members([
      `nameserver ${HOST_ADDRESS}`,
      `search ${SEARCH_DOMAIN}`,
      'options timeout:1',
    ]);
  });

  it('takes name servers, domains and options as asked for', async () => {
    const HostConfig = { Dns: ['192.0.2.53'], DnsSearch: ['a.example'], DnsOptions: ['ndots:3'] };
    const { stdout } = await suite.api.run({ Cmd: ['cat', '/etc/resolv.conf'], HostConfig });
    expect(stdout).to.include('nameserver 192.0.2.53\n');
    expect(stdout).to.include('search a.example\n');
    expect(stdout).to.include('options ndots:3\n');
  });

  it('resolves names by the host’s server', async () => {
    const server = createSocket('udp4', (query, from) =>
      server.send(answerAddress(query, '192.0.2.7'), from.port, from.address),
    );
    server.bind(53, HOST_ADDRESS);
    await once(server, 'listening');
    try {
      const { stdout } = await suite.api.run({ Cmd: ['nslookup', '-type=a', 'asked.example'] });
      expect(stdout).to.include('192.0.2.7');
    } finally {
      server.close();
    }
  });

  it('writes hostname and hosts', async () => {
    const id = await suite.api.start({
      ...{ Cmd: ['sleep', '600'], Hostname: 'chosen', Domainname: 'dom.example' },
      HostConfig: { ExtraHosts: ['extra:192.0.2.9', 'gate:host-gateway'] },
    });
    const { bridge } = (await suite.api.inspect(id)).NetworkSettings.Networks;
    expect((await suite.api.exec(id, ['hostname'])).stdout).to.equal('chosen\n');
    expect((await suite.api.exec(id, ['cat', '/etc/hostname'])).stdout).to.equal('chosen\n');
    const hosts = (await suite.api.exec(id, ['cat', '/etc/hosts'])).stdout;
    expect(hosts).to.match(/^127\.0\.0\.1\s+localhost$/m);
    expect(hosts).to.match(/^192\.0\.2\.9\s+extra$/m);
    expect(hosts).to.match(
      new RegExp(`^${bridge!.IPAddress.replaceAll('.', '\\.')}\\s+chosen\\.dom\\.example chosen$`, 'm'),
    );
    expect(hosts).to.match(/^\d+\.\d+\.\d+\.\d+\s+gate$/m);
  });

  it('frees addresses for containers to come', async () => {
    const seen = new Set<string>();
    for (let round = 0; round < 5; round += 1) {
      const { stdout } = await suite.api.run({
        Cmd: ['sh', '-c', 'ip -o -4 addr show eth0 | sed "s/.*inet \\([^/]*\\).*/\\1/"'],
      });
      seen.add(stdout.trim());
    }
    const bridges = await must('ip', ['-o', 'link', 'show', 'type', 'veth']);
    expect(bridges.split('\n').filter((line) => line !== '' && !line.includes('eth0'))).to.have.length.below(
      6,
    );
    expect([...seen].every((address) => /^\d+(\.\d+){3}$/.test(address))).to.equal(true);
  });
});

/** A DNS answer to a query of one question: one A record. */
function answerAddress(query: Buffer, address: string): Buffer {
  const question = query.subarray(12, query.indexOf(0, 12) + 5);
  const header = Buffer.from([query[0]!, query[1]!, 0x81, 0x80, 0, 1, 0, 1, 0, 0, 0, 0]);
  const record = Buffer.from([0xc0, 12, 0, 1, 0, 1, 0, 0, 0, 60, 0, 4, ...address.split('.').map(Number)]);
  return Buffer.concat([header, question, record]);
}
