import { bindOperation, ports } from '@arca/plugin-kit';
import { ContainerModule } from 'inversify';
import { create } from './create.js';
import { inspect, resize } from './inspect.js';
import { start } from './start.js';
import { startWebsocket } from './websocket.js';

export const plugin = new ContainerModule((options) => {
  const { containers, execs, streams } = ports;
  bindOperation(options, 'ContainerExec', [containers, execs], create);
  bindOperation(options, 'ExecStart', [containers, execs, streams], start);
  bindOperation(options, 'ArcaExecWebsocket', [containers, execs, streams], startWebsocket);
  bindOperation(options, 'ExecInspect', [execs], inspect);
  bindOperation(options, 'ExecResize', [execs], resize);
});
