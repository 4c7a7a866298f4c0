import type { Agent } from '@arca/agent-proto';
import type { EndpointSettings } from '@arca/api';
import {
  sharedContainer,
  type Containers,
  type ContainerRecord,
  type DefaultDns,
  type Events,
  type LifecycleContext,
  type Log,
} from '@arca/plugin-kit';
import { freeInterface, refuseConfiguration, shownGateway, wishOf, type Endpoints } from './endpoints.js';
import { interfacePrefix } from './driver-options.js';
import { hostsOf } from './files.js';
import { defaultRoutes } from './gateway.js';
import { joinContainer } from './joining.js';
import { legacyLinks, linkEnvironment } from './legacy-links.js';
import type { Fields } from './manifest.js';
import type { Names } from './names.js';
import type { Networks } from './networks.js';
import { publish } from './publish.js';
import { nothing, type Endpoint, type NetworkRecord, type NetworkRuntime } from './record.js';
import { repairFiles } from './repairs.js';
import { resolvOf, withDefaultDns, type ResolverKind } from './resolv-conf.js';
import type { Sandboxes } from './sandboxes.js';

/** What the parts that connect containers share. */
export interface Parts {
  agent: Agent;
  networks: Networks;
  endpoints: Endpoints;
  sandboxes: Sandboxes;
  names: Names;
  containers: Containers;
  events: Pick<Events, 'emit'>;
  log: Log;
  dns: DefaultDns;
}

type Wanted = { network: NetworkRecord; settings: EndpointSettings }[];

/** Gives containers their networks when they start, and takes them back. */
export class Connections {
  /** What is being taken back: its addresses are free soon. */
  private readonly closing = new Set<Promise<unknown>>();

  constructor(private readonly parts: Parts) {}

  /** Connects a container that is about to start, and publishes its ports. On failure nothing of it is left. */
  async open(given: Fields, context: LifecycleContext): Promise<NetworkRuntime> {
    const fields = withDefaultDns(given, this.parts.dns);
    const mode = fields.HostConfig.NetworkMode ?? 'bridge';
    const other = sharedContainer(mode);
    if (other) return joinContainer(this.parts, other);
    const resolv = resolvOf(fields, context.host, mode === 'host' ? 'host' : 'bridge');
    if (mode === 'host') {
      const more = (fields.HostConfig.ExtraHosts ?? []).length > 0;
      const gateway = this.parts.networks.find('bridge')?.ranges[0]?.gateway ?? '';
      return { ...nothing, hosts: more ? hostsOf(fields, [], gateway) : context.host.hostsFile, resolv };
    }
    if (mode === 'none') return { ...nothing, hosts: hostsOf(fields, [], ''), resolv };
    const wanted = this.wanted(fields, mode);
    const isStatic = wanted.some(
      ({ settings: { IPAMConfig } }) => IPAMConfig?.IPv4Address || IPAMConfig?.IPv6Address,
    );
    // The address may be that of the container's last run, or of the one that it replaces.
    if (isStatic) await Promise.all(this.closing);
    const { runtime, attach } = await this.place(wanted);
    try {
      await settled([attach(), this.tellNames(fields, context, runtime)]);
      runtime.resolv = resolvOf(fields, context.host, resolverKind(runtime));
      runtime.hosts = await this.hosts(fields, runtime);
      runtime.env = this.linkEnvironment(fields, context, runtime);
      runtime.ports = await publish(fields, runtime, context.container, this.parts);
    } catch (error) {
      await this.close(runtime);
      throw error;
    }
    this.tell('connect', context.container.id, runtime);
    return runtime;
  }

  /** Takes up what a running container has from an earlier daemon. */
  async recover(given: Fields, context: LifecycleContext): Promise<void> {
    const fields = withDefaultDns(given, this.parts.dns);
    const runtime = context.runtime as NetworkRuntime | undefined;
    if (!runtime?.sandbox) return;
    for (const endpoint of Object.values(runtime.endpoints)) this.parts.endpoints.reserve(endpoint);
    await this.removeUnfinished(fields, runtime);
    await repairFiles(this.parts, fields, context, runtime).catch((error: unknown) =>
      this.parts.log('warn', 'cannot repair files', {
        container: context.container.id,
        error: String(error),
      }),
    );
    await this.tellNames(fields, context, runtime);
    await publish(fields, runtime, context.container, this.parts);
  }

