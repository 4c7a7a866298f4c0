import { bindOperation, ports } from '@arca/plugin-kit';
import { ContainerModule } from 'inversify';
import { changes } from './changes.js';
import { exportContainer } from './export.js';
import { extract } from './extract.js';
import { archive, archiveInfo } from './read.js';

export const plugin = new ContainerModule((options) => {
  const { agent, containers, events, restingMounts: atRest } = ports;
  bindOperation(options, 'ContainerArchiveInfo', [containers, atRest, agent], (containers, atRest, agent) =>
    archiveInfo({ containers, atRest }, agent),
  );
  bindOperation(
    options,
    'ContainerArchive',
    [containers, atRest, agent, events],
    (containers, atRest, agent, events) => archive({ containers, atRest }, agent, events),
  );
  bindOperation(
    options,
    'PutContainerArchive',
    [containers, atRest, agent, events],
    (containers, atRest, agent, events) => extract({ containers, atRest }, agent, events),
  );
  bindOperation(options, 'ContainerExport', [containers, agent, events], exportContainer);
  bindOperation(options, 'ContainerChanges', [containers, agent], changes);
});
