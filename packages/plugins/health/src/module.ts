import { bindFeature, bindService, port, ports } from '@arca/plugin-kit';
import { ContainerModule } from 'inversify';
import { health, manifest } from './feature.js';
import { Monitors } from './monitors.js';
import { probe } from './probe.js';

const monitorsToken = port<Monitors>('health.monitors');

export const plugin = new ContainerModule((options) => {
  options
    .bind(monitorsToken)
    .toResolvedValue(
      (store, containers, execs, agent, events, clock, log) =>
        new Monitors({ store, containers, events, clock, log, probe: probe({ agent, execs, clock }) }),
      [ports.store, ports.containers, ports.execs, ports.agent, ports.events, ports.clock, ports.log],
    )
    .inSingletonScope();
  bindFeature(options, [monitorsToken], health);
  bindService(options, [monitorsToken], (monitors) => ({
    stop: () => Promise.resolve(monitors.close()),
  }));
});
export const manifests = [manifest] as const;
