import type { EndpointSettings } from '@arca/api';
import { invalidParameter, sharedContainer, type Slice } from '@arca/plugin-kit';
import { parseExtraHost } from './files.js';
import { parseLink } from './links.js';
import type { Owned } from './manifest.js';
import { parsePort, wantedPorts } from './ports.js';
import { isUserDefined } from './record.js';
import { isAddress, isIPv6 } from './subnets.js';

type Fields = Readonly<Slice<Owned>>;

const withProtocol = (port: string) => (port.includes('/') ? port : `${port}/tcp`);

/** Fills in the mode, the ports that are published or exposed by the image, and the settings of the mode's network. */
export function completeRequest(
  { Config, HostConfig, NetworkingConfig }: Slice<Owned>,
  image: Pick<Slice<'ExposedPorts'>['Config'], 'ExposedPorts'>,
): void {
  if (!HostConfig.NetworkMode || HostConfig.NetworkMode === 'default') HostConfig.NetworkMode = 'bridge';
  if (Config.NetworkDisabled) HostConfig.NetworkMode = 'none';
  // Those of the image are nobody's wish.
  if (sharedContainer(HostConfig.NetworkMode) && Object.keys(Config.ExposedPorts ?? {}).length > 0)
    throw refuse('port exposing and the container type network mode');
  Config.ExposedPorts = { ...image.ExposedPorts, ...Config.ExposedPorts };
  for (const bindings of Object.values(HostConfig.PortBindings ?? {}))
    bindings?.forEach((binding) => {
      binding.HostIp ??= '';
      binding.HostPort ??= '';
    });
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

/** Throws InvalidParameter for what cannot be connected or published. */
export function validateRequest({ Config, HostConfig, NetworkingConfig }: Fields): void {
  const exposed = Object.keys(Config.ExposedPorts ?? {});
  exposed.forEach(parsePort);
  wantedPorts(HostConfig.PortBindings, exposed, HostConfig.PublishAllPorts ?? false);
  (HostConfig.ExtraHosts ?? []).forEach(parseExtraHost);
  refuseConflicts(HostConfig, NetworkingConfig);
  for (const server of HostConfig.Dns ?? []) {
    if (!/^[0-9a-fA-F:.]+$/.test(server))
      throw invalidParameter(`invalid IP address: ${server}`, 'network.dns');
  }
}

/** Modes and options that exclude each other. */
function refuseConflicts(host: Fields['HostConfig'], networking: Fields['NetworkingConfig']): void {
  const mode = host.NetworkMode ?? '';
  const shared = sharedContainer(mode);
  if (host.Links?.length && mode === 'host')
    throw refuse("host type networking can't be used with links. This would result in undefined behavior");
  if (shared) refuseOwn(host);
  host.Links?.forEach(parseLink);
  const others = Object.keys(networking.EndpointsConfig ?? {}).filter((name) => name !== mode);
  if (others.length > 0 && (mode === 'host' || mode === 'none' || shared)) {
    const text =
      mode === 'none'
        ? 'container cannot be connected to multiple networks with one of the networks in private (none) mode'
        : 'container sharing network namespace with another container or host cannot be connected to any other network';
    throw invalidParameter(text, 'network.mode');
  }
  for (const [name, settings] of Object.entries(networking.EndpointsConfig ?? {}))
    validateSettings(name, settings ?? {});
}

const refuse = (what: string) => invalidParameter(`conflicting options: ${what}`, 'network.conflict');

/** What a container without a network of its own cannot have. */
function refuseOwn({ Links, Dns, ExtraHosts, PortBindings, PublishAllPorts }: Fields['HostConfig']): void {
  if (Links?.length)
    throw refuse("container type network can't be used with links. This would result in undefined behavior");
  if (Dns?.length) throw refuse('dns and the network mode');
  if (ExtraHosts?.length) throw refuse('custom host-to-IP mapping and the network mode');
  if (PublishAllPorts || Object.keys(PortBindings ?? {}).length > 0)
    throw refuse('port publishing and the container type network mode');
}

/** Throws InvalidParameter for settings that a network of this name cannot have. */
export function validateSettings(
  network: string,
  { IPAMConfig, Aliases, MacAddress }: EndpointSettings,
): void {
  const refuse = (why: string) => invalidParameter(`invalid endpoint settings:\n${why}`, 'network.endpoint');
  const { IPv4Address: four, IPv6Address: six, LinkLocalIPs } = IPAMConfig ?? {};
  if (!isUserDefined(network)) {
    if (four || six) throw refuse('user specified IP address is supported on user defined networks only');
    if (Aliases?.length)
      throw refuse('network-scoped alias is supported only for containers in user defined networks');
  }
  if (four && (!isAddress(four) || isIPv6(four))) throw refuse(`invalid IPv4 address: ${four}`);
  if (six && (!isAddress(six) || !isIPv6(six))) throw refuse(`invalid IPv6 address: ${six}`);
  for (const address of LinkLocalIPs ?? [])
    if (!isAddress(address)) throw refuse(`invalid link-local IP address: ${address}`);
  if (MacAddress && !/^([0-9a-f]{2}[:-]){5}[0-9a-f]{2}$/i.test(MacAddress))
    throw invalidParameter(`invalid MAC address: ${MacAddress}`, 'network.mac');
}
