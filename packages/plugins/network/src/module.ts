import { randomBytes } from 'node:crypto';
import { bindFeature, bindOperation, bindService, port, ports } from '@arca/plugin-kit';
import { ContainerModule } from 'inversify';
import { Connections } from './connections.js';
import { network } from './feature.js';
import { manifest } from './manifest.js';
import { Networks } from './networks.js';
import { NetworkOperations } from './operations.js';
import type { NetworkRuntime } from './record.js';
import { Sandboxes } from './sandboxes.js';

const networksToken = port<Networks>('network.networks');
const sandboxesToken = port<Sandboxes>('network.sandboxes');
const operationsToken = port<NetworkOperations>('network.operations');
const randomId = () => randomBytes(32).toString('hex');

export const plugin = new ContainerModule((options) => {
  const { bind } = options;
  bind(networksToken)
    .toResolvedValue(
      (store, agent, daemon, clock) => new Networks(store, agent, daemon, clock, randomId),
      [ports.store, ports.agent, ports.daemon, ports.clock],
    )
    .inSingletonScope();
  bind(sandboxesToken)
    .toResolvedValue(
      (agent, networks, log) => new Sandboxes(agent, networks, log, randomId),
      [ports.agent, networksToken, ports.log],
    )
    .inSingletonScope();
  bind(operationsToken)
    .toResolvedValue(
      (networks, containers, events, clock) => new NetworkOperations(networks, containers, events, clock),
      [networksToken, ports.containers, ports.events, ports.clock],
    )
    .inSingletonScope();
  bindFeature(
    options,
    [networksToken, sandboxesToken, ports.containers, ports.events, ports.log],
    (networks, sandboxes, containers, events, log) =>
      network(networks, new Connections(networks, sandboxes, containers, events, log), containers),
  );
  bindService(
    options,
    [networksToken, sandboxesToken, ports.containers],
    (networks, sandboxes, containers) => ({
      start: () => networks.start(),
      async ready() {
        const runtimes = containers
          .list()
          .map(({ runtime }) => runtime['network'] as NetworkRuntime | undefined);
        await sandboxes.removeUnknown(new Set(runtimes.flatMap((runtime) => runtime?.sandbox || [])));
        sandboxes.refill();
      },
      stop: () => sandboxes.close(),
    }),
  );
  bindOperation(options, 'NetworkList', [operationsToken], ({ list }) => list);
  bindOperation(options, 'NetworkInspect', [operationsToken], ({ inspect }) => inspect);
  bindOperation(options, 'NetworkCreate', [operationsToken], ({ create }) => create);
  bindOperation(options, 'NetworkDelete', [operationsToken], ({ remove }) => remove);
  bindOperation(options, 'NetworkPrune', [operationsToken], ({ prune }) => prune);
});
export const manifests = [manifest] as const;
