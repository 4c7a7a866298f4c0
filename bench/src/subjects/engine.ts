import { Api, BUSYBOX, loadBusybox, must, newEngine, type Engine } from '@arca/test';
import { namespaceOf, processTree, proportionalSetSize } from '../processes.js';
import { UsageWatch } from '../usage.js';
import type { Subject, SubjectApi, Usage } from '../subject.js';

/** Arca or dockerd: the stock docker command line for `run`, the API for the rest. */
export class EngineSubject implements Subject {
  readonly name: string;
  readonly api: SubjectApi;
  private readonly engine: Engine;

  constructor(kind: 'arca' | 'dockerd') {
    this.name = kind;
    this.engine = newEngine(kind);
    this.api = new EngineApi(this.engine);
  }

  async start(): Promise<void> {
    await this.engine.start();
    await loadBusybox(this.engine);
  }

  stop(): Promise<void> {
    return this.engine.stop();
  }

  async run({ network }: { network: boolean }): Promise<void> {
    const net = network ? [] : ['--network', 'none'];
    await must('docker', ['run', '--rm', ...net, BUSYBOX, 'true'], {
      env: { ...process.env, DOCKER_HOST: this.engine.host },
    });
  }
}

class EngineApi implements SubjectApi {
  readonly client: Api;

  constructor(private readonly engine: Engine) {
    this.client = new Api(engine);
  }

  async ping(): Promise<void> {
    this.client.expect(await this.client.get('/_ping'), 200);
  }

  create(command: string[], network = true): Promise<string> {
    return this.client.create({ Cmd: command, HostConfig: network ? {} : { NetworkMode: 'none' } });
  }

  async start(id: string): Promise<void> {
    this.client.expect(await this.client.post(`/containers/${id}/start`), 204);
  }

  async wait(id: string): Promise<void> {
    await this.client.wait(id);
  }

  async remove(id: string): Promise<void> {
    this.client.expect(await this.client.delete(`/containers/${id}`, { force: true }), 204);
  }

  async exec(id: string): Promise<void> {
    const created = await this.client.post(`/containers/${id}/exec`, { Cmd: ['true'], AttachStdout: true });
    const { Id } = this.client.expect(created, 201).json<{ Id: string }>();
    this.client.expect(await this.client.post(`/exec/${Id}/start`, { Detach: false, Tty: false }), 200);
  }

  /**
   * The daemon's tree, and what has left it for the init process but carries the daemon's directory in its command
   * line: containerd, shims.
   */
  async memory(): Promise<number> {
    let sum = 0;
    for (const pid of await this.processes()) sum += await proportionalSetSize(pid);
    return sum;
  }

  watch(): Usage {
    return new UsageWatch(() => this.processes());
  }

  private async processes(): Promise<number[]> {
    const own = await namespaceOf(this.engine.pid!);
    const pids = await processTree(this.engine.pid!, this.engine.directory);
    const outside = await Promise.all(pids.map(async (pid) => (await namespaceOf(pid)) === own));
    return pids.filter((_, index) => outside[index]);
  }
}
