import { expect } from 'chai';
import { TestHost } from './testing/host.js';

describe('gateway modes, and the rules of the administrator', function () {
  this.timeout(60_000);
  let host: TestHost;

  before(async () => {
    host = await TestHost.start(`gwm${process.pid}`);
    for (const net of ['172.26.0.0/16', '172.27.0.0/16', '172.28.0.0/16', '172.30.0.0/16'])
      await host.runIn('outside', 'ip', 'route', 'add', net, 'via', '192.0.2.1');
    await host.runIn('outside', 'ip', 'route', 'add', 'fd26::/64', 'via', '2001:db8::1');
    await host.serve('outside', 7000);
  });

  after(() => host.stop());

  const table = () => ['inet', host.instance] as const;

  it('routed: no address is translated, and only published ports are open, at the container itself', async () => {
    await host.networks.ensureBridge({
      ...{ networkId: 'r', name: 'routed0', gateways: ['172.26.0.1/16', 'fd26::1/64'], masquerade: true },
      ...{ gatewayMode4: 'routed', gatewayMode6: 'routed' },
    });
    const one = await host.container('r1', 'routed0', '172.26.0.2/16', 'fd26::2/64');
    expect(await host.probe('outside', 'tcp', '172.26.0.2', 80, 500)).to.equal('timeout');
    await host.runIn('outside', 'busybox', 'ping', '-c', '1', '-W', '5', '172.26.0.2');
    const { ports } = await host.networks.publish({
      ...{ sandboxId: 'r1', containerIpv4: '172.26.0.2', containerIpv6: 'fd26::2' },
      ports: [{ protocol: 'tcp', containerPort: 80, hostPort: 8026 }],
    });
    expect(ports.map(({ hostIp, hostPort }) => [hostIp, hostPort])).to.deep.equal([
      ['0.0.0.0', 0],
      ['::', 0],
    ]);
    expect(await host.probe('outside', 'tcp', '172.26.0.2', 80)).to.equal('192.0.2.2');
    expect(await host.probe('outside', 'tcp', 'fd26::2', 80)).to.equal('2001:db8::2');
    expect(await host.probe('outside', 'udp', '172.26.0.2', 80, 500)).to.equal('timeout');
    expect(await host.probe('outside', 'tcp', '192.0.2.1', 8026)).to.equal('ECONNREFUSED');
    expect(await host.probe(one, 'tcp', '192.0.2.2', 7000)).to.equal('172.26.0.2');
  });

  it('nat-unprotected: every port is open at the container itself, and traffic out is translated', async () => {
    await host.networks.ensureBridge({
      ...{ networkId: 'u', name: 'open0', gateways: ['172.27.0.1/16'], masquerade: true },
      gatewayMode4: 'nat-unprotected',
    });
    const one = await host.container('u1', 'open0', '172.27.0.2/16');
    expect(await host.probe('outside', 'tcp', '172.27.0.2', 80)).to.equal('192.0.2.2');
    expect(await host.probe(one, 'tcp', '192.0.2.2', 7000)).to.equal('192.0.2.1');
  });

  it('isolated: the bridge has no address; trusted interfaces pass; a source is chosen', async () => {
    await host.networks.ensureBridge({
      ...{ networkId: 'i', name: 'alone0', gateways: ['172.29.0.1/16'], unassigned: ['172.29.0.1/16'] },
      ...{ internal: true, gatewayMode4: 'isolated' },
    });
    expect(await host.run('ip', '-4', 'address', 'show', 'dev', 'alone0')).to.not.include('172.29.0.1');
    await host.run('ip', 'address', 'add', '192.0.2.77/24', 'dev', 'lan0');
    await host.networks.ensureBridge({
      ...{ networkId: 't', name: 'trust0', gateways: ['172.28.0.1/16'], masquerade: true },
      ...{ trusted: ['lan0'], source4: '192.0.2.77' },
    });
    const one = await host.container('t1', 'trust0', '172.28.0.2/16');
    expect(await host.probe('outside', 'tcp', '172.28.0.2', 80)).to.equal('192.0.2.2');
    expect(await host.probe(one, 'tcp', '192.0.2.2', 7000)).to.equal('192.0.2.77');
  });

  it('rules in the chain `user` are asked first, and outlive a restart', async () => {
    await host.networks.ensureBridge({
      ...{ networkId: 'a', name: 'adm0', gateways: ['172.30.0.1/16'], masquerade: true },
    });
    await host.container('a1', 'adm0', '172.30.0.2/16');
    const published = {
      ...{ sandboxId: 'a1', containerIpv4: '172.30.0.2' },
      ports: [{ protocol: 'tcp', containerPort: 80, hostPort: 8030 }],
    };
    await host.networks.publish(published);
    expect(await host.probe('outside', 'tcp', '192.0.2.1', 8030)).to.equal('192.0.2.2');
    // Sets and chains of the administrator's, and a set of ours, hold on to what a restart makes anew.
    const all = `table inet ${table()[1]}`;
    await host.run(
      'nft',
      `${all} { set mine { type ipv4_addr; elements = { 192.0.2.2 }; }; chain more { drop; }; }`,
    );
    const rule = 'oifname @bridges ip saddr @mine jump more';
    await host.run('nft', 'add', 'rule', ...table(), 'user', ...rule.split(' '));
    expect(await host.probe('outside', 'tcp', '192.0.2.1', 8030, 500)).to.equal('timeout');
    await host.killAgent();
    await host.startAgent();
    await host.networks.ensureBridge({
      ...{ networkId: 'a', name: 'adm0', gateways: ['172.30.0.1/16'], masquerade: true },
    });
    await host.networks.publish(published);
    expect(await host.probe('outside', 'tcp', '192.0.2.1', 8030, 500)).to.equal('timeout');
    await host.run('nft', 'flush', 'chain', ...table(), 'user');
    expect(await host.probe('outside', 'tcp', '192.0.2.1', 8030)).to.equal('192.0.2.2');
  });

  it('come back by themselves after `nft flush ruleset`', async () => {
    await host.run('nft', 'flush', 'ruleset');
    let answer = '';
    for (let round = 0; round < 100 && answer !== '192.0.2.2'; round++)
      answer = await host.probe('outside', 'tcp', '192.0.2.1', 8030, 200);
    expect(answer).to.equal('192.0.2.2');
    expect(await host.probe('outside', 'tcp', '172.30.0.2', 80, 500)).to.equal('timeout');
  });

  it('come back when another rule or nothing is in their place', async () => {
    const forward = [...table(), 'forward'];
    const listed = () => host.run('nft', '-a', 'list', 'chain', ...forward);
    const handle = /oifname @bridges drop # handle (\d+)/.exec(await listed())![1]!;
    await host.run('nft', 'replace', 'rule', ...forward, 'handle', handle, 'accept');
    await eventually(async () => /oifname @bridges drop/.test(await listed()));
    await host.run('nft', 'flush', 'map', ...table(), 'ports4');
    await eventually(async () => /8030/.test(await host.run('nft', 'list', 'map', ...table(), 'ports4')));
  });
});

async function eventually(test: () => Promise<boolean>): Promise<void> {
  while (!(await test())) await new Promise((resolve) => setTimeout(resolve, 20));
}
