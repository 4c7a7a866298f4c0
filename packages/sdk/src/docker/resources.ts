import type { DockerClient } from '../docker-client.js';
import * as api from '../generated/sdk.gen.js';
import type {
  EndpointSettings,
  Network,
  NetworkCreateData,
  NetworkPruneResponse,
  Volume,
  VolumeCreateOptions,
  VolumePruneResponse,
} from '../generated/types.gen.js';
import { queryOf, type Filters } from './filters.js';
import { removeOnce } from './removal.js';

/** A network of a daemon. `await using` removes it. */
export class NamedNetwork {
  constructor(
    private readonly client: DockerClient,
    readonly id: string,
  ) {}

  /** All that the daemon knows of it, with the containers that are connected. */
  async inspect(): Promise<Network> {
    return (await api.networkInspect({ ...this.#target, throwOnError: true })).data;
  }

  /** Connects a container, by name or id; `settings` has addresses and aliases. */
  async connect(container: string, settings: EndpointSettings = {}): Promise<void> {
    const body = { Container: container, EndpointConfig: settings };
    await api.networkConnect({ ...this.#target, body, throwOnError: true });
  }

  /** Disconnects a container; with `force` also one that the daemon does not find. */
  async disconnect(container: string, force = false): Promise<void> {
    const body = { Container: container, Force: force };
    await api.networkDisconnect({ ...this.#target, body, throwOnError: true });
  }

  /** Throws a ForbiddenError when it is predefined or in use. */
  async remove(): Promise<void> {
    await api.networkDelete({ ...this.#target, throwOnError: true });
  }

  /** Removes it; no error when it has gone. */
  async [Symbol.asyncDispose](): Promise<void> {
    await removeOnce(this.remove());
  }

  get #target() {
    return { client: this.client, path: { id: this.id } };
  }
}

/** The networks of a daemon. */
export class Networks {
  constructor(private readonly client: DockerClient) {}

  /** All of them, predefined ones as well, or those that fit the filters. */
  async list(filters: Filters = {}): Promise<Network[]> {
    return (await api.networkList({ client: this.client, query: queryOf({ filters }), throwOnError: true }))
      .data;
  }

  /** By id, beginning of an id, or name. Throws NotFoundError. */
  async get(reference: string): Promise<NamedNetwork> {
    const path = { id: reference };
    const { data } = await api.networkInspect({ client: this.client, path, throwOnError: true });
    return new NamedNetwork(this.client, data.Id ?? reference);
  }

  /** Makes a network, a bridge unless told otherwise. Throws ConflictError when the name is taken. */
  async create(
    name: string,
    options: Omit<NonNullable<NetworkCreateData['body']>, 'Name'> = {},
  ): Promise<NamedNetwork> {
    const body = { Name: name, ...options };
    const { data } = await api.networkCreate({ client: this.client, body, throwOnError: true });
    return new NamedNetwork(this.client, data.Id);
  }

  /** Removes those that no container uses. */
  async prune(filters: Filters = {}): Promise<NetworkPruneResponse> {
    const query = queryOf({ filters });
    return (await api.networkPrune({ client: this.client, query, throwOnError: true })).data;
  }
}

/** A volume, as it was when it was made or looked for. `await using` removes it. */
export class NamedVolume {
  constructor(
    private readonly client: DockerClient,
    readonly details: Volume,
  ) {}

  get name(): string {
    return this.details.Name;
  }

  /** What the daemon knows of it now. Throws NotFoundError when it has gone. */
  async inspect(): Promise<Volume> {
    const path = { name: this.name };
    return (await api.volumeInspect({ client: this.client, path, throwOnError: true })).data;
  }

  /** Throws a ConflictError while a container uses it; `force` counts for drivers that fail. */
  async remove(force = false): Promise<void> {
    const path = { name: this.name };
    await api.volumeDelete({ client: this.client, path, query: { force }, throwOnError: true });
  }

  /** Removes it; no error when it has gone. */
  async [Symbol.asyncDispose](): Promise<void> {
    await removeOnce(this.remove());
  }
}

/** The volumes of a daemon. */
export class Volumes {
  constructor(private readonly client: DockerClient) {}

  /** All of them, or those that fit the filters. */
  async list(filters: Filters = {}): Promise<Volume[]> {
    const query = queryOf({ filters });
    const { data } = await api.volumeList({ client: this.client, query, throwOnError: true });
    return data.Volumes ?? [];
  }

  /** Throws NotFoundError. */
  async get(name: string): Promise<NamedVolume> {
    const { data } = await api.volumeInspect({ client: this.client, path: { name }, throwOnError: true });
    return new NamedVolume(this.client, data);
  }

  /** Makes a volume, or gives the one that has the name. */
  async create(options: VolumeCreateOptions = {}): Promise<NamedVolume> {
    const { data } = await api.volumeCreate({ client: this.client, body: options, throwOnError: true });
    return new NamedVolume(this.client, data);
  }

  /** Removes anonymous ones that no container uses; with `{ all: ['true'] }` named ones as well. */
  async prune(filters: Filters = {}): Promise<VolumePruneResponse> {
    const query = queryOf({ filters });
    return (await api.volumePrune({ client: this.client, query, throwOnError: true })).data;
  }
}
