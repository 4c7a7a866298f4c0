import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { buffer } from 'node:stream/consumers';
import { Readable } from 'node:stream';
import { detachBelow } from '../../linux/mounts.js';
import { pack, type Header } from 'tar-stream';
import { openFiles, type FileServices } from '../service.js';

/** A container `box` whose layers are plain directories, and a directory of the host beside them. */
export class FileWorld {
  readonly directory = mkdtempSync(join(tmpdir(), 'arca-files-'));
  readonly lower = this.make('lower');
  readonly upper = this.make('upper');
  readonly outside = this.make('outside');
  readonly run = this.make('run');
  files!: FileServices;
  #process: ChildProcess | undefined;

  static async open(): Promise<FileWorld> {
    const world = new FileWorld();
    await world.reopen();
    return world;
  }

  /** As a later agent of the same directories. */
  async reopen(): Promise<void> {
    const { lower, upper } = this;
    const options = [`lowerdir=${lower}`, `upperdir=${upper}`, `workdir=${this.make('work')}`];
    this.files = await openFiles(
      {
        running: () => this.running,
        mounts: () => Promise.resolve([{ type: 'overlay', source: 'overlay', options }]),
        heldImage: () => Promise.resolve({ type: '', source: this.make('image'), options: ['bind', 'ro'] }),
      },
      this.run,
    );
  }

  /** Runs something whose root is the lower directory. */
  async start(): Promise<void> {
    execFileSync('cp', ['/bin/busybox', join(this.lower, 'busybox')]);
    this.#process = spawn('chroot', [this.lower, '/busybox', 'sleep', '600'], { stdio: 'ignore' });
    while (readlinkSync(`/proc/${this.#process.pid}/root`) !== this.lower) await setImmediate();
  }

  get running(): { pid: number; rootfs: string } | undefined {
    const pid = this.#process?.pid;
    return pid === undefined ? undefined : { pid, rootfs: this.lower };
  }

  /** The path of one of the world's directories, made when it is missing. */
  make(name: string): string {
    const path = join(this.directory, name);
    mkdirSync(path, { recursive: true });
    return path;
  }

  /** Names, types and link targets of a tar's members, as GNU tar lists them. */
  async list(tar: Promise<Readable>): Promise<string[]> {
    const bytes = await buffer(await tar);
    return execFileSync('tar', ['--list', '--absolute-names'], { input: bytes })
      .toString()
      .trim()
      .split('\n');
  }

  /** What is mounted below the world's directory. */
  mounts(): string[] {
    return readFileSync('/proc/self/mountinfo', 'utf8')
      .split('\n')
      .filter((line) => line.includes(this.run));
  }

  left(): string[] {
    return [...this.mounts(), ...readdirSync(this.make('run/files'))];
  }

  async close(): Promise<void> {
    this.#process?.kill('SIGKILL');
    await this.files.close();
    await detachBelow(this.run);
    rmSync(this.directory, { recursive: true, force: true });
  }
}

/** A tar of a directory's members made by GNU tar. */
export function tarOfDirectory(directory: string, ...args: string[]): Buffer {
  return execFileSync('tar', ['--create', '--numeric-owner', '-C', directory, ...args], {
    maxBuffer: 2 ** 28,
  });
}

/** The error with which something is refused. */
export async function failure(result: Promise<unknown>): Promise<Error & { code: string }> {
  try {
    await result;
  } catch (error) {
    return error as Error & { code: string };
  }
  throw new Error('nothing was refused');
}

/** A tar of members that need not exist. */
export function tar(...members: (Partial<Header> & { name: string; content?: string })[]): Readable {
  const archive = pack();
  for (const { content = '', ...header } of members) archive.entry({ mode: 0o644, ...header }, content);
  archive.finalize();
  return Readable.from(archive);
}
