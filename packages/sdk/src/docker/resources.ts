import type { DockerClient } from '../create-client.js';
import * as api from '../generated/sdk.gen.js';
import { removeOnce } from './removal.js';
import type {
  EndpointSettings,
  NetworkCreateData,
  Network,
  Volume,
  VolumeCreateOptions,
} from '../generated/types.gen.js';

/** A network of a daemon. `await using` removes it. */
export class NamedNetwork {
  constructor(
    private readonly client: DockerClient,
    readonly id: string,
  ) {}

  async inspect(): Promise<Network> {
    return (await api.networkInspect({ client: this.client, path: { id: this.id }, throwOnError: true }))
      .data;
  }

  async connect(container: string, settings: EndpointSettings = {}): Promise<void> {
    const body = { Container: container, EndpointConfig: settings };
    await api.networkConnect({ client: this.client, path: { id: this.id }, body, throwOnError: true });
  }

  async disconnect(container: string, force = false): Promise<void> {
    const body = { Container: container, Force: force };
    await api.networkDisconnect({ client: this.client, path: { id: this.id }, body, throwOnError: true });
  }

  async remove(): Promise<void> {
    await api.networkDelete({ client: this.client, path: { id: this.id }, throwOnError: true });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await removeOnce(this.remove());
  }
}

/** The networks of a daemon. */
export class Networks {
  constructor(private readonly client: DockerClient) {}

  async list(filters: Record<string, string[]> = {}): Promise<Network[]> {
    const query = { filters: JSON.stringify(filters) };
    return (await api.networkList({ client: this.client, query, throwOnError: true })).data;
  }

  async create(
    name: string,
    options: Omit<NonNullable<NetworkCreateData['body']>, 'Name'> = {},
  ): Promise<NamedNetwork> {
    const body = { Name: name, ...options };
    const { data } = await api.networkCreate({ client: this.client, body, throwOnError: true });
    return new NamedNetwork(this.client, data.Id);
  }
}

/** A volume that `create` has made. `await using` removes it. */
export class NamedVolume {
  constructor(
    private readonly client: DockerClient,
    readonly details: Volume,
  ) {}

  get name(): string {
    return this.details.Name;
  }

  async remove(force = false): Promise<void> {
    const path = { name: this.name };
    await api.volumeDelete({ client: this.client, path, query: { force }, throwOnError: true });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await removeOnce(this.remove());
  }
}

/** The volumes of a daemon. */
export class Volumes {
  constructor(private readonly client: DockerClient) {}

  async list(filters: Record<string, string[]> = {}): Promise<Volume[]> {
    const query = { filters: JSON.stringify(filters) };
    const { data } = await api.volumeList({ client: this.client, query, throwOnError: true });
    return data.Volumes ?? [];
  }

  /** Makes a volume, or gives the one that has the name. */
  async create(options: VolumeCreateOptions = {}): Promise<NamedVolume> {
    const { data } = await api.volumeCreate({ client: this.client, body: options, throwOnError: true });
    return new NamedVolume(this.client, data);
  }
}
