import { expect } from 'chai';
import { TestHost } from './testing/host.js';

const bridge = {
  networkId: 'n1',
  name: 'front0',
  gateways: ['172.30.0.1/16', 'fd30::1/64'],
  masquerade: true,
};
const otherBridge = {
  networkId: 'n2',
  name: 'back0',
  gateways: ['172.31.0.1/16', 'fd31::1/64'],
  masquerade: true,
};

describe('networks', function () {
  this.timeout(60_000);
  let host: TestHost;
  let one: string;
  let two: string;
  let far: string;

  before(async () => {
    host = await TestHost.start(`net${process.pid}`);
    await host.networks.ensureBridge(bridge);
    await host.networks.ensureBridge(otherBridge);
    one = await host.container('one', 'front0', '172.30.0.2/16', 'fd30::2/64');
    two = await host.container('two', 'front0', '172.30.0.3/16');
    far = await host.container('far', 'back0', '172.31.0.2/16', 'fd31::2/64');
    await host.serve('outside', 7000);
  });

  after(() => host.stop());

  describe('between containers', () => {
    it('carries traffic on one bridge, from the container itself', async () => {
      expect(await host.probe(two, 'tcp', '172.30.0.2', 80)).to.equal('172.30.0.3');
      expect(await host.probe(two, 'udp', '172.30.0.2', 80)).to.equal('172.30.0.3');
    });

    it('keeps bridges apart', async () => {
      expect(await host.probe(far, 'tcp', '172.30.0.2', 80, 500)).to.equal('timeout');
      expect(await host.probe(far, 'tcp', 'fd30::2', 80, 500)).to.equal('timeout');
    });

    it('reaches the host at the gateway', async () => {
      await host.serve('', 7001);
      expect(await host.probe(one, 'tcp', '172.30.0.1', 7001)).to.equal('172.30.0.2');
      expect(await host.probe(one, 'tcp', 'fd30::1', 7001)).to.equal('fd30::2');
    });

    it('has IPv6 switched off where the network has none', async () => {
      const setting = 'net.ipv6.conf.eth0.disable_ipv6';
      expect(await host.runIn(two, 'sysctl', '-n', setting)).to.equal('1\n');
      expect(await host.runIn(one, 'sysctl', '-n', setting)).to.equal('0\n');
    });
  });

  describe('by a port that was made ahead of time', () => {
    const linksOf = async (id: string) =>
      JSON.parse(await host.runIn(host.namespace(id), 'ip', '-j', 'link', 'show')) as {
        ifname: string;
        address: string;
        mtu: number;
      }[];
    const addresses = ['172.31.0.9/16'];

    it('have the address and size that are asked for', async () => {
      await host.networks.createSandbox({ id: 'ready', withPort: true });
      const given = { mac: '02:42:00:00:00:09', mtu: 1280 };
      await host.networks.connect({
        ...{ sandboxId: 'ready', bridge: 'back0', interface: 'eth0', addresses },
        ...given,
      });
      const [, link] = await linksOf('ready');
      expect(link).to.include({ ifname: 'eth0', address: given.mac, mtu: given.mtu });
      await host.serve(host.namespace('ready'), 80);
      expect(await host.probe(far, 'tcp', '172.31.0.9', 80)).to.equal('172.31.0.2');
      await host.networks.removeSandbox({ id: 'ready' });
    });

    it('have none of it beside an interface of another name or kind', async () => {
      const before = await host.run('ip', '-br', 'link', 'show', 'type', 'veth');
      const others = [{ bridge: 'back0', interface: 'net0' }];
      const parent = { parent: 'lan0', kind: 'macvlan', mode: 'bridge', interface: 'eth0' };
      for (const place of [...others, parent]) {
        await host.networks.createSandbox({ id: 'odd', withPort: true });
        await host.networks.connect({ sandboxId: 'odd', addresses, ...place });
        expect((await linksOf('odd')).map(({ ifname }) => ifname)).to.eql(['lo', place.interface]);
        await host.networks.removeSandbox({ id: 'odd' });
      }
      expect(await host.run('ip', '-br', 'link', 'show', 'type', 'veth')).to.equal(before);
    });
  });

  describe('with the world', () => {
    it('leaves under the address of the host', async () => {
      expect(await host.probe(one, 'tcp', '192.0.2.2', 7000)).to.equal('192.0.2.1');
      expect(await host.probe(one, 'udp', '192.0.2.2', 7000)).to.equal('192.0.2.1');
      expect(await host.probe(one, 'tcp', '2001:db8::2', 7000)).to.equal('2001:db8::1');
    });

    it('is not reached past the published ports by one who knows the way', async () => {
      await host.runIn('outside', 'ip', 'route', 'add', '172.30.0.0/16', 'via', '192.0.2.1');
      expect(await host.probe('outside', 'tcp', '172.30.0.2', 80, 500)).to.equal('timeout');
      await host.runIn('outside', 'ip', 'route', 'add', 'fd30::/64', 'via', '2001:db8::1');
      expect(await host.probe('outside', 'tcp', 'fd30::2', 80, 500)).to.equal('timeout');
    });

    it('does not let a container speak to 127.0.0.1 of the host', async () => {
      const { senders } = await host.serve('', 7002);
      await host.runIn(far, 'ip', 'route', 'delete', 'local', '127.0.0.0/8', 'dev', 'lo', 'table', 'local');
      await host.runIn(far, 'ip', 'route', 'delete', 'local', '127.0.0.1', 'dev', 'lo', 'table', 'local');
      await host.runIn(far, 'ip', 'route', 'add', '127.0.0.0/8', 'via', '172.31.0.1', 'src', '172.31.0.2');
      await host.probe(far, 'udp', '127.0.0.1', 7002, 500);
      expect(senders).to.eql([]);
      // Without the rules it could, and without an agent that would put them back.
      await host.killAgent();
      await host.run('nft', 'flush', 'chain', 'inet', host.instance, 'raw');
      await host.probe(far, 'udp', '127.0.0.1', 7002, 500);
      expect(senders).to.eql(['172.31.0.2']);
    });
  });
});
