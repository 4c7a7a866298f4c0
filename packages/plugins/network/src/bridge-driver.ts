import { AgentError, type Agent } from '@arca/agent-proto';
import {
  conflict,
  forbidden,
  invalidParameter,
  systemError,
  type NetworkAttachment,
  type NetworkDriver,
  type NetworkSource,
} from '@arca/plugin-kit';
import { addressOption, flagOption, gatewayModeOption, interfacePrefix, mtuOf } from './driver-options.js';
import { bridgeOption } from './record.js';
import { isIPv6, prefixLength } from './subnets.js';

/** Networks of a bridge on the agent's host. */
export class BridgeDriver implements NetworkDriver {
  readonly name = 'bridge';
  readonly publishesPorts = true;

  constructor(private readonly agent: Agent) {}

  check(network: NetworkSource, others: readonly NetworkSource[]): void {
    const bridge = bridgeOf(network, true);
    const modes = [bridge.gatewayMode4, bridge.gatewayMode6];
    if (modes.includes('isolated') && !network.internal)
      throw systemError(
        "gateway mode 'isolated' can only be used for an internal network",
        'network.gateway-mode',
      );
    if (!/^[A-Za-z][A-Za-z0-9_.-]{0,10}$/.test(interfacePrefix(network.options)))
      throw invalidParameter(
        `invalid interface prefix: ${interfacePrefix(network.options)}`,
        'network.prefix',
      );
    const twin = others.find((other) => other.interface === network.interface);
    if (twin)
      throw forbidden(
        `cannot create network ${network.id} (${network.interface}): conflicts with network ${twin.id} (${twin.interface}): networks have same bridge name`,
        'network.bridge-name',
      );
  }

  async create(network: NetworkSource, fresh: boolean): Promise<void> {
    await this.agent.networks.ensureBridge(bridgeOf(network, fresh)).catch((error: unknown) => {
      if (error instanceof AgentError && error.code === 'ALREADY_EXISTS')
        throw conflict(error.message, 'network.bridge-name', { cause: error });
      throw error;
    });
  }

  async remove({ id, interface: name }: NetworkSource): Promise<void> {
    await this.agent.networks.removeBridge({ networkId: id, name });
  }

  async connect(network: NetworkSource, attachment: NetworkAttachment): Promise<void> {
    await this.agent.networks.connect({
      ...{ sandboxId: attachment.sandboxId, interface: attachment.interface, mac: attachment.mac },
      ...{ addresses: [...attachment.addresses], gateways: [...attachment.gateways] },
      ...{ bridge: network.interface, mtu: mtuOf(network.options) },
    });
  }
}

function bridgeOf({ id, interface: name, options, internal, subnets }: NetworkSource, fresh: boolean) {
  const flag = (option: string, otherwise: boolean) => flagOption(options, bridgeOption(option), otherwise);
  const gatewayMode4 = gatewayModeOption(options, bridgeOption('gateway_mode_ipv4'));
  const gatewayMode6 = gatewayModeOption(options, bridgeOption('gateway_mode_ipv6'));
  const hostBinding = addressOption(options, bridgeOption('host_binding_ipv4'));
  const gateways = subnets.map(({ gateway, subnet }) => `${gateway}/${prefixLength(subnet)}`);
  const hasNone = (gateway: string) =>
    isIPv6(gateway)
      ? gatewayMode6 === 'isolated'
      : gatewayMode4 === 'isolated' || flag('inhibit_ipv4', false);
  return {
    ...{ networkId: id, name, fresh, gateways, internal, gatewayMode4, gatewayMode6 },
    unassigned: gateways.filter(hasNone),
    mtu: mtuOf(options),
    masquerade: !internal && flag('enable_ip_masquerade', true),
    isolateContainers: !flag('enable_icc', true),
    // Of both families, as dockerd has it.
    hostBinding: hostBinding === '0.0.0.0' ? '' : hostBinding,
    source4: addressOption(options, 'com.docker.network.host_ipv4', 4),
    source6: addressOption(options, 'com.docker.network.host_ipv6', 6),
    trusted: (options[bridgeOption('trusted_host_interfaces')] ?? '').split(':').filter(Boolean),
  };
}
