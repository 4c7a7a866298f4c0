import { execFileSync } from 'node:child_process';
import { hostname } from 'node:os';
import { inProcess, System } from '@arca/agent-proto';
import { expect } from 'chai';
import { Runtimes } from './runtimes.js';
import { createSystem } from './service.js';

const output = (program: string, ...args: string[]) =>
  execFileSync(program, args, { encoding: 'utf8' }).trim();

describe('host information', () => {
  const system = inProcess(
    System,
    createSystem({
      ...{ root: '/persistent', run: '/volatile', instance: 'info', runtimes: new Runtimes() },
      containerd: { address: '/volatile/c.sock', namespace: 'info', version: () => Promise.resolve('1.2.3') },
      countImages: () => Promise.resolve(7),
    }),
  );

  it('is what the host itself says', async () => {
    const info = await system.info({});
    expect(info).to.include({
      kernelVersion: output('uname', '-r'),
      architecture: output('uname', '-m'),
      hostname: hostname(),
      cpus: Number(output('nproc')),
      ...{
        root: '/persistent',
        run: '/volatile',
        images: 7,
        storageDriver: 'overlayfs',
        cgroupDriver: 'cgroupfs',
      },
      ...{ containerdVersion: '1.2.3', containerdAddress: '/volatile/c.sock', containerdNamespace: 'info' },
    });
    const kib = Number(/MemTotal: +(\d+)/.exec(output('cat', '/proc/meminfo'))![1]);
    expect(info.memory).to.equal(kib * 1024);
    expect([1, 2]).to.include(info.cgroupVersion);
    expect(info.features).to.include({ memoryLimit: true, cpuCfs: true, pids: true, seccomp: true });
    expect(info.runtimes.map(({ name }) => name)).to.include(info.defaultRuntime);
    expect(info.dnsServers).to.be.an('array');
    expect(info.nofileHard).to.equal(
      Number(output('sh', '-c', 'ulimit -Hn').replace('unlimited', 'Infinity')),
    );
  });
});
