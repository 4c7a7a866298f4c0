import type { ContainerInspectResponse, ContainerSummary, EndpointSettings } from '@arca/api';
import type { ContainerRecord, Slice } from '@arca/plugin-kit';
import { namedContainer } from './connections.js';
import { dnsNames } from './dns-names.js';
import { shownGateway } from './endpoints.js';
import type { Networks } from './networks.js';
import { parsePort } from './ports.js';
import type { Owned } from './manifest.js';
import { isUserDefined, type NetworkRuntime } from './record.js';

type Settings = NonNullable<ContainerInspectResponse['NetworkSettings']>;
type Fields = Readonly<Slice<Owned>>;

/** `NetworkSettings` of inspect: every field, as dockerd fills them for running and for stopped containers. */
export function networkSettings(
  networks: Networks,
  container: ContainerRecord,
  fields: Fields,
  runtime: NetworkRuntime,
): Settings {
  const endpoints = Object.fromEntries(
    Object.entries(fields.NetworkingConfig.EndpointsConfig ?? {}).map(([reference, given]) => {
      const name = networks.find(reference)?.name ?? reference;
      return [name, endpointSettings(networks, container, name, given ?? {}, runtime)];
    }),
  );
  const first = endpoints['bridge'];
  return {
    Bridge: '',
    SandboxID: runtime.sandbox ? runtime.sandbox.padEnd(64, '0') : '',
    SandboxKey: runtime.path,
    Ports: runtime.ports,
    HairpinMode: false,
    LinkLocalIPv6Address: '',
    LinkLocalIPv6PrefixLen: 0,
    SecondaryIPAddresses: null,
    SecondaryIPv6Addresses: null,
    EndpointID: first?.EndpointID ?? '',
    Gateway: first?.Gateway ?? '',
    GlobalIPv6Address: first?.GlobalIPv6Address ?? '',
    GlobalIPv6PrefixLen: first?.GlobalIPv6PrefixLen ?? 0,
    IPAddress: first?.IPAddress ?? '',
    IPPrefixLen: first?.IPPrefixLen ?? 0,
    IPv6Gateway: first?.IPv6Gateway ?? '',
    MacAddress: first?.MacAddress ?? '',
    Networks: endpoints,
  } as Settings;
}

function endpointSettings(
  networks: Networks,
  container: ContainerRecord,
  name: string,
  given: EndpointSettings,
  runtime: NetworkRuntime,
): EndpointSettings {
  const endpoint = runtime.endpoints[name];
  return {
    IPAMConfig: given.IPAMConfig ?? null,
    Links: given.Links ?? null,
    Aliases: given.Aliases ?? null,
    MacAddress: endpoint?.mac ?? '',
    DriverOpts: given.DriverOpts ?? null,
    GwPriority: given.GwPriority ?? 0,
    NetworkID: networks.find(name)?.id ?? '',
    EndpointID: endpoint?.endpointId ?? '',
    Gateway: shownGateway(endpoint?.gateway),
    IPAddress: endpoint?.address ?? '',
    IPPrefixLen: endpoint?.prefixLength ?? 0,
    IPv6Gateway: shownGateway(endpoint?.gateway6),
    GlobalIPv6Address: endpoint?.address6 ?? '',
    GlobalIPv6PrefixLen: endpoint?.prefixLength6 ?? 0,
    DNSNames: isUserDefined(name) ? dnsNames(namedContainer(container), given.Aliases ?? []) : null,
  } as EndpointSettings;
}

/** `Ports` of a list entry: a line for each published address, and for each port that is only exposed. */
export function summaryPorts(runtime: NetworkRuntime): ContainerSummary['Ports'] {
  const names = runtime.sandbox ? Object.keys(runtime.ports) : [];
  return names.flatMap((name) => {
    const { port, protocol } = parsePort(name);
    const base = { PrivatePort: port, Type: protocol as 'tcp' };
    const bindings = runtime.ports[name];
    if (!bindings?.length) return [base];
    return bindings.map(({ HostIp, HostPort }) => ({ IP: HostIp, ...base, PublicPort: Number(HostPort) }));
  });
}
