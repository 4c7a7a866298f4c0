import type { EventMessage } from '@arca/api';
import type { Instant } from '../container.js';

/** Time, so that nothing reads the clock by itself. */
export interface Clock {
  /** RFC 3339 with nanoseconds. */
  now(): Instant;
  /** Nanoseconds since the epoch. */
  nanoseconds(): bigint;
}

/** The daemon's own facts and settings. */
export interface Daemon {
  readonly version: string;
  readonly gitCommit: string;
  readonly apiVersion: string;
  readonly minApiVersion: string;
  readonly buildTime: string;
  /** Name of the instance: prefix of bridges, namespaces and nft tables. */
  readonly instance: string;
  /** Stable identifier of this installation, as in `/info`. */
  readonly id: string;
  readonly root: string;
  readonly labels: readonly string[];
  readonly debug: boolean;
  readonly insecureRegistries: readonly string[];
  readonly registryMirrors: readonly string[];
  /** `HostConfig.LogConfig` of containers that name none. */
  readonly logDriver: string;
  readonly logOptions: Readonly<Record<string, string>>;
  readonly defaultAddressPools: readonly { base: string; size: number }[];
  readonly defaultBridge: DefaultBridge;
  readonly defaultDns: DefaultDns;
  /** By driver: options that its new networks have unless they say otherwise. */
  readonly networkOptions: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Directories of CDI specifications on the agent's host, in the order in which they count less. */
  readonly cdiSpecDirs: readonly string[];
  readonly listeners: () => number;
}

/** How the network `bridge` is made; what is empty is chosen. */
export interface DefaultBridge {
  /** Its addresses with prefix lengths. */
  readonly address: string;
  readonly address6: string;
  /** CIDR from which containers get theirs; without an address of its family it is the subnet, too. */
  readonly range: string;
  readonly range6: string;
  readonly ipv6: boolean;
  /** Whether its containers reach each other past published ports. */
  readonly icc: boolean;
  readonly masquerade: boolean;
  /** Bytes. */
  readonly mtu: number;
  /** Of the host, where ports are published that name no address; empty: all. */
  readonly hostAddress: string;
}

/** Whom containers ask for names that say nothing of it; what is empty is the host's. */
export interface DefaultDns {
  readonly servers: readonly string[];
  readonly search: readonly string[];
  readonly options: readonly string[];
}

/** What is told to `docker events`. */
export interface NewEvent {
  type: NonNullable<EventMessage['Type']>;
  action: string;
  id: string;
  attributes?: Record<string, string>;
}

export interface EventQuery {
  /** Nanoseconds since the epoch. */
  since?: bigint;
  until?: bigint;
  filters: ReadonlyMap<string, readonly string[]>;
  signal: AbortSignal;
  /** The daemon listens itself: it is no subscriber that anybody counts. */
  internal?: boolean;
}

export interface Events {
  emit(event: NewEvent): void;
  /** Past events from `since` on, then new ones until `until` or the signal. */
  subscribe(query: EventQuery): AsyncIterable<EventMessage>;
  /** Clients that listen. */
  readonly subscribers: number;
}

/** Values of one kind, kept in the state database and in memory; every change is a transaction. */
export interface Collection<T> {
  get(id: string): T | undefined;
  set(id: string, value: T): void;
  delete(id: string): void;
  values(): IterableIterator<T>;
  readonly size: number;
}

export interface Store {
  collection<T extends object>(name: string): Collection<T>;
  /** Several changes as one; rolled back when `change` throws. Synchronous by nature. */
  transaction<R>(change: () => R): R;
}

/** Structured log lines of the daemon. */
export interface Log {
  (level: 'debug' | 'info' | 'warn' | 'error', message: string, fields?: Record<string, unknown>): void;
}
