import { Address4 } from 'ip-address';

/** Where subnets come from when a network names none: base and the prefix length of each. */
export interface Pool {
  base: string;
  size: number;
}

/** Docker's: sixteen-bit networks of 172.17–172.31, then twenty-bit ones of 192.168. */
export const defaultPools: readonly Pool[] = [
  ...Array.from({ length: 15 }, (_, index) => ({ base: `172.${17 + index}.0.0/16`, size: 16 })),
  { base: '192.168.0.0/16', size: 20 },
];

interface Span {
  first: bigint;
  last: bigint;
}

const span = (cidr: string): Span => {
  const address = new Address4(cidr);
  return { first: address.startAddress().bigInt(), last: address.endAddress().bigInt() };
};

/** Whether two IPv4 subnets share an address. */
export function overlap(a: string, b: string): boolean {
  const [x, y] = [span(a), span(b)];
  return x.first <= y.last && y.first <= x.last;
}

/** The first subnet of the pools that meets none of those in use; undefined when all are taken. */
export function freeSubnet(pools: readonly Pool[], inUse: readonly string[]): string | undefined {
  const used = inUse.filter((cidr) => !cidr.includes(':')).map(span);
  for (const { base, size } of pools) {
    const { first, last } = span(base);
    const step = 1n << BigInt(32 - size);
    for (let start = first; start <= last; start += step) {
      const end = start + step - 1n;
      if (!used.some((other) => start <= other.last && other.first <= end)) {
        return `${Address4.fromBigInt(start).correctForm()}/${size}`;
      }
    }
  }
  return undefined;
}

/** The lowest address of a subnet that a host can have, with the prefix length apart. */
export function firstAddress(subnet: string): string {
  return Address4.fromBigInt(span(subnet).first + 1n).correctForm();
}

export const prefixLength = (subnet: string): number => Number(subnet.split('/')[1]);

/** Whether the address is in the subnet. */
export function contains(subnet: string, address: string): boolean {
  const { first, last } = span(subnet);
  const value = new Address4(address).bigInt();
  return value >= first && value <= last;
}

/** Whether the text is an IPv4 subnet whose address is the network's own. */
export function isSubnet(text: string): boolean {
  if (!/^[\d.]+\/\d{1,2}$/.test(text) || !Address4.isValid(text)) return false;
  const address = new Address4(text);
  return address.startAddress().correctForm() === address.correctForm();
}

export const isAddress = (text: string): boolean => !text.includes('/') && Address4.isValid(text);

/** Given addresses of one subnet: the lowest free one first, as Docker gives them. */
export class AddressPool {
  private readonly taken = new Set<bigint>();
  private readonly range: Span;
  private readonly whole: Span;

  constructor(subnet: string, ipRange: string, reserved: readonly string[]) {
    this.whole = span(subnet);
    this.range = ipRange ? span(ipRange) : this.whole;
    // The subnet's own address and the broadcast address belong to nobody.
    this.taken.add(this.whole.first).add(this.whole.last);
    for (const address of reserved) this.taken.add(new Address4(address).bigInt());
  }

  /** A free address, or undefined when there is none. */
  take(): string | undefined {
    for (let value = this.range.first; value <= this.range.last; value++) {
      if (this.taken.has(value)) continue;
      this.taken.add(value);
      return Address4.fromBigInt(value).correctForm();
    }
    return undefined;
  }

  /** Takes this address; false when another has it. */
  reserve(address: string): boolean {
    const value = new Address4(address).bigInt();
    if (this.taken.has(value)) return false;
    this.taken.add(value);
    return true;
  }

  release(address: string): void {
    this.taken.delete(new Address4(address).bigInt());
  }
}
