import { bindFeature, ports } from '@arca/plugin-kit';
import { ContainerModule } from 'inversify';
import { cgroupParent } from './feature.js';

export const plugin = new ContainerModule((options) =>
  bindFeature(options, [ports.daemon], (daemon) => cgroupParent(daemon.instance)),
);
export const manifests = [cgroupParent('').manifest] as const;
