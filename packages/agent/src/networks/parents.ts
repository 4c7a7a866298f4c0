import { AgentError, type Parent } from '@arca/agent-proto';
import { interfaceNames, linkDetails } from '../linux/interfaces.js';
import type { Links } from '../linux/links.js';
import { interfaceIndex } from '../linux/syscalls.js';
import { checkInterfaceName } from './interface-names.js';

/**
 * What ip(8) in its long-lived process takes for an interface, by number: by name it would know one that has gone and come
 * again by the number that it had.
 */
export const linkOf = (name: string): string => `if${interfaceIndex(name)}`;

/** The host's interfaces that macvlan and ipvlan ones are put on. Those that an agent has made bear its alias. */
export class Parents {
  constructor(
    private readonly instance: string,
    private readonly links: Links,
  ) {}

  /** Makes a VLAN `eth0.10`, or a virtual one, when it is not there. */
  async ensure({ name: wanted, virtual }: Parent): Promise<void> {
    const name = checkInterfaceName(wanted);
    if ((await interfaceNames()).includes(name)) return;
    await (virtual ? this.makeVirtual(name) : this.makeVlan(name));
    await this.links.run([`link set dev ${name} alias ${this.alias()} up`]);
  }

  /** No error when it is somebody else's, or not there. */
  async remove({ name: wanted }: Parent): Promise<void> {
    const name = checkInterfaceName(wanted);
    if ((await linkDetails(name))?.alias !== this.alias()) return;
    await this.links.run([`link delete dev ${name}`], { ignore: /Cannot find device/ });
  }

  private alias(): string {
    return `arca:${this.instance}`;
  }

  /** A dummy interface; a bridge without ports does the same where the kernel has none. */
  private async makeVirtual(name: string): Promise<void> {
    await this.links
      .run([`link add name ${name} type dummy`])
      .catch(() => this.links.run([`link add name ${name} type bridge`]));
  }

  private async makeVlan(name: string): Promise<void> {
    const [, parent = '', digits = ''] = /^([^.]+)\.(\d+)$/.exec(name) ?? [];
    const id = Number(digits);
    const fail = (code: 'NOT_FOUND' | 'INVALID_ARGUMENT' | 'FAILED_PRECONDITION', why: string) =>
      new AgentError(code, why);
    if (parent === '')
      throw fail('INVALID_ARGUMENT', `invalid subinterface vlan name ${name}, example formatting is eth0.10`);
    if (id < 1 || id > 4094)
      throw fail('INVALID_ARGUMENT', `vlan id must be between 1-4094, received: ${id}`);
    if (!(await interfaceNames()).includes(parent))
      throw fail('NOT_FOUND', `-o parent interface was not found on the host: ${parent}`);
    try {
      await this.links.run([`link add link ${linkOf(parent)} name ${name} type vlan id ${id}`]);
    } catch (error) {
      throw fail('FAILED_PRECONDITION', `failed to create ${name} vlan link: ${(error as Error).message}`);
    }
  }
}
