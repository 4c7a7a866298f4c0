import type { Agent, HostInfo } from '@arca/agent-proto';
import type { SystemInfo } from '@arca/api';
import type { Clock, Daemon, Events, Logs } from '@arca/plugin-kit';
import {
  containerRecord,
  hostInfo,
  hostWithCgroupV2,
  hostWithoutCgroups,
  knownContainers,
  recordedCall,
} from '@arca/plugin-kit/testing';
import { expect } from 'chai';
import { describe, it } from 'mocha';
import { info } from './info.js';
import { registryConfig } from './info-registries.js';
import { hostWarnings } from './info-warnings.js';

const daemon = {
  id: 'an-id',
  version: '1.2.3',
  root: '/var/lib/arca',
  labels: ['a=b'],
  debug: true,
  logDriver: 'json-file',
  insecureRegistries: [],
  registryMirrors: [],
  defaultAddressPools: [],
  cdiSpecDirs: ['/etc/cdi'],
} as unknown as Daemon;

const statuses = ['running', 'running', 'paused', 'created', 'exited', 'restarting'] as const;
const containers = knownContainers(statuses.map((status) => containerRecord({ state: { status } })));
const clock = { now: () => '2024-01-01T00:00:00.5Z' } as Clock;

const ask = (host: HostInfo = hostInfo(), apiVersion = '1.51', settings = {}): Promise<SystemInfo> => {
  const agent = { system: { info: async () => host } } as unknown as Agent;
  const logs = { drivers: ['json-file', 'none'] } as unknown as Logs;
  const events = { subscribers: 2 } as Events;
  const handler = info({ ...daemon, ...settings }, agent, containers, logs, events, clock, {
    drivers: () => ['local'],
  });
  return handler({ params: {}, body: undefined }, recordedCall({ apiVersion }));
};

describe('info (unit)', () => {
  it('tells of the engine, its host and what it holds', async () => {
    expect(await ask()).to.deep.include({
      ...{
        ID: 'an-id',
        ServerVersion: '1.2.3',
        DockerRootDir: '/var/lib/arca',
        Labels: ['a=b'],
        Debug: true,
      },
      ...{ Containers: 6, ContainersRunning: 2, ContainersPaused: 1, ContainersStopped: 3, Images: 1 },
      ...{ Name: 'host', OSType: 'linux', Architecture: 'x86_64', NCPU: 4, MemTotal: 8 * 2 ** 30 },
      ...{ CgroupVersion: '2', CgroupDriver: 'cgroupfs', MemoryLimit: true, PidsLimit: true },
      ...{ SystemTime: '2024-01-01T00:00:00.5Z', NEventsListener: 2, LoggingDriver: 'json-file' },
      ...{ DefaultRuntime: 'crun', InitBinary: '/usr/bin/tini-static', RuncCommit: { ID: '1.8' } },
      Runtimes: { crun: { path: '/usr/bin/crun' }, runc: { path: '/usr/bin/runc' } },
      Warnings: null,
    });
    expect((await ask()).Plugins!.Log).to.deep.equal(['json-file', 'none']);
    expect((await ask()).Swarm!.LocalNodeState).to.equal('inactive');
  });

  it('names only the runtimes that work', async () => {
    const runtimes = [
      { name: 'crun', path: '/crun', usable: true },
      { name: 'runc', path: '/runc', usable: false },
    ];
    expect((await ask(hostInfo({ runtimes }))).Runtimes).to.deep.equal({ crun: { path: '/crun' } });
  });

  it('says which containerd it uses, and which address pools', async () => {
    const host = hostInfo({ containerdAddress: '/run/c.sock', containerdNamespace: 'arca' });
    expect((await ask(host)).Containerd).to.deep.equal({
      Address: '/run/c.sock',
      Namespaces: { Containers: 'arca', Plugins: 'arca' },
    });
    expect(await ask()).to.not.have.any.keys('Containerd', 'DefaultAddressPools');
    const pools = await ask(hostInfo(), '1.51', { defaultAddressPools: [{ base: '10.0.0.0/8', size: 24 }] });
    expect(pools.DefaultAddressPools).to.deep.equal([{ Base: '10.0.0.0/8', Size: 24 }]);
  });

  it('has for older clients what they know', async () => {
    const older = async (version: string) =>
      JSON.parse(JSON.stringify(await ask(hostInfo(), version))) as object;
    expect(await older('1.51')).to.not.have.any.keys('BridgeNfIptables', 'BridgeNfIp6tables');
    expect(await older('1.49'))
      .to.include({ BridgeNfIptables: false })
      .and.not.have.any.keys('DiscoveredDevices');
    expect(await older('1.48')).to.not.have.any.keys('FirewallBackend');
    expect(await older('1.48')).to.have.deep.property('RuncCommit', { ID: '1.8', Expected: '1.8' });
    expect(await older('1.46')).to.have.nested.property(
      'RegistryConfig.AllowNondistributableArtifactsCIDRs',
      null,
    );
    expect(await older('1.24')).to.have.deep.property('SecurityOptions', ['seccomp']);
  });
});

describe('warnings of the host (unit)', () => {
  it('are none on a host with all that its cgroups can have', () => {
    expect(hostWarnings(hostInfo(hostWithCgroupV2))).to.equal(null);
  });

  it('name what is missing', () => {
    const warnings = hostWarnings(hostInfo(hostWithoutCgroups))!;
    expect(warnings).to.include.members([
      'WARNING: No memory limit support',
      'WARNING: No cpuset support',
      'WARNING: No io.max (rbps) support',
      'WARNING: IPv4 forwarding is disabled',
    ]);
    expect(warnings).to.not.include('WARNING: No oom kill disable support');
  });

  it('speak of the version of cgroups that the host has', () => {
    const warnings = hostWarnings(hostInfo({ ...hostWithoutCgroups, cgroupVersion: 1 }))!;
    expect(warnings).to.include.members([
      'WARNING: No oom kill disable support',
      'WARNING: No blkio throttle.write_iops_device support',
    ]);
    expect(warnings).to.not.include('WARNING: No io.weight support');
  });
});

describe('registries in info (unit)', () => {
  it('are told apart as hosts and ranges of addresses', () => {
    const given = {
      insecureRegistries: ['reg.example:5000', '10.0.0.0/8'],
      registryMirrors: ['https://m.example/'],
    };
    expect(registryConfig(given)).to.deep.equal({
      InsecureRegistryCIDRs: ['::1/128', '127.0.0.0/8', '10.0.0.0/8'],
      IndexConfigs: {
        'reg.example:5000': { Name: 'reg.example:5000', Mirrors: [], Secure: false, Official: false },
        'docker.io': { Name: 'docker.io', Mirrors: ['https://m.example/'], Secure: true, Official: true },
      },
      Mirrors: ['https://m.example/'],
    });
  });
});
