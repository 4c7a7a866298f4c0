import { bindVolumeDriver, ports } from '@arca/plugin-kit';
import { ContainerModule } from 'inversify';
import { MemoryDriver } from './driver.js';

export default new ContainerModule((options) =>
  bindVolumeDriver(options, [ports.agent], (agent) => new MemoryDriver(agent)),
);
