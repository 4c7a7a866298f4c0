import { AgentError, type Agent } from '@arca/agent-proto';
import { systemError, type ContainerRecord, type Log } from '@arca/plugin-kit';
import { gatewayOrder, type Settings } from './gateway.js';
import type { Fields } from './manifest.js';
import { wantedPorts } from './ports.js';
import type { Networks } from './networks.js';
import type { NetworkRuntime } from './record.js';

interface Publisher {
  agent: Agent;
  networks: Networks;
  log: Log;
}

/**
 * Publishes the ports that are asked for on the endpoint that leads outside; gives the PortMap as inspect shows it. Ports
 * that were chosen before stay what they are.
 */
export async function publish(
  fields: Fields,
  runtime: NetworkRuntime,
  container: ContainerRecord,
  { agent, networks, log }: Publisher,
): Promise<NetworkRuntime['ports']> {
  const exposed = Object.keys(fields.Config.ExposedPorts ?? {});
  const ports: NetworkRuntime['ports'] = Object.fromEntries(exposed.map((name) => [name, null]));
  const endpoint = outwards(runtime, fields.NetworkingConfig.EndpointsConfig ?? {});
  const before = Object.values(runtime.ports).some((bindings) => bindings?.length)
    ? runtime.ports
    : fields.HostConfig.PortBindings;
  const wanted = wantedPorts(before, exposed, fields.HostConfig.PublishAllPorts ?? false);
  if (wanted.length === 0 || !endpoint) return ports;
  const driver = networks.get(endpoint.networkId).driver;
  if (!networks.drivers.get(driver)?.publishesPorts) {
    log('warn', `ports cannot be published on networks of the driver ${driver}`, { container: container.id });
    return ports;
  }
  const { address: containerIpv4, address6: containerIpv6 } = endpoint;
  const answer = await agent.networks
    .publish({ sandboxId: runtime.sandbox, containerIpv4, containerIpv6, ports: wanted })
    .catch((error: unknown) => {
      if (!(error instanceof AgentError)) throw error;
      const where = `on endpoint ${container.name} (${endpoint.endpointId})`;
      throw systemError(
        `driver failed programming external connectivity ${where}: ${error.message}`,
        'network.publish',
        { cause: error },
      );
    });
  for (const { protocol, containerPort, hostIp, hostPort } of answer.ports) {
    (ports[`${containerPort}/${protocol}`] ??= []).push({ HostIp: hostIp, HostPort: String(hostPort) });
  }
  return ports;
}

/** The endpoint whose network gives the default route. */
export function outwards({ endpoints }: Pick<NetworkRuntime, 'endpoints'>, settings: Settings) {
  const [name] = gatewayOrder(endpoints, settings);
  return name === undefined ? undefined : endpoints[name];
}
