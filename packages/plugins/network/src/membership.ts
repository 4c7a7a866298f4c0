import type { EndpointSettings } from '@arca/api';
import {
  forbidden,
  invalidParameter,
  sharedContainer,
  systemError,
  type ContainerRecord,
  type CreateBody,
  type Revision,
} from '@arca/plugin-kit';
import {
  namedContainer,
  networkEvent,
  resolverKind,
  settingsOf,
  type Connections,
  type Parts,
} from './connections.js';
import { freeInterface, refuseConfiguration, wishOf } from './endpoints.js';
import { defaultRoutes } from './gateway.js';
import type { Fields } from './manifest.js';
import { outwards, publish } from './publish.js';
import { resolvOf, withDefaultDns } from './resolv-conf.js';
import { validateSettings } from './request.js';
import { nothing, type Endpoint, type NetworkRecord, type NetworkRuntime } from './record.js';

/** Connects and disconnects containers that exist, whether they run or not. */
export class Membership {
  constructor(
    private readonly parts: Parts,
    private readonly connections: Connections,
  ) {}

  /** Throws NotFound, InvalidParameter, or Forbidden when the container is in the network. */
  async connect(reference: string, networkReference: string, settings: EndpointSettings): Promise<void> {
    const { containers, networks } = this.parts;
    const { id } = containers.get(reference);
    const network = networks.get(networkReference);
    await containers.revise(id, 'network', async (container) => {
      refuseModes(container, network, this.parts.networks.find(container.body.HostConfig.NetworkMode ?? ''));
      validateSettings(network.name, settings);
      const body = withEndpoint(container.body, network.name, settings);
      if (!isRunning(container)) {
        wishOf(settings, network);
        return { body };
      }
      return { body, runtime: await this.join(container, body, network, settings) };
    });
  }

  /** Throws NotFound, or System when the container is not in the network. `force`: also when its interface does not go. */
  async disconnect(reference: string, networkReference: string, force = false): Promise<void> {
    const { containers, networks } = this.parts;
    const { id } = containers.get(reference);
    const network = networks.get(networkReference);
    await containers.revise(id, 'network', async (container) => {
      const given = container.body.NetworkingConfig.EndpointsConfig ?? {};
      const key = [network.name, network.id].find((name) => name in given);
      if (container.body.HostConfig.NetworkMode === 'host' && network.driver === 'host') {
        throw invalidParameter('container cannot be disconnected from host network', 'network.host');
      }
      if (key === undefined) {
        const to = isRunning(container) ? 'to network' : 'to the network';
        throw systemError(`container ${id} is not connected ${to} ${network.name}`, 'network.not-connected');
      }
      const { [key]: _, ...rest } = given;
      const body = {
        ...container.body,
        NetworkingConfig: { ...container.body.NetworkingConfig, EndpointsConfig: rest },
      };
      if (!isRunning(container)) return { body };
      return { body, runtime: await this.leave(container, body, network, force) };
    });
  }

  private async join(
    container: ContainerRecord,
    body: CreateBody,
    network: NetworkRecord,
    settings: EndpointSettings,
  ): Promise<NetworkRuntime> {
    const { endpoints } = this.parts;
    const runtime = runtimeOf(container);
    if (runtime.endpoints[network.name]) {
      throw forbidden(
        `endpoint with name ${container.name} already exists in network ${network.name}`,
        'network.connected',
      );
    }
    const endpoint = endpoints.allocate(network, freeInterface(runtime, network), wishOf(settings, network));
    try {
      await endpoints.attach(runtime.sandbox, endpoint, false);
      const joined = { ...runtime, endpoints: { ...runtime.endpoints, [network.name]: endpoint } };
      const revised = await this.rewire(container, body, runtime, joined);
      this.parts.events.emit(networkEvent(network, 'connect', container.id));
      return revised;
    } catch (error) {
      await this.detach(runtime.sandbox, endpoint).catch(() => undefined);
      throw error;
    }
  }

