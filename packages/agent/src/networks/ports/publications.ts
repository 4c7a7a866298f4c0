import type { MessageInitShape } from '@bufbuild/protobuf';
import { AgentError, type PortSchema, type PublishRequest } from '@arca/agent-proto';
import { forgetUdpFlows } from '../../linux/conntrack.js';
import { isIPv6 } from '../addresses.js';
import type { Element } from '../firewall/ruleset.js';
import type { Firewall } from '../firewall/firewall.js';
import type { HostPort, PortAllocator } from './allocator.js';
import { bindingsOf, isExact, openingsOf, type Binding, type BindingContext } from './bindings.js';
import { forward, type Forwarder, type Target } from './forwarder.js';

/** A host port that is held for a sandbox. */
interface Publication {
  from: HostPort;
  target: Target;
  forwarder: Forwarder;
}

/** As dockerd: ports that others hold are stepped over so many times. */
const attempts = 10;

/** The published ports of all sandboxes. */
export class Publications {
  private readonly published = new Map<string, Publication[]>();

  constructor(
    private readonly firewall: Firewall,
    private readonly allocator: PortAllocator,
  ) {}

  /** Publishes all the ports or none, and gives one entry per host address. Adds to what the sandbox has. */
  async publish(
    request: PublishRequest,
    context: BindingContext,
  ): Promise<MessageInitShape<typeof PortSchema>[]> {
    const publications: Publication[] = [];
    try {
      for (const binding of bindingsOf(request, context)) publications.push(...(await this.hold(binding)));
      // What an earlier agent published for the sandbox gives way; what stays the same is not touched.
      if (!this.published.has(request.sandboxId))
        this.firewall.drop(this.firewall.ownedBy(request.sandboxId));
      const openings = openingsOf(request, context);
      this.firewall.put([
        ...publications.flatMap((publication) => elementsOf(request.sandboxId, publication)),
        ...openings.map((opening) => openElement(request.sandboxId, opening)),
      ]);
      await this.firewall.commit();
      await forgetUdpFlows(udpPorts(publications));
    } catch (error) {
      await this.withdraw(request.sandboxId, publications);
      throw error;
    }
    const others = this.published.get(request.sandboxId) ?? [];
    this.published.set(request.sandboxId, [...others, ...publications]);
    const published = publications.map(({ from, target }) => ({
      protocol: from.protocol,
      containerPort: target.port,
      hostIp: from.address,
      hostPort: from.port,
    }));
    const opened = openingsOf(request, context).map(({ protocol, port, hostIp }) => ({
      ...{ protocol, containerPort: port, hostIp, hostPort: 0 },
    }));
    return [...published, ...opened];
  }

  /** Withdraws all ports of the sandbox, those that an earlier agent published too. */
  async unpublish(sandbox: string): Promise<void> {
    const publications = this.published.get(sandbox) ?? [];
    this.published.delete(sandbox);
    await this.withdraw(sandbox, publications);
  }

  /** Stops holding ports; what nft does with them goes on. */
  close(): void {
    for (const { forwarder } of [...this.published.values()].flat()) forwarder.close();
    this.published.clear();
  }

  private async withdraw(sandbox: string, publications: readonly Publication[]): Promise<void> {
    for (const { from, forwarder } of publications) {
      forwarder.close();
      this.allocator.release(from);
    }
    const kept =
      this.published.get(sandbox)?.flatMap((publication) => elementsOf(sandbox, publication)) ?? [];
    this.firewall.drop(this.firewall.ownedBy(sandbox));
    this.firewall.put(kept);
    await this.firewall.commit();
  }

  private async hold(binding: Binding): Promise<Publication[]> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.tryPort(binding);
      } catch (error) {
        const taken = error instanceof AgentError && error.code === 'ALREADY_EXISTS';
        if (!taken || isExact(binding.range) || attempt === attempts) throw error;
      }
    }
  }

  private async tryPort({ protocol, containerPort, range, targets }: Binding): Promise<Publication[]> {
    const addresses = [...targets.keys()];
    const port = this.allocator.take(protocol, addresses, range);
    const opened = await Promise.allSettled(
      addresses.map(async (address): Promise<Publication> => {
        const from = { protocol, address, port };
        const target = { address: targets.get(address)!, port: containerPort };
        return { from, target, forwarder: await forward(from, target) };
      }),
    );
    const failed = opened.find((result) => result.status === 'rejected');
    if (!failed) return opened.map((result) => (result as PromiseFulfilledResult<Publication>).value);
    for (const result of opened) if (result.status === 'fulfilled') result.value.forwarder.close();
    for (const address of addresses) this.allocator.release({ protocol, address, port });
    throw failed.reason;
  }
}

function openElement(owner: string, opening: ReturnType<typeof openingsOf>[number]): Element {
  const { protocol, address, port } = opening;
  return { set: isIPv6(address) ? 'open6' : 'open4', key: [address, protocol, String(port)], owner };
}

function udpPorts(publications: readonly Publication[]): number[] {
  const ports = publications.filter(({ from }) => from.protocol === 'udp').map(({ from }) => from.port);
  return [...new Set(ports)];
}

/** Elements of the maps that nft looks the port up in. There is none between families: the agent's listener serves. */
function elementsOf(sandbox: string, { from, target }: Publication): Element[] {
  const family = isIPv6(from.address) ? 6 : 4;
  if (isIPv6(target.address) !== (family === 6)) return [];
  const value = [target.address, String(target.port)];
  const key = [from.protocol, String(from.port)];
  return from.address === '0.0.0.0' || from.address === '::'
    ? [{ set: `ports${family}`, key, value, owner: sandbox }]
    : [{ set: `addressed${family}`, key: [from.address, ...key], value, owner: sandbox }];
}
