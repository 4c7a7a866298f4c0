import { bindLogDriver } from '@arca/plugin-kit';
import { ContainerModule } from 'inversify';
import { local } from './driver.js';

export const plugin = new ContainerModule((options) => {
  bindLogDriver(options, [], local);
});
