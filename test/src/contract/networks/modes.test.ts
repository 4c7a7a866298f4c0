import { expect } from 'chai';
import { it } from 'mocha';
import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import { HOST_ADDRESS } from '../../harness/sandbox.js';
import { onEachEngine } from '../../harness/suite.js';

onEachEngine('network modes none, host and container', (suite) => {
  it('none has a loopback and nothing else', async () => {
    const { stdout } = await suite.api.run({
      Cmd: ['ip', '-o', 'link'],
      HostConfig: { NetworkMode: 'none' },
    });
    const lines = stdout.trim().split('\n');
    expect(lines).to.have.length(1);
    expect(lines[0]).to.match(/^1: lo: <LOOPBACK,UP,LOWER_UP>/);
  });

  it('none is shown as network "none" without an address', async () => {
    const id = await suite.api.start({ Cmd: ['sleep', '600'], HostConfig: { NetworkMode: 'none' } });
    const { Networks } = (await suite.api.inspect(id)).NetworkSettings;
    expect(Object.keys(Networks)).to.deep.equal(['none']);
    expect(Networks.none).to.include({ IPAddress: '', Gateway: '', MacAddress: '' });
    expect(Networks.none!.NetworkID).to.match(/^[0-9a-f]{64}$/);
  });

  it('a disabled network is none', async () => {
    const { stdout } = await suite.api.run({ Cmd: ['ip', '-o', 'link'], NetworkDisabled: true });
    expect(stdout).to.not.include('eth0');
  });

  it('host shares namespace, name and resolv.conf with the host', async () => {
    const id = await suite.api.start({ Cmd: ['sleep', '600'], HostConfig: { NetworkMode: 'host' } });
    const { State, NetworkSettings, Config } = await suite.api.inspect(id);
    expect(readlinkSync(`/proc/${State.Pid}/ns/net`)).to.equal(readlinkSync('/proc/self/ns/net'));
    expect(Object.keys(NetworkSettings.Networks)).to.deep.equal(['host']);
    expect(Config.Hostname).to.equal(hostname());
    const { stdout } = await suite.api.exec(id, ['ip', '-o', '-4', 'addr', 'show', 'eth0']);
    expect(stdout).to.include(HOST_ADDRESS);
    const resolv = (await suite.api.exec(id, ['cat', '/etc/resolv.conf'])).stdout;
    expect(resolv).to.include(readFileSync('/etc/resolv.conf', 'utf8').split('\n')[0]);
  });

  it('host has the hosts that are added', async () => {
    const HostConfig = { NetworkMode: 'host', ExtraHosts: ['added:192.0.2.7'] };
    const { stdout } = await suite.api.run({ Cmd: ['cat', '/etc/hosts'], HostConfig });
    expect(stdout).to.match(/^192\.0\.2\.7\s+added$/m);
  });

  it('container shares the namespace of another', async () => {
    const other = await suite.api.start({ Cmd: ['sleep', '600'] }, 'net-owner');
    const id = await suite.api.start({
      Cmd: ['sleep', '600'],
      HostConfig: { NetworkMode: 'container:net-owner' },
    });
    const [first, second] = [await suite.api.inspect(other), await suite.api.inspect(id)];
    expect(readlinkSync(`/proc/${second.State.Pid}/ns/net`)).to.equal(
      readlinkSync(`/proc/${first.State.Pid}/ns/net`),
    );
    expect(second.HostConfig.NetworkMode).to.equal(`container:${other}`);
    expect(second.Config.Hostname).to.equal(first.Config.Hostname);
  });
});
