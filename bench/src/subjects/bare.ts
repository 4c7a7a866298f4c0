import { existsSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { busyboxRootfs, must, runDirectory, runName } from '@arca/test';
import type { Subject } from '../subject.js';

export const runtimeIsInstalled = (name: string): boolean =>
  existsSync(`/usr/bin/${name}`) || existsSync(`/usr/sbin/${name}`);

/** The OCI runtime alone on a finished bundle: no image, no network, no log. What is left is the floor. */
export class BareSubject implements Subject {
  private readonly bundle: string;
  private serial = 0;

  constructor(readonly name: 'crun' | 'runc') {
    this.bundle = join(runDirectory(), `bare-${name}`);
  }

  async start(): Promise<void> {
    const root = join(this.bundle, 'rootfs');
    await mkdir(root, { recursive: true });
    await must('tar', ['-x', '-C', root], { input: await busyboxRootfs() });
    const namespaces = ['pid', 'mount', 'ipc', 'uts', 'network'].map((type) => ({ type }));
    const mounts = [
      { destination: '/proc', type: 'proc', source: 'proc' },
      { destination: '/dev', type: 'tmpfs', source: 'tmpfs', options: ['nosuid', 'mode=755'] },
    ];
    const spec = {
      ociVersion: '1.0.2',
      process: { terminal: false, user: { uid: 0, gid: 0 }, args: ['true'], env: ['PATH=/bin'], cwd: '/' },
      root: { path: 'rootfs' },
      hostname: 'bench',
      mounts,
      linux: { namespaces, cgroupsPath: `/${runName()}/bare-${this.name}` },
    };
    await writeFile(join(this.bundle, 'config.json'), JSON.stringify(spec));
  }

  async stop(): Promise<void> {
    await rm(this.bundle, { recursive: true, force: true });
  }

  async run(): Promise<void> {
    const id = `bench${this.serial++}`;
    await must(this.name, ['--root', join(this.bundle, 'state'), 'run', '--bundle', this.bundle, id]);
  }
}
