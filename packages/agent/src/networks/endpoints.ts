import { AgentError, type Endpoint } from '@arca/agent-proto';
import {
  addPair,
  connectPort,
  hasInterface,
  removeInterface,
  renameInterface,
  setUpInterface,
} from '../linux/interface-setup.js';
import type { Links } from '../linux/links.js';
import { interfaceIndex } from '../linux/syscalls.js';
import { canonical, parsePrefix } from './addresses.js';
import { checkInterfaceName, checkMac, macBytes, vethName } from './interface-names.js';
import { linkOf } from './parents.js';
import type { Removals } from './removals.js';
import type { Sandboxes } from './sandboxes.js';

const FIRST = 'eth0';

/** Veth pairs between a bridge and a sandbox. */
export class Endpoints {
  /** Sandboxes with a pair that nothing is connected by yet. */
  private readonly prepared = new Set<string>();

  constructor(
    private readonly instance: string,
    private readonly links: Links,
    private readonly removals: Removals,
    private readonly sandboxes: Sandboxes,
  ) {}

  /** Makes the pair of a first endpoint ahead of time. */
  async prepare(sandboxId: string): Promise<void> {
    if (this.prepared.has(sandboxId)) return;
    await addPair(this.sandboxes.path(sandboxId), vethName(this.instance, sandboxId, FIRST), FIRST);
    this.prepared.add(sandboxId);
  }

  /** Makes the interface and sets up both ends; one that is there stays as it is. Nothing is left when that fails. */
  async connect(endpoint: Endpoint, isolated: boolean): Promise<void> {
    const { sandboxId } = endpoint;
    const namespace = this.sandboxes.existing(sandboxId);
    const inside = checkInterfaceName(endpoint.interface);
    const outside = vethName(this.instance, sandboxId, inside);
    const isPrepared = this.prepared.delete(sandboxId);
    if (!isPrepared && hasInterface(namespace, inside)) return;
    const isUsed = isPrepared && endpoint.parent === '' && inside === FIRST;
    if (isPrepared && !isUsed) await this.disconnect(sandboxId, FIRST);
    if (endpoint.parent !== '') return this.connectToParent(endpoint, namespace);
    const bridge = checkInterfaceName(endpoint.bridge);
    const mtu = endpoint.mtu || 1500;
    const setup = {
      addresses: endpoint.addresses.map(parsePrefix),
      gateways: endpoint.gateways.map(canonical),
      ...(endpoint.mac && { mac: macBytes(endpoint.mac) }),
      mtu,
    };
    try {
      const port = { bridge: interfaceIndex(bridge), mtu, isolated };
      if (!isUsed) await addPair(namespace, outside, inside);
      await connectPort(outside, port);
      await setUpInterface(namespace, inside, setup);
    } catch (error) {
      await this.removals.remove({ prefix: outside });
      throw error;
    }
  }

  private async connectToParent(endpoint: Endpoint, namespace: string): Promise<void> {
    const { sandboxId, interface: inside, kind, mode, mac, mtu, addresses, gateways } = endpoint;
    if (!/^(macvlan|ipvlan)$/.test(kind) || !/^[a-z0-9]+( [a-z]+)?$/.test(mode))
      throw new AgentError('INVALID_ARGUMENT', `invalid kind of interface ${JSON.stringify(kind)}`);
    const given = [mac ? `address ${checkMac(mac)}` : '', mtu ? `mtu ${mtu}` : ''].join(' ');
    const parent = checkInterfaceName(endpoint.parent);
    // Kernels before 6.13 want a name that the host has not either: it has an `eth0`, mostly.
    const name = vethName(this.instance, sandboxId, inside);
    await removeInterface(namespace, name);
    try {
      await this.links.run([
        `link add link ${linkOf(parent)} name ${name} ${given} netns ${this.sandboxes.name(sandboxId)} type ${kind} mode ${mode}`,
      ]);
    } catch (error) {
      const reason = (error as Error).message;
      throw new AgentError(
        'FAILED_PRECONDITION',
        `failed to create the ${kind} port on ${parent}: ${reason}`,
      );
    }
    try {
      await renameInterface(namespace, name, inside);
      const setup = { addresses: addresses.map(parsePrefix), gateways: gateways.map(canonical) };
      await setUpInterface(namespace, inside, setup);
    } catch (error) {
      for (const left of [name, inside]) await removeInterface(namespace, left);
      throw error;
    }
  }

  /** For a sandbox that goes. */
  forget(sandboxId: string): void {
    this.prepared.delete(sandboxId);
  }

  async disconnect(sandbox: string, inside: string): Promise<void> {
    await this.removals.remove({ prefix: vethName(this.instance, sandbox, checkInterfaceName(inside)) });
    // One without an end at the host's.
    await removeInterface(this.sandboxes.path(sandbox), inside);
  }
}
