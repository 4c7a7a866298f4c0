import type { IPAMConfig } from '@arca/api';
import type { JsonObject } from '@arca/plugin-kit';
import { isIPv6 } from './subnets.js';

/** One address range of a network, as the API's IPAMConfig names its parts. */
export interface Range {
  /** CIDR */
  subnet: string;
  /** The host's own address in it. */
  gateway: string;
  /** CIDR inside the subnet from which addresses are given; empty: the whole subnet. */
  ipRange: string;
  /** Addresses that are never given, by name. */
  auxiliary: Record<string, string>;
}

/** A network as the state keeps it. */
export interface NetworkRecord {
  /** 64 hex digits */
  id: string;
  name: string;
  /** `bridge`, `host`, `null`, or that of a network driver. */
  driver: string;
  createdAt: string;
  internal: boolean;
  attachable: boolean;
  enableIPv4: boolean;
  enableIPv6: boolean;
  labels: Record<string, string>;
  options: Record<string, string>;
  /** Null, as dockerd shows it, when none were given. */
  ipamOptions: Record<string, string> | null;
  ranges: Range[];
  /** It is never connected to: others are made after it, with what it was given. */
  configOnly?: boolean;
  /** As it was given, kept where `configOnly`. */
  ipamConfig?: IPAMConfig[];
  /** Name of the network that it is made after. */
  configFrom?: string;
  /** An interface of the host of its own, by name; empty where there is none. */
  bridge: string;
}

/** A container's place in a network, kept in the container's runtime data while it runs. */
export interface Endpoint extends JsonObject {
  networkId: string;
  endpointId: string;
  /** Inside the sandbox: `eth0`. */
  interface: string;
  /** Empty, with a length of 0, where the network has no such family; a gateway also where it is internal, `0.0.0.0` and `::` for the interface itself. */
  address: string;
  prefixLength: number;
  gateway: string;
  address6: string;
  prefixLength6: number;
  gateway6: string;
  mac: string;
  /** Further addresses, of the link alone. */
  linkLocal: string[];
}

/** What `start` leaves for the other hooks: see feature.ts. */
export interface NetworkRuntime extends JsonObject {
  /** Id of the sandbox; empty when the container has none of its own. */
  sandbox: string;
  /** Path of the namespace to join; empty for the host's or a new one. */
  path: string;
  /** By network name. */
  endpoints: Record<string, Endpoint>;
  /** Published ports, as the API's PortMap. */
  ports: Record<string, { HostIp: string; HostPort: string }[] | null>;
  /** Ports of its name server; 0: it has none. */
  names: { udp: number; tcp: number };
  /** Environment that links of the default bridge add. */
  env: Record<string, string>;
  /** Text of /etc/hosts and /etc/resolv.conf. */
  hosts: string;
  resolv: string;
  /** Directory of the container whose files it has in place of these; empty: it has its own. */
  files: string;
}

/** What a container without a network of its own has. */
export const nothing: NetworkRuntime = {
  sandbox: '',
  path: '',
  endpoints: {},
  ports: {},
  names: { udp: 0, tcp: 0 },
  env: {},
  hosts: '',
  resolv: '',
  files: '',
};

/** The labels of driver options that a bridge understands. */
export const bridgeOption = (name: string) => `com.docker.network.bridge.${name}`;

export type Family = 4 | 6;

/** The network's range of a family. */
export const rangeOf = ({ ranges }: NetworkRecord, family: Family): Range | undefined =>
  ranges.find(({ subnet }) => isIPv6(subnet) === (family === 6));

/** Networks that are always there. */
export const fixedNames = ['bridge', 'host', 'none'];
export const isUserDefined = (network: string): boolean => !fixedNames.includes(network);
