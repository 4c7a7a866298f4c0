import type { DockerClient } from '../docker-client.js';
import * as api from '../generated/sdk.gen.js';
import type {
  EventMessage,
  SystemDataUsageData,
  SystemDataUsageResponse,
  SystemEventsData,
  SystemInfo,
  SystemVersion,
} from '../generated/types.gen.js';
import { Containers } from './containers.js';
import { queryOf, type WithFilters } from './filters.js';
import { Images } from './images.js';
import { Networks, Volumes } from './resources.js';
import type { RegistryCredentials } from './registry.js';

/**
 * A daemon behind a client. All calls throw a `DockerError` for what the daemon refuses. `await using` closes its
 * connections.
 */
export class DockerBase {
  readonly containers: Containers;
  readonly images: Images;
  readonly networks: Networks;
  readonly volumes: Volumes;

  constructor(readonly client: DockerClient) {
    this.images = new Images(client);
    this.containers = new Containers(client, this.images);
    this.networks = new Networks(client);
    this.volumes = new Volumes(client);
  }

  /** Throws a ConnectionError when there is no daemon. */
  async ping(signal?: AbortSignal): Promise<void> {
    await api.systemPing({ client: this.client, ...(signal && { signal }), throwOnError: true });
  }

  /** What the daemon is and has (`docker info`). */
  async info(): Promise<SystemInfo> {
    return (await api.systemInfo({ client: this.client, throwOnError: true })).data;
  }

  /** Versions of the daemon and of its parts (`docker version`). */
  async version(): Promise<SystemVersion> {
    return (await api.systemVersion({ client: this.client, throwOnError: true })).data;
  }

  /** What takes how much room (`docker system df`). */
  async df(query: SystemDataUsageData['query'] = {}): Promise<SystemDataUsageResponse> {
    return (await api.systemDataUsage({ client: this.client, query, throwOnError: true })).data;
  }

  /** Removes all that nothing uses, as `docker system prune` does; volumes only when told to. Gives the bytes. */
  async prune({ volumes = false }: { volumes?: boolean } = {}): Promise<number> {
    const reclaimed = [
      (await this.containers.prune()).SpaceReclaimed,
      (await this.networks.prune(), 0),
      volumes ? (await this.volumes.prune()).SpaceReclaimed : 0,
      (await this.images.prune()).SpaceReclaimed,
      (await api.buildPrune({ client: this.client, throwOnError: true })).data.SpaceReclaimed,
    ];
    return reclaimed.reduce<number>((sum, bytes) => sum + Number(bytes ?? 0), 0);
  }

  /** Asks a registry whether credentials are right. Throws an UnauthorizedError when they are not. */
  async login(credentials: RegistryCredentials): Promise<void> {
    await api.systemAuth({ client: this.client, body: credentials, throwOnError: true });
  }

  /** What happens, from now on or from `since`, until `until` or for ever. */
  async *events(
    query: WithFilters<SystemEventsData['query']> = {},
    signal?: AbortSignal,
  ): AsyncGenerator<EventMessage> {
    const call = { client: this.client, query: queryOf(query), ...(signal && { signal }) };
    const { data } = await api.systemEvents({ ...call, throwOnError: true });
    yield* data as AsyncIterable<EventMessage>;
  }

  /** Ends all that goes on, and closes the connections. */
  close(): Promise<void> {
    return this.client.close();
  }

  /** Closes the connections. */
  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }
}
