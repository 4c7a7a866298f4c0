import { bindOperation, ports } from '@arca/plugin-kit';
import { ContainerModule } from 'inversify';
import { containerExplain, containerSpec, coverage } from './operations.js';

/** The operations by which Arca tells of itself. */
export const catalogModule = new ContainerModule((options) => {
  bindOperation(options, 'ArcaCoverage', [ports.catalog], coverage);
  bindOperation(options, 'ArcaContainerSpec', [ports.containers], containerSpec);
  bindOperation(options, 'ArcaContainerExplain', [ports.containers], containerExplain);
});
