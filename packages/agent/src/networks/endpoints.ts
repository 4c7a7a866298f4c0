import { AgentError, type Endpoint } from '@arca/agent-proto';
import { removeInterface, setUpInterface } from '../linux/interface-setup.js';
import type { Links } from '../linux/links.js';
import { canonical, parsePrefix } from './addresses.js';
import { checkInterfaceName, checkMac, vethName } from './interface-names.js';
import type { Removals } from './removals.js';
import type { Sandboxes } from './sandboxes.js';

/** Veth pairs between a bridge and a sandbox. */
export class Endpoints {
  constructor(
    private readonly instance: string,
    private readonly links: Links,
    private readonly removals: Removals,
    private readonly sandboxes: Sandboxes,
  ) {}

  /** Makes the pair and sets up its inner end. Nothing is left when that fails. */
  async connect(endpoint: Endpoint, isolated: boolean): Promise<void> {
    const namespace = this.sandboxes.existing(endpoint.sandboxId);
    const inside = checkInterfaceName(endpoint.interface);
    const outside = vethName(this.instance, endpoint.sandboxId, inside);
    if (endpoint.parent !== '') return this.connectToParent(endpoint, namespace);
    const bridge = checkInterfaceName(endpoint.bridge);
    const mac = endpoint.mac ? `address ${checkMac(endpoint.mac)}` : '';
    const mtu = `mtu ${endpoint.mtu || 1500}`;
    const setup = {
      addresses: endpoint.addresses.map(parsePrefix),
      gateways: endpoint.gateways.map(canonical),
    };
    const peer = `peer name ${inside} ${mac} ${mtu} netns ${this.sandboxes.name(endpoint.sandboxId)}`;
    try {
      await this.links.run([
        `link add name ${outside} ${mtu} master ${bridge} up type veth ${peer}`,
        // With br_netfilter a published port of a container leads back out of the port it came in by.
        `link set dev ${outside} type bridge_slave hairpin on isolated ${isolated ? 'on' : 'off'}`,
      ]);
      await setUpInterface(namespace, inside, setup);
    } catch (error) {
      await this.removals.remove({ prefix: outside });
      throw error;
    }
  }

  private async connectToParent(endpoint: Endpoint, namespace: string): Promise<void> {
    const { sandboxId, interface: inside, kind, mode, mac, mtu, addresses, gateways } = endpoint;
    if (!/^(macvlan|ipvlan)$/.test(kind) || !/^[a-z0-9]+$/.test(mode))
      throw new AgentError('INVALID_ARGUMENT', `invalid kind of interface ${JSON.stringify(kind)}`);
    const given = [mac ? `address ${checkMac(mac)}` : '', mtu ? `mtu ${mtu}` : ''].join(' ');
    const parent = checkInterfaceName(endpoint.parent);
    try {
      await this.links.run([
        `link add link ${parent} name ${inside} ${given} netns ${this.sandboxes.name(sandboxId)} type ${kind} mode ${mode}`,
      ]);
    } catch (error) {
      const reason = (error as Error).message;
      throw new AgentError(
        'FAILED_PRECONDITION',
        `failed to create the ${kind} port on ${parent}: ${reason}`,
      );
    }
    try {
      const setup = { addresses: addresses.map(parsePrefix), gateways: gateways.map(canonical) };
      await setUpInterface(namespace, inside, setup);
    } catch (error) {
      await removeInterface(namespace, inside);
      throw error;
    }
  }

  async disconnect(sandbox: string, inside: string): Promise<void> {
    await this.removals.remove({ prefix: vethName(this.instance, sandbox, checkInterfaceName(inside)) });
    // One without an end at the host's.
    await removeInterface(this.sandboxes.path(sandbox), inside);
  }
}
