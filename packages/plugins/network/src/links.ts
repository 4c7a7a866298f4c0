import { invalidParameter } from '@arca/plugin-kit';
import type { Fields } from './manifest.js';

/** A container by another name. */
export interface Link {
  container: string;
  alias: string;
}

/** `name[:alias]`; dockerd's own form `/name:/of/alias` as well. Throws InvalidParameter. */
export function parseLink(text: string): Link {
  const [container = '', alias, ...more] = text.split(':');
  if (text === '' || container === '' || more.length > 0) {
    const why = text === '' ? 'empty string specified for links' : `bad format for links: ${text}`;
    throw invalidParameter(why, 'network.links');
  }
  const name = container.replace(/^\//, '');
  return { container: name, alias: alias === undefined ? name : alias.replace(/^.*\//, '') };
}

/** All links of a container: those of `HostConfig.Links`, and of its endpoints. */
export const linksOf = ({ HostConfig, NetworkingConfig }: Fields): Link[] =>
  [
    ...(HostConfig.Links ?? []),
    ...Object.values(NetworkingConfig.EndpointsConfig ?? {}).flatMap((settings) => settings?.Links ?? []),
  ].map(parseLink);
