import type { Agent, HostInfo } from '@arca/agent-proto';
import { fromAgent } from './failure.js';

/** From when on it is asked again, ms. */
const fresh = 1000;

/**
 * What features may know of the host. No request waits for it but the first: little of it ever changes under a running
 * daemon (name servers do), so what is known is given at once, and asked anew behind it when it is not fresh. A container
 * is created by one request and started by another: what the first asks for, the second has. (`docker info` waits for
 * its own.)
 */
export class Host {
  readonly #agent: Pick<Agent, 'system'>;
  #info: HostInfo | undefined;
  #askedAt = -Infinity;
  #asking: Promise<HostInfo> | undefined;

  constructor(
    agent: Pick<Agent, 'system'>,
    private readonly now: () => number = () => performance.now(),
  ) {
    this.#agent = agent;
  }

  /** Throws ArcaError when the agent has never answered and does not. */
  async info(): Promise<HostInfo> {
    if (!this.#info) return this.#ask();
    // A refusal now and then changes nothing of what is known.
    if (this.now() - this.#askedAt > fresh) this.#ask().catch(() => undefined);
    return this.#info;
  }

  #ask(): Promise<HostInfo> {
    this.#askedAt = this.now();
    return (this.#asking ??= this.#agent.system
      .info({})
      .then(
        (info) => (this.#info = info),
        (error: unknown) => {
          throw fromAgent(error);
        },
      )
      .finally(() => (this.#asking = undefined)));
  }
}
