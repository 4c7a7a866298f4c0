import type { JsonObject } from '@arca/plugin-kit';

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
  driver: 'bridge' | 'host' | 'null';
  createdAt: string;
  internal: boolean;
  attachable: boolean;
  enableIPv4: boolean;
  enableIPv6: boolean;
  labels: Record<string, string>;
  options: Record<string, string>;
  ipamOptions: Record<string, string>;
  ranges: Range[];
  /** Name of the bridge's interface; empty where there is none. */
  bridge: string;
}

/** A container's place in a network, kept in the container's runtime data while it runs. */
export interface Endpoint extends JsonObject {
  networkId: string;
  endpointId: string;
  address: string;
  prefixLength: number;
  gateway: string;
  mac: string;
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
  /** Text of /etc/hosts and /etc/resolv.conf; null: those of the container that shares its network. */
  hosts: string;
  resolv: string;
}

/** The labels of driver options that a bridge understands. */
export const bridgeOption = (name: string) => `com.docker.network.bridge.${name}`;
