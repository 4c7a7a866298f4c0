import { expect } from 'chai';
import { it } from 'mocha';
import { cpus, hostname, release, totalmem } from 'node:os';
import { expectShape, RFC3339_NANO } from '../../harness/shape.js';
import { onEachEngine } from '../../harness/suite.js';

interface Info {
  [field: string]: unknown;
  Plugins: Record<string, string[] | null>;
  Containers: number;
}

onEachEngine('GET /info', (suite) => {
  const info = async (): Promise<Info> => suite.api.expect(await suite.api.get('/info'), 200).json<Info>();

  it('has every field of SystemInfo with its type', async () => {
    expectShape(
      await info(),
      {
        ID: 'string',
        Containers: 'number',
        ContainersRunning: 'number',
        ContainersPaused: 'number',
        ContainersStopped: 'number',
        Images: 'number',
        Driver: 'string',
        DriverStatus: 'string[][]',
        DockerRootDir: 'string',
        Plugins: 'object',
        MemoryLimit: 'boolean',
        SwapLimit: 'boolean',
        CpuCfsPeriod: 'boolean',
        CpuCfsQuota: 'boolean',
        CPUShares: 'boolean',
        CPUSet: 'boolean',
        PidsLimit: 'boolean',
        OomKillDisable: 'boolean',
        IPv4Forwarding: 'boolean',
        Debug: 'boolean',
        NFd: 'number',
        NGoroutines: 'number',
        SystemTime: 'string',
        LoggingDriver: 'string',
        CgroupDriver: 'string',
        CgroupVersion: 'string',
        NEventsListener: 'number',
        KernelVersion: 'string',
        OperatingSystem: 'string',
        OSVersion: 'string',
        OSType: 'string',
        Architecture: 'string',
        NCPU: 'number',
        MemTotal: 'number',
        IndexServerAddress: 'string',
        RegistryConfig: 'object',
        GenericResources: 'null|[]',
        HttpProxy: 'string',
        HttpsProxy: 'string',
        NoProxy: 'string',
        Name: 'string',
        Labels: 'string[]',
        ExperimentalBuild: 'boolean',
        ServerVersion: 'string',
        Runtimes: 'object',
        DefaultRuntime: 'string',
        Swarm: 'object',
        LiveRestoreEnabled: 'boolean',
        Isolation: 'string',
        InitBinary: 'string',
        ContainerdCommit: 'object',
        RuncCommit: 'object',
        InitCommit: 'object',
        SecurityOptions: 'string[]',
        Warnings: 'null|string[]',
      },
      'info',
    );
  });

  it('tells the truth about the host', async () => {
    const told = await info();
    expect(told).to.include({
      OSType: 'linux',
      KernelVersion: release(),
      NCPU: cpus().length,
      MemTotal: totalmem(),
      Name: hostname(),
      IPv4Forwarding: true,
      LoggingDriver: 'json-file',
    });
    expect(told.SystemTime).to.match(RFC3339_NANO);
    expect(told.DockerRootDir).to.satisfy((path: string) => path.startsWith(suite.engine.directory));
    expect(told.Plugins.Network).to.include.members(['bridge', 'host', 'null']);
    expect(told.Plugins.Volume).to.include('local');
    expect(told.Plugins.Log).to.include('json-file');
    expect((told.Swarm as { LocalNodeState: string }).LocalNodeState).to.equal('inactive');
    expect(told.SecurityOptions).to.satisfy((options: string[]) =>
      options.some((o) => o.startsWith('name=seccomp')),
    );
  });

  it('names a default runtime that is among its runtimes', async () => {
    const told = await info();
    expect(Object.keys(told.Runtimes as object)).to.include(told.DefaultRuntime);
  });

  it('counts containers by state', async () => {
    await suite.api.create({ Cmd: ['true'] });
    await suite.api.start({ Cmd: ['sleep', '600'] });
    await suite.api.run({ Cmd: ['true'] });
    expect(await info()).to.include({
      Containers: 3,
      ContainersRunning: 1,
      ContainersStopped: 2,
      ContainersPaused: 0,
    });
  });
});
