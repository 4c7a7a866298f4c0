import { AgentError, type Networks, type ServiceImplementation } from '@arca/agent-proto';
import { setDefaultRoutes } from '../linux/interface-setup.js';
import { hasIPv6, routedSubnets } from '../linux/interfaces.js';
import { Links } from '../linux/links.js';
import { Nftables } from '../linux/nftables.js';
import { readSysctl } from '../linux/sysctl.js';
import { canonical } from './addresses.js';
import { Bridges } from './bridges.js';
import { Endpoints } from './endpoints.js';
import { guarded } from './failures.js';
import { Firewall } from './firewall/firewall.js';
import { ForwardPolicy } from './forward-policy.js';
import { Parents } from './parents.js';
import { PortAllocator, type PortRange } from './ports/allocator.js';
import { Publications } from './ports/publications.js';
import { NameServers } from './names/name-servers.js';
import { Removals } from './removals.js';
import { Sandboxes } from './sandboxes.js';

export interface NetworksOptions {
  /** In the names of namespaces, and the name of the nft table: a letter, then letters, digits, `-` and `_`. */
  instance: string;
}

/** The service `Networks` with its end. */
export interface RunningNetworks {
  readonly service: ServiceImplementation<typeof Networks>;
  /** Ends coprocesses and listeners. Namespaces, bridges and the nft table stay: containers go on working. */
  close(): Promise<void>;
  /** Removes all that any agent of the instance has made: sandboxes, bridges, published ports, the nft table. */
  removeAll(): Promise<void>;
}

interface Parts {
  links: Links;
  nftables: Nftables;
  removals: Removals;
  firewall: Firewall;
  forwardPolicy: ForwardPolicy;
  bridges: Bridges;
  parents: Parents;
  sandboxes: Sandboxes;
  endpoints: Endpoints;
  publications: Publications;
  names: NameServers;
}

/**
 * Programs are started when they are first needed. After a restart: EnsureBridge for each network, RemoveSandbox for
 * sandboxes that nobody owns, Publish for those that go on. Until then the published ports of the earlier agent work,
 * but are not held against other programs.
 */
export async function createNetworks({ instance }: NetworksOptions): Promise<RunningNetworks> {
  if (!/^[A-Za-z][A-Za-z0-9_-]*$/.test(instance)) {
    throw new AgentError('INVALID_ARGUMENT', `invalid instance name ${JSON.stringify(instance)}`);
  }
  const parts = createParts(instance, await dynamicPorts());
  const service = guarded(implement(parts, await hasIPv6()), () => parts.firewall.open());
  return {
    service,
    close: () => close(parts),
    removeAll: () => removeAll(parts),
  };
}

/** Removes all that agents of the instance have left on the host. No agent of it may run. */
export async function removeNetworks(options: NetworksOptions): Promise<void> {
  const networks = await createNetworks(options);
  try {
    await networks.removeAll();
  } finally {
    await networks.close();
  }
}

function createParts(instance: string, dynamic: PortRange): Parts {
  const links = new Links();
  const nftables = new Nftables();
  const removals = new Removals();
  const firewall = new Firewall(instance, nftables);
  const sandboxes = new Sandboxes(instance, links, removals);
  return {
    ...{ links, nftables, removals, firewall, sandboxes },
    forwardPolicy: new ForwardPolicy(instance),
    bridges: new Bridges(instance, links, firewall),
    parents: new Parents(instance, links),
    endpoints: new Endpoints(instance, links, removals, sandboxes),
    publications: new Publications(firewall, new PortAllocator(dynamic)),
    names: new NameServers(sandboxes),
  };
}

function implement(parts: Parts, ipv6: boolean): ServiceImplementation<typeof Networks> {
  const { bridges, parents, sandboxes, endpoints, publications, forwardPolicy, names } = parts;
  return {
    ensureBridge: async (bridge) => {
      await bridges.ensure(bridge);
      await forwardPolicy.open(bridge.name);
      return {};
    },
    removeBridge: async ({ name }) => {
      await bridges.remove(name);
      await forwardPolicy.close(name);
      return {};
    },
    ensureParent: async (parent) => {
      await parents.ensure(parent);
      return {};
    },
    removeParent: async (parent) => {
      await parents.remove(parent);
      return {};
    },
    createSandbox: async ({ id, withPort }) => {
      const path = await sandboxes.create(id);
      if (withPort) await endpoints.prepare(id);
      return { id, path };
    },
    removeSandbox: async ({ id }) => {
      names.close(id);
      endpoints.forget(id);
      await Promise.all([publications.unpublish(id), sandboxes.remove(id)]);
      return {};
    },
    listSandboxes: async () => ({
      sandboxes: (await sandboxes.list()).map((id) => ({ id, path: sandboxes.path(id) })),
    }),
    connect: async (endpoint) => {
      await endpoints.connect(endpoint, await bridges.isolatesPorts(endpoint.bridge));
      return {};
    },
    disconnect: async ({ sandboxId, interface: inside }) => {
      await endpoints.disconnect(sandboxId, inside);
      return {};
    },
    setGateways: async ({ sandboxId, routes }) => {
      await setDefaultRoutes(sandboxes.existing(sandboxId), routes);
      return {};
    },
    serveNames: (service) => names.serve(service),
    putNames: async ({ networkId, endpointId, names: called, addresses }) => {
      names.zones.put(networkId, endpointId, { names: called, addresses: addresses.map(canonical) });
      return Promise.resolve({});
    },
    removeNames: async ({ networkId, endpointId }) => {
      names.zones.remove(networkId, endpointId);
      return Promise.resolve({});
    },
    publish: async (request) => {
      sandboxes.existing(request.sandboxId);
      const publishing = bridges.publishing(request.containerIpv4 || request.containerIpv6);
      return { ports: await publications.publish(request, { ...publishing, ipv6 }) };
    },
    unpublish: async ({ id }) => {
      await publications.unpublish(id);
      return {};
    },
    hostSubnets: async () => ({ subnets: await routedSubnets() }),
  };
}

async function close({ publications, links, removals, nftables, names, firewall }: Parts): Promise<void> {
  firewall.close();
  names.closeAll();
  publications.close();
  await Promise.all([links.close(), removals.close(), nftables.close()]);
}

async function removeAll({
  firewall,
  publications,
  sandboxes,
  bridges,
  forwardPolicy,
}: Parts): Promise<void> {
  await firewall.open();
  publications.close();
  await Promise.all((await sandboxes.list()).map((id) => sandboxes.remove(id)));
  for (const name of bridges.names()) {
    await bridges.remove(name);
    await forwardPolicy.close(name);
  }
  await firewall.remove();
}

/** Where dockerd takes ports from that are not asked for by number. */
async function dynamicPorts(): Promise<PortRange> {
  const [first, last] = ((await readSysctl('net/ipv4/ip_local_port_range')) ?? '').split(/\s+/).map(Number);
  return first && last ? { first, last } : { first: 49153, last: 65535 };
}
