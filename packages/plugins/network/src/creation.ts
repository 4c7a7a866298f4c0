import type { IPAMConfig, NetworkCreateRequest } from '@arca/api';
import { conflict, forbidden, invalidParameter, notFound, systemError } from '@arca/plugin-kit';
import { flagOption } from './driver-options.js';
import type { Networks } from './networks.js';
import { wantedRanges } from './ranges.js';
import { fixedNames, type NetworkRecord } from './record.js';
import { isIPv6 } from './subnets.js';

/** What a create body asks for, or a network for configuration alone stands for. */
interface Settings {
  enableIPv4: boolean;
  enableIPv6: boolean;
  labels: Record<string, string>;
  options: Record<string, string>;
  ipamOptions: Record<string, string> | null;
  ipamConfig: IPAMConfig[];
}

/** Makes networks. Bad input changes nothing. */
export class Creation {
  constructor(private readonly networks: Networks) {}

  /** Throws InvalidParameter, NotFound, Forbidden or Conflict as dockerd. No two calls may run at once. */
  async create(body: NetworkCreateRequest): Promise<{ network: NetworkRecord; warnings: string[] }> {
    const name = this.freeName(body.Name ?? '');
    const driver: string = body.Driver || 'bridge';
    if (driver === 'overlay')
      throw forbidden(
        'This node is not a swarm manager. Use "docker swarm init" or "docker swarm join" to connect this node to swarm and try again.',
        'network.swarm',
      );
    const own = settingsOf(body, body.ConfigFrom?.Network ? {} : this.networks.presetOptions(driver));
    refuseScopes(body);
    const common = {
      ...{ name, internal: body.Internal ?? false, attachable: body.Attachable ?? false },
    };
    if (body.ConfigOnly) {
      const network = this.networks.add({ ...common, ...own, driver: 'null', configOnly: true, ranges: [] });
      return { network, warnings: [] };
    }
    if (!this.networks.drivers.has(driver))
      throw invalidParameter(
        fixedDrivers.includes(driver)
          ? `only one instance of "${driver}" network is allowed`
          : `could not find plugin ${driver} in v1 plugin registry: plugin not found`,
        'network.driver',
      );
    const configFrom = body.ConfigFrom?.Network ?? '';
    const settings = configFrom ? this.configuration(configFrom, body, own) : own;
    const { ipamConfig, ...kept } = settings;
    const ranges = await wantedRanges(this.networks, ipamConfig, settings);
    const network = this.networks.draft({
      ...{ ...common, ...kept, driver, ranges },
      ...(configFrom && { configFrom }),
    });
    await this.networks.make(network);
    return { network, warnings: unused(ipamConfig, settings) };
  }

  /** Throws when the name is nobody's to take. */
  private freeName(name: string): string {
    if (name.trim() === '') throw invalidParameter('invalid name: name is empty', 'network.name');
    if (fixedNames.includes(name))
      throw forbidden(`operation is not permitted on predefined ${name} network`, 'network.fixed');
    if (this.networks.list().some((network) => network.name === name))
      throw conflict(`network with name ${name} already exists`, 'network.exists');
    return name;
  }

  private configuration(reference: string, body: NetworkCreateRequest, own: Settings): Settings {
    const given =
      body.EnableIPv4 === false ||
      own.enableIPv6 ||
      own.ipamConfig.length > 0 ||
      !isEmpty(own.ipamOptions ?? {});
    if (given || !isEmpty(own.labels))
      throw forbidden(
        'user specified configurations are not supported if the network depends on a configuration network',
        'network.config-from',
      );
    if (!isEmpty(own.options))
      throw forbidden(
        'network driver options are not supported if the network depends on a configuration network',
        'network.config-from',
      );
    const found = this.networks.list().find(({ name, id }) => name === reference || id === reference);
    if (!found?.configOnly)
      throw notFound(
        `configuration network ${JSON.stringify(reference)} does not exist`,
        'network.config-from',
      );
    const { enableIPv4, enableIPv6, labels, options, ipamOptions, ipamConfig = [] } = found;
    return { enableIPv4, enableIPv6, labels, options, ipamOptions, ipamConfig };
  }
}

const fixedDrivers = ['host', 'null'];
const isEmpty = (object: object) => Object.keys(object).length === 0;

function settingsOf(body: NetworkCreateRequest, preset: Readonly<Record<string, string>>): Settings {
  const options = { ...preset, ...body.Options };
  const enabled = (given: boolean | null | undefined, family: string, otherwise: boolean): boolean => {
    const name = `com.docker.network.enable_${family}`;
    if (given !== undefined && given !== null) {
      delete options[name];
      return given;
    }
    if (options[name] !== undefined) return flagOption(options, name, otherwise);
    return otherwise;
  };
  const driver = body.IPAM?.Driver || 'default';
  if (driver !== 'default')
    throw invalidParameter(
      `could not find plugin ${driver} in v1 plugin registry: plugin not found`,
      'network.ipam-driver',
    );
  return {
    enableIPv4: enabled(body.EnableIPv4, 'ipv4', true),
    enableIPv6: enabled(body.EnableIPv6, 'ipv6', false),
    labels: body.Labels ?? {},
    options,
    ipamOptions: body.IPAM?.Options ?? null,
    ipamConfig: body.IPAM?.Config ?? [],
  };
}

/** Outside a swarm there are networks of this host alone. */
function refuseScopes(body: NetworkCreateRequest): void {
  const scope = body.Scope ?? '';
  const network = body.ConfigFrom?.Network ?? '';
  if (body.ConfigOnly && (body.Ingress || body.Internal || body.Attachable || scope !== ''))
    throw forbidden(
      'configuration network can only contain network specific fields. Network operator fields like [ ingress | internal | attachable | scope ] are not supported.',
      'network.config-only',
    );
  if (body.ConfigOnly && network !== '')
    throw forbidden(
      'a configuration network cannot depend on another configuration network',
      'network.config-only',
    );
  if (body.Ingress) throw forbidden('Ingress network can only be global scope network', 'network.ingress');
  if (scope === 'swarm')
    throw forbidden('cannot create a swarm scoped network when swarm is not active', 'network.scope');
  if (scope !== '' && scope !== 'local')
    throw systemError(`invalid scope ${JSON.stringify(scope)}: networks are local`, 'network.scope');
}

/** Subnets of a family that the network does not have. dockerd keeps silent on them. */
function unused(config: readonly IPAMConfig[], { enableIPv4, enableIPv6 }: Settings): string[] {
  return config
    .map(({ Subnet = '' }) => Subnet)
    .filter((subnet) => !(isIPv6(subnet) ? enableIPv6 : enableIPv4))
    .map((subnet) => `Subnet ${subnet} is not used: IPv${isIPv6(subnet) ? 6 : 4} is not enabled.`);
}
