import { AgentError } from '@arca/agent-proto';
import { isIPv6 } from '../addresses.js';

/** A port of the host on one address; `0.0.0.0` and `::` stand for all of their family. */
export interface HostPort {
  protocol: string;
  address: string;
  port: number;
}

export interface PortRange {
  first: number;
  last: number;
}

const wildcards = ['0.0.0.0', '::'];

/** Which host ports the instance's containers hold. Others' are found out by listening. */
export class PortAllocator {
  private readonly held = new Map<string, Set<string>>();
  private readonly lastChosen = new Map<string, number>();

  /** `dynamic`: where ports are chosen from when none is asked for (`net.ipv4.ip_local_port_range`). */
  constructor(private readonly dynamic: PortRange) {}

  /**
   * Takes one port on all the addresses: `range.first` when the range has one port, else the next free one of the
   * range, else of the dynamic range. Rejects with dockerd's messages.
   */
  take(protocol: string, addresses: readonly string[], range?: PortRange): number {
    const { first, last } = range ?? this.dynamic;
    if (first === last) {
      const holder = this.holder(protocol, addresses, first);
      if (holder) throw alreadyAllocated(holder, first);
      return this.hold(protocol, addresses, first);
    }
    const name = `${protocol} ${first}-${last}`;
    let port = this.lastChosen.get(name) ?? last;
    for (let tried = first; tried <= last; tried++) {
      port = port === last ? first : port + 1;
      if (this.holder(protocol, addresses, port)) continue;
      this.lastChosen.set(name, port);
      return this.hold(protocol, addresses, port);
    }
    throw new AgentError('ALREADY_EXISTS', 'all ports are allocated');
  }

  release({ protocol, address, port }: HostPort): void {
    const name = `${protocol}/${port}`;
    const addresses = this.held.get(name);
    addresses?.delete(address);
    if (addresses?.size === 0) this.held.delete(name);
  }

  private hold(protocol: string, addresses: readonly string[], port: number): number {
    const name = `${protocol}/${port}`;
    this.held.set(name, new Set([...(this.held.get(name) ?? []), ...addresses]));
    return port;
  }

  /** The address that stands in the way: one of those asked for, or one that overlaps with it by a wildcard. */
  private holder(protocol: string, addresses: readonly string[], port: number): string | undefined {
    const held = this.held.get(`${protocol}/${port}`);
    if (!held) return undefined;
    for (const address of addresses) {
      if (held.has(address)) return address;
      const overlaps = [...held].find(
        (other) =>
          isIPv6(other) === isIPv6(address) && (wildcards.includes(other) || wildcards.includes(address)),
      );
      if (overlaps) return overlaps;
    }
    return undefined;
  }
}

function alreadyAllocated(address: string, port: number): AgentError {
  return new AgentError('ALREADY_EXISTS', `Bind for ${address}:${port} failed: port is already allocated`);
}
