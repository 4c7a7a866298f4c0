import type { Exec } from './exec.js';

/** ms for which an exec can still be inspected after its end; dockerd forgets it after 5 to 10 minutes. */
const remembered = 5 * 60_000;

/** All execs by id and by container. Ended ones are forgotten after a while. */
export class ExecTable {
  readonly #byId = new Map<string, Exec>();
  readonly #byContainer = new Map<string, Set<Exec>>();
  readonly #timers = new Map<Exec, NodeJS.Timeout>();

  add(exec: Exec): void {
    this.#byId.set(exec.id, exec);
    const siblings = this.#byContainer.get(exec.containerId);
    if (siblings) siblings.add(exec);
    else this.#byContainer.set(exec.containerId, new Set([exec]));
  }

  find(id: string): Exec | undefined {
    return this.#byId.get(id);
  }

  of(containerId: string): Exec[] {
    return [...(this.#byContainer.get(containerId) ?? [])];
  }

  /** It will not run (any more). */
  retire(exec: Exec): void {
    if (!this.#byId.has(exec.id) || this.#timers.has(exec)) return;
    this.#timers.set(exec, setTimeout(() => this.delete(exec), remembered).unref());
  }

  delete(exec: Exec): void {
    clearTimeout(this.#timers.get(exec));
    this.#timers.delete(exec);
    this.#byId.delete(exec.id);
    const siblings = this.#byContainer.get(exec.containerId);
    siblings?.delete(exec);
    if (siblings?.size === 0) this.#byContainer.delete(exec.containerId);
  }
}
