import type { EndpointSettings } from '@arca/api';
import { conflict, invalidParameter, sharedContainer, type Slice } from '@arca/plugin-kit';
import { parseExtraHost } from './files.js';
import type { Owned } from './manifest.js';
import { parsePort, wantedPorts } from './ports.js';

type Fields = Readonly<Slice<Owned>>;

const withProtocol = (port: string) => (port.includes('/') ? port : `${port}/tcp`);

/** Fills in the mode, the ports that are published or exposed by the image, and the settings of the mode's network. */
export function completeRequest(
  { Config, HostConfig, NetworkingConfig }: Slice<Owned>,
  image: Pick<Slice<'ExposedPorts'>['Config'], 'ExposedPorts'>,
): void {
  if (!HostConfig.NetworkMode || HostConfig.NetworkMode === 'default') HostConfig.NetworkMode = 'bridge';
  if (Config.NetworkDisabled) HostConfig.NetworkMode = 'none';
  Config.ExposedPorts = { ...image.ExposedPorts, ...Config.ExposedPorts };
  for (const port of Object.keys(HostConfig.PortBindings ?? {}))
    Config.ExposedPorts[withProtocol(port)] ??= {};
  if (Object.keys(Config.ExposedPorts).length === 0) delete Config.ExposedPorts;
  const mode = HostConfig.NetworkMode;
  if (!sharedContainer(mode))
    NetworkingConfig.EndpointsConfig = endpointsConfig(NetworkingConfig.EndpointsConfig, mode);
}

/** The endpoint settings of the mode's network are always there; `default` is a name for it. */
function endpointsConfig(given: Record<string, EndpointSettings | null> | null | undefined, mode: string) {
  const { default: byDefault, ...rest } = given ?? {};
  const settings: Record<string, EndpointSettings> = {};
  for (const [name, value] of Object.entries(rest)) settings[name] = value ?? {};
  if (byDefault) settings[mode] ??= byDefault;
  settings[mode] ??= {};
  return settings;
}

/** Throws InvalidParameter or Conflict for what cannot be connected or published. */
export function validateRequest({ Config, HostConfig, NetworkingConfig }: Fields): void {
  const exposed = Object.keys(Config.ExposedPorts ?? {});
  exposed.forEach(parsePort);
  wantedPorts(HostConfig.PortBindings, exposed, HostConfig.PublishAllPorts ?? false);
  (HostConfig.ExtraHosts ?? []).forEach(parseExtraHost);
  refuseUnserved(HostConfig, NetworkingConfig);
  for (const server of HostConfig.Dns ?? []) {
    if (!/^[0-9a-fA-F:.]+$/.test(server))
      throw invalidParameter(`invalid IP address: ${server}`, 'network.dns');
  }
}

/** What no loaded plugin gives an effect is refused rather than dropped. */
function refuseUnserved(host: Fields['HostConfig'], networking: Fields['NetworkingConfig']): void {
  if (host.Links?.length)
    throw invalidParameter('Links are not supported: use a network and its names', 'network.links');
  if (Object.keys(networking.EndpointsConfig ?? {}).length > 1) {
    throw invalidParameter(
      'Container cannot be connected to more than one network at creation: connect it after that',
      'network.several',
    );
  }
  if (sharedContainer(host.NetworkMode) && Object.keys(host.PortBindings ?? {}).length > 0) {
    throw conflict(
      'conflicting options: port publishing and the container type network mode',
      'network.shared-ports',
    );
  }
}
