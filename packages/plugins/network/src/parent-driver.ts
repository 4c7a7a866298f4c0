import type { Agent } from '@arca/agent-proto';
import {
  systemError,
  type NetworkAttachment,
  type NetworkDriver,
  type NetworkSource,
} from '@arca/plugin-kit';
import { mtuOf } from './driver-options.js';

const modes = {
  macvlan: ['bridge', 'private', 'vepa', 'passthru'],
  ipvlan: ['l2', 'l3', 'l3s'],
} as const;

/** Of ipvlan: whether its interfaces reach one another, and by which way. */
const flags = ['bridge', 'private', 'vepa'];

/** Networks whose interfaces are put on one of the host's: macvlan and ipvlan. Nothing of the host's firewall is theirs. */
export class ParentDriver implements NetworkDriver {
  readonly publishesPorts = false;
  readonly sharesMac: boolean;

  constructor(
    readonly name: keyof typeof modes,
    private readonly agent: Agent,
  ) {
    this.sharesMac = name === 'ipvlan';
  }

  /** Without an interface of the host it does not. */
  leadsOut(network: NetworkSource): boolean {
    return !this.placeOf(network).virtual;
  }

  /** Layer 3 of ipvlan knows no neighbours. */
  routesOnLink(network: NetworkSource): boolean {
    return this.name === 'ipvlan' && this.placeOf(network).mode !== 'l2';
  }

  check(network: NetworkSource, others: readonly NetworkSource[]): void {
    const { parent, mode, flag, virtual } = this.placeOf(network);
    const refuse = (why: string) => systemError(why, 'network.parent');
    mtuOf(network.options);
    if (!(modes[this.name] as readonly string[]).includes(mode))
      throw refuse(
        `requested ${this.name} mode '${mode}' is not valid, '${modes[this.name][0]}' mode is the ${this.name} driver default`,
      );
    if (this.name === 'ipvlan' && !flags.includes(flag))
      throw refuse(`requested ipvlan flag '${flag}' is not valid, 'bridge' is the ipvlan driver default`);
    if (parent === 'lo') throw refuse(`loopback interface is not a valid ${this.name} parent link`);
    const user = virtual ? undefined : others.find((other) => this.placeOf(other).parent === parent);
    if (!user) return;
    if (this.name === 'ipvlan')
      throw refuse(`network di-${user.id.slice(0, 12)} is already using parent interface ${parent}`);
    if (mode === 'passthru')
      throw refuse(
        `cannot use mode passthru, macvlan network ${user.id} is already using parent interface ${parent}`,
      );
    if (this.placeOf(user).mode === 'passthru')
      throw refuse(`macvlan network ${user.id} is already using parent interface ${parent} in mode passthru`);
  }

  async create(network: NetworkSource): Promise<void> {
    const { parent: name, virtual } = this.placeOf(network);
    await this.agent.networks.ensureParent({ name, virtual });
  }

  async remove(network: NetworkSource, others: readonly NetworkSource[]): Promise<void> {
    const { parent: name, virtual } = this.placeOf(network);
    if (others.some((other) => this.placeOf(other).parent === name)) return;
    await this.agent.networks.removeParent({ name, virtual });
  }

  async connect(network: NetworkSource, attachment: NetworkAttachment): Promise<void> {
    const { parent, mode, flag } = this.placeOf(network);
    await this.agent.networks.connect({
      ...{ sandboxId: attachment.sandboxId, interface: attachment.interface, mac: attachment.mac },
      mtu: mtuOf(network.options),
      ...{ parent, kind: this.name, mode: this.name === 'ipvlan' ? `${mode} ${flag}` : mode },
      addresses: [...attachment.addresses],
      gateways: [...attachment.gateways],
    });
  }

  private placeOf({ options, interface: own }: NetworkSource) {
    const parent = options['parent'] || own;
    return {
      ...{ parent, virtual: !options['parent'], flag: options['ipvlan_flag'] || 'bridge' },
      mode: options[`${this.name}_mode`] || modes[this.name][0],
    };
  }
}
