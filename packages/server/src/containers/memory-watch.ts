import { tell } from './container-events.js';
import type { Dependencies } from './dependencies.js';

/**
 * Tells of containers that run out of memory at the moment, whichever of their processes the kernel kills for it. What
 * comes while nobody watches is told when the container ends.
 */
export class MemoryWatch {
  readonly #ended = new AbortController();

  constructor(private readonly use: Pick<Dependencies, 'agent' | 'registry' | 'events' | 'log'>) {}

  /** Returns at once. */
  begin(): void {
    this.#follow().catch((error: unknown) => {
      if (this.#ended.signal.aborted) return;
      this.use.log('error', 'shortages of memory are not told any more', { error: String(error) });
    });
  }

  end(): void {
    this.#ended.abort();
  }

  async #follow(): Promise<void> {
    const { agent } = this.use;
    for await (const { id } of agent.observation.outOfMemory({}, { signal: this.#ended.signal }))
      // Others do not wait for the lock of one. Those of one container are told in order.
      this.#tell(id).catch((error: unknown) =>
        this.use.log('error', 'a shortage of memory could not be told', {
          container: id,
          error: String(error),
        }),
      );
  }

  async #tell(id: string): Promise<void> {
    const { registry, events } = this.use;
    const container = registry.list().find((known) => known.id === id);
    // An end that is being handled looks at the cgroup itself.
    await container?.lock.run(() => {
      if (!container.running) return Promise.resolve();
      registry.saveState(container, { oomKilled: true });
      tell(events, container.record, 'oom');
      return Promise.resolve();
    });
  }
}
