import { invalidParameter, type Filters } from '@arca/plugin-kit';

/** A port as lists show it. */
export interface ListedPort {
  PrivatePort: number;
  PublicPort?: number;
  Type: string;
}

/**
 * The test of the filters `publish` and `expose`, each `port[/proto]` or a range `first-last[/proto]`; a container passes
 * when one of its ports is wanted by either. Throws InvalidParameter for what is no port.
 */
export function portTest(filters: Filters): (ports: readonly ListedPort[]) => boolean {
  const published = wantedPorts('publish', filters);
  const exposed = wantedPorts('expose', filters);
  if (published.length === 0 && exposed.length === 0) return () => true;
  const wanted = (ranges: readonly Range[], port: number, proto: string) =>
    ranges.some((range) => range.proto === proto && port >= range.first && port <= range.last);
  return (ports) =>
    ports.some(
      // dockerd counts what is not published as published on port 0.
      ({ PublicPort = 0, PrivatePort, Type }) =>
        wanted(published, PublicPort, Type) || wanted(exposed, PrivatePort, Type),
    );
}

interface Range {
  first: number;
  last: number;
  proto: string;
}

const wantedPorts = (name: 'publish' | 'expose', filters: Filters): Range[] =>
  (filters.get(name) ?? []).map((value) => parseRange(name, value));

function parseRange(name: string, value: string): Range {
  if (value.includes(':')) {
    throw invalidParameter(`filter for '${name}' should not contain ':': ${value}`, 'filters.port');
  }
  const [ports = '', proto = 'tcp'] = value.split('/');
  const [first = '', last = first] = ports.split('-');
  const failed = (reason: string) =>
    invalidParameter(`error while looking up for ${name} ${value}: ${reason}`, 'filters.port');
  if (ports === '') throw failed('empty string specified for ports');
  for (const port of [first, last]) {
    const wrong = /^\d+$/.test(port) ? Number(port) > 65535 && 'value out of range' : 'invalid syntax';
    if (wrong) throw failed(`strconv.ParseUint: parsing "${port}": ${wrong}`);
  }
  if (Number(last) < Number(first)) throw failed(`invalid range specified for port: ${ports}`);
  return { first: Number(first), last: Number(last), proto: proto || 'tcp' };
}
