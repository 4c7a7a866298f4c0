/** A network as the names of a sandbox see it. */
export interface NamedNetwork {
  id: string;
  name: string;
}

interface Named {
  names: readonly string[];
  addresses: readonly string[];
}

/** What the endpoints of one network are called. */
class Zone {
  readonly endpoints = new Map<string, Named>();
  private readonly byName = new Map<string, Set<string>>();

  put(endpointId: string, named: Named): void {
    this.remove(endpointId);
    this.endpoints.set(endpointId, named);
    for (const name of named.names) {
      const key = name.toLowerCase();
      const ids = this.byName.get(key) ?? new Set();
      this.byName.set(key, ids.add(endpointId));
    }
  }

  remove(endpointId: string): void {
    const named = this.endpoints.get(endpointId);
    this.endpoints.delete(endpointId);
    for (const name of named?.names ?? []) {
      const key = name.toLowerCase();
      const ids = this.byName.get(key);
      ids?.delete(endpointId);
      if (ids?.size === 0) this.byName.delete(key);
    }
  }

  /** Undefined: nobody is called so. */
  addresses(name: string): string[] | undefined {
    const ids = this.byName.get(name);
    if (!ids) return undefined;
    return [...ids].flatMap((id) => this.endpoints.get(id)?.addresses ?? []);
  }

  nameOf(address: string): string | undefined {
    for (const { names, addresses } of this.endpoints.values())
      if (addresses.includes(address)) return names[0];
    return undefined;
  }
}

/** The names of all networks' endpoints. */
export class Zones {
  private readonly zones = new Map<string, Zone>();
  /** How often names have changed. */
  changes = 0;

  put(networkId: string, endpointId: string, named: Named): void {
    const zone = this.zones.get(networkId) ?? new Zone();
    this.zones.set(networkId, zone);
    this.changes++;
    zone.put(endpointId, named);
  }

  remove(networkId: string, endpointId: string): void {
    const zone = this.zones.get(networkId);
    this.changes++;
    zone?.remove(endpointId);
    if (zone?.endpoints.size === 0) this.zones.delete(networkId);
  }

  /** Addresses of `name` or `name.network` in the first network that has it; undefined when none has. */
  find(networks: readonly NamedNetwork[], name: string): string[] | undefined {
    const wanted = name.toLowerCase();
    for (const network of networks) {
      const zone = this.zones.get(network.id);
      const suffix = `.${network.name.toLowerCase()}`;
      const found =
        zone?.addresses(wanted) ??
        (wanted.endsWith(suffix) ? zone?.addresses(wanted.slice(0, -suffix.length)) : undefined);
      if (found) return found;
    }
    return undefined;
  }

  /** What an address is called: `name.network`. */
  reverse(networks: readonly NamedNetwork[], address: string): string | undefined {
    for (const network of networks) {
      const name = this.zones.get(network.id)?.nameOf(address);
      if (name !== undefined) return `${name}.${network.name}`;
    }
    return undefined;
  }
}
