import { expect } from 'chai';
import { TestHost } from './testing/host.js';

describe('isolation of networks', function () {
  this.timeout(60_000);
  let host: TestHost;

  before(async () => {
    host = await TestHost.start(`iso${process.pid}`);
  });

  after(() => host.stop());

  for (const seesBridges of [0, 1]) {
    it(`keeps containers of a bridge apart, net.bridge.bridge-nf-call-iptables=${seesBridges}`, async () => {
      for (const tables of ['iptables', 'ip6tables'])
        await host.run('sysctl', '-qw', `net.bridge.bridge-nf-call-${tables}=${seesBridges}`);
      const name = `apart${seesBridges}`;
      const net = `172.2${seesBridges}.0`;
      const six = `fd2${seesBridges}:`;
      const bridge = { networkId: name, name, gateways: [`${net}.1/16`, `${six}:1/64`], masquerade: true };
      await host.networks.ensureBridge({ ...bridge, isolateContainers: true });
      const one = await host.container(`a${seesBridges}`, name, `${net}.2/16`, `${six}:2/64`);
      await host.container(`b${seesBridges}`, name, `${net}.3/16`, `${six}:3/64`);
      expect(await host.probe(one, 'tcp', `${net}.3`, 80, 500)).to.match(/timeout|EHOSTUNREACH/);
      expect(await host.probe(one, 'tcp', `${six}:3`, 80, 500)).to.match(/timeout|EHOSTUNREACH/);
      const ports = [{ protocol: 'tcp', containerPort: 80, hostPort: 8000 + seesBridges }];
      await host.networks.publish({ sandboxId: `b${seesBridges}`, containerIpv4: `${net}.3`, ports });
      expect(await host.probe(one, 'tcp', '192.0.2.1', 8000 + seesBridges)).to.equal(`${net}.1`);

      await host.networks.ensureBridge(bridge);
      // The kernel's own search for a neighbour that was kept from it may end, in vain, only now.
      await host.runIn(one, 'ip', 'neighbour', 'flush', 'dev', 'eth0');
      expect(await host.probe(one, 'tcp', `${net}.3`, 80)).to.equal(`${net}.2`);
      expect(await host.probe(one, 'tcp', `${six}:3`, 80)).to.equal(`${six}:2`);
    });
  }

  it('gives an internal network no way out or in, but to its own', async () => {
    await host.networks.ensureBridge({
      networkId: 'n',
      name: 'inner0',
      gateways: ['172.25.0.1/16', 'fd25::1/64'],
      masquerade: true,
      internal: true,
    });
    const one = await host.container('in1', 'inner0', '172.25.0.2/16', 'fd25::2/64');
    await host.container('in2', 'inner0', '172.25.0.3/16', 'fd25::3/64');
    await host.serve('outside', 7000);
    expect(await host.probe(one, 'tcp', '172.25.0.3', 80)).to.equal('172.25.0.2');
    expect(await host.probe(one, 'tcp', '192.0.2.2', 7000, 500)).to.equal('timeout');
    await host.runIn('outside', 'ip', 'route', 'add', '172.25.0.0/16', 'via', '192.0.2.1');
    expect(await host.probe('outside', 'tcp', '172.25.0.2', 80, 500)).to.equal('timeout');
    expect(await host.probe(one, 'tcp', 'fd25::3', 80)).to.equal('fd25::2');
    expect(await host.probe(one, 'tcp', '2001:db8::2', 7000, 500)).to.equal('timeout');
    await host.runIn('outside', 'ip', 'route', 'add', 'fd25::/64', 'via', '2001:db8::1');
    expect(await host.probe('outside', 'tcp', 'fd25::2', 80, 500)).to.equal('timeout');
  });

  it('passes a foreign FORWARD policy of DROP by way of DOCKER-USER, and takes the rules back', async () => {
    await host.serve('outside', 7100);
    const bridge = { networkId: 'f', name: 'fwd0', gateways: ['172.26.0.1/16'], masquerade: true };
    await host.networks.ensureBridge(bridge);
    const one = await host.container('fw1', 'fwd0', '172.26.0.2/16');
    expect(await host.probe(one, 'tcp', '192.0.2.2', 7100)).to.equal('192.0.2.1');
    for (const command of [
      '-P FORWARD DROP',
      '-N DOCKER-USER',
      '-A DOCKER-USER -j RETURN',
      '-I FORWARD -j DOCKER-USER',
    ]) {
      await host.run('iptables-nft', ...command.split(' '));
    }
    const chain = () => host.run('iptables-nft', '-S', 'DOCKER-USER');
    const before = await chain();
    expect(await host.probe(one, 'tcp', '192.0.2.2', 7100, 500)).to.equal('timeout');

    await host.networks.ensureBridge(bridge);
    await host.networks.ensureBridge(bridge); // the rules are not added twice
    expect((await chain()).match(/fwd0/g)).to.have.length(3);
    expect(await host.probe(one, 'tcp', '192.0.2.2', 7100)).to.equal('192.0.2.1');
    const ports = [{ protocol: 'tcp', containerPort: 80, hostPort: 8100 }];
    await host.networks.publish({ sandboxId: 'fw1', containerIpv4: '172.26.0.2', ports });
    expect(await host.probe('outside', 'tcp', '192.0.2.1', 8100)).to.equal('192.0.2.2');

    await host.networks.removeBridge({ networkId: 'f', name: 'fwd0' });
    expect(await chain()).to.equal(before);
  });
});
