import { conflict, prefixed } from '@arca/plugin-kit';
import { fromAgent } from '../kernel/failure.js';
import { tell } from './container-events.js';
import type { Container } from './container.js';
import type { Dependencies } from './dependencies.js';
import type { Termination } from './termination.js';

export interface RemoveOptions {
  force?: boolean;
  volumes?: boolean;
}

/** Removes containers with all that belongs to them. */
export class Removal {
  /** `removed` is told when a container is gone. */
  constructor(
    private readonly use: Dependencies,
    private readonly termination: Termination,
    private readonly removed: (container: Container) => void,
  ) {}

  /** `reference` is what the client called it. */
  async remove(container: Container, reference: string, options: RemoveOptions): Promise<void> {
    if (container.removing) {
      throw conflict(`removal of container ${reference} is already in progress`, 'container.removing');
    }
    container.removing = true;
    try {
      await this.#end(container, options.force ?? false);
      await container.lock.run(() => this.erase(container, options.volumes ?? false));
    } catch (error) {
      throw prefixed(undefined, `cannot remove container "${reference}"`, fromAgent(error));
    } finally {
      container.removing = false;
    }
  }

  /** What follows the end of a container with `HostConfig.AutoRemove`. */
  async autoRemove(container: Container): Promise<void> {
    try {
      await this.remove(container, container.id, { force: true, volumes: true });
    } catch (error) {
      // Whoever removes it already does this work.
      if (container.removed || container.removing) return;
      this.use.log('error', 'an ended container could not be removed', {
        container: container.id,
        error: String(error),
      });
    }
  }

  async #end(container: Container, force: boolean): Promise<void> {
    if (!container.running) return;
    if (!force) {
      if (container.paused) {
        throw conflict('container is paused and must be unpaused first', 'container.paused');
      }
      throw conflict(
        `container is ${container.state.status}: stop the container before removing or force remove`,
        'container.running',
      );
    }
    try {
      await this.termination.forceKill(container);
    } catch (error) {
      if (container.running) throw prefixed(undefined, 'could not kill container', error);
    }
  }

  /** The caller holds the lock; the container does not run. What fails leaves it `dead`: it can be removed again. */
  async erase(container: Container, volumes: boolean): Promise<void> {
    const { agent, features, logs, registry, events } = this.use;
    if (container.removed) return;
    const { record } = container;
    registry.persist({ ...record, state: { ...record.state, status: 'dead' } });
    registry.show(container, { status: 'removing' });
    try {
      await Promise.all([features.removed(record, { volumes }), logs.remove(record)]);
      await agent.containers.remove({ id: container.id });
    } catch (error) {
      registry.saveState(container, { status: 'dead', error: String(error) });
      container.waiters.removed({ statusCode: record.state.exitCode, error: String(error) });
      throw error;
    }
    registry.delete(container);
    container.removed = true;
    this.removed(container);
    container.streams.end();
    tell(events, record, 'destroy');
    container.waiters.removed({ statusCode: record.state.exitCode });
  }
}
