import { expect } from 'chai';
import { BUSYBOX } from '../../../harness/busybox.js';
import type { DockerCli } from '../../../harness/docker-cli.js';
import type { ContainerInspect } from '../../../harness/shapes.js';
import type { Suite } from '../../../harness/suite.js';

/** What flags of `docker run` do, seen from where the effect is. */
export interface FlagCase {
  /** The flags that it is about, as the help writes them. */
  flags: readonly `--${string}`[];
  /** What the container shall see or be. */
  title: string;
  /** The oldest API that can do it, and why an older one cannot. */
  since?: [version: string, reason: string];
  /** What Arca's networks still lack for it: the test is listed with this and not run there. */
  missing?: string;
  test(on: FlagContext): Promise<unknown>;
}

/** Runs containers through the command line. */
export class FlagContext {
  constructor(
    readonly docker: DockerCli,
    readonly suite: Suite,
  ) {}

  /** What a script prints in a container with these flags, which must succeed. */
  async sh(flags: readonly string[], script: string): Promise<string> {
    return this.docker.out('run', '--rm', ...flags, BUSYBOX, 'sh', '-c', script);
  }

  /** A container with these flags that goes on running. */
  async start(flags: readonly string[], ...command: string[]): Promise<ContainerInspect & { pid: number }> {
    const run = command.length > 0 ? command : ['sleep', '600'];
    const id = await this.docker.out('run', '--detach', ...flags, BUSYBOX, ...run);
    const inspected = await this.suite.api.inspect(id);
    return { ...inspected, pid: inspected.State.Pid };
  }

  /** What the command line says when the flags are refused, by itself or by the engine. */
  async refused(flags: readonly string[]): Promise<string> {
    const { code, stderr } = await this.docker.run(['run', '--rm', ...flags, BUSYBOX, 'true']);
    expect(code, stderr).to.equal(125);
    return stderr;
  }
}
