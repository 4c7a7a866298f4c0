import { expect } from 'chai';
import { it } from 'mocha';
import { cpus } from 'node:os';
import { BUSYBOX } from '../../harness/busybox.js';
import { CGROUP_V2, cpuBandwidth, programStatus, readCgroup } from '../../harness/cgroup.js';
import type { HostConfig } from '../../harness/shapes.js';
import { onEachEngine } from '../../harness/suite.js';

onEachEngine('CPU limits', (suite) => {
  const start = async (HostConfig: HostConfig) => {
    const id = await suite.api.start({ Cmd: ['sleep', '600'], HostConfig });
    const { State, HostConfig: kept } = await suite.api.inspect(id);
    return { pid: State.Pid, kept };
  };
  const refuse = async (HostConfig: HostConfig): Promise<string> => {
    const answer = await suite.api.post('/containers/create', { Image: BUSYBOX, HostConfig });
    expect(answer.status, JSON.stringify(HostConfig)).to.equal(400);
    return answer.message;
  };

  it('turns NanoCpus into a quota', async () => {
    const { pid, kept } = await start({ NanoCpus: 500_000_000 });
    expect(cpuBandwidth(pid)).to.deep.equal({ quota: 50_000, period: 100_000 });
    expect(kept).to.include({ NanoCpus: 500_000_000, CpuQuota: 0, CpuPeriod: 0 });
  });

  it('sets period and quota as asked for', async () => {
    const { pid } = await start({ CpuPeriod: 50_000, CpuQuota: 20_000 });
    expect(cpuBandwidth(pid)).to.deep.equal({ quota: 20_000, period: 50_000 });
  });

  it('leaves CPU time unlimited by default', async () => {
    expect(cpuBandwidth((await start({})).pid).quota).to.equal(-1);
  });

  it('sets shares', async () => {
    const { pid } = await start({ CpuShares: 512 });
    if (!CGROUP_V2) expect(readCgroup(pid, 'cpu', 'cpu.shares')).to.equal('512');
    else expect(readCgroup(pid, 'cpu', 'cpu.weight')).to.equal('20');
  });

  it('pins to CPUs and memory nodes', async () => {
    const { pid, kept } = await start({ CpusetCpus: '0', CpusetMems: '0' });
    expect(readCgroup(pid, 'cpuset', 'cpuset.cpus')).to.equal('0');
    expect(readCgroup(pid, 'cpuset', 'cpuset.mems')).to.equal('0');
    expect((await programStatus(pid, 'sleep')).Cpus_allowed_list).to.equal('0');
    expect(kept).to.include({ CpusetCpus: '0', CpusetMems: '0' });
  });

  it('refuses more CPUs than there are, and none that exist', async () => {
    const count = cpus().length;
    expect((await refuse({ NanoCpus: (count + 1) * 1e9 })).replace(/^range/, 'Range')).to.equal(
      `Range of CPUs is from 0.01 to ${count}.00, as there are only ${count} CPUs available`,
    );
    expect(await refuse({ CpusetCpus: '4096' })).to.match(
      /^Requested CPUs are not available - requested 4096, available: 0(-\d+)?$/,
    );
    expect(await refuse({ CpusetCpus: 'x' })).to.equal('Invalid value x for cpuset cpus: invalid format: x');
    expect(await refuse({ CpusetMems: '77' })).to.match(
      /^Requested memory nodes are not available - requested 77, available: 0(-\d+)?$/,
    );
  });

  it('refuses fields that contradict each other or are out of range', async () => {
    expect(await refuse({ NanoCpus: 1e9, CpuPeriod: 50_000 })).to.equal(
      'Conflicting options: Nano CPUs and CPU Period cannot both be set',
    );
    expect(await refuse({ NanoCpus: 1e9, CpuQuota: 50_000 })).to.equal(
      'Conflicting options: Nano CPUs and CPU Quota cannot both be set',
    );
    expect(await refuse({ CpuPeriod: 10 })).to.equal(
      'CPU cfs period can not be less than 1ms (i.e. 1000) or larger than 1s (i.e. 1000000)',
    );
    expect(await refuse({ CpuQuota: 10 })).to.equal('CPU cfs quota can not be less than 1ms (i.e. 1000)');
  });

  suite.since('1.44', 'was not checked', 'refuses negative shares', async () => {
    expect(await refuse({ CpuShares: -1 })).to.equal(
      'invalid CPU shares (-1): value must be a positive integer',
    );
  });
});
