import { randomBytes } from 'node:crypto';
import { AgentError, type Overlay } from '@arca/agent-proto';
import {
  never,
  systemError,
  type ContainerRecord,
  type ContainerState,
  type CreateRequest,
} from '@arca/plugin-kit';
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

const layerOf = ({ lower, upper, work, merged }: Overlay): NonNullable<ContainerRecord['layer']> => ({
  ...{ LowerDir: lower, MergedDir: merged, UpperDir: upper, WorkDir: work },
});

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
      const layer = await this.#makeLayer(id, completed);
      const record = this.#record(id, name, layer, completed);
      const container = this.toContainer(await this.#made(record, request.apiVersion));
      await this.#keep(container);
      tell(events, container.record, 'create');
    } catch (error) {
      registry.names.release(name);
      throw error;
    }
    return { id, warnings: completed.warnings };
  }

  /** What cannot be kept, as on a full disk, is given up again. */
  async #keep(container: Container): Promise<void> {
    const { agent, features, registry } = this.use;
    try {
      registry.add(container);
    } catch (error) {
      await features.removed(container.record, { volumes: true }).catch(() => undefined);
      await agent.containers.remove({ id: container.id }).catch(() => undefined);
      throw error;
    }
  }

  /** The record with what features have made for it. */
  async #made(record: ContainerRecord, apiVersion: string): Promise<ContainerRecord> {
    try {
      const made = await this.use.features.created(record, apiVersion);
      return Object.keys(made).length > 0 ? { ...record, made } : record;
    } catch (error) {
      await this.use.agent.containers.remove({ id: record.id }).catch(() => undefined);
      throw error;
    }
  }

  async #makeLayer(
    id: string,
    { image, body }: CompletedRequest,
  ): Promise<Pick<ContainerRecord, 'directory' | 'layer'>> {
    const { agent } = this.use;
    try {
      const { directory, overlay } = await agent.containers.create({ id, imageId: image.id });
      const { WorkingDir } = body.Config;
      // An image's own is taken as it is.
      if (WorkingDir && WorkingDir !== image.config.WorkingDir) await this.#checkDirectory(id, WorkingDir);
      return { directory, ...(overlay && { layer: layerOf(overlay) }) };
    } catch (error) {
      await agent.containers.remove({ id }).catch(() => undefined);
      throw fromAgent(error);
    }
  }

  /** dockerd makes the working directory here; the runtime does it for us at the start, but would notice a file too late. */
  async #checkDirectory(id: string, path: string): Promise<void> {
    const isFile = await this.use.agent.containers.readFile({ id, path }).then(
      ({ found }) => found,
      (error: unknown) => error instanceof AgentError && error.code === 'INVALID_ARGUMENT',
    );
    if (isFile) throw systemError(`Cannot mkdir: ${path} is not a directory`, 'container.working-dir');
  }

  #record(
    id: string,
    name: string,
    { directory, layer }: Pick<ContainerRecord, 'directory' | 'layer'>,
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
      ...(layer && { layer }),
      execIds: [],
      ociRuntime: '',
    };
  }
}
