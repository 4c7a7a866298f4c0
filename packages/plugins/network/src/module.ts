import { randomBytes } from 'node:crypto';
import type { Agent } from '@arca/agent-proto';
import {
  bindFeature,
  bindNetworkDriver,
  bindOperation,
  bindService,
  networkDriverToken,
  port,
  ports,
  type Clock,
  type ContainerRecord,
  type Daemon,
  type NetworkDriver,
  type Store,
} from '@arca/plugin-kit';
import { ContainerModule, type ContainerModuleLoadOptions } from 'inversify';
import { BridgeDriver } from './bridge-driver.js';
import { Connections, type Parts } from './connections.js';
import { Endpoints } from './endpoints.js';
import { network } from './feature.js';
import { Followers } from './followers.js';
import { manifest } from './manifest.js';
import { Membership } from './membership.js';
import { Names } from './names.js';
import { Networks } from './networks.js';
import { NetworkOperations } from './operations.js';
import { ParentDriver } from './parent-driver.js';
import type { NetworkRuntime } from './record.js';
import { Sandboxes } from './sandboxes.js';

const networksToken = port<Networks>('network.networks');
const sandboxesToken = port<Sandboxes>('network.sandboxes');
const endpointsToken = port<Endpoints>('network.endpoints');
const partsToken = port<Parts>('network.parts');
const connectionsToken = port<Connections>('network.connections');
const followersToken = port<Followers>('network.followers');
const operationsToken = port<NetworkOperations>('network.operations');
const isOn =
  (network: string) =>
  ({ runtime }: ContainerRecord): boolean =>
    (runtime['network'] as NetworkRuntime | undefined)?.endpoints[network] !== undefined;
const randomId = () => randomBytes(32).toString('hex');

function bindDrivers(options: ContainerModuleLoadOptions): void {
  bindNetworkDriver(options, [ports.agent], (agent) => new BridgeDriver(agent));
  for (const name of ['macvlan', 'ipvlan'] as const)
    bindNetworkDriver(options, [ports.agent], (agent) => new ParentDriver(name, agent));
}

function bindOperations(options: ContainerModuleLoadOptions): void {
  options
    .bind(followersToken)
    .toResolvedValue(
      (parts, connections, events) => new Followers(parts, connections, events),
      [partsToken, connectionsToken, ports.events],
    )
    .inSingletonScope();
  options
    .bind(operationsToken)
    .toResolvedValue(
      (networks, containers, events, clock, parts, connections) =>
        new NetworkOperations(networks, containers, events, clock, new Membership(parts, connections)),
      [networksToken, ports.containers, ports.events, ports.clock, partsToken, connectionsToken],
    )
    .inSingletonScope();
  bindOperation(options, 'NetworkList', [operationsToken], ({ list }) => list);
  bindOperation(options, 'NetworkInspect', [operationsToken], ({ inspect }) => inspect);
  bindOperation(options, 'NetworkCreate', [operationsToken], ({ create }) => create);
  bindOperation(options, 'NetworkDelete', [operationsToken], ({ remove }) => remove);
  bindOperation(options, 'NetworkConnect', [operationsToken], ({ connect }) => connect);
  bindOperation(options, 'NetworkDisconnect', [operationsToken], ({ disconnect }) => disconnect);
  bindOperation(options, 'NetworkPrune', [operationsToken], ({ prune }) => prune);
}

function bindParts({ bind }: ContainerModuleLoadOptions): void {
  bind(partsToken)
    .toResolvedValue(
      (agent, networks, endpoints, sandboxes, containers, events, log, daemon: Daemon): Parts => ({
        ...{ agent, networks, endpoints, sandboxes, containers, events, log },
        names: new Names(agent, networks),
        dns: daemon.defaultDns,
      }),
      [
        ...([ports.agent, networksToken, endpointsToken, sandboxesToken] as const),
        ...([ports.containers, ports.events, ports.log, ports.daemon] as const),
      ],
    )
    .inSingletonScope();
}

export const plugin = new ContainerModule((options) => {
  const { bind } = options;
  bindDrivers(options);
  bind(networksToken)
    .toResolvedValue(
      (store: Store, agent: Agent, daemon: Daemon, clock: Clock, drivers: NetworkDriver[]) =>
        new Networks(
          store,
          agent,
          daemon,
          clock,
          randomId,
          new Map(drivers.map((driver) => [driver.name, driver])),
        ),
      [
        ports.store,
        ports.agent,
        ports.daemon,
        ports.clock,
        { serviceIdentifier: networkDriverToken, isMultiple: true },
      ] as never,
    )
    .inSingletonScope();
  bind(endpointsToken)
    .toResolvedValue((networks) => new Endpoints(networks, randomId), [networksToken])
    .inSingletonScope();
  bindParts(options);
  bind(connectionsToken)
    .toResolvedValue((parts) => new Connections(parts), [partsToken])
    .inSingletonScope();
  bind(sandboxesToken)
    .toResolvedValue(
      (agent, networks, endpoints, log) => new Sandboxes(agent, networks, endpoints, log, randomId),
      [ports.agent, networksToken, endpointsToken, ports.log],
    )
    .inSingletonScope();
  bindFeature(
    options,
    [networksToken, connectionsToken, ports.containers],
    (networks, connections, containers) => network(networks, connections, containers),
  );
  bindService(
    options,
    [networksToken, sandboxesToken, ports.containers, followersToken, ports.log],
    (networks, sandboxes, containers, followers, log) => ({
      start: () => networks.start(({ name }) => containers.list().some(isOn(name)), log),
      async ready() {
        const runtimes = containers
          .list()
          .map(({ runtime }) => runtime['network'] as NetworkRuntime | undefined);
        await sandboxes.removeUnknown(new Set(runtimes.flatMap((runtime) => runtime?.sandbox || [])));
        sandboxes.refill();
        followers.start();
      },
      async stop() {
        await followers.stop();
        await sandboxes.close();
      },
    }),
  );
  bindOperations(options);
});
export const manifests = [manifest] as const;
