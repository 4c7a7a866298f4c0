import { AgentError } from '@arca/agent-proto';
import type { EndpointSettings } from '@arca/api';
import {
  conflict,
  defineFeature,
  invalidParameter,
  systemError,
  type Containers,
  type LifecycleContext,
  type Log,
  type Slice,
} from '@arca/plugin-kit';
import { hostsFile, parseExtraHost, resolvFile } from './files.js';
import type { Networks } from './networks.js';
import { parsePort, wantedPorts } from './ports.js';
import type { Endpoint, NetworkRuntime } from './record.js';
import type { Sandboxes } from './sandboxes.js';
import { networkSettings, summaryPorts } from './settings.js';
import { manifest, type Owned } from './manifest.js';
import { contains, isAddress } from './subnets.js';

type Fields = Readonly<Slice<Owned | 'Hostname' | 'Domainname'>>;

const empty = { sandbox: '', path: '', endpoints: {}, ports: {}, hosts: '', resolv: '' };

/** What a mode means: another container's network, one of the fixed ones, or a network by name or id. */
export const sharedWith = (mode: string | undefined) => /^container:(.+)$/.exec(mode ?? '')?.[1];

/** Connects a container to its networks, publishes its ports, and tells it of names and resolvers. */
export const network = (networks: Networks, sandboxes: Sandboxes, containers: Containers, log: Log) =>
  defineFeature(manifest, {
    defaults({ Config, HostConfig, NetworkingConfig }, { image }) {
      if (!HostConfig.NetworkMode || HostConfig.NetworkMode === 'default') HostConfig.NetworkMode = 'bridge';
      if (Config.NetworkDisabled) HostConfig.NetworkMode = 'none';
      Config.ExposedPorts = { ...image.config.ExposedPorts, ...Config.ExposedPorts };
      for (const port of Object.keys(HostConfig.PortBindings ?? {}))
        Config.ExposedPorts[withProtocol(port)] ??= {};
      if (Object.keys(Config.ExposedPorts).length === 0) delete Config.ExposedPorts;
      const mode = HostConfig.NetworkMode;
      if (!sharedWith(mode))
        NetworkingConfig.EndpointsConfig = endpointsConfig(NetworkingConfig.EndpointsConfig, mode);
    },
    validate({ Config, HostConfig, NetworkingConfig }) {
      const exposed = Object.keys(Config.ExposedPorts ?? {});
      exposed.forEach(parsePort);
      wantedPorts(HostConfig.PortBindings, exposed, HostConfig.PublishAllPorts ?? false);
      (HostConfig.ExtraHosts ?? []).forEach(parseExtraHost);
      refuseUnserved(HostConfig, NetworkingConfig);
      for (const server of HostConfig.Dns ?? []) {
        if (!/^[0-9a-fA-F:.]+$/.test(server))
          throw invalidParameter(`invalid IP address: ${server}`, 'network.dns');
      }
    },
    adapt({ HostConfig }, { host, warn }) {
      const mode = HostConfig.NetworkMode ?? '';
      if (!host.features!.ipv4Forwarding && mode !== 'host' && mode !== 'none') {
        warn('IPv4 forwarding is disabled. Networking will not work.');
      }
      if (mode === 'host' && Object.keys(HostConfig.PortBindings ?? {}).length > 0) {
        warn('Published ports are discarded when using host network mode');
      }
    },
    async start(fields, context) {
      const mode = fields.HostConfig.NetworkMode ?? 'bridge';
      const other = sharedWith(mode);
      if (other) return joinContainer(containers, other);
      const resolv = resolvOf(fields, context);
      if (mode === 'host') return { ...empty, hosts: context.host.hostsFile, resolv };
      if (mode === 'none') return { ...empty, hosts: hostsOf(fields, [], ''), resolv };
      const { name, settings } = firstNetwork(networks, fields, mode);
      const found = networks.get(name);
      const prepared = await sandboxes.take(found, wishOf(settings, found.ranges[0]!.subnet));
      const runtime: NetworkRuntime = {
        sandbox: prepared.id,
        path: prepared.path,
        endpoints: { [found.name]: prepared.endpoint },
        ports: {},
        hosts: hostsOf(fields, [prepared.endpoint.address], prepared.endpoint.gateway),
        resolv,
      };
      try {
        runtime.ports = await publish(fields, runtime, context);
      } catch (error) {
        await sandboxes.drop(prepared.id, [prepared.endpoint]);
        throw error;
      }
      return runtime;
    },
    spec({ HostConfig }, rooms, { runtime }) {
      const state = runtime as NetworkRuntime | undefined;
      const mode = HostConfig.NetworkMode ?? '';
      if (mode !== 'host') {
        rooms.add(
          'linux.namespaces',
          'network',
          state?.path ? { path: state.path } : {},
          'HostConfig.NetworkMode',
        );
      }
      const options = ['rbind', 'rprivate'];
      for (const [name, text] of [
        ['hosts', state?.hosts],
        ['resolv.conf', state?.resolv],
      ] as const) {
        const source = rooms.file(name, text ?? '');
        rooms.offer('mounts', `/etc/${name}`, { type: 'bind', source, options }, 'HostConfig.NetworkMode');
      }
    },
    async recover(fields, context) {
      const runtime = context.runtime as NetworkRuntime | undefined;
      if (!runtime?.sandbox) return;
      for (const endpoint of Object.values(runtime.endpoints)) {
        networks.addresses(networks.get(endpoint.networkId)).reserve(endpoint.address);
      }
      await publish(fields, runtime, context);
    },
    exited(_fields, { runtime }) {
      const { sandbox, endpoints } = (runtime ?? empty) as NetworkRuntime;
      // Nobody waits for the namespace to go: what is left after a crash is removed at the next start.
      if (sandbox) {
        sandboxes
          .drop(sandbox, Object.values(endpoints))
          .catch((error: unknown) =>
            log('warn', 'cannot remove a network namespace', { sandbox, error: String(error) }),
          );
      }
      return Promise.resolve();
    },
    inspect(fields, { container, runtime }, answer) {
      answer.NetworkSettings = networkSettings(
        networks,
        container,
        fields,
        (runtime ?? empty) as NetworkRuntime,
      );
    },
    list(fields, { container, runtime }, answer) {
      const settings = networkSettings(networks, container, fields, (runtime ?? empty) as NetworkRuntime);
      answer.Ports = summaryPorts((runtime ?? empty) as NetworkRuntime);
      answer.NetworkSettings = { Networks: settings.Networks ?? {} };
      answer.HostConfig = { ...answer.HostConfig, NetworkMode: fields.HostConfig.NetworkMode };
    },
  });

