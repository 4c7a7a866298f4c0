import { bindOperation, ports } from '@arca/plugin-kit';
import { ContainerModule } from 'inversify';
import { kill } from './operation.js';

export const plugin = new ContainerModule((options) =>
  bindOperation(options, 'ContainerKill', [ports.containers], kill),
);
