import type { ServiceClient } from '@arca/agent-proto';
import type { ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { closeSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Task } from '../generated/containerd/task/v2/shim_pb.js';
import { spawnDaemon } from '../linux/commands.js';
import { makeOutputFifo } from '../linux/fifos.js';
import { commandLine, killProcess } from '../linux/processes.js';
import { TtrpcConnection } from './ttrpc/client.js';

export interface ShimOptions {
  /** Path of containerd-shim-runc-v2. */
  program: string;
  /** Directory in which each shim has one of its own. */
  directory: string;
  /** Part of the runtime's state directory: keeps instances apart. */
  namespace: string;
  /** Socket of the events service. */
  events: string;
}

/** Read ends of the FIFOs `out` and `err`, which the shim has inherited too. */
export interface ShimOutputs {
  stdout: number;
  stderr: number;
}

const socketOf = (directory: string) => join(directory, 's');

/**
 * A containerd-shim-runc-v2, the parent of one container. It is started directly and lives on when the agent ends. It
 * holds the read ends of its FIFOs, so that the output of a container that ends meanwhile stays in them.
 */
export class Shim {
  readonly task: ServiceClient<typeof Task>;
  /** The connection has ended; then the shim serves nobody any more. */
  lost = false;
  /** The agent has let go of it: it may well live, and nothing that it does is known any more. */
  released = false;

  private constructor(
    readonly directory: string,
    readonly pid: number,
    private readonly connection: TtrpcConnection,
    private outputs: ShimOutputs | undefined,
  ) {
    this.task = connection.client(Task);
    void connection.closed.then(() => (this.lost = true));
  }

  /** Starts a shim and waits until it answers. Throws when it exits at once. */
  static async spawn(options: ShimOptions): Promise<Shim> {
    const id = randomBytes(6).toString('hex');
    const directory = join(options.directory, id);
    mkdirSync(directory, { mode: 0o700 });
    const outputs: ShimOutputs = { stdout: makeOutputFifo(join(directory, 'out')), stderr: -1 };
    try {
      outputs.stderr = makeOutputFifo(join(directory, 'err'));
      writeFileSync(join(directory, 'log'), '', { mode: 0o600 });
      writeFileSync(join(directory, 'address'), `unix://${socketOf(directory)}`); // the shim unlinks it at its end
      const child = spawnDaemon(
        options.program,
        ['-namespace', options.namespace, '-id', id, '-address', '/', '-socket', socketOf(directory)],
        {
          cwd: directory,
          env: { PATH: process.env['PATH'], TTRPC_ADDRESS: options.events },
          descriptors: [outputs.stdout, outputs.stderr],
        },
      );
      return new Shim(directory, child.pid ?? 0, await reach(child, directory), outputs);
    } catch (error) {
      closeOutputs(outputs);
      await rm(directory, { recursive: true, force: true });
      throw error;
    }
  }

  /** Connects to the shim of an earlier agent. Rejects when it does not answer. */
  static async adopt(directory: string, pid: number): Promise<Shim> {
    return new Shim(directory, pid, await TtrpcConnection.open(socketOf(directory)), undefined);
  }

  /** Stands for a shim that has gone: every call rejects. */
  static dead(directory: string): Shim {
    const shim = new Shim(directory, 0, TtrpcConnection.closed(), undefined);
    shim.lost = true;
    return shim;
  }

  /** Tells from a command line whether it is the shim of the directory. */
  static owns(directory: string, args: string[]): boolean {
    return args.includes(socketOf(directory));
  }

  /** Hands the descriptors over; the caller closes them. */
  takeOutputs(): ShimOutputs {
    const outputs = this.outputs;
    if (!outputs) throw new Error('the outputs of the shim have been taken');
    this.outputs = undefined;
    return outputs;
  }

  /** Lets go of a shim that goes on living. */
  disconnect(): void {
    this.released = true;
    this.connection.close();
    this.closeOutputs();
  }

  /** Ends the shim, by force when it does not go by itself, and removes its directory. Its container must be deleted. */
  async dispose(): Promise<void> {
    this.task.shutdown({ id: '', now: true }).catch(() => undefined);
    for (let waited = 0; this.alive() && waited < 1000; waited += 20) {
      await delay(20, undefined, { ref: false });
    }
    this.kill();
    this.disconnect();
    // What cannot be removed now is an orphan for the next agent.
    await rm(this.directory, { recursive: true, force: true }).catch(() => undefined);
  }

  kill(): void {
    if (this.alive()) killProcess(this.pid);
  }

  /** Asks for the command line too, since the pid of a shim that has gone may be another process's by now. */
  private alive(): boolean {
    return Shim.owns(this.directory, commandLine(this.pid));
  }

  private closeOutputs(): void {
    if (this.outputs) closeOutputs(this.outputs);
    this.outputs = undefined;
  }
}

function closeOutputs(outputs: ShimOutputs): void {
  for (const fd of [outputs.stdout, outputs.stderr]) if (fd >= 0) closeSync(fd);
}

/** The socket appears about 5 ms after the start. */
async function reach(child: ChildProcess, directory: string): Promise<TtrpcConnection> {
  let failure: string | undefined;
  child.once('error', (error) => (failure = error.message));
  child.once('exit', (code) => (failure = `exit code ${code}`));
  for (let attempt = 0; failure === undefined && attempt < 5000; attempt++) {
    try {
      return await TtrpcConnection.open(socketOf(directory));
    } catch {
      await delay(1);
    }
  }
  child.kill('SIGKILL');
  const log = readFileSync(join(directory, 'log'), 'utf8').trim().split('\n').at(-1);
  throw new Error(`no shim could be started: ${failure ?? 'it does not answer'} ${log}`);
}