const withProtocol = (port: string) => (port.includes('/') ? port : `${port}/tcp`);

/** The endpoint settings of the mode's network are always there; `default` is a name for it. */
function endpointsConfig(given: Record<string, EndpointSettings | null> | null | undefined, mode: string) {
  const { default: byDefault, ...rest } = given ?? {};
  const settings: Record<string, EndpointSettings> = {};
  for (const [name, value] of Object.entries(rest)) settings[name] = value ?? {};
  if (byDefault) settings[mode] ??= byDefault;
  settings[mode] ??= {};
  return settings;
}

/** What no loaded plugin gives an effect is refused rather than dropped. */
function refuseUnserved(host: Fields['HostConfig'], networking: Fields['NetworkingConfig']): void {
  if (host.Links?.length)
    throw invalidParameter('Links are not supported: use a network and its names', 'network.links');
  if (Object.keys(networking.EndpointsConfig ?? {}).length > 1) {
    throw invalidParameter(
      'Container cannot be connected to more than one network at creation: connect it after that',
      'network.several',
    );
  }
  if (sharedWith(host.NetworkMode) && Object.keys(host.PortBindings ?? {}).length > 0) {
    throw conflict(
      'conflicting options: port publishing and the container type network mode',
      'network.shared-ports',
    );
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
  const theirs = (other.runtime['network'] ?? empty) as NetworkRuntime;
  return { ...empty, path: `/proc/${other.state.pid}/ns/net`, hosts: theirs.hosts, resolv: theirs.resolv };
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
