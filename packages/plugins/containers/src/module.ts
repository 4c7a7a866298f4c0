import { bindOperation, ports } from '@arca/plugin-kit';
import { ContainerModule } from 'inversify';
import { attach, attachWebsocket } from './attach.js';
import { create } from './create.js';
import { inspect } from './inspect.js';
import { pause, rename, resize, restart, start, stop, unpause, update } from './lifecycle.js';
import { list } from './list.js';
import { logs, logsWebsocket } from './logs.js';
import { prune, remove } from './removal.js';
import { wait } from './wait.js';

export const plugin = new ContainerModule((options) => {
  const { agent, clock, containers, events, log, logs: logService, streams } = ports;
  bindOperation(options, 'ContainerList', [containers, agent], list);
  bindOperation(options, 'ContainerInspect', [containers, agent], inspect);
  bindOperation(options, 'ContainerCreate', [containers, agent], create);
  bindOperation(options, 'ContainerStart', [containers], start);
  bindOperation(options, 'ContainerStop', [containers], stop);
  bindOperation(options, 'ContainerRestart', [containers], restart);
  bindOperation(options, 'ContainerPause', [containers], pause);
  bindOperation(options, 'ContainerUnpause', [containers], unpause);
  bindOperation(options, 'ContainerRename', [containers], rename);
  bindOperation(options, 'ContainerUpdate', [containers], update);
  bindOperation(options, 'ContainerResize', [containers], resize);
  bindOperation(options, 'ContainerWait', [containers], wait);
  bindOperation(options, 'ContainerDelete', [containers], remove);
  bindOperation(options, 'ContainerPrune', [containers, agent, clock, events, log], prune);
  bindOperation(options, 'ContainerLogs', [containers, logService, streams, clock], logs);
  bindOperation(
    options,
    'ArcaContainerLogsWebsocket',
    [containers, logService, streams, clock],
    logsWebsocket,
  );
  bindOperation(options, 'ContainerAttach', [containers, logService, streams, clock], attach);
  bindOperation(
    options,
    'ContainerAttachWebsocket',
    [containers, logService, streams, clock],
    attachWebsocket,
  );
});
