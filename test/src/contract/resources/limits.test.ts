import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { after, it } from 'mocha';
import { BUSYBOX } from '../../harness/busybox.js';
import { readCgroup } from '../../harness/cgroup.js';
import { findCgroups, removeCgroup } from '../../harness/cgroup-tree.js';
import type { HostConfig } from '../../harness/shapes.js';
import { onEachEngine } from '../../harness/suite.js';

onEachEngine('limits of processes and shared memory', (suite) => {
  /** What a command prints in a container of these settings. */
  const seen = async (HostConfig: HostConfig, ...Cmd: string[]) => {
    const { stdout, stderr, code } = await suite.api.run({ Cmd, HostConfig });
    expect(code, stderr).to.equal(0);
    return stdout.trim();
  };
  const refused = async (HostConfig: HostConfig) => {
    const body = { Image: BUSYBOX, Cmd: ['true'], HostConfig };
    const created = await suite.api.post('/containers/create', body);
    const { Id } = created.json<{ Id?: string }>();
    const answer = Id ? await suite.api.post(`/containers/${Id}/start`) : created;
    return `${answer.status} ${answer.status < 400 ? '' : answer.message}`;
  };
  const sleeping = async (HostConfig: HostConfig) => {
    const id = await suite.api.start({ Cmd: ['sleep', '600'], HostConfig });
    return { id, pid: (await suite.api.inspect(id)).State.Pid };
  };

  it('PidsLimit bounds processes, hot as well, and 0 or less lifts it', async () => {
    const { id, pid } = await sleeping({ PidsLimit: 7 });
    const limit = () => readCgroup(pid, 'pids', 'pids.max');
    expect(limit()).to.equal('7');
    const script = 'for i in 1 2 3 4 5 6 7 8 9; do sleep 1 & done; wait';
    const { stderr } = await suite.api.exec(id, ['sh', '-c', script]);
    expect(stderr).to.match(/can't fork/);
    suite.api.expect(await suite.api.post(`/containers/${id}/update`, { PidsLimit: 50 }), 200);
    expect(limit()).to.equal('50');
    expect(readCgroup((await sleeping({ PidsLimit: -1 })).pid, 'pids', 'pids.max')).to.equal('max');
  });

  it('Ulimits are those of the process, soft and hard', async () => {
    const Ulimits = [
      { Name: 'nofile', Soft: 100, Hard: 200 },
      { Name: 'core', Soft: 0, Hard: 0 },
    ];
    const limits = await seen({ Ulimits }, 'cat', '/proc/self/limits');
    expect(limits).to.match(/^Max open files +100 +200 /m);
    expect(limits).to.match(/^Max core file size +0 +0 /m);
    expect(await refused({ Ulimits: [{ Name: 'shoes', Soft: 1, Hard: 1 }] })).to.match(/^[45]00 /);
    const why = suite.versioned(
      '1.42',
      'the runtime refused it, in words that vary',
      /^400 .*ulimit/,
      /^[45]00 /,
    );
    expect(await refused({ Ulimits: [{ Name: 'nofile', Soft: 2, Hard: 1 }] })).to.match(why);
  });

  it('OomScoreAdj is what the kernel judges by', async () => {
    const { pid } = await sleeping({ OomScoreAdj: 500 });
    expect(readFileSync(`/proc/${pid}/oom_score_adj`, 'utf8').trim()).to.equal('500');
    expect(await refused({ OomScoreAdj: 1001 })).to.match(/^400 .*oom score/i);
  });

  it('OomKillDisable keeps the killer away where the kernel can', async () => {
    const { pid } = await sleeping({ Memory: 32 * 1024 * 1024, OomKillDisable: true });
    const control = readCgroup(pid, 'memory', 'memory.oom_control');
    expect(control).to.match(/^oom_kill_disable 1$/m);
  });

  it('a process that is killed for memory is told of: event, exit and inspect', async () => {
    const Memory = 16 * 1024 * 1024;
    const events = await suite.api.events({ filters: JSON.stringify({ event: ['oom', 'die'] }) });
    const { id, code } = await suite.api.run({
      ...{ Cmd: ['tail', '/dev/zero'], HostConfig: { Memory, MemorySwap: Memory } },
    });
    expect(code).to.equal(137);
    // dockerd does not always tell them in this order.
    for (const action of ['oom', 'die'])
      await events.find(({ Action, Actor }) => Action === action && Actor.ID === id);
    events.destroy();
    expect((await suite.api.inspect(id)).State.OOMKilled).to.equal(true);
    suite.api.expect(await suite.api.post(`/containers/${id}/update`, { Memory: 0 }), 200);
    const fine = await suite.api.run({ Cmd: ['true'], HostConfig: { Memory } });
    expect((await suite.api.inspect(fine.id)).State.OOMKilled).to.equal(false);
  });

  after('remove the cgroup, which outlives its containers', () => {
    for (const path of findCgroups([`${suite.engine.name}-own`])) removeCgroup(path);
  });

  it('CgroupParent is where the cgroup lies', async () => {
    const parent = `/${suite.engine.name}-own`;
    const { id, pid } = await sleeping({ CgroupParent: parent });
    const lines = readFileSync(`/proc/${pid}/cgroup`, 'utf8');
    expect(lines).to.match(new RegExp(`:memory:${parent}/${id}$`, 'm'));
    expect((await suite.api.inspect(id)).HostConfig['CgroupParent']).to.equal(parent);
  });

  it('ShmSize is the size of /dev/shm', async () => {
    expect(await seen({ ShmSize: 8 * 1024 * 1024 }, 'sh', '-c', 'df -k /dev/shm | tail -1')).to.match(
      / 8192 /,
    );
    expect(await seen({}, 'sh', '-c', 'df -k /dev/shm | tail -1')).to.match(/ 65536 /);
    expect(await refused({ ShmSize: -1 })).to.match(/^400 .*SHM size can not be less than 0/);
  });

  it('Sysctls are set in the namespaces of the container, and only there', async () => {
    const Sysctls = { 'net.ipv4.ip_local_port_range': '2000 3000', 'kernel.msgmax': '4096' };
    const before = readFileSync('/proc/sys/kernel/msgmax', 'utf8');
    const files = ['/proc/sys/net/ipv4/ip_local_port_range', '/proc/sys/kernel/msgmax'];
    expect((await seen({ Sysctls }, 'cat', ...files)).split(/\s+/)).to.deep.equal(['2000', '3000', '4096']);
    expect(readFileSync('/proc/sys/kernel/msgmax', 'utf8')).to.equal(before);
  });

  it('Sysctls of the whole host are refused', async () => {
    for (const [name, more] of [
      ['vm.swappiness', {}],
      ['net.ipv4.ip_forward', { NetworkMode: 'host' }],
      ['kernel.msgmax', { IpcMode: 'host' }],
    ] as const) {
      expect(await refused({ Sysctls: { [name]: '1' }, ...more })).to.match(new RegExp(`^[45]00 .*${name}`));
    }
  });
});
