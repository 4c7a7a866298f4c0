import { bindLogDriver, ports } from '@arca/plugin-kit';
import { ContainerModule } from 'inversify';
import { journald } from './driver.js';

export const plugin = new ContainerModule((options) => {
  bindLogDriver(options, [ports.localDatagrams], journald);
});
