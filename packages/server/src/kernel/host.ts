import type { Agent, HostInfo } from '@arca/agent-proto';
import { fromAgent } from './failure.js';

/**
 * What features may know of the host. Asked of the agent once: kernel features and runtimes do not change under a
 * running daemon, and the way of a request must not wait for them. (`docker info` asks anew.)
 */
export class Host {
  readonly #agent: Pick<Agent, 'system'>;
  #info: Promise<HostInfo> | undefined;

  constructor(agent: Pick<Agent, 'system'>) {
    this.#agent = agent;
  }

  /** Throws ArcaError when the agent cannot be asked; the next call asks again. */
  info(): Promise<HostInfo> {
    return (this.#info ??= this.#agent.system.info({}).catch((error: unknown) => {
      this.#info = undefined;
      throw fromAgent(error);
    }));
  }
}
