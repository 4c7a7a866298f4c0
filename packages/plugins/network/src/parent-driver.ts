import type { Agent } from '@arca/agent-proto';
import {
  systemError,
  type NetworkAttachment,
  type NetworkDriver,
  type NetworkSource,
} from '@arca/plugin-kit';

const modes = {
  macvlan: ['bridge', 'private', 'vepa', 'passthru'],
  ipvlan: ['l2', 'l3', 'l3s'],
} as const;

/** Networks whose interfaces are put on one of the host's: macvlan and ipvlan. Nothing of the host's firewall is theirs. */
export class ParentDriver implements NetworkDriver {
  readonly publishesPorts = false;

  constructor(
    readonly name: keyof typeof modes,
    private readonly agent: Agent,
  ) {}

  /** Without an interface of the host it does not. */
  leadsOut(network: NetworkSource): boolean {
    return !this.placeOf(network).virtual;
  }

  check(network: NetworkSource, others: readonly NetworkSource[]): void {
    const { parent, mode, virtual } = this.placeOf(network);
    const refuse = (why: string) => systemError(why, 'network.parent');
    if (!(modes[this.name] as readonly string[]).includes(mode))
      throw refuse(
        `requested ${this.name} mode '${mode}' is not valid, '${modes[this.name][0]}' mode is the ${this.name} driver default`,
      );
    if (parent === 'lo') throw refuse(`loopback interface is not a valid ${this.name} parent link`);
    const user = virtual ? undefined : others.find((other) => this.placeOf(other).parent === parent);
    if (!user) return;
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
    const { parent, mode } = this.placeOf(network);
    await this.agent.networks.connect({
      ...{ sandboxId: attachment.sandboxId, interface: attachment.interface, parent, mode, kind: this.name },
      // The interface of an ipvlan has its parent's.
      mac: this.name === 'ipvlan' ? '' : attachment.mac,
      addresses: [...attachment.addresses],
      gateways: [...attachment.gateways],
    });
  }

  private placeOf({ options, interface: own }: NetworkSource) {
    const parent = options['parent'] || own;
    return { parent, virtual: !options['parent'], mode: options[`${this.name}_mode`] || modes[this.name][0] };
  }
}
