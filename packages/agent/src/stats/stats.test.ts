import { BlockIoKind } from '@arca/agent-proto';
import { expect } from 'chai';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseHostCpu } from '../linux/host-cpu.js';
import { parseNetworkDevices } from '../linux/network-devices.js';
import { psOutput } from './processes.js';
import { usageVersion1 } from './version1.js';
import { usageVersion2 } from './version2.js';

describe('usage of containers', () => {
  let root: string;
  beforeEach(() => (root = mkdtempSync(join(tmpdir(), 'arca-stats-'))));
  afterEach(() => rmSync(root, { recursive: true }));

  const write = (controller: string, files: Record<string, string>) => {
    const directory = join(root, controller, 'box');
    mkdirSync(directory, { recursive: true });
    for (const [name, text] of Object.entries(files)) writeFileSync(join(directory, name), text);
    return join(root, controller);
  };

  it('reads the files of cgroup version 1', async () => {
    const mounted = new Map([
      [
        'cpuacct',
        write('cpuacct', {
          'cpuacct.usage': '1234567\n',
          'cpuacct.usage_percpu': '1000000 234567 \n',
          'cpuacct.stat': 'user 3\nsystem 4\n',
        }),
      ],
      ['cpu', write('cpu', { 'cpu.stat': 'nr_periods 5\nnr_throttled 2\nthrottled_time 77\n' })],
      [
        'memory',
        write('memory', {
          'memory.usage_in_bytes': '4096\n',
          'memory.max_usage_in_bytes': '8192\n',
          'memory.limit_in_bytes': '9223372036854771712\n',
          'memory.failcnt': '6\n',
          'memory.stat': 'cache 1\ntotal_inactive_file 2048\n',
        }),
      ],
      ['pids', write('pids', { 'pids.current': '3\n', 'pids.max': 'max\n' })],
      [
        'blkio',
        write('blkio', {
          'blkio.throttle.io_service_bytes_recursive': '8:16 Read 512\n8:16 Total 512\nTotal 512\n',
        }),
      ],
    ]);
    expect(await usageVersion1(mounted, '/box')).to.deep.equal({
      cgroupVersion: 1,
      cpu: {
        total: 1234567,
        perCpu: [1000000, 234567],
        user: 30_000_000,
        system: 40_000_000,
        periods: 5,
        throttledPeriods: 2,
        throttledTime: 77,
      },
      memory: {
        usage: 4096,
        maxUsage: 8192,
        limit: totalmem(),
        failures: 6,
        details: { cache: 1, total_inactive_file: 2048 },
      },
      pids: { current: 3, limit: 0 },
      blockIo: [
        { kind: BlockIoKind.BYTES, major: 8, minor: 16, operation: 'Read', value: 512 },
        { kind: BlockIoKind.BYTES, major: 8, minor: 16, operation: 'Total', value: 512 },
      ],
    });
  });

  it('reads the files of cgroup version 2, and leaves out a controller that is not there', async () => {
    const mount = write('unified', {
      'cpu.stat':
        'usage_usec 12\nuser_usec 7\nsystem_usec 5\nnr_periods 1\nnr_throttled 1\nthrottled_usec 3\n',
      'memory.current': '65536\n',
      'memory.max': '131072\n',
      'memory.stat': 'anon 4096\ninactive_file 8192\n',
      'memory.events': 'low 0\noom 4\noom_kill 1\n',
      'io.stat': '253:0 rbytes=11 wbytes=22 rios=1 wios=2 dbytes=0 dios=0\n',
    });
    const usage = await usageVersion2(mount, '/box');
    expect(usage.cpu).to.include({ total: 12_000, user: 7000, system: 5000, throttledTime: 3000 });
    expect(usage.memory).to.deep.equal({
      usage: 65536,
      limit: 131072,
      failures: 4,
      details: { anon: 4096, inactive_file: 8192 },
    });
    expect(usage.pids).to.equal(undefined);
    expect(usage.blockIo).to.deep.equal([
      { kind: BlockIoKind.BYTES, major: 253, minor: 0, operation: 'read', value: 11 },
      { kind: BlockIoKind.BYTES, major: 253, minor: 0, operation: 'write', value: 22 },
    ]);
  });

  it('adds up what the CPUs have spent', () => {
    const text = 'cpu  1 2 3 4 5 6 7 8 9 10\ncpu0 1 1 1 1 1 1 1 1 1 1\ncpu1 0 1 2 3 4 5 6 7 8 9\nintr 5\n';
    expect(parseHostCpu(text)).to.deep.equal({ total: 280_000_000, online: 2 });
  });

  it('reads the counters of network devices, also where figures touch the name', () => {
    const text = `Inter-|   Receive  |  Transmit
 face |bytes packets errs drop fifo frame compressed multicast|bytes packets errs drop fifo colls carrier compressed
    lo:     100       1    0    0    0     0          0         0      100       1    0    0    0     0       0          0
  eth0:1 2 3 4 0 0 0 0 5 6 7 8 0 0 0 0
`;
    expect(parseNetworkDevices(text)).to.deep.equal({
      eth0: {
        ...{ rxBytes: 1, rxPackets: 2, rxErrors: 3, rxDropped: 4 },
        ...{ txBytes: 5, txPackets: 6, txErrors: 7, txDropped: 8 },
      },
    });
  });

  it('runs ps for some processes, and without that where its options do not allow it', async () => {
    const own = await psOutput(['-o', 'pid='], [process.pid]);
    expect(own.trim()).to.equal(String(process.pid));
    expect(await psOutput(['aux'], [process.pid])).to.match(new RegExp(`^\\S+\\s+${process.pid}\\s`, 'm'));
    await psOutput(['--nonsense'], [process.pid]).then(
      () => expect.fail('nothing was refused'),
      (error: Error) => expect(error.message).to.match(/^ps: error: unknown gnu long option/),
    );
  });
});
