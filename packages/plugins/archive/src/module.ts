import { bindOperation, ports } from '@arca/plugin-kit';
import { ContainerModule } from 'inversify';
import { changes } from './changes.js';
import { exportContainer } from './export.js';
import { extract } from './extract.js';
import { archive, archiveInfo } from './read.js';

export const plugin = new ContainerModule((options) => {
  const { agent, containers, events } = ports;
  bindOperation(options, 'ContainerArchiveInfo', [containers, agent], archiveInfo);
  bindOperation(options, 'ContainerArchive', [containers, agent, events], archive);
  bindOperation(options, 'PutContainerArchive', [containers, agent, events], extract);
  bindOperation(options, 'ContainerExport', [containers, agent, events], exportContainer);
  bindOperation(options, 'ContainerChanges', [containers, agent], changes);
});
