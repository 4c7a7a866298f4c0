import { bindFeature, bindService, ports } from '@arca/plugin-kit';
import { ContainerModule } from 'inversify';
import { mounts } from './feature.js';
import { manifest } from './manifest.js';
import { MountsAtRest } from './resting.js';

export const plugin = new ContainerModule((options) => {
  const { agent, containers, events, volumes } = ports;
  bindFeature(options, [volumes, events, containers], (volumes, events, containers) =>
    mounts({ volumes, events, containers }),
  );
  options
    .bind(ports.restingMounts)
    .toResolvedValue((volumes) => new MountsAtRest(volumes), [volumes])
    .inSingletonScope();
  bindService(options, [agent, containers], (agent, containers) => ({
    async ready() {
      await agent.volumes.keep({ containerIds: containers.list().map(({ id }) => id) });
    },
  }));
});
export const manifests = [manifest] as const;
