import { AgentError, type Port, type PublishRequest } from '@arca/agent-proto';
import { canonical, isIPv6 } from '../addresses.js';
import type { PortRange } from './allocator.js';

/** Host addresses that get the same port of the host, and what each of them leads to. */
export interface Binding {
  protocol: string;
  containerPort: number;
  /** Undefined: any free port. */
  range?: PortRange;
  /** Host address → container address. */
  targets: Map<string, string>;
}

const protocols = ['tcp', 'udp', 'sctp'];

export interface BindingContext {
  /** For ports without a host address; empty: all of both families. */
  hostBinding: string;
  /** Whether the host has IPv6: without it there is no `::`. */
  ipv6: boolean;
  /** Ports of the family are opened at the container's own address, in the place of the host's. */
  routed4?: boolean;
  routed6?: boolean;
}

/**
 * What must be listened on. Ports that differ in the host address only share the port number. Exact ports come before
 * ranges, which could otherwise take them. INVALID_ARGUMENT for what cannot be a port.
 */
export function bindingsOf(request: PublishRequest, context: BindingContext): Binding[] {
  const bindings = new Map<string, Binding>();
  for (const port of request.ports) {
    const range = rangeOf(port);
    const name = [port.protocol, port.containerPort, range?.first, range?.last].join(' ');
    const binding = bindings.get(name) ?? {
      protocol: port.protocol,
      containerPort: port.containerPort,
      range,
      targets: new Map<string, string>(),
    };
    bindings.set(name, binding);
    for (const address of hostAddresses(port.hostIp || context.hostBinding, context.ipv6)) {
      if (isIPv6(address) ? context.routed6 && request.containerIpv6 : context.routed4) continue;
      const target = targetOf(address, request);
      if (target !== undefined) binding.targets.set(address, target);
    }
  }
  return [...bindings.values()]
    .filter(({ targets }) => targets.size > 0)
    .sort((one, other) => Number(!isExact(one.range)) - Number(!isExact(other.range)));
}

/** Ports that are opened at the container's own addresses. */
export function openingsOf(
  request: PublishRequest,
  { routed4, routed6 }: BindingContext,
): { protocol: string; address: string; port: number; hostIp: string }[] {
  return request.ports.flatMap((wanted) => {
    rangeOf(wanted);
    const { protocol, containerPort: port, hostIp } = wanted;
    const at = (address: string) => ({ protocol, address: canonical(address), port });
    return [
      ...(routed4 && request.containerIpv4 && !isIPv6(hostIp)
        ? [{ ...at(request.containerIpv4), hostIp: hostIp || '0.0.0.0' }]
        : []),
      ...(routed6 && request.containerIpv6 && (hostIp === '' || isIPv6(hostIp))
        ? [{ ...at(request.containerIpv6), hostIp: hostIp || '::' }]
        : []),
    ];
  });
}

export function isExact(range?: PortRange): boolean {
  return range !== undefined && range.first === range.last;
}

function rangeOf({ protocol, containerPort, hostPort, hostPortEnd }: Port): PortRange | undefined {
  const last = hostPortEnd || hostPort;
  const valid = [containerPort, last].every((port) => port <= 65535) && hostPort <= last && containerPort > 0;
  if (!protocols.includes(protocol) || !valid) {
    throw new AgentError('INVALID_ARGUMENT', `invalid port ${hostPort}-${last}:${containerPort}/${protocol}`);
  }
  return hostPort === 0 ? undefined : { first: hostPort, last };
}

function hostAddresses(hostIp: string, ipv6: boolean): string[] {
  if (hostIp !== '') return [canonical(hostIp.replace(/^::ffff:(?=\d+\.)/i, ''))];
  return ipv6 ? ['0.0.0.0', '::'] : ['0.0.0.0'];
}

/** IPv6 of the host reaches a container without IPv6 by way of the agent; there is no way in the other direction. */
function targetOf(hostAddress: string, request: PublishRequest): string | undefined {
  if (isIPv6(hostAddress) && request.containerIpv6) return canonical(request.containerIpv6);
  return request.containerIpv4 ? canonical(request.containerIpv4) : undefined;
}
