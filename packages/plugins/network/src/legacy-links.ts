import { invalidParameter, type ContainerRecord, type Containers } from '@arca/plugin-kit';
import { parseLink } from './links.js';
import type { Fields } from './manifest.js';
import { parsePort } from './ports.js';
import type { NetworkRuntime } from './record.js';

/** A container of the default bridge by another name: on that network names are in files and in the environment. */
export interface LegacyLink {
  alias: string;
  target: ContainerRecord;
  address: string;
  /** What its address is called in /etc/hosts. */
  names: string[];
}

/** The links of a container that starts. Throws InvalidParameter for one to a container that does not run there. */
export function legacyLinks({ HostConfig }: Fields, containers: Pick<Containers, 'get'>): LegacyLink[] {
  return (HostConfig.Links ?? []).map((text) => {
    const { container, alias } = parseLink(text);
    const target = containers.get(container);
    const runtime = target.runtime['network'] as NetworkRuntime | undefined;
    const address = runtime?.endpoints['bridge']?.address;
    if (target.state.status !== 'running' || !address) {
      const words = `Cannot link to a non running container: /${target.name} AS ${alias}`;
      throw invalidParameter(words, 'network.links');
    }
    const names = [...new Set([alias, target.body.Config.Hostname ?? '', target.name])];
    return { alias, target, address, names };
  });
}

/** The variables that tell of a linked container: its ports, its name, its own environment. `own` is who has the link. */
export function linkEnvironment({ alias, target, address }: LegacyLink, own: string): Record<string, string> {
  const prefix = alias.toUpperCase().replaceAll('-', '_');
  const ports = Object.keys(target.body.Config.ExposedPorts ?? {}).map(parsePort);
  ports.sort((a, b) => a.port - b.port || Number(b.protocol === 'tcp') - Number(a.protocol === 'tcp'));
  const variables: Record<string, string> = {};
  for (const [index, { port, protocol }] of ports.entries()) {
    const url = `${protocol}://${address}:${port}`;
    const name = `${prefix}_PORT_${port}_${protocol.toUpperCase()}`;
    if (index === 0) variables[`${prefix}_PORT`] = url;
    variables[name] = url;
    variables[`${name}_ADDR`] = address;
    variables[`${name}_PORT`] = `${port}`;
    variables[`${name}_PROTO`] = protocol;
  }
  variables[`${prefix}_NAME`] = `/${own}/${alias}`;
  for (const entry of target.body.Config.Env ?? []) {
    const equals = entry.indexOf('=');
    const name = entry.slice(0, equals);
    if (equals > 0 && name !== 'HOME' && name !== 'PATH')
      variables[`${prefix}_ENV_${name}`] = entry.slice(equals + 1);
  }
  return variables;
}
