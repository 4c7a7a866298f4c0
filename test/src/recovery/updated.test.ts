import { expect } from 'chai';
import { afterEach, it } from 'mocha';
import { cpuBandwidth, memoryLimits, readCgroup } from '../harness/cgroup.js';
import { onArca } from '../harness/suite.js';

onArca('what an update has changed', (suite) => {
  const mib = 1024 * 1024;
  const changes = {
    ...{ Memory: 64 * mib, MemorySwap: 96 * mib, MemoryReservation: 32 * mib, PidsLimit: 33 },
    ...{ CpuShares: 512, CpuPeriod: 50_000, CpuQuota: 25_000, CpusetCpus: '0', CpusetMems: '0' },
    RestartPolicy: { Name: 'on-failure', MaximumRetryCount: 4 },
  };
  afterEach('bring the daemon back', async () => {
    if (suite.engine.pid === undefined) await suite.engine.start();
  });

  /** All that the kernel was told. */
  const kernel = (pid: number) => ({
    memory: memoryLimits(pid),
    cpu: cpuBandwidth(pid),
    pids: readCgroup(pid, 'pids', 'pids.max'),
    cpus: readCgroup(pid, 'cpuset', 'cpuset.cpus'),
  });

  it('is there after the daemon was killed, in the kernel, in inspect and at the next start', async () => {
    const id = await suite.api.start({ Cmd: ['sleep', '600'], HostConfig: { Memory: 128 * mib } });
    suite.api.expect(await suite.api.post(`/containers/${id}/update`, changes), 200);
    const before = await suite.api.inspect(id);
    const told = kernel(before.State.Pid);
    expect(told.pids).to.equal('33');
    await suite.engine.crash();
    await suite.engine.start();
    const after = await suite.api.inspect(id);
    expect(after.HostConfig).to.deep.equal(before.HostConfig);
    expect(after.HostConfig).to.deep.include(changes);
    expect(after.State.Pid).to.equal(before.State.Pid);
    expect(kernel(after.State.Pid)).to.deep.equal(told);
    // It can be changed on: what recovery took up is whole.
    suite.api.expect(await suite.api.post(`/containers/${id}/update`, { PidsLimit: 44 }), 200);
    expect(kernel(after.State.Pid).pids).to.equal('44');
    suite.api.expect(await suite.api.post(`/containers/${id}/restart`, undefined, { t: '0' }), 204);
    const { Pid } = (await suite.api.inspect(id)).State;
    expect(kernel(Pid)).to.deep.equal({ ...told, pids: '44' });
  });

  it('of a container that does not run counts from its next start on', async () => {
    const id = await suite.api.create({ Cmd: ['sleep', '600'] });
    suite.api.expect(await suite.api.post(`/containers/${id}/update`, changes), 200);
    await suite.engine.crash();
    await suite.engine.start();
    suite.api.expect(await suite.api.post(`/containers/${id}/start`), 204);
    const { State, HostConfig } = await suite.api.inspect(id);
    expect(HostConfig).to.deep.include(changes);
    expect(kernel(State.Pid)).to.deep.include({ pids: '33', cpus: '0' });
  });
});
