import { expect } from 'chai';
import { it } from 'mocha';
import { BUSYBOX } from '../../harness/busybox.js';
import { CGROUP_V2, memoryLimits, readCgroup } from '../../harness/cgroup.js';
import type { HostConfig } from '../../harness/shapes.js';
import { onEachEngine } from '../../harness/suite.js';

const MB = 1024 * 1024;

onEachEngine('memory limits', (suite) => {
  const start = async (HostConfig: HostConfig) => {
    const id = await suite.api.start({ Cmd: ['sleep', '600'], HostConfig });
    const { State, HostConfig: kept } = await suite.api.inspect(id);
    return { id, pid: State.Pid, kept };
  };
  const refuse = async (HostConfig: HostConfig): Promise<string> => {
    const answer = await suite.api.post('/containers/create', { Image: BUSYBOX, HostConfig });
    expect(answer.status, JSON.stringify(HostConfig)).to.equal(400);
    return answer.message;
  };

  it('sets the limit in the kernel, and twice of it with swap', async () => {
    const { pid, kept } = await start({ Memory: 64 * MB });
    expect(memoryLimits(pid)).to.include({ limit: String(64 * MB), swap: String(128 * MB) });
    expect(kept).to.include({ Memory: 64 * MB, MemorySwap: 128 * MB });
  });

  it('sets reservation and swap as asked for', async () => {
    const { pid, kept } = await start({ Memory: 64 * MB, MemoryReservation: 32 * MB, MemorySwap: 96 * MB });
    const expected = { limit: String(64 * MB), reservation: String(32 * MB), swap: String(96 * MB) };
    expect(memoryLimits(pid)).to.deep.equal(expected);
    expect(kept).to.include({ Memory: 64 * MB, MemoryReservation: 32 * MB, MemorySwap: 96 * MB });
  });

  it('takes -1 for unlimited swap', async () => {
    const { pid, kept } = await start({ Memory: 64 * MB, MemorySwap: -1 });
    expect(kept.MemorySwap).to.equal(-1);
    expect(memoryLimits(pid).limit).to.equal(String(64 * MB));
    expect(Number(memoryLimits(pid).swap.replace('max', 'Infinity'))).to.be.greaterThan(2 ** 60);
  });

  if (!CGROUP_V2) {
    it('sets swappiness and disables the OOM killer', async () => {
      const { pid, kept } = await start({ Memory: 64 * MB, MemorySwappiness: 30, OomKillDisable: true });
      expect(readCgroup(pid, 'memory', 'memory.swappiness')).to.equal('30');
      expect(readCgroup(pid, 'memory', 'memory.oom_control')).to.match(/^oom_kill_disable 1$/m);
      expect(kept).to.include({ MemorySwappiness: 30, OomKillDisable: true });
    });
  }

  it('keeps a limit for TCP buffers', async () => {
    const { kept } = await start({ Memory: 64 * MB, KernelMemoryTCP: 16 * MB });
    expect(kept.KernelMemoryTCP).to.equal(16 * MB);
  });

  it('takes swappiness -1, which the CLI sends, for none', async () => {
    const id = await suite.api.create({ HostConfig: { MemorySwappiness: -1 } });
    expect((await suite.api.inspect(id)).HostConfig.MemorySwappiness).to.be.oneOf([null, -1]);
  });

  it('refuses less than the minimum', async () => {
    expect(await refuse({ Memory: 1 })).to.equal('Minimum memory limit allowed is 6MB');
    expect(await refuse({ MemoryReservation: 1 })).to.equal('Minimum memory reservation allowed is 6MB');
  });

  it('refuses limits that contradict each other', async () => {
    expect(await refuse({ Memory: 64 * MB, MemorySwap: 32 * MB })).to.equal(
      'Minimum memoryswap limit should be larger than memory limit, see usage',
    );
    expect(await refuse({ MemorySwap: 64 * MB })).to.equal(
      'You should always set the Memory limit when using Memoryswap limit, see usage',
    );
    expect(await refuse({ Memory: 32 * MB, MemoryReservation: 64 * MB })).to.equal(
      'Minimum memory limit can not be less than memory reservation limit, see usage',
    );
    expect(await refuse({ MemorySwappiness: 101 })).to.equal(
      'Invalid value: 101, valid memory swappiness range is 0-100',
    );
  });

  it('warns when the OOM killer is off without a limit', async () => {
    const answer = await suite.api.post('/containers/create', {
      Image: BUSYBOX,
      HostConfig: { OomKillDisable: true },
    });
    expect(answer.status).to.equal(201);
    const { Warnings } = answer.json<{ Warnings: string[] }>();
    expect(Warnings).to.deep.equal([
      'OOM killer is disabled for the container, but no memory limit is set, ' +
        'this can result in the system running out of resources.',
    ]);
  });

  it('kills what exceeds the limit: code 137, OOMKilled, an oom event', async () => {
    const events = await suite.api.events({ filters: { type: ['container'] } });
    const HostConfig = { Memory: 16 * MB, MemorySwap: 16 * MB };
    const id = await suite.api.start({ Cmd: ['tail', '/dev/zero'], HostConfig });
    expect((await suite.api.wait(id)).StatusCode).to.equal(137);
    expect((await suite.api.inspect(id)).State).to.include({
      OOMKilled: true,
      ExitCode: 137,
      Status: 'exited',
    });
    await events.find((event) => event.Action === 'oom' && event.Actor.ID === id);
    events.destroy();
  });

  it('calls it OOMKilled, too, when the kernel killed a child only', async () => {
    const HostConfig = { Memory: 16 * MB, MemorySwap: 16 * MB };
    const { id, code } = await suite.api.run({ Cmd: ['sh', '-c', 'tail /dev/zero; exit 5'], HostConfig });
    expect(code).to.equal(5);
    expect((await suite.api.inspect(id)).State).to.include({ OOMKilled: true, ExitCode: 5 });
  });

  it('tells of an oom at the moment, also of a process that is no child of the first', async () => {
    const events = await suite.api.events({ filters: { type: ['container'] } });
    const { id } = await start({ Memory: 16 * MB, MemorySwap: 16 * MB });
    const exec = await suite.api.exec(id, ['tail', '/dev/zero']);
    expect(exec.code).to.equal(137);
    await events.find((event) => event.Action === 'oom' && event.Actor.ID === id);
    events.destroy();
    expect((await suite.api.inspect(id)).State).to.include({
      Running: true,
      OOMKilled: suite.versioned('1.42', 'OOMKilled was told at the end only', true, false),
    });
  });

  it('does not call it OOM when a signal ended the process', async () => {
    const { id } = await start({ Memory: 64 * MB });
    await suite.api.post(`/containers/${id}/kill`);
    await suite.api.wait(id);
    expect((await suite.api.inspect(id)).State).to.include({ OOMKilled: false, ExitCode: 137 });
  });
});
