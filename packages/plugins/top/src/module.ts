import { bindOperation, ports } from '@arca/plugin-kit';
import { ContainerModule } from 'inversify';
import { top } from './operation.js';

export const plugin = new ContainerModule((options) =>
  bindOperation(options, 'ContainerTop', [ports.containers, ports.agent, ports.events], top),
);
