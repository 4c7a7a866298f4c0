import { expect } from 'chai';
import { TestHost } from '../testing/host.js';

// br_netfilter, which other software may load, has bridged packets go through nft too.
for (const seesBridges of [0, 1]) {
  describe(`published ports, net.bridge.bridge-nf-call-iptables=${seesBridges}`, function () {
    this.timeout(60_000);
    let host: TestHost;
    let one: string;
    let two: string;
    let far: string;

    after(() => host.stop());

    const ports = [
      { protocol: 'tcp', containerPort: 80, hostPort: 8080 },
      { protocol: 'udp', containerPort: 80, hostPort: 8080 },
    ];

    before(async () => {
      host = await TestHost.start(`ports${process.pid}`);
      await host.run(
        'sysctl',
        '-qw',
        `net.bridge.bridge-nf-call-iptables=${seesBridges}`,
        `net.bridge.bridge-nf-call-ip6tables=${seesBridges}`,
      );
      await host.networks.ensureBridge({
        networkId: 'n1',
        name: 'front0',
        gateways: ['172.30.0.1/16', 'fd30::1/64'],
        masquerade: true,
      });
      await host.networks.ensureBridge({
        networkId: 'n2',
        name: 'back0',
        gateways: ['172.31.0.1/16'],
        masquerade: true,
      });
      one = await host.container('one', 'front0', '172.30.0.2/16', 'fd30::2/64');
      two = await host.container('two', 'front0', '172.30.0.3/16');
      far = await host.container('far', 'back0', '172.31.0.2/16');

      const published = await host.networks.publish({ sandboxId: 'two', containerIpv4: '172.30.0.3', ports });
      expect(
        published.ports.map(({ protocol, hostIp, hostPort }) => `${protocol} ${hostIp} ${hostPort}`),
      ).to.eql(['tcp 0.0.0.0 8080', 'tcp :: 8080', 'udp 0.0.0.0 8080', 'udp :: 8080']);
      await host.networks.publish({
        sandboxId: 'one',
        containerIpv4: '172.30.0.2',
        containerIpv6: 'fd30::2',
        ports: [{ protocol: 'tcp', containerPort: 80, hostPort: 8081 }],
      });
    });

    for (const protocol of ['tcp', 'udp'] as const) {
      it(`are reached over ${protocol} from the host at 127.0.0.1, ::1 and its own addresses`, async () => {
        expect(await host.probe('', protocol, '127.0.0.1', 8080)).to.equal('172.30.0.1');
        expect(await host.probe('', protocol, '::1', 8080)).to.equal('172.30.0.1');
        expect(await host.probe('', protocol, '192.0.2.1', 8080)).to.equal('192.0.2.1');
        expect(await host.probe('', protocol, '2001:db8::1', 8080)).to.equal('172.30.0.1');
      });

      it(`are reached over ${protocol} from outside, under the sender's address`, async () => {
        expect(await host.probe('outside', protocol, '192.0.2.1', 8080)).to.equal('192.0.2.2');
        expect(await host.probe('outside', protocol, '2001:db8::1', 8080)).to.equal('172.30.0.1');
      });

      it(`are reached over ${protocol} from containers: itself, a neighbour, another bridge's`, async () => {
        expect(await host.probe(two, protocol, '172.30.0.1', 8080)).to.equal('172.30.0.1');
        expect(await host.probe(two, protocol, '192.0.2.1', 8080)).to.equal('172.30.0.1');
        expect(await host.probe(one, protocol, '172.30.0.1', 8080)).to.equal('172.30.0.1');
        expect(await host.probe(one, protocol, '192.0.2.1', 8080)).to.equal('172.30.0.1');
        expect(await host.probe(far, protocol, '192.0.2.1', 8080)).to.equal('172.30.0.1');
      });
    }

    it('lead to the IPv6 address of a container that has one', async () => {
      expect(await host.probe('outside', 'tcp', '2001:db8::1', 8081)).to.equal('2001:db8::2');
      expect(await host.probe('', 'tcp', '2001:db8::1', 8081)).to.equal('2001:db8::1');
      expect(await host.probe('', 'tcp', '::1', 8081)).to.equal('fd30::1');
      expect(await host.probe(one, 'tcp', '2001:db8::1', 8081)).to.equal('fd30::1');
    });

    it('on one address are reached there alone', async () => {
      await host.networks.publish({
        sandboxId: 'two',
        containerIpv4: '172.30.0.3',
        ports: [{ protocol: 'tcp', containerPort: 80, hostIp: '127.0.0.1', hostPort: 8082 }],
      });
      expect(await host.probe('', 'tcp', '127.0.0.1', 8082)).to.equal('172.30.0.1');
      expect(await host.probe('outside', 'tcp', '192.0.2.1', 8082)).to.equal('ECONNREFUSED');
    });

    it('are reached by one who asked over udp before, from the same port', async () => {
      const ask = (wait: number) => host.probe('outside', 'udp', '192.0.2.1', 8083, wait, 5555);
      expect(await ask(300)).to.equal('timeout');
      const ports = [{ protocol: 'udp', containerPort: 80, hostPort: 8083 }];
      await host.networks.publish({ sandboxId: 'two', containerIpv4: '172.30.0.3', ports });
      expect(await ask(3000)).to.equal('192.0.2.2');
    });

    it('are gone when they are withdrawn', async () => {
      await host.networks.createSandbox({ id: 'brief' });
      const request = { sandboxId: 'brief', containerIpv4: '172.30.0.3' };
      await host.networks.publish({
        ...request,
        ports: [{ protocol: 'tcp', containerPort: 80, hostPort: 8090 }],
      });
      expect(await host.probe('outside', 'tcp', '192.0.2.1', 8090)).to.equal('192.0.2.2');
      await host.networks.unpublish({ id: 'brief' });
      expect(await host.probe('outside', 'tcp', '192.0.2.1', 8090)).to.equal('ECONNREFUSED');
      expect(await host.probe('outside', 'tcp', '192.0.2.1', 8080)).to.equal('192.0.2.2');
      await host.networks.removeSandbox({ id: 'brief' });
    });
  });
}
