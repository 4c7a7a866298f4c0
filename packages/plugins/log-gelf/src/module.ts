import { bindLogDriver } from '@arca/plugin-kit';
import { ContainerModule } from 'inversify';
import { gelf } from './driver.js';

export const plugin = new ContainerModule((options) => {
  bindLogDriver(options, [], () => gelf);
});
