import { bindLogDriver } from '@arca/plugin-kit';
import { ContainerModule } from 'inversify';
import { loki } from './driver.js';

export default new ContainerModule((options) => bindLogDriver(options, [], () => loki));
