import { invalidParameter } from '@arca/plugin-kit';

/** A port to publish; a `hostPort` of 0 leaves the choice. */
export interface WantedPort {
  protocol: string;
  containerPort: number;
  hostIp: string;
  hostPort: number;
  hostPortEnd: number;
}

const bad = (text: string) => invalidParameter(`invalid port specification: "${text}"`, 'network.port');

/** `80/tcp` → its parts. Throws InvalidParameter. */
export function parsePort(text: string): { port: number; protocol: string } {
  const [number = '', protocol = 'tcp'] = text.split('/');
  if (!/^\d{1,5}$/.test(number) || Number(number) > 65535) throw bad(text);
  const name = protocol.toLowerCase() || 'tcp';
  if (!['tcp', 'udp', 'sctp'].includes(name))
    throw invalidParameter(`invalid proto: ${protocol}`, 'network.protocol');
  return { port: Number(number), protocol: name };
}

/** A host port: empty, a number, or a range from which one is chosen. */
function parseHostPort(text: string): { hostPort: number; hostPortEnd: number } {
  if (text === '') return { hostPort: 0, hostPortEnd: 0 };
  const match = /^(\d{1,5})(?:-(\d{1,5}))?$/.exec(text);
  const first = Number(match?.[1]);
  const last = match?.[2] === undefined ? 0 : Number(match[2]);
  if (!match || first > 65535 || last > 65535 || (last !== 0 && last < first)) throw bad(text);
  return { hostPort: first, hostPortEnd: last };
}

/** The API's PortMap; dockerd shows null for a port that is only exposed. */
type Bindings = Record<string, { HostIp?: string; HostPort?: string }[] | null>;

/** What `PortBindings`, and with `all` the exposed ports, ask for, in the order of their numbers. */
export function wantedPorts(
  bindings: Bindings | null | undefined,
  exposed: readonly string[],
  all: boolean,
): WantedPort[] {
  const wanted: WantedPort[] = [];
  for (const [name, entries] of Object.entries(bindings ?? {})) {
    const { port, protocol } = parsePort(name);
    // An entry with no binding publishes on a port of the daemon's choice.
    for (const { HostIp = '', HostPort = '' } of entries?.length ? entries : [{}]) {
      wanted.push({ protocol, containerPort: port, hostIp: HostIp, ...parseHostPort(HostPort) });
    }
  }
  if (all) {
    for (const name of exposed) {
      const { port, protocol } = parsePort(name);
      if (wanted.some((other) => other.containerPort === port && other.protocol === protocol)) continue;
      wanted.push({ protocol, containerPort: port, hostIp: '', hostPort: 0, hostPortEnd: 0 });
    }
  }
  return wanted.sort((a, b) => a.containerPort - b.containerPort || a.protocol.localeCompare(b.protocol));
}