  private async leave(
    container: ContainerRecord,
    body: CreateBody,
    network: NetworkRecord,
    force: boolean,
  ): Promise<NetworkRuntime> {
    const runtime = runtimeOf(container);
    const { [network.name]: endpoint, ...rest } = runtime.endpoints;
    if (!endpoint) return runtime;
    await this.detach(runtime.sandbox, endpoint).catch((error: unknown) => {
      if (!force) throw error;
      this.parts.log('warn', 'left a network by force', { container: container.id, error: String(error) });
      this.parts.endpoints.release(endpoint);
    });
    const left = await this.rewire(container, body, runtime, { ...runtime, endpoints: rest });
    this.parts.events.emit(networkEvent(network, 'disconnect', container.id));
    return left;
  }

  private async detach(sandboxId: string, endpoint: Endpoint): Promise<void> {
    await this.parts.names.remove(endpoint);
    await this.parts.agent.networks.disconnect({ sandboxId, interface: endpoint.interface });
    this.parts.endpoints.release(endpoint);
  }

  /** Routes, published ports, names and files after a change of a running container's networks. */
  private async rewire(
    container: ContainerRecord,
    body: CreateBody,
    before: NetworkRuntime,
    after: NetworkRuntime,
  ): Promise<NetworkRuntime> {
    const fields = withDefaultDns(body as Fields, this.parts.dns);
    const settings = body.NetworkingConfig.EndpointsConfig ?? {};
    const { sandbox: sandboxId, endpoints } = after;
    const host = await this.parts.agent.system.info({});
    await this.parts.agent.networks.setGateways({ sandboxId, routes: defaultRoutes(endpoints, settings) });
    for (const [name, endpoint] of Object.entries(endpoints))
      await this.parts.names.put(
        namedContainer(container),
        name,
        endpoint,
        settingsOf(settings, endpoint, name),
      );
    const names = await this.parts.names.serve(fields, host, after);
    const moved = outwards(before, settings)?.endpointId !== outwards(after, settings)?.endpointId;
    if (moved) await this.parts.agent.networks.unpublish({ id: sandboxId });
    const ports = moved ? await publish(fields, after, container, this.parts) : after.ports;
    const hosts = await this.connections.hosts(fields, after);
    const resolv = resolvOf(fields, host, resolverKind({ names, endpoints }));
    const { id } = container;
    const inHosts = { content: hosts, before: before.hosts, byLines: true };
    await this.parts.agent.containers.rewriteFile({ id, name: 'hosts', ...inHosts });
    const inResolv = { content: resolv, before: before.resolv };
    await this.parts.agent.containers.rewriteFile({ id, name: 'resolv.conf', ...inResolv });
    return { ...after, names, ports, hosts, resolv };
  }
}

const isRunning = ({ state }: ContainerRecord): boolean => state.pid > 0;
const runtimeOf = ({ runtime }: ContainerRecord): NetworkRuntime =>
  (runtime['network'] ?? nothing) as NetworkRuntime;

const withEndpoint = (
  body: CreateBody,
  name: string,
  settings: EndpointSettings,
): NonNullable<Revision['body']> => ({
  ...body,
  NetworkingConfig: {
    ...body.NetworkingConfig,
    EndpointsConfig: { ...body.NetworkingConfig.EndpointsConfig, [name]: settings },
  },
});

/** Networks that exclude others. */
function refuseModes(
  { body }: ContainerRecord,
  network: NetworkRecord,
  own: NetworkRecord | undefined,
): void {
  const mode = body.HostConfig.NetworkMode ?? '';
  refuseConfiguration(network);
  const refuse = (text: string) => invalidParameter(text, 'network.mode');
  if (sharedContainer(mode)) {
    throw refuse(
      'container sharing network namespace with another container or host cannot be connected to any other network',
    );
  }
  if (network.driver === 'host' && mode !== 'host') {
    throw refuse('cannot connect container to host network - container must be created in host network mode');
  }
  if (own?.driver === 'host' && network.driver !== 'host') {
    throw refuse(
      'container sharing network namespace with another container or host cannot be connected to any other network',
    );
  }
  const connected = Object.keys(body.NetworkingConfig.EndpointsConfig ?? {});
  if (
    (own?.driver === 'null' && connected.includes('none')) ||
    (network.driver === 'null' && connected.length > 0)
  ) {
    throw refuse(
      'container cannot be connected to multiple networks with one of the networks in private (none) mode',
    );
  }
}
