import { bindFeature, bindLogDriver, ports } from '@arca/plugin-kit';
import { ContainerModule } from 'inversify';
import { jsonFile, none } from './driver.js';
import { logging, manifest } from './feature.js';

export const plugin = new ContainerModule((options) => {
  bindLogDriver(options, [], jsonFile);
  bindLogDriver(options, [], () => none);
  bindFeature(options, [ports.daemon, ports.logs], logging);
});
export const manifests = [manifest] as const;
