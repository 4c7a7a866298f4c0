import { expect } from 'chai';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TestHost } from '../networks/testing/host.js';
import { BuildNetwork } from './network.js';

describe('the network of BuildKit (unit)', function () {
  this.timeout(30_000);
  let directory: string;
  let host: TestHost;

  before(async () => {
    directory = mkdtempSync(join(tmpdir(), 'arca-build-network-'));
    host = await TestHost.start(`bk${process.pid}`);
  });
  after(async () => {
    await host.stop();
    rmSync(directory, { recursive: true });
  });

  it('connects namespaces by a plugin, with an address each, and lets go of them', async () => {
    const { networks, instance } = host;
    const places = { directory: join(directory, 'n w'), namespaces: join(directory, 'ns'), instance };
    const network = new BuildNetwork(places, networks);
    const gateway = await network.open();
    const plugin = async (
      name: string,
      command: string,
      id: string,
    ): Promise<{ ips?: { address: string }[] }> => {
      const variables = { CNI_COMMAND: command, CNI_CONTAINERID: id, CNI_NETNS: `/run/netns/${id}` };
      const text = await host.run(
        ...['sh', '-c', `echo '{"cniVersion":"1.0.0"}' | env "$@"`, 'sh'],
        ...Object.entries(variables).map((pair) => pair.join('=')),
        join(network.programs, name),
      );
      return text === '' ? {} : (JSON.parse(text) as object);
    };
    const addresses: string[] = [];
    for (const id of ['first', 'second']) {
      await host.run('ip', 'netns', 'add', id);
      await plugin('loopback', 'ADD', id);
      addresses.push(...(await plugin('arca', 'ADD', id)).ips!.map(({ address }) => address));
    }
    expect(addresses).to.deep.equal([2, 3].map((number) => gateway.replace(/1$/, `${number}/24`)));
    const shown = await host.run('ip', '-n', 'second', '-o', 'address', 'show');
    expect(shown)
      .to.match(/lo .*127\.0\.0\.1/)
      .and.to.include(`eth0    inet ${addresses[1]}`);
    // Its address on the host's only link is reached by the host.
    await host.run('ip', 'netns', 'exec', 'second', 'busybox', 'ping', '-c', '1', '-W', '5', '192.0.2.2');
    await plugin('arca', 'DEL', 'first');
    expect(readdirSync(join(places.directory, 'leases'))).to.deep.equal(['3']);
    await network.close();
    expect(existsSync(places.directory)).to.equal(false);
    expect(await host.run('ip', '-o', 'link', 'show', 'type', 'bridge')).to.equal('');
  });
});
