import { existsSync } from 'node:fs';
import { mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { endProcessesOf, Supervisor, type SupervisedProgram } from '../linux/supervisor.js';
import { findProgram } from '../system/programs.js';
import { containerdConfiguration } from './configuration.js';
import { cutIngests, ingestDirectory } from './ingest-file.js';
import { killBuildShims } from './orphans.js';
import { partialDirectory, Partials } from './partials.js';

export interface PrivateContainerdOptions extends Pick<SupervisedProgram, 'log'> {
  /** Persistent directory. */
  root: string;
  /** Volatile directory. */
  run: string;
  /** Path or name of the program. */
  program?: string;
  /** Whether others run containers by it: a BuildKit. */
  runsContainers?: boolean;
}

/** A containerd of the agent's own. Running containers do not depend on it, so one that was left is ended, not adopted. */
export class PrivateContainerd {
  private constructor(
    private readonly supervisor: Supervisor,
    readonly address: string,
    /** Stands from a start until an end in order. */
    private readonly marker: string,
    /** Whether a containerd on this root was killed before this start. */
    readonly followsKilled: boolean,
  ) {}

  /** Rejects with UNAVAILABLE when it cannot be started; the message has the place of its log. */
  static async start(options: PrivateContainerdOptions): Promise<PrivateContainerd> {
    const { root, run, program = 'containerd', runsContainers = false, log } = options;
    const address = join(run, 'containerd.sock');
    const configuration = join(run, 'containerd.toml');
    const places = { root: join(root, 'containerd'), state: join(run, 'containerd'), address };
    await Promise.all([
      mkdir(places.root, { recursive: true, mode: 0o700 }),
      mkdir(places.state, { recursive: true, mode: 0o700 }),
      endProcessesOf(configuration),
    ]);
    // containerd itself removes what is left of a task whose shim is gone.
    await killBuildShims(address);
    const marker = join(root, 'containerd.running');
    const followsKilled = existsSync(marker);
    // Writes begun by a killed one; those that it had not yet entered it would never find.
    if (followsKilled) await clearIngests(root);
    await writeFile(marker, '');
    await writeFile(configuration, containerdConfiguration(places, { runsContainers }), { mode: 0o600 });
    const supervisor = await Supervisor.start({
      ...{ name: 'containerd', program, configuration, address, log },
      args: ['--config', configuration],
      environment: await withQuickGunzip(join(places.state, 'bin')),
      logPath: join(root, 'containerd.log'),
    });
    return new PrivateContainerd(supervisor, address, marker, followsKilled);
  }

  /** Resolves when containerd answers. After a death that is after its next start. */
  ready(): Promise<void> {
    return this.supervisor.ready();
  }

  /** Of the running containerd. */
  get pid(): number | undefined {
    return this.supervisor.pid;
  }

  async stop(): Promise<void> {
    await this.supervisor.stop();
    await rm(`${this.address}.ttrpc`, { force: true });
    if (!this.supervisor.died) await rm(this.marker, { force: true });
  }
}

/** What has come of downloads is kept for the next pull. */
async function clearIngests(root: string): Promise<void> {
  const directory = ingestDirectory(root);
  const partials = new Partials(partialDirectory(root));
  for (const { digest, file } of await cutIngests(directory)) await partials.keep(digest, file);
  await rm(directory, { recursive: true, force: true });
}

/**
 * containerd unpacks gzip by an `unpigz` where it finds one. igzip understands the same words and takes a fifth of the
 * time of Go's own; newer containerds use it by its name.
 */
async function withQuickGunzip(directory: string): Promise<NodeJS.ProcessEnv> {
  const igzip = await findProgram('igzip');
  if (igzip === undefined) return {};
  await rm(directory, { recursive: true, force: true });
  await mkdir(directory, { recursive: true });
  await symlink(igzip, join(directory, 'unpigz'));
  return { PATH: [directory, process.env.PATH].join(delimiter) };
}
