import { runCommand } from '../linux/commands.js';
import { forwardBarriers, type ForwardBarrier } from '../linux/iptables.js';

/**
 * A dockerd on the host, or its administrator, may drop whatever is forwarded and not known: an accept in our table
 * does not help, since every table is asked. dockerd leaves the chain DOCKER-USER to others; it is the only place in a
 * foreign table that the agent writes to. Other barriers are for the doctor to tell.
 */
export class ForwardPolicy {
  constructor(private readonly instance: string) {}

  /** Lets the bridge's traffic pass where that is possible. */
  async open(bridge: string): Promise<void> {
    for (const barrier of await this.passable()) {
      for (const rule of this.rules(bridge)) {
        const { code } = await runCommand(barrier.tool, ['-w', '-C', 'DOCKER-USER', ...rule]);
        if (code !== 0) await runCommand(barrier.tool, ['-w', '-I', 'DOCKER-USER', ...rule]);
      }
    }
  }

  /** Takes the rules back. */
  async close(bridge: string): Promise<void> {
    for (const barrier of await this.passable()) {
      for (const rule of this.rules(bridge)) {
        await runCommand(barrier.tool, ['-w', '-D', 'DOCKER-USER', ...rule]);
      }
    }
  }

  private async passable(): Promise<(ForwardBarrier & { tool: string })[]> {
    const barriers = await forwardBarriers(this.instance);
    return barriers.flatMap((barrier) =>
      barrier.tool && barrier.dockerUser ? [{ ...barrier, tool: barrier.tool }] : [],
    );
  }

  private rules(bridge: string): string[][] {
    const mark = ['-m', 'comment', '--comment', `arca:${this.instance}`, '-j', 'ACCEPT'];
    return [
      ['-i', bridge, ...mark],
      ['-o', bridge, '-m', 'conntrack', '--ctstate', 'RELATED,ESTABLISHED', ...mark],
      ['-o', bridge, '-m', 'conntrack', '--ctstate', 'DNAT', ...mark],
    ];
  }
}
