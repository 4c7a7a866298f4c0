import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { busyboxRootfs, must, runDirectory } from '@arca/test';
import type { Subject } from '../subject.js';

const image = 'localhost/bench:latest';

export const podmanIsInstalled = (): boolean => existsSync('/usr/bin/podman');

/** Podman, which has no daemon: its whole command is measured. */
export class PodmanSubject implements Subject {
  readonly name = 'podman';
  private readonly places = [
    '--root',
    join(runDirectory(), 'podman'),
    '--runroot',
    join(runDirectory(), 'podman-run'),
  ];

  async start(): Promise<void> {
    await this.podman(['import', '-', image], await busyboxRootfs());
  }

  async stop(): Promise<void> {
    await this.podman(['system', 'reset', '--force']);
  }

  async run({ network }: { network: boolean }): Promise<void> {
    const net = network ? ['--network', 'bridge'] : ['--network', 'none'];
    await this.podman(['run', '--rm', ...net, image, 'true']);
  }

  private async podman(args: string[], input?: Uint8Array): Promise<void> {
    const common = ['--cgroup-manager', 'cgroupfs', '--events-backend', 'none', '--runtime', 'runc'];
    await must('podman', [...this.places, ...common, ...args], { input });
  }
}
