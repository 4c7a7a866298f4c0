import { expect } from 'chai';
import { it } from 'mocha';
import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import { BUSYBOX } from '../../harness/busybox.js';
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
    const paths = ({ HostsPath, ResolvConfPath }: typeof first) => ({ HostsPath, ResolvConfPath });
    expect(paths(second)).to.deep.equal(paths(first));
    // Files are the other's own, also for one that joins a container that has joined, and when their owner has gone.
    const third = await suite.api.start({
      Cmd: ['sleep', '600'],
      HostConfig: { NetworkMode: `container:${id}` },
    });
    suite.api.expect(await suite.api.post('/networks/create', { Name: 'late' }), 201);
    suite.api.expect(await suite.api.post('/networks/late/connect', { Container: other }), 200);
    const read = async (container: string) =>
      (await suite.api.exec(container, ['cat', '/etc/hosts', '/etc/resolv.conf', '/etc/hostname'])).stdout;
    const { late } = (await suite.api.inspect(other)).NetworkSettings.Networks;
    expect(await read(third))
      .to.include(late!.IPAddress)
      .and.to.include('nameserver 127.0.0.11');
    await suite.api.exec(other, ['sh', '-c', 'echo "10.9.9.9 mine" >> /etc/hosts; echo new > /etc/hostname']);
    const before = await read(other);
    expect(before).to.include('10.9.9.9 mine').and.to.include('new');
    for (const container of [id, third]) expect(await read(container)).to.equal(before);
    suite.api.expect(await suite.api.delete(`/containers/${other}`, { force: true }), 204);
    expect(await read(third))
      .to.include('10.9.9.9 mine')
      .and.to.include('new');
    const HostConfig = { NetworkMode: `container:${third}` };
    const last = await suite.api.start({ Cmd: ['sleep', '600'], HostConfig });
    expect((await suite.api.exec(last, ['cat', '/etc/hosts'])).code).to.equal(0);
  });

  it('container has nothing of a network of its own', async () => {
    const other = await suite.api.create({ Cmd: ['sleep', '600'] });
    for (const [config, host, text] of [
      [{ Hostname: 'own' }, {}, 'hostname and the network mode'],
      [{}, { Links: ['a:b'] }, "container type network can't be used with links."],
      [{}, { Dns: ['192.0.2.1'] }, 'dns and the network mode'],
      [{}, { ExtraHosts: ['a:192.0.2.1'] }, 'custom host-to-IP mapping and the network mode'],
      [{}, { PublishAllPorts: true }, 'port publishing and the container type network mode'],
      [
        {},
        { PortBindings: { '80/tcp': [{ HostPort: '8080' }] } },
        'port publishing and the container type network mode',
      ],
      [{ ExposedPorts: { '80/tcp': {} } }, {}, 'port exposing and the container type network mode'],
    ] as const) {
      const HostConfig = { NetworkMode: `container:${other}`, ...host };
      const answer = await suite.api.post('/containers/create', {
        ...{ Image: BUSYBOX, Cmd: ['true'], ...config },
        HostConfig,
      });
      expect(answer.status, text).to.equal(400);
      expect(answer.message).to.include(`conflicting options: ${text}`);
    }
  });
});
