import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { it } from 'mocha';
import { BUSYBOX } from '../../harness/busybox.js';
import { DIGEST, expectShape, ID, RFC3339_NANO, ZERO_TIME } from '../../harness/shape.js';
import { eventually } from '../../harness/eventually.js';
import { onEachEngine } from '../../harness/suite.js';

onEachEngine('GET /containers/{id}/json', (suite) => {
  it('tells the directories of the writable layer', async () => {
    const id = await suite.api.start({ Cmd: ['sh', '-c', 'echo x > /written; sleep 600'] });
    type Inspected = { GraphDriver: { Name: string; Data: Record<string, string> | null } };
    const { GraphDriver } = (await suite.api.get(`/containers/${id}/json`)).json<Inspected>();
    if (!GraphDriver.Name.startsWith('overlay')) return; // another store has no such directories
    expect(GraphDriver.Data).to.have.all.keys('LowerDir', 'MergedDir', 'UpperDir', 'WorkDir');
    await eventually(
      () => existsSync(join(GraphDriver.Data!.UpperDir!, 'written')),
      'it is in the upper directory',
    );
    expect(existsSync(join(GraphDriver.Data!.LowerDir!.split(':').at(-1)!, 'bin'))).to.equal(true);
  });

  it('has every field of ContainerInspectResponse with its type', async () => {
    const container = await suite.api.inspect(await suite.api.create({ Cmd: ['echo', 'x'] }, 'inspected'));
    expectShape(
      container,
      {
        Id: 'string',
        Created: 'string',
        Path: 'string',
        Args: 'string[]',
        State: 'object',
        Image: 'string',
        ResolvConfPath: 'string',
        HostnamePath: 'string',
        HostsPath: 'string',
        LogPath: 'string',
        Name: 'string',
        RestartCount: 'number',
        Driver: 'string',
        Platform: 'string',
        MountLabel: 'string',
        ProcessLabel: 'string',
        AppArmorProfile: 'string',
        ExecIDs: 'null',
        HostConfig: 'object',
        GraphDriver: 'object',
        Mounts: '[]',
        Config: 'object',
        NetworkSettings: 'object',
      },
      'container',
    );
    expect(container.Id).to.match(ID);
    expect(container.Image).to.match(DIGEST);
    expect(container.Created).to.match(RFC3339_NANO);
    expect(container).to.deep.include({
      Name: '/inspected',
      Path: 'echo',
      Args: ['x'],
      RestartCount: 0,
      Platform: 'linux',
    });
  });

  it('shows the state of a container that never ran', async () => {
    const { State } = await suite.api.inspect(await suite.api.create({}));
    expect(State).to.deep.equal({
      ...{
        Status: 'created',
        Running: false,
        Paused: false,
        Restarting: false,
        OOMKilled: false,
        Dead: false,
      },
      ...{ Pid: 0, ExitCode: 0, Error: '', StartedAt: ZERO_TIME, FinishedAt: ZERO_TIME },
    });
  });

  it('shows the state of a running container', async () => {
    const { State } = await suite.api.inspect(await suite.api.start({ Cmd: ['sleep', '600'] }));
    expect(State).to.deep.include({
      Status: 'running',
      Running: true,
      Dead: false,
      ExitCode: 0,
      FinishedAt: ZERO_TIME,
    });
    expect(State.Pid).to.be.greaterThan(0);
    expect(State.StartedAt).to.match(RFC3339_NANO).and.not.equal(ZERO_TIME);
  });

  it('shows the state of a container that ended', async () => {
    const { id } = await suite.api.run({ Cmd: ['sh', '-c', 'exit 7'] });
    const { State, Created } = await suite.api.inspect(id);
    expect(State).to.deep.include({ Status: 'exited', Running: false, Pid: 0, ExitCode: 7, Error: '' });
    expect(Date.parse(State.FinishedAt)).to.be.at.least(Date.parse(Created));
    expect(State.FinishedAt).to.match(RFC3339_NANO).and.not.equal(ZERO_TIME);
  });

  it('fills HostConfig with every field and its default', async () => {
    const { HostConfig } = await suite.api.inspect(await suite.api.create({}));
    const lists =
      'Binds VolumesFrom CapAdd CapDrop Dns DnsOptions DnsSearch ExtraHosts GroupAdd Links SecurityOpt ' +
      'BlkioWeightDevice BlkioDeviceReadBps BlkioDeviceWriteBps BlkioDeviceReadIOps BlkioDeviceWriteIOps ' +
      'Devices DeviceCgroupRules DeviceRequests Ulimits';
    for (const field of lists.split(' ')) expectShape(HostConfig, { [field]: 'null|[]' }, field);
    const zeros = 'OomScoreAdj CpuShares Memory NanoCpus BlkioWeight CpuPeriod CpuQuota CpuRealtimePeriod ';
    const moreZeros =
      'CpuRealtimeRuntime MemoryReservation MemorySwap CpuCount CpuPercent IOMaximumIOps IOMaximumBandwidth';
    for (const field of (zeros + moreZeros).split(' ')) expect(HostConfig[field], field).to.equal(0);
    const texts =
      'ContainerIDFile VolumeDriver Cgroup PidMode UTSMode UsernsMode Isolation CgroupParent CpusetCpus CpusetMems';
    for (const field of texts.split(' ')) expect(HostConfig[field], field).to.equal('');
    for (const field of ['AutoRemove', 'Privileged', 'PublishAllPorts', 'ReadonlyRootfs']) {
      expect(HostConfig[field], field).to.equal(false);
    }
    expect(HostConfig).to.deep.include({
      LogConfig: { Type: 'json-file', Config: {} },
      IpcMode: 'private',
      ShmSize: 67108864,
      ConsoleSize: [0, 0],
      MemorySwappiness: null,
      PidsLimit: null,
    });
    expect(HostConfig.MaskedPaths).to.include.members(['/proc/kcore', '/proc/keys', '/sys/firmware']);
    expect(HostConfig.ReadonlyPaths).to.include.members(['/proc/bus', '/proc/sys', '/proc/sysrq-trigger']);
    expect(HostConfig.NetworkMode).to.equal(
      suite.versioned('1.44', 'the default network is named at creation', 'bridge', 'default'),
    );
    expect(HostConfig.RestartPolicy).to.deep.equal({
      Name: suite.versioned('1.44', 'the default policy is named at creation', 'no', ''),
      MaximumRetryCount: 0,
    });
  });

  it('fills Config with every field that clients read', async () => {
    const id = await suite.api.create({ Cmd: ['sh'] });
    const { Config } = await suite.api.inspect(id);
    expect(Config).to.deep.include({
      Hostname: id.slice(0, 12),
      Domainname: '',
      User: '',
      AttachStdin: false,
      AttachStdout: false,
      AttachStderr: false,
      Tty: false,
      OpenStdin: false,
      StdinOnce: false,
      Cmd: ['sh'],
      Image: BUSYBOX,
      Volumes: null,
      WorkingDir: '',
      Entrypoint: null,
      Labels: {},
    });
  });

  it('finds a container by name and by unique prefix', async () => {
    const id = await suite.api.create({}, 'by-name');
    for (const name of [id, 'by-name', id.slice(0, 12), id.slice(0, 5)]) {
      const answer = await suite.api.get(`/containers/${name}/json`);
      expect(answer.status, name).to.equal(200);
      expect(answer.json<{ Id: string }>().Id, name).to.equal(id);
    }
  });

  it('prefers a full name to an id prefix', async () => {
    const other = await suite.api.create({});
    const named = await suite.api.create({}, other.slice(0, 8));
    expect((await suite.api.inspect(other.slice(0, 8))).Id).to.equal(named);
  });

  it('answers 404 for what is not there, and does not take part of a name', async () => {
    await suite.api.create({}, 'whole-name');
    for (const name of ['nosuch', 'whole', 'f'.repeat(64)]) {
      const answer = await suite.api.get(`/containers/${name}/json`);
      expect(answer.status, name).to.equal(404);
      expect(answer.message, name).to.equal(`No such container: ${name}`);
    }
  });

  it('reports sizes only when asked', async () => {
    const { id } = await suite.api.run({ Cmd: ['sh', '-c', 'head -c 5000 /dev/zero > /file'] });
    expect(await suite.api.inspect(id)).to.not.have.any.keys('SizeRw', 'SizeRootFs');
    const sized = (await suite.api.get(`/containers/${id}/json`, { size: true })).json<
      Record<string, number>
    >();
    expect(sized.SizeRw).to.be.at.least(5000);
    expect(sized.SizeRootFs).to.be.greaterThan(sized.SizeRw!);
  });
});
