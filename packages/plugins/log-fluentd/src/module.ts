import { bindLogDriver } from '@arca/plugin-kit';
import { ContainerModule } from 'inversify';
import { fluentd } from './driver.js';

export const plugin = new ContainerModule((options) => {
  bindLogDriver(options, [], () => fluentd);
});
