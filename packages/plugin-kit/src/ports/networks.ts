/** What of a network its driver needs. */
export interface NetworkSource {
  /** 64 hex digits */
  readonly id: string;
  readonly name: string;
  /** Driver options, as they were given. */
  readonly options: Readonly<Record<string, string>>;
  /** It leads nowhere: endpoints get no gateway. */
  readonly internal: boolean;
  /** CIDR, and the address in it that is the gateway's; at most one of a family. */
  readonly subnets: readonly { readonly subnet: string; readonly gateway: string }[];
  /** A name for an interface of the host, at most 15 bytes: the person's, or one of the network's own. */
  readonly interface: string;
}

/** An interface of a container's, to be made. */
export interface NetworkAttachment {
  /** Of the agent: the network namespace. */
  readonly sandboxId: string;
  /** Its name inside: `eth0`. */
  readonly interface: string;
  /** With prefix length. */
  readonly addresses: readonly string[];
  /** Next hops of default routes to set, `0.0.0.0` and `::` for the interface itself; empty: none. */
  readonly gateways: readonly string[];
  /** Empty where the driver shares another's. */
  readonly mac: string;
}

/**
 * Makes the networks of one driver name. Names, addresses, DNS and the life cycle are the daemon's. Errors are thrown as
 * `ArcaError`s. Every call may come again after a crash and must then have the same end.
 */
export interface NetworkDriver {
  /** `Driver` of networks. */
  readonly name: string;
  /** Whether ports of containers whose way out is such a network can be published by the agent. */
  readonly publishesPorts: boolean;
  /** Whether a network that is not internal has a way out, and its endpoints gateways. Not there: it has. */
  leadsOut?(network: NetworkSource): boolean;
  /** Whether the default routes of a network's endpoints lead to the interface itself, past no gateway. Not there: no. */
  routesOnLink?(network: NetworkSource): boolean;
  /** Its interfaces have the MAC address of another: endpoints have none, and none can be asked for. */
  readonly sharesMac?: boolean;
  /** Throws for options that it does not take, or that go badly with the others' networks of the driver. */
  check(network: NetworkSource, others: readonly NetworkSource[]): void;
  /** Makes what endpoints are connected to. `fresh`: the network is new; else the daemon starts. */
  create(network: NetworkSource, fresh: boolean): Promise<void>;
  /** `others`: networks of the driver that stay. */
  remove(network: NetworkSource, others: readonly NetworkSource[]): Promise<void>;
  /** Makes the interface. It goes with `agent.networks.disconnect`, or with the sandbox. */
  connect(network: NetworkSource, attachment: NetworkAttachment): Promise<void>;
}
