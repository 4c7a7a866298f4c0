import { randomBytes } from 'node:crypto';
import { never, type ContainerRecord, type ContainerState, type CreateRequest } from '@arca/plugin-kit';
import { fromAgent } from '../kernel/failure.js';
import type { CompletedRequest } from './collaborators.js';
import { tell } from './container-events.js';
import type { Container } from './container.js';
import type { Dependencies } from './dependencies.js';

const created: ContainerState = {
  status: 'created',
  pid: 0,
  exitCode: 0,
  error: '',
  oomKilled: false,
  startedAt: never,
  finishedAt: never,
  stoppedByUser: false,
  restartCount: 0,
};

/** Makes containers. */
export class Creation {
  constructor(
    private readonly use: Dependencies,
    private readonly toContainer: (record: ContainerRecord) => Container,
  ) {}

  /** The record is written last: what a crash leaves before it is a layer without a container, which recovery removes. */
  async create(request: CreateRequest): Promise<{ id: string; warnings: string[] }> {
    const { pipeline, registry, events } = this.use;
    const id = randomBytes(32).toString('hex');
    const completed = await pipeline.complete(request, id);
    const name = request.name ? registry.names.reserve(request.name, id) : registry.names.generate(id);
    try {
      const directory = await this.#makeLayer(id, completed.image.id);
      const container = this.toContainer(this.#record(id, name, directory, completed));
      registry.add(container);
      tell(events, container.record, 'create');
    } catch (error) {
      registry.names.release(name);
      throw error;
    }
    return { id, warnings: completed.warnings };
  }

  async #makeLayer(id: string, imageId: string): Promise<string> {
    const { agent } = this.use;
    try {
      return (await agent.containers.create({ id, imageId })).directory;
    } catch (error) {
      await agent.containers.remove({ id }).catch(() => undefined);
      throw fromAgent(error);
    }
  }

  #record(
    id: string,
    name: string,
    directory: string,
    { body, image, platform }: CompletedRequest,
  ): ContainerRecord {
    return {
      id,
      name,
      createdAt: this.use.clock.now(),
      image: { id: image.id, reference: image.reference },
      body,
      platform,
      state: created,
      runtime: {},
      directory,
      execIds: [],
      ociRuntime: '',
    };
  }
}
