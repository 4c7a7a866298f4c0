import { bindOperation, ports } from '@arca/plugin-kit';
import { ContainerModule } from 'inversify';
import { dataUsage } from './data-usage.js';
import { events, eventsWebsocket } from './events.js';
import { info } from './info.js';
import { metrics } from './metrics.js';
import { ping, pingHead } from './ping.js';
import { version } from './version.js';

export const plugin = new ContainerModule((options) => {
  const { agent, buildCaches, catalog, clock, containers, daemon, events: bus, logs, volumes } = ports;
  bindOperation(options, 'SystemPing', [agent], ping);
  bindOperation(options, 'SystemPingHead', [agent], pingHead);
  bindOperation(options, 'SystemVersion', [daemon, agent], version);
  bindOperation(options, 'SystemInfo', [daemon, agent, containers, logs, bus, clock, volumes], info);
  bindOperation(options, 'SystemEvents', [bus, clock], events);
  bindOperation(options, 'ArcaEventsWebsocket', [bus, clock], eventsWebsocket);
  bindOperation(options, 'ArcaMetrics', [catalog, containers, logs], metrics);
  bindOperation(options, 'SystemDataUsage', [catalog, containers, agent, volumes, buildCaches], dataUsage);
});
