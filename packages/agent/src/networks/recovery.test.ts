import { expect } from 'chai';
import { TestHost } from './testing/host.js';

const bridge = { networkId: 'n', name: 'rec0', gateways: ['172.30.0.1/16'], masquerade: true };
const published = {
  sandboxId: 'one',
  containerIpv4: '172.30.0.2',
  ports: [{ protocol: 'tcp', containerPort: 80, hostPort: 8080 }],
};

describe('networks after a crash of the agent', function () {
  this.timeout(60_000);
  let host: TestHost;

  beforeEach(async () => {
    host = await TestHost.start(`rec${process.pid}`);
    await host.networks.ensureBridge(bridge);
    await host.container('one', 'rec0', '172.30.0.2/16');
    await host.networks.publish(published);
  });

  afterEach(() => host.stop());

  it('go on while there is no agent, and connections outlive the change', async () => {
    const line = host.spawn('ip', 'netns', 'exec', 'outside', 'busybox', 'nc', '192.0.2.1', '8080');
    let received = '';
    line.stdout!.on('data', (data: Buffer) => (received += data.toString()));
    const until = async (text: string) => {
      while (!received.includes(text)) await new Promise((resolve) => setTimeout(resolve, 5));
    };
    await until('192.0.2.2');
    await host.killAgent();
    expect(await host.probe('outside', 'tcp', '192.0.2.1', 8080)).to.equal('192.0.2.2');
    await host.startAgent();
    await host.networks.ensureBridge(bridge);
    expect(await host.probe('outside', 'tcp', '192.0.2.1', 8080)).to.equal('192.0.2.2');
    await host.networks.publish(published);
    line.stdin!.write('still here\n');
    await until('still here');
    expect(await host.probe('', 'tcp', '::1', 8080)).to.equal('172.30.0.1');
  });

  it('hold the ports again for those that go on', async () => {
    await host.killAgent();
    await host.startAgent();
    await host.networks.publish(published);
    const listener = host.spawn('busybox', 'nc', '-l', '-p', '8080');
    expect(await new Promise((resolve) => listener.once('close', resolve))).to.equal(1);
  });

  it('give ports to others when the owner is not there any more', async () => {
    await host.killAgent();
    await host.startAgent();
    const { sandboxes } = await host.networks.listSandboxes({});
    expect(sandboxes.map(({ id }) => id)).to.eql(['one']);
    await host.container('two', 'rec0', '172.30.0.3/16');
    await host.networks.publish({ ...published, sandboxId: 'two', containerIpv4: '172.30.0.3' });
    await host.networks.removeSandbox({ id: 'one' });
    expect(await host.run('nft', 'list', 'map', 'inet', host.instance, 'ports4')).to.match(
      /elements = \{ tcp \. 8080 comment "two" : 172\.30\.0\.3 \. 80 \}/,
    );
    expect((await host.networks.listSandboxes({})).sandboxes.map(({ id }) => id)).to.eql(['two']);
  });

  it('are put right when somebody has flushed all of nft', async () => {
    await host.run('nft', 'flush', 'ruleset');
    await host.networks.publish({ ...published, ports: [{ ...published.ports[0], hostPort: 8081 }] });
    expect(await host.probe('outside', 'tcp', '192.0.2.1', 8080)).to.equal('192.0.2.2');
    expect(await host.probe('outside', 'tcp', '192.0.2.1', 8081)).to.equal('192.0.2.2');
  });

  it('are removed without a trace on demand', async () => {
    await host.killAgent();
    await host.startAgent();
    await host.removeAll();
    expect(await host.run('ip', '-o', 'link')).not.to.match(/rec0|veth/);
    expect(await host.run('nft', 'list', 'tables')).to.equal('');
    expect(await host.run('ls', '/run/netns')).to.equal('outside\n');
    expect(await host.probe('outside', 'tcp', '192.0.2.1', 8080)).to.equal('ECONNREFUSED');
  });

  it('leave nothing of a sandbox that is removed, or could not be connected', async () => {
    const failure = await host.networks
      .connect({
        sandboxId: 'one',
        bridge: 'rec0',
        interface: 'eth1',
        addresses: ['172.30.0.2/16'],
        gateways: ['10.9.9.9'],
      })
      .catch((error: Error) => error.message);
    expect(failure).to.equal('default route via 10.9.9.9: ENETUNREACH');
    await host.networks.removeSandbox({ id: 'one' });
    await host.networks.removeSandbox({ id: 'one' });
    await host.networks.removeSandbox({ id: 'never' });
    expect(await host.run('ip', '-o', 'link')).not.to.match(/veth/);
    expect(await host.run('ls', '/run/netns')).to.equal('outside\n');
    expect(await host.run('nft', 'list', 'ruleset')).not.to.match(/172\.30\.0\.2/);
  });
});
