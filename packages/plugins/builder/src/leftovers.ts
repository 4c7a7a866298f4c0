import type { Containers, Log, Service, Store } from '@arca/plugin-kit';

/** Containers of steps, which a daemon that was killed leaves behind: its successor removes them. */
export class Leftovers implements Service {
  readonly #ids;

  constructor(
    private readonly containers: Containers,
    private readonly log: Log,
    store: Store,
  ) {
    this.#ids = store.collection<{ id: string }>('builder.containers');
  }

  add(id: string): void {
    this.#ids.set(id, { id });
  }

  delete(id: string): void {
    this.#ids.delete(id);
  }

  async ready(): Promise<void> {
    for (const { id } of [...this.#ids.values()]) {
      await this.containers.remove(id, { force: true, volumes: true }).catch((error: unknown) => {
        this.log('debug', 'container of an interrupted build has gone already', { id, error: String(error) });
      });
      this.delete(id);
    }
  }
}
