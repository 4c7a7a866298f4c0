import { bindOperation, ports } from '@arca/plugin-kit';
import { ContainerModule } from 'inversify';
import { stats } from './operation.js';

export const plugin = new ContainerModule((options) =>
  bindOperation(options, 'ContainerStats', [ports.containers, ports.agent], stats),
);