  /** Nobody waits for the namespace to go: what is left after a crash is removed at the next start. */
  release(containerId: string, runtime: NetworkRuntime): void {
    if (!runtime.sandbox) return;
    this.tell('disconnect', containerId, runtime);
    const closing = this.close(runtime).catch((error: unknown) =>
      this.parts.log('warn', 'cannot remove a network namespace', {
        sandbox: runtime.sandbox,
        error: String(error),
      }),
    );
    this.closing.add(closing);
    void closing.then(() => this.closing.delete(closing));
  }

  /** The text of /etc/hosts for what a container is connected to. */
  async hosts(fields: Fields, { endpoints }: Pick<NetworkRuntime, 'endpoints'>): Promise<string> {
    const own = Object.values(endpoints).flatMap(({ address, address6 }) =>
      [address, address6].filter((text) => text !== ''),
    );
    const links = endpoints['bridge'] ? legacyLinks(fields, this.parts.containers) : [];
    const [first] = Object.values(endpoints);
    const gateway = shownGateway(first?.gateway) || this.parts.networks.find('bridge')?.ranges[0]?.gateway;
    return Promise.resolve(hostsOf(fields, own, gateway ?? '', links));
  }

  /** What links of the default bridge add to the environment. */
  private linkEnvironment(
    fields: Fields,
    { container }: LifecycleContext,
    { endpoints }: NetworkRuntime,
  ): Record<string, string> {
    const links = endpoints['bridge'] ? legacyLinks(fields, this.parts.containers) : [];
    return Object.assign({}, ...links.map((link) => linkEnvironment(link, container.name))) as Record<
      string,
      string
    >;
  }

  /** What a crash cut off: a connection's interface, and routes that lead there, or a disconnection, which is taken back. */
  private async removeUnfinished(
    fields: Fields,
    { sandbox: sandboxId, endpoints }: NetworkRuntime,
  ): Promise<void> {
    const { networks } = this.parts.agent;
    const used = new Set(Object.values(endpoints).map((endpoint) => endpoint.interface));
    const prefixes = new Set(this.parts.networks.list().map(({ options }) => interfacePrefix(options)));
    const others = [...prefixes]
      .flatMap((prefix) => Array.from({ length: used.size + 2 }, (_, index) => `${prefix}${index}`))
      .filter((name) => !used.has(name));
    await Promise.all(others.map((name) => networks.disconnect({ sandboxId, interface: name })));
    for (const endpoint of Object.values(endpoints))
      await this.parts.endpoints.attach(sandboxId, endpoint, false);
    const routes = defaultRoutes(endpoints, fields.NetworkingConfig.EndpointsConfig ?? {});
    await networks.setGateways({ sandboxId, routes });
  }

  private async tellNames(
    fields: Fields,
    { container, host }: LifecycleContext,
    runtime: NetworkRuntime,
  ): Promise<void> {
    const { names } = this.parts;
    const settings = fields.NetworkingConfig.EndpointsConfig ?? {};
    for (const [name, endpoint] of Object.entries(runtime.endpoints))
      await names.put(namedContainer(container), name, endpoint, settingsOf(settings, endpoint, name));
    runtime.names = await names.serve(fields, host, runtime);
  }

  /** The networks that a container is to be in: that of its mode first, the others by their names. */
  private wanted({ NetworkingConfig, Config }: Fields, mode: string): Wanted {
    const { networks } = this.parts;
    const wanted = Object.entries(NetworkingConfig.EndpointsConfig ?? {}).map(([reference, settings]) => ({
      network: networks.get(reference),
      settings: settings ?? {},
    }));
    const first = networks.find(mode);
    wanted.sort((a, b) => {
      if (a.network.id === first?.id || b.network.id === first?.id)
        return a.network.id === first?.id ? -1 : 1;
      return a.network.name < b.network.name ? -1 : 1;
    });
    const [main] = wanted;
    if (main && Config.MacAddress && !main.settings.MacAddress)
      main.settings = { ...main.settings, MacAddress: Config.MacAddress };
    return wanted;
  }

