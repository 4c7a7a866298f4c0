import { bindOperation, ports } from '@arca/plugin-kit';
import { ContainerModule } from 'inversify';
import {
  fixed,
  pluginDisable,
  pluginEnable,
  pluginFixed,
  pluginInspect,
  pluginList,
} from './plugin-operations.js';
import { containerExplain, containerSpec, coverage } from './operations.js';

/** The operations by which Arca tells of itself. */
export const catalogModule = new ContainerModule((options) => {
  bindOperation(options, 'ArcaCoverage', [ports.catalog], coverage);
  bindOperation(options, 'ArcaContainerSpec', [ports.containers], containerSpec);
  bindOperation(options, 'ArcaContainerExplain', [ports.containers], containerExplain);
  bindOperation(options, 'PluginList', [ports.plugins], pluginList);
  bindOperation(options, 'PluginInspect', [ports.plugins], pluginInspect);
  bindOperation(options, 'PluginEnable', [ports.plugins], pluginEnable);
  bindOperation(options, 'PluginDisable', [ports.plugins], pluginDisable);
  for (const id of fixed) bindOperation(options, id, [ports.plugins], pluginFixed);
});
