import type { CreateField, Manifest, Slice } from '@arca/plugin-kit';

const owns = [
  'HostConfig.NetworkMode',
  'HostConfig.PortBindings',
  'HostConfig.PublishAllPorts',
  'HostConfig.Links',
  'HostConfig.Dns',
  'HostConfig.DnsOptions',
  'HostConfig.DnsSearch',
  'HostConfig.ExtraHosts',
  'NetworkingConfig.EndpointsConfig',
  'ExposedPorts',
  'NetworkDisabled',
  'MacAddress',
] as const satisfies readonly CreateField[];

export type Owned = (typeof owns)[number];

/** What its hooks see. */
export type Fields = Readonly<Slice<Owned | 'Hostname' | 'Domainname'>>;

export const manifest: Manifest<Owned, 'Hostname' | 'Domainname'> = {
  id: 'network',
  summary: 'Networks, published ports, name resolution',
  owns,
  uses: ['Hostname', 'Domainname'],
  writes: ['linux.namespaces[network]'],
  offers: ['mounts[/etc/hosts]', 'mounts[/etc/resolv.conf]', 'process.env[]'],
  flags: {
    'HostConfig.NetworkMode': '--network',
    'HostConfig.PortBindings': '--publish',
    'HostConfig.PublishAllPorts': '--publish-all',
    'HostConfig.Links': '--link',
    'HostConfig.Dns': '--dns',
    'HostConfig.DnsOptions': '--dns-option',
    'HostConfig.DnsSearch': '--dns-search',
    'HostConfig.ExtraHosts': '--add-host',
    'NetworkingConfig.EndpointsConfig': '--network, --ip, --network-alias',
    ExposedPorts: '--expose',
    MacAddress: '--mac-address',
  },
  effects: {
    'HostConfig.PortBindings': 'port publishing by the agent',
    'HostConfig.PublishAllPorts': 'port publishing by the agent',
    'HostConfig.Links': '/etc/hosts and environment on the default bridge, names on other networks',
    ExposedPorts: 'inspect, and what `PublishAllPorts` publishes',
    NetworkDisabled: 'as network mode `none`',
    MacAddress: 'address of the first endpoint',
  },
};
