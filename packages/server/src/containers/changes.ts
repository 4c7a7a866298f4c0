import type { ContainerUpdateRequest } from '@arca/api';
import {
  conflict,
  invalidParameter,
  systemError,
  prefixed,
  type ContainerRecord,
  type Revision,
} from '@arca/plugin-kit';
import { fromAgent } from '../kernel/failure.js';
import { tell } from './container-events.js';
import type { Container } from './container.js';
import type { Dependencies } from './dependencies.js';
import { requireProcess } from './refusals.js';

/** Transitions that leave the process as it is: freezing, limits, terminal size, name. */
export class Changes {
  constructor(private readonly use: Dependencies) {}

  pause(container: Container): Promise<void> {
    return container.lock.run(async () => {
      requireProcess(container);
      if (container.paused) {
        throw conflict(`Container ${container.id} is already paused`, 'container.paused');
      }
      await this.use.agent.containers.pause({ id: container.id }).catch((error: unknown) => {
        throw prefixed('System', `cannot pause container ${container.id}`, error);
      });
      this.use.registry.saveState(container, { status: 'paused' });
      tell(this.use.events, container.record, 'pause');
    });
  }

  unpause(container: Container): Promise<void> {
    return container.lock.run(async () => {
      if (!container.paused) {
        throw systemError(`Container ${container.id} is not paused`, 'container.not-paused');
      }
      await this.use.agent.containers.resume({ id: container.id }).catch((error: unknown) => {
        throw prefixed('System', `Cannot unpause container ${container.id}`, error);
      });
      this.use.registry.saveState(container, { status: 'running' });
      tell(this.use.events, container.record, 'unpause');
    });
  }

  rename(container: Container, name: string): Promise<void> {
    return container.lock.run(() => {
      const { registry, events } = this.use;
      if (name === '') {
        throw invalidParameter('Neither old nor new names may be empty', 'container.name.empty');
      }
      const old = container.record.name;
      const wanted = name.startsWith('/') ? name : `/${name}`;
      if (wanted === `/${old}`) {
        throw invalidParameter(
          'Renaming a container with the same name as its current name',
          'container.name.same',
        );
      }
      let reserved: string;
      try {
        reserved = registry.names.reserve(wanted, container.id);
      } catch (error) {
        throw prefixed(undefined, 'Error when allocating new name', error);
      }
      registry.save(container, { name: reserved });
      registry.names.release(old);
      tell(events, container.record, 'rename', { oldName: `/${old}` });
      return Promise.resolve();
    });
  }

  update(container: Container, changes: ContainerUpdateRequest): Promise<{ warnings: string[] }> {
    return container.lock.run(async () => {
      const { agent, pipeline, registry, events } = this.use;
      if (container.removing || container.state.status === 'dead') {
        throw systemError(
          `Cannot update container ${container.id}: container is marked for removal and cannot be "update"`,
          'container.removing',
        );
      }
      const hot = container.running && !container.restarting;
      const { body, resources, warnings } = await pipeline.update(container.record, changes, hot);
      if (hot && resources) {
        await agent.containers
          .update({ id: container.id, resources: JSON.stringify(resources) })
          .catch((error: unknown) => {
            throw prefixed('System', `Cannot update container ${container.id}`, error);
          });
      }
      registry.save(container, { body });
      tell(events, container.record, 'update');
      return { warnings };
    });
  }

  revise(
    container: Container,
    feature: string,
    change: (record: ContainerRecord) => Promise<Revision>,
  ): Promise<void> {
    return container.lock.run(async () => {
      if (container.removing || container.removed || container.state.status === 'dead') {
        throw conflict(
          `Container ${container.id} is marked for removal and cannot be connected or disconnected to the network`,
          'container.removing',
        );
      }
      const { body, runtime } = await change(container.record);
      this.use.registry.save(container, {
        ...(body && { body }),
        ...(runtime && { runtime: { ...container.record.runtime, [feature]: runtime } }),
      });
    });
  }

  async resize(container: Container, { width, height }: { width: number; height: number }): Promise<void> {
    requireProcess(container);
    try {
      await this.use.agent.processes.resize({ containerId: container.id, width, height });
    } catch (error) {
      throw fromAgent(error);
    }
    tell(this.use.events, container.record, 'resize', { height: `${height}`, width: `${width}` });
  }
}
