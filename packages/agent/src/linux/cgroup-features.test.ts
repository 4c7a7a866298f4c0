import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect } from 'chai';
import { hostFeatures } from './cgroup-features.js';
import { cgroupMode } from './cgroup-mode.js';

const known = ['cpu', 'cpuset', 'memory', 'pids', 'blkio', 'io', 'hugetlb'];

describe('cgroup mode and features', () => {
  let directory: string;
  const at = (name: string) => join(directory, name);

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'cgroup-mode-'));
  });
  afterEach(() => rm(directory, { recursive: true }));

  async function tree(files: Record<string, string>): Promise<void> {
    for (const [name, content] of Object.entries(files)) {
      await mkdir(dirname(at(name)), { recursive: true });
      await writeFile(at(name), content);
    }
  }

  it('are v1 by the mounted controllers, each limit by its file', async () => {
    await tree({
      'memory/memory.soft_limit_in_bytes': '0',
      'memory/memory.oom_control': '',
      'cpu/cpu.cfs_quota_us': '-1',
      'cpuset/cpuset.cpus': '0-3\n',
    });
    const mounted = new Map(['memory', 'cpu', 'cpuset', 'systemd'].map((name) => [name, at(name)]));
    const mode = await cgroupMode(mounted, known);
    expect(mode).to.deep.include({
      version: 1,
      hybrid: false,
      controllers: ['cpu', 'cpuset', 'memory'],
      stray: [],
    });
    expect(await hostFeatures(mode)).to.include({
      ...{ memoryLimit: true, memoryReservation: true, oomKillDisable: true, swapLimit: false },
      ...{ memorySwappiness: false, cpuCfs: true, cpuShares: false, cpuset: true, cpusetCpus: '0-3' },
      ...{ cpusetMems: '', pids: false, blkioThrottle: false, hugetlb: false },
    });
  });

  it('are v1 with strays when the unified tree has controllers too', async () => {
    await tree({ 'unified/cgroup.controllers': 'hugetlb rdma\n' });
    const mounted = new Map([
      ['', at('unified')],
      ['memory', at('memory')],
    ]);
    const mode = await cgroupMode(mounted, known);
    expect(mode).to.deep.include({
      version: 1,
      hybrid: true,
      controllers: ['memory'],
      stray: ['hugetlb', 'rdma'],
    });
  });

  it('are v2 when only the unified tree is there', async () => {
    await tree({
      'cgroup.controllers': 'cpuset cpu io memory pids\n',
      'cpuset.cpus.effective': '0-1\n',
      'system.slice/memory.swap.max': 'max\n',
    });
    const mode = await cgroupMode(new Map([['', directory]]), known);
    expect(mode).to.deep.include({ version: 2, hybrid: false, stray: [] });
    expect(mode.controllers).to.eql(['cpuset', 'cpu', 'io', 'memory', 'pids']);
    expect(await hostFeatures(mode)).to.include({
      ...{ memoryLimit: true, swapLimit: true, oomKillDisable: false, kernelMemoryTcp: false },
      ...{
        cpuShares: true,
        cpuRealtime: false,
        cpusetCpus: '0-1',
        pids: true,
        blkioWeight: true,
        hugetlb: false,
      },
    });
  });
});
