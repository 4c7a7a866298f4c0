import { existsSync, readFileSync } from 'node:fs';
import { expect } from 'chai';
import { cpuBandwidth, memoryLimits, readCgroup, CGROUP_V2 } from '../../../harness/cgroup.js';
import { findCgroups, removeCgroup } from '../../../harness/cgroup-tree.js';
import type { FlagCase } from './flag-case.js';

const mib = 1024 * 1024;
const DISK = '/dev/loop0';

/** A limit of a device in a file of the blkio controller. */
const throttle = (pid: number, file: string) => readCgroup(pid, 'blkio', `blkio.throttle.${file}_device`);

export const resourceFlags: readonly FlagCase[] = [
  {
    flags: ['--memory', '--memory-reservation', '--memory-swap'],
    title: 'bound its memory',
    async test(on) {
      const { pid } = await on.start(['-m', '64m', '--memory-reservation', '32m', '--memory-swap', '96m']);
      expect(memoryLimits(pid)).to.deep.equal({
        ...{ limit: String(64 * mib), reservation: String(32 * mib), swap: String(96 * mib) },
      });
    },
  },
  {
    flags: ['--memory-swappiness', '--oom-kill-disable', '--oom-score-adj'],
    title: 'say what happens when it is scarce',
    async test(on) {
      const flags = ['-m', '64m', '--memory-swappiness', '7', '--oom-kill-disable', '--oom-score-adj', '300'];
      const { pid } = await on.start(flags);
      expect(readFileSync(`/proc/${pid}/oom_score_adj`, 'utf8').trim()).to.equal('300');
      if (CGROUP_V2) return;
      expect(readCgroup(pid, 'memory', 'memory.swappiness')).to.equal('7');
      expect(readCgroup(pid, 'memory', 'memory.oom_control')).to.match(/^oom_kill_disable 1$/m);
    },
  },
  {
    flags: ['--kernel-memory'],
    title: 'is a limit that kernels do not have any more',
    async test(on) {
      const { code, stderr } = await on.docker.run([
        'run',
        '--rm',
        '--kernel-memory',
        '50m',
        'arca-test/busybox',
        'true',
      ]);
      expect(code, stderr).to.equal(0);
      const told = on.suite.versioned('1.42', 'the field is none any more', /^$/, /kernel.?memory/i);
      expect(stderr).to.match(told);
    },
  },
  {
    flags: ['--cpus', '--cpu-shares', '--cpuset-cpus', '--cpuset-mems'],
    title: 'give it time and places',
    async test(on) {
      const flags = ['--cpus', '0.5', '--cpu-shares', '512', '--cpuset-cpus', '0', '--cpuset-mems', '0'];
      const { pid } = await on.start(flags);
      expect(cpuBandwidth(pid)).to.deep.equal({ quota: 50_000, period: 100_000 });
      expect(readCgroup(pid, 'cpuset', 'cpuset.cpus')).to.equal('0');
      expect(readCgroup(pid, 'cpuset', 'cpuset.mems')).to.equal('0');
      if (!CGROUP_V2) expect(readCgroup(pid, 'cpu', 'cpu.shares')).to.equal('512');
    },
  },
  {
    flags: ['--cpu-period', '--cpu-quota'],
    title: 'give it a part of each period',
    async test(on) {
      const { pid } = await on.start(['--cpu-period', '50000', '--cpu-quota', '20000']);
      expect(cpuBandwidth(pid)).to.deep.equal({ quota: 20_000, period: 50_000 });
    },
  },
  {
    flags: ['--cpu-rt-period', '--cpu-rt-runtime'],
    title: 'give real-time tasks their part, or are refused or dropped aloud',
    async test(on) {
      const flags = [
        '--rm',
        '--cpu-rt-period',
        '100000',
        '--cpu-rt-runtime',
        '1000',
        'arca-test/busybox',
        'true',
      ];
      const { code, stderr } = await on.docker.run(['run', ...flags]);
      if (code !== 0) expect(stderr).to.match(/real-time|cpu\.rt_/);
      else
        expect(existsSync('/sys/fs/cgroup/cpu/cpu.rt_runtime_us') || /real-time/.test(stderr)).to.equal(true);
    },
  },
  {
    flags: ['--device-read-bps', '--device-write-bps', '--device-read-iops', '--device-write-iops'],
    title: 'bound its traffic with a device',
    async test(on) {
      const values: [string, string][] = [
        ['read-bps', '1048576'],
        ['write-bps', '2097152'],
        ['read-iops', '100'],
        ['write-iops', '200'],
      ];
      const { pid } = await on.start(values.map(([name, value]) => `--device-${name}=${DISK}:${value}`));
      if (CGROUP_V2) return expect(readCgroup(pid, 'io', 'io.max')).to.include('rbps=1048576');
      for (const [name, value] of values) {
        expect(throttle(pid, name.replace('-', '_'))).to.equal(`7:0 ${value}`);
      }
    },
  },
  {
    flags: ['--blkio-weight', '--blkio-weight-device'],
    title: 'weigh it, or warn where the kernel cannot',
    async test({ docker }) {
      const flags = ['--rm', '--blkio-weight', '300', '--blkio-weight-device', `${DISK}:200`];
      const { code, stderr } = await docker.run(['run', ...flags, 'arca-test/busybox', 'true']);
      expect(code, stderr).to.equal(0);
      if (CGROUP_V2 || existsSync('/sys/fs/cgroup/blkio/blkio.weight')) return;
      expect(stderr)
        .to.match(/Block I\/O weight/)
        .and.match(/Block I\/O weight_device/);
    },
  },
  {
    flags: ['--pids-limit', '--ulimit', '--shm-size', '--sysctl'],
    title: 'bound processes, files and shared memory',
    async test(on) {
      const flags = ['--pids-limit', '77', '--ulimit', 'nofile=100:200', '--shm-size', '8m'];
      const { pid, Id } = await on.start([...flags, '--sysctl', 'net.ipv4.ip_local_port_range=2000 3000']);
      expect(readCgroup(pid, 'pids', 'pids.max')).to.equal('77');
      expect(readFileSync(`/proc/${pid}/limits`, 'utf8')).to.match(/^Max open files +100 +200 /m);
      const script = 'df -k /dev/shm | tail -1; cat /proc/sys/net/ipv4/ip_local_port_range';
      expect(await on.docker.out('exec', Id, 'sh', '-c', script)).to.match(/ 8192 [\s\S]*2000\s+3000$/);
    },
  },
  {
    flags: ['--device', '--device-cgroup-rule'],
    title: 'give it devices',
    async test(on) {
      const flags = ['--device', '/dev/null:/dev/nothing:r', '--device-cgroup-rule', 'c 1:3 rwm'];
      expect(await on.sh(flags, 'test -c /dev/nothing && cat /dev/nothing && echo made')).to.equal('made');
      const { pid } = await on.start(flags);
      if (!CGROUP_V2) expect(readCgroup(pid, 'devices', 'devices.list')).to.match(/^c 1:3 /m);
    },
  },
  {
    flags: ['--gpus'],
    title: 'is refused by name on a host that has none',
    test: async (on) =>
      expect(await on.refused(['--gpus', 'all'])).to.match(/device driver|DeviceRequests|gpu/i),
  },
  {
    flags: ['--cgroup-parent', '--cgroupns'],
    title: 'say where its cgroup is, and what it sees of it',
    async test(on) {
      const parent = `/${on.suite.engine.name}-flag`;
      const { pid } = await on.start(['--cgroup-parent', parent, '--cgroupns', 'host']);
      expect(readFileSync(`/proc/${pid}/cgroup`, 'utf8')).to.include(`${parent}/`);
      expect(await on.sh(['--cgroupns', 'private'], 'cat /proc/self/cgroup')).to.match(
        /:memory:\/$|^0::\/$/m,
      );
      await on.suite.api.wipe();
      for (const path of findCgroups([parent.slice(1)])) removeCgroup(path);
    },
  },
];
