import { bindLogDriver } from '@arca/plugin-kit';
import { ContainerModule } from 'inversify';
import { splunk } from './driver.js';

export const plugin = new ContainerModule((options) => {
  bindLogDriver(options, [], () => splunk);
});