  /** A sandbox and addresses for all of the networks, and what makes the interfaces; or nothing. */
  private async place(wanted: Wanted): Promise<{ runtime: NetworkRuntime; attach: () => Promise<void> }> {
    const { sandboxes, endpoints } = this.parts;
    for (const { network } of wanted) refuseConfiguration(network);
    const wishes = wanted.map(({ network, settings }) => wishOf(settings, network));
    const [first] = wanted;
    if (
      first &&
      wanted.length === 1 &&
      first.network.name === 'bridge' &&
      !Object.values(wishes[0]!).some(Boolean)
    ) {
      const { id, path, endpoint } = await sandboxes.takeConnected();
      const runtime = { ...nothing, sandbox: id, path, endpoints: { bridge: endpoint } };
      return { runtime, attach: () => Promise.resolve() };
    }
    const made: Record<string, Endpoint> = {};
    try {
      for (const [index, { network }] of wanted.entries()) {
        const inside = freeInterface({ endpoints: made }, network);
        made[network.name] = endpoints.allocate(network, inside, wishes[index]!);
      }
      const { id, path } = await sandboxes.take(first !== undefined && isFirstPort(first.network, made));
      const runtime = { ...nothing, sandbox: id, path, endpoints: made };
      return { runtime, attach: () => this.attach(runtime, wanted) };
    } catch (error) {
      for (const endpoint of Object.values(made)) endpoints.release(endpoint);
      throw error;
    }
  }

  private async attach({ sandbox, endpoints }: NetworkRuntime, wanted: Wanted): Promise<void> {
    const isOnly = wanted.length === 1;
    for (const endpoint of Object.values(endpoints))
      await this.parts.endpoints.attach(sandbox, endpoint, isOnly);
    if (!isOnly) await this.route(sandbox, endpoints, wanted);
  }

  private async route(sandboxId: string, made: Record<string, Endpoint>, wanted: Wanted): Promise<void> {
    const settings = Object.fromEntries(wanted.map(({ network, settings }) => [network.name, settings]));
    await this.parts.agent.networks.setGateways({ sandboxId, routes: defaultRoutes(made, settings) });
  }

  private async close({ sandbox, endpoints }: NetworkRuntime): Promise<void> {
    const all = Object.values(endpoints);
    for (const endpoint of all) await this.parts.names.remove(endpoint);
    await this.parts.sandboxes.drop(sandbox, all);
  }

  private tell(action: 'connect' | 'disconnect', container: string, { endpoints }: NetworkRuntime): void {
    for (const { networkId } of Object.values(endpoints)) {
      const network = this.parts.networks.find(networkId);
      if (network) this.parts.events.emit(networkEvent(network, action, container));
    }
  }
}

export const networkEvent = ({ id, name, driver: type }: NetworkRecord, action: string, container: string) =>
  ({ type: 'network', action, id, attributes: { container, name, type } }) as const;

export const namedContainer = ({ id, name, body }: ContainerRecord) => ({
  ...{ id, name, hostname: body.Config.Hostname ?? '' },
});

/** Settings may be kept under the name or the id of their network. */
export const settingsOf = (
  all: Readonly<Record<string, EndpointSettings | null>>,
  { networkId }: Endpoint,
  name: string,
): EndpointSettings => all[name] ?? all[networkId] ?? {};

/** Of a container with a sandbox. */
export function resolverKind({
  names,
  endpoints,
}: Pick<NetworkRuntime, 'names' | 'endpoints'>): ResolverKind {
  if (names.udp > 0) return 'named';
  return Object.values(endpoints).some(({ address6 }) => address6 !== '') ? 'bridge6' : 'bridge';
}

/** Waits for all, also when one fails: what is undone then is not still under way. */
async function settled(all: readonly Promise<unknown>[]): Promise<void> {
  const results = await Promise.allSettled(all);
  const failed = results.find((result) => result.status === 'rejected');
  if (failed) throw failed.reason;
}

/** Whether the first to be connected is `eth0`, with a bridge. */
const isFirstPort = ({ name, driver }: NetworkRecord, made: Readonly<Record<string, Endpoint>>): boolean =>
  driver === 'bridge' && made[name]!.interface === 'eth0';
