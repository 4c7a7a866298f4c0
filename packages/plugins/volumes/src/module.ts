import {
  bindOperation,
  bindService,
  bindVolumeDriver,
  port,
  ports,
  volumeDriverToken,
  type Clock,
  type Events,
  type Log,
  type Store,
  type VolumeDriver,
} from '@arca/plugin-kit';
import type { Agent } from '@arca/agent-proto';
import { ContainerModule } from 'inversify';
import { LocalDriver } from './local-driver.js';
import { VolumeOperations } from './operations.js';
import { VolumeService } from './volumes.js';

const serviceToken = port<VolumeService>('volumes.service');
const operationsToken = port<VolumeOperations>('volumes.operations');

export const plugin = new ContainerModule((options) => {
  const { bind } = options;
  bindVolumeDriver(options, [ports.agent], (agent) => new LocalDriver(agent));
  bind(serviceToken)
    .toResolvedValue(
      (store: Store, agent: Agent, events: Events, clock: Clock, log: Log, drivers: VolumeDriver[]) =>
        new VolumeService({ store, agent, events, clock, log, drivers }),
      [
        ports.store,
        ports.agent,
        ports.events,
        ports.clock,
        ports.log,
        { serviceIdentifier: volumeDriverToken, isMultiple: true },
      ] as never,
    )
    .inSingletonScope();
  bind(ports.volumes).toService(serviceToken);
  bind(operationsToken)
    .toResolvedValue(
      (volumes, events, log) => new VolumeOperations(volumes, events, log),
      [serviceToken, ports.events, ports.log],
    )
    .inSingletonScope();
  bindService(options, [serviceToken, ports.containers], (volumes, containers) => ({
    ready: () => volumes.settle(new Set(containers.list().map(({ id }) => id))),
  }));
  bindOperation(options, 'VolumeList', [operationsToken], ({ list }) => list);
  bindOperation(options, 'VolumeCreate', [operationsToken], ({ create }) => create);
  bindOperation(options, 'VolumeInspect', [operationsToken], ({ inspect }) => inspect);
  bindOperation(options, 'VolumeUpdate', [operationsToken], ({ update }) => update);
  bindOperation(options, 'VolumeDelete', [operationsToken], ({ remove }) => remove);
  bindOperation(options, 'VolumePrune', [operationsToken], ({ prune }) => prune);
});
