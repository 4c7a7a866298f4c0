import { createClient, type ClientOptions, type DockerClient } from '../create-client.js';
import * as api from '../generated/sdk.gen.js';
import type { EventMessage, SystemEventsData, SystemInfo, SystemVersion } from '../generated/types.gen.js';
import { Containers } from './containers.js';
import { fromEnvironment } from './environment.js';
import { Images } from './images.js';
import { Networks, Volumes } from './resources.js';

/**
 * A daemon: without options that of the environment, as the `docker` command has it. All calls throw a `DockerError` for
 * what the daemon refuses. `await using` closes its connections.
 */
export class Docker {
  readonly client: DockerClient;
  readonly containers: Containers;
  readonly images: Images;
  readonly networks: Networks;
  readonly volumes: Volumes;

  constructor(options: ClientOptions = fromEnvironment()) {
    this.client = createClient(options);
    this.images = new Images(this.client);
    this.containers = new Containers(this.client, this.images);
    this.networks = new Networks(this.client);
    this.volumes = new Volumes(this.client);
  }

  async info(): Promise<SystemInfo> {
    return (await api.systemInfo({ client: this.client, throwOnError: true })).data;
  }

  async version(): Promise<SystemVersion> {
    return (await api.systemVersion({ client: this.client, throwOnError: true })).data;
  }

  /** What happens, from now on or from `since`, until `until` or for ever. */
  async *events(query: SystemEventsData['query'] = {}, signal?: AbortSignal): AsyncGenerator<EventMessage> {
    const call = { client: this.client, query, ...(signal && { signal }) };
    const { data } = await api.systemEvents({ ...call, throwOnError: true });
    yield* data as AsyncIterable<EventMessage>;
  }

  close(): Promise<void> {
    return this.client.close();
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }
}
