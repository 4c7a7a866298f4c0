import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Networks, ServiceClient } from '@arca/agent-proto';
import type { Call, Reply } from './agent-process.js';

const execute = promisify(execFile);
const script = (name: string) => fileURLToPath(new URL(`./${name}.js`, import.meta.url));

export interface Failure extends Error {
  code: string;
}

/** An agent's networks in a process. */
class AgentProcess {
  private readonly pending = new Map<number, (reply: Reply) => void>();
  private last = 0;
  readonly ready: Promise<Reply>;

  constructor(readonly child: ChildProcess) {
    this.ready = new Promise((resolve) => this.pending.set(0, resolve));
    child.on('message', (reply: Reply) => {
      this.pending.get(reply.id)?.(reply);
      this.pending.delete(reply.id);
    });
  }

  async call(method: string, request: object): Promise<unknown> {
    const id = ++this.last;
    const reply = await new Promise<Reply>((resolve) => {
      this.pending.set(id, resolve);
      this.child.send({ id, method, request } satisfies Call);
    });
    if (reply.failure) throw Object.assign(new Error(reply.failure.message), { code: reply.failure.code });
    return reply.result;
  }

  async kill(): Promise<void> {
    const gone = new Promise((resolve) => this.child.once('close', resolve));
    this.child.kill('SIGKILL');
    await gone;
  }
}

/**
 * A machine for a test: network and mount namespaces of its own, in which an agent's networks run. All that is made in
 * it goes with it. `outside` is another machine on its only link, 192.0.2.0/24 and 2001:db8::/64; the host is 1 there.
 */
export class TestHost {
  readonly networks: ServiceClient<typeof Networks>;
  private agent!: AgentProcess;
  private readonly children: ChildProcess[] = [];

  private constructor(
    readonly instance: string,
    private readonly keeper: ChildProcess,
  ) {
    this.networks = new Proxy({} as ServiceClient<typeof Networks>, {
      get: (_, method: string) => (request: object) => this.agent.call(method, request),
    });
  }

  static async start(instance: string): Promise<TestHost> {
    // `cat` ends with this process, whatever becomes of it.
    const keeper = spawn('unshare', ['--net', '--mount', 'cat'], { stdio: ['pipe', 'ignore', 'inherit'] });
    const host = new TestHost(instance, keeper);
    try {
      await host.entered();
      await host.run('mkdir', '-p', '/run/netns');
      await host.run('mount', '-t', 'tmpfs', 'none', '/run/netns');
      await host.run('ip', 'link', 'set', 'lo', 'up');
      await host.addOutside();
      await host.startAgent();
    } catch (error) {
      await host.stop();
      throw error;
    }
    return host;
  }

  /** Waits until unshare has moved the process. */
  private async entered(): Promise<void> {
    const view = (pid: number | string) =>
      execute('readlink', [`/proc/${pid}/ns/net`, `/proc/${pid}/ns/mnt`]);
    const own = (await view('self')).stdout.split('\n');
    for (;;) {
      const theirs = (await view(this.keeper.pid!)).stdout.split('\n');
      if (theirs[0] !== own[0] && theirs[1] !== own[1]) return;
    }
  }

  private async addOutside(): Promise<void> {
    const commands = [
      'netns add outside',
      'link add lan0 type veth peer name lan0 netns outside',
      'address add 192.0.2.1/24 dev lan0',
      'address add 2001:db8::1/64 dev lan0 nodad',
      'link set lan0 up',
      '-n outside link set lo up',
      '-n outside address add 192.0.2.2/24 dev lan0',
      '-n outside address add 2001:db8::2/64 dev lan0 nodad',
      '-n outside link set lan0 up',
    ];
    for (const command of commands) await this.run('ip', ...command.split(' '));
  }

  private enter(...command: string[]): string[] {
    return ['--target', String(this.keeper.pid), '--net', '--mount', ...command];
  }

  async startAgent(): Promise<void> {
    const child = spawn('nsenter', this.enter(process.execPath, script('agent-process'), this.instance), {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    this.agent = new AgentProcess(child);
    await this.agent.ready;
  }

  /** SIGKILL: the agent has no chance to clean up. */
  async killAgent(): Promise<void> {
    await this.agent.kill();
  }

  removeAll(): Promise<unknown> {
    return this.agent.call('removeAll', {});
  }

  /** Runs a program on the host and gives its output. Rejects when it fails. */
  async run(program: string, ...args: string[]): Promise<string> {
    return (await execute('nsenter', this.enter(program, ...args))).stdout;
  }

  /** Runs a program in a named namespace. */
  runIn(namespace: string, program: string, ...args: string[]): Promise<string> {
    return this.run('ip', 'netns', 'exec', namespace, program, ...args);
  }

  /** Name of the namespace of a sandbox. */
  namespace(sandbox: string): string {
    return `${this.instance}-${sandbox}`;
  }

  /** Starts an echo server (TCP and UDP) in a namespace, or with '' on the host. Gives who sent it packets. */
  async serve(namespace: string, port: number): Promise<{ senders: string[] }> {
    const inside = namespace === '' ? [] : ['ip', 'netns', 'exec', namespace];
    const command = [...inside, process.execPath, script('echo-server'), String(port)];
    const child = spawn('nsenter', this.enter(...command), { stdio: ['pipe', 'pipe', 'inherit'] });
    this.children.push(child);
    const senders: string[] = [];
    await new Promise((resolve) => {
      child.stdout!.on('data', (text: Buffer) => {
        resolve(undefined);
        senders.push(
          ...text
            .toString()
            .split('\n')
            .filter((line) => line !== '' && line !== 'ready'),
        );
      });
    });
    return { senders };
  }

  /** The address that the echo server at the place saw, or `timeout` or an error's code. */
  probe(
    from: string,
    protocol: 'tcp' | 'udp',
    address: string,
    port: number,
    wait = 3000,
    fromPort?: number,
  ): Promise<string> {
    const command = [process.execPath, script('probe'), protocol, address, String(port), String(wait)];
    if (fromPort !== undefined) command.push(String(fromPort));
    return from === ''
      ? this.run(command[0]!, ...command.slice(1))
      : this.runIn(from, command[0]!, ...command.slice(1));
  }

  /** A process on the host that stays; it is killed with the host. */
  spawn(program: string, ...args: string[]): ChildProcess {
    const child = spawn('nsenter', this.enter(program, ...args), { stdio: ['pipe', 'pipe', 'ignore'] });
    this.children.push(child);
    return child;
  }

  /**
   * A sandbox with `eth0` on a bridge and an echo server on port 80. Gateways are the first addresses of the networks:
   * `172.30.0.2/16` goes by 172.30.0.1.
   */
  async container(id: string, bridge: string, ...addresses: string[]): Promise<string> {
    const gateways = addresses.map((address) => address.replace(/[^.:]+\/\d+$/, '1'));
    await this.networks.createSandbox({ id });
    await this.networks.connect({ sandboxId: id, bridge, interface: 'eth0', addresses, gateways });
    await this.serve(this.namespace(id), 80);
    return this.namespace(id);
  }

  async stop(): Promise<void> {
    for (const child of [...this.children, this.agent?.child, this.keeper]) {
      if (!child || child.exitCode !== null || child.signalCode !== null) continue;
      const gone = new Promise((resolve) => child.once('close', resolve));
      child.kill('SIGKILL');
      await gone;
    }
  }
}
