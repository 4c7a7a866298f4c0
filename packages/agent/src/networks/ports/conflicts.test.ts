import { expect } from 'chai';
import { TestHost, type Failure } from '../testing/host.js';

describe('published ports that are taken', function () {
  this.timeout(60_000);
  let host: TestHost;

  before(async () => {
    host = await TestHost.start(`taken${process.pid}`);
    await host.networks.ensureBridge({ networkId: 'n', name: 'taken0', gateways: ['172.30.0.1/16'] });
    for (const id of ['one', 'two']) await host.networks.createSandbox({ id });
    await publish('one', { hostPort: 8080 }, { hostIp: '127.0.0.1', hostPort: 8085 });
    await host.serve('', 9001);
  });

  after(() => host.stop());

  async function publish(sandboxId: string, ...ports: object[]): Promise<string[]> {
    const published = await host.networks.publish({
      sandboxId,
      containerIpv4: '172.30.0.2',
      ports: ports.map((port) => ({ protocol: 'tcp', containerPort: 80, ...port })),
    });
    return published.ports.map(({ hostIp, hostPort }) => `${hostIp} ${hostPort}`);
  }

  const refused = (...ports: object[]) =>
    publish('two', ...ports).then(
      (published) => `published ${published.join()}`,
      (error: Failure) => `${error.code}: ${error.message}`,
    );

  it('by another container are refused in the words of dockerd', async () => {
    const words = 'failed: port is already allocated';
    expect(await refused({ hostPort: 8080 })).to.equal(`ALREADY_EXISTS: Bind for 0.0.0.0:8080 ${words}`);
    expect(await refused({ hostIp: '::1', hostPort: 8080 })).to.equal(
      `ALREADY_EXISTS: Bind for :::8080 ${words}`,
    );
    expect(await refused({ hostPort: 8085 })).to.equal(`ALREADY_EXISTS: Bind for 127.0.0.1:8085 ${words}`);
  });

  it('by another program are refused in the words of dockerd', async () => {
    expect(await refused({ hostPort: 9001 })).to.equal(
      'ALREADY_EXISTS: failed to bind host port for 0.0.0.0:9001:172.30.0.2:80/tcp: address already in use',
    );
    expect(await refused({ hostIp: '2001:db8::1', hostPort: 9001, protocol: 'udp' })).to.equal(
      'ALREADY_EXISTS: failed to bind host port for [2001:db8::1]:9001:172.30.0.2:80/udp: address already in use',
    );
    expect(await refused({ hostIp: '198.51.100.1', hostPort: 9002 })).to.equal(
      'INTERNAL: failed to bind host port for 198.51.100.1:9002:172.30.0.2:80/tcp: cannot assign requested address',
    );
  });

  it('leave nothing published of the request', async () => {
    expect(await refused({ hostPort: 8081 }, { containerPort: 81, hostPort: 8080 })).to.match(
      /^ALREADY_EXISTS/,
    );
    expect(await host.probe('', 'tcp', '127.0.0.1', 8081)).to.equal('ECONNREFUSED');
    expect(await host.run('nft', 'list', 'map', 'inet', host.instance, 'ports4')).not.to.match(/8081/);
    expect(await publish('two', { hostPort: 8081 })).to.eql(['0.0.0.0 8081', ':: 8081']);
  });

  it('are stepped over in a range', async () => {
    const range = { hostPort: 9000, hostPortEnd: 9002 };
    expect(await publish('two', range)).to.eql(['0.0.0.0 9000', ':: 9000']);
    expect(await publish('two', range)).to.eql(['0.0.0.0 9002', ':: 9002']);
    expect(await refused(range)).to.match(
      /^ALREADY_EXISTS: (all ports are allocated|.*:9001:.*: address already in use)/,
    );
  });

  it('are no matter when the port may be any', async () => {
    const chosen = [await publish('two', {}), await publish('two', {})];
    const ports = chosen.map(([first]) => Number(first!.split(' ')[1]));
    expect(chosen).to.eql(ports.map((port) => [`0.0.0.0 ${port}`, `:: ${port}`]));
    expect(ports[0]).to.be.within(32768, 60999);
    expect(ports[1]).not.to.equal(ports[0]);
  });

  it('need a sandbox', async () => {
    const failure = await host.networks
      .publish({ sandboxId: 'none', containerIpv4: '172.30.0.2' })
      .catch((error: Failure) => error.code);
    expect(failure).to.equal('NOT_FOUND');
  });
});
