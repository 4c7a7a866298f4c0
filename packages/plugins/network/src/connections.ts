import { AgentError } from '@arca/agent-proto';
import type { EndpointSettings } from '@arca/api';
import {
  conflict,
  invalidParameter,
  sharedContainer,
  systemError,
  type Containers,
  type Events,
  type LifecycleContext,
  type Log,
  type Slice,
} from '@arca/plugin-kit';
import { hostsFile, resolvFile } from './files.js';
import type { Owned } from './manifest.js';
import type { Networks } from './networks.js';
import { wantedPorts } from './ports.js';
import type { Endpoint, NetworkRuntime } from './record.js';
import type { Sandboxes } from './sandboxes.js';
import { contains, isAddress } from './subnets.js';

export type Fields = Readonly<Slice<Owned | 'Hostname' | 'Domainname'>>;

/** What a container without a network of its own has. */
export const nothing: NetworkRuntime = {
  sandbox: '',
  path: '',
  endpoints: {},
  ports: {},
  hosts: '',
  resolv: '',
};

/** Gives containers their network and takes it back. */
export class Connections {
  constructor(
    private readonly networks: Networks,
    private readonly sandboxes: Sandboxes,
    private readonly containers: Containers,
    private readonly events: Events,
    private readonly log: Log,
  ) {}

  /** Connects a container that is about to start, and publishes its ports. On failure nothing of it is left. */
  async open(fields: Fields, context: LifecycleContext): Promise<NetworkRuntime> {
    const mode = fields.HostConfig.NetworkMode ?? 'bridge';
    const other = sharedContainer(mode);
    if (other) return joinContainer(this.containers, other);
    const resolv = resolvOf(fields, context);
    if (mode === 'host') return { ...nothing, hosts: context.host.hostsFile, resolv };
    if (mode === 'none') return { ...nothing, hosts: hostsOf(fields, [], ''), resolv };
    const { name, settings } = firstNetwork(this.networks, fields, mode);
    const network = this.networks.get(name);
    const prepared = await this.sandboxes.take(network, wishOf(settings, network.ranges[0]!.subnet));
    const runtime: NetworkRuntime = {
      sandbox: prepared.id,
      path: prepared.path,
      endpoints: { [network.name]: prepared.endpoint },
      ports: {},
      hosts: hostsOf(fields, [prepared.endpoint.address], prepared.endpoint.gateway),
      resolv,
    };
    try {
      runtime.ports = await publish(fields, runtime, context);
    } catch (error) {
      await this.sandboxes.drop(prepared.id, [prepared.endpoint]);
      throw error;
    }
    this.tell('connect', context.container.id, runtime);
    return runtime;
  }

  /** Takes up what a running container has from an earlier daemon. */
  async recover(fields: Fields, context: LifecycleContext): Promise<void> {
    const runtime = context.runtime as NetworkRuntime | undefined;
    if (!runtime?.sandbox) return;
    for (const endpoint of Object.values(runtime.endpoints)) {
      this.networks.addresses(this.networks.get(endpoint.networkId)).reserve(endpoint.address);
    }
    await publish(fields, runtime, context);
  }

  /** Nobody waits for the namespace to go: what is left after a crash is removed at the next start. */
  release(containerId: string, runtime: NetworkRuntime): void {
    const { sandbox, endpoints } = runtime;
    if (!sandbox) return;
    this.tell('disconnect', containerId, runtime);
    this.sandboxes
      .drop(sandbox, Object.values(endpoints))
      .catch((error: unknown) =>
        this.log('warn', 'cannot remove a network namespace', { sandbox, error: String(error) }),
      );
  }

  private tell(action: 'connect' | 'disconnect', container: string, { endpoints }: NetworkRuntime): void {
    for (const { networkId } of Object.values(endpoints)) {
      const network = this.networks.find(networkId);
      if (!network) continue;
      const { id, name, driver: type } = network;
      this.events.emit({ type: 'network', action, id, attributes: { container, name, type } });
    }
  }
}

function firstNetwork(networks: Networks, fields: Fields, mode: string) {
  const [[name, settings] = [mode, {}]] = Object.entries(fields.NetworkingConfig.EndpointsConfig ?? {});
  const merged: EndpointSettings = {
    ...settings,
    MacAddress: settings?.MacAddress || fields.Config.MacAddress || undefined,
  };
  return { name: networks.get(name).name, settings: merged };
}

function wishOf(settings: EndpointSettings, subnet: string): { address?: string; mac?: string } {
  const address = settings.IPAMConfig?.IPv4Address || undefined;
  if (address && (!isAddress(address) || !contains(subnet, address))) {
    throw invalidParameter(
      `invalid endpoint settings: no configured subnet or ip-range contain the IP address ${address}`,
      'network.address',
    );
  }
  const mac = settings.MacAddress || undefined;
  if (mac && !/^([0-9a-f]{2}:){5}[0-9a-f]{2}$/i.test(mac)) {
    throw invalidParameter(`invalid MAC address: ${mac}`, 'network.mac');
  }
  return { address, mac };
}

function joinContainer(containers: Containers, reference: string): NetworkRuntime {
  const other = containers.get(reference);
  if (other.state.status !== 'running') {
    throw conflict(`cannot join network of a non running container: ${other.id}`, 'network.not-running');
  }
  const theirs = (other.runtime['network'] ?? nothing) as NetworkRuntime;
  return { ...nothing, path: `/proc/${other.state.pid}/ns/net`, hosts: theirs.hosts, resolv: theirs.resolv };
}

function hostsOf({ Config, HostConfig }: Fields, addresses: string[], gateway: string): string {
  const own = { addresses, hostname: Config.Hostname ?? '', domainname: Config.Domainname ?? '' };
  return hostsFile(own, HostConfig.ExtraHosts ?? [], gateway);
}

function resolvOf({ HostConfig }: Fields, { host }: LifecycleContext): string {
  return resolvFile(
    {
      servers: HostConfig.Dns ?? [],
      search: HostConfig.DnsSearch ?? [],
      options: HostConfig.DnsOptions ?? [],
    },
    { servers: host.dnsServers, search: host.dnsSearch, options: host.dnsOptions },
  );
}

/** Publishes what is asked for; gives the PortMap as inspect shows it. */
async function publish(fields: Fields, runtime: NetworkRuntime, { agent, container }: LifecycleContext) {
  const exposed = Object.keys(fields.Config.ExposedPorts ?? {});
  const ports: NetworkRuntime['ports'] = Object.fromEntries(exposed.map((name) => [name, null]));
  const [endpoint] = Object.values(runtime.endpoints) as [Endpoint];
  // After a restart of the daemon the chosen ports stay what they were.
  const before = Object.keys(runtime.ports).length > 0 ? runtime.ports : fields.HostConfig.PortBindings;
  const wanted = wantedPorts(before, exposed, fields.HostConfig.PublishAllPorts ?? false);
  if (wanted.length === 0) return ports;
  const answer = await agent.networks
    .publish({ sandboxId: runtime.sandbox, containerIpv4: endpoint.address, ports: wanted })
    .catch((error: unknown) => {
      if (!(error instanceof AgentError)) throw error;
      const where = `on endpoint ${container.name} (${endpoint.endpointId})`;
      throw systemError(
        `driver failed programming external connectivity ${where}: ${error.message}`,
        'network.publish',
        { cause: error },
      );
    });
  for (const { protocol, containerPort, hostIp, hostPort } of answer.ports) {
    (ports[`${containerPort}/${protocol}`] ??= []).push({ HostIp: hostIp, HostPort: String(hostPort) });
  }
  return ports;
}
