import { createHash } from 'node:crypto';
import { Address4, Address6 } from 'ip-address';

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

export const isIPv6 = (text: string): boolean => text.includes(':');
const parse = (text: string) => (isIPv6(text) ? new Address6(text) : new Address4(text));
const bitsOf = (text: string) => (isIPv6(text) ? 128 : 32);
const toText = (value: bigint, like: string): string =>
  (isIPv6(like) ? Address6.fromBigInt(value) : Address4.fromBigInt(value)).correctForm();

const span = (cidr: string): Span => {
  const address = parse(cidr);
  return { first: address.startAddress().bigInt(), last: address.endAddress().bigInt() };
};

/** Whether two subnets share an address. */
export function overlap(a: string, b: string): boolean {
  if (isIPv6(a) !== isIPv6(b)) return false;
  const [x, y] = [span(a), span(b)];
  return x.first <= y.last && y.first <= x.last;
}

/** Subnets of 64 bits with a prefix of this installation's own (RFC 4193); `id` is what tells it from others. */
export const localPool = (id: string): Pool => {
  const digits = createHash('sha256').update(id).digest('hex').slice(0, 10);
  return { base: `fd${digits.slice(0, 2)}:${digits.slice(2, 6)}:${digits.slice(6, 10)}::/48`, size: 64 };
};

/** The first subnet of the pools that meets none of those in use; undefined when all are taken. */
export function freeSubnet(pools: readonly Pool[], inUse: readonly string[]): string | undefined {
  for (const { base, size } of pools) {
    const used = inUse.filter((cidr) => isIPv6(cidr) === isIPv6(base)).map(span);
    const { first, last } = span(base);
    const step = 1n << BigInt(bitsOf(base) - size);
    for (let start = first; start <= last; start += step) {
      const end = start + step - 1n;
      if (!used.some((other) => start <= other.last && other.first <= end)) {
        return `${toText(start, base)}/${size}`;
      }
    }
  }
  return undefined;
}

/** The network of an address: `172.17.0.1/16` → `172.17.0.0/16` */
export const networkOf = (address: string): string =>
  `${parse(address).startAddress().correctForm()}/${prefixLength(address)}`;

/** The lowest address of a subnet that a host can have, with the prefix length apart. */
export function firstAddress(subnet: string): string {
  return toText(span(subnet).first + 1n, subnet);
}

export const prefixLength = (subnet: string): number => Number(subnet.split('/')[1]);

/** Whether the address is in the subnet. */
export function contains(subnet: string, address: string): boolean {
  if (isIPv6(subnet) !== isIPv6(address)) return false;
  const { first, last } = span(subnet);
  const value = parse(address).bigInt();
  return value >= first && value <= last;
}

/** Whether the text is an address with the length of a prefix. */
export const isPrefixed = (text: string): boolean =>
  /^[\da-f.:]+\/\d{1,3}$/i.test(text) && (isIPv6(text) ? Address6.isValid(text) : Address4.isValid(text));

/** Whether the text is a subnet whose address is the network's own. */
export function isSubnet(text: string): boolean {
  if (!isPrefixed(text)) return false;
  const address = parse(text);
  return address.startAddress().correctForm() === address.correctForm();
}

export const isAddress = (text: string): boolean =>
  !/[/%]/.test(text) && (isIPv6(text) ? Address6.isValid(text) : Address4.isValid(text));

/** Given addresses of one subnet, of either family: the lowest free one first, as Docker gives them. */
export class AddressPool {
  private readonly taken = new Set<bigint>();
  private readonly range: Span;
  private readonly whole: Span;

  constructor(
    private readonly subnet: string,
    ipRange: string,
    reserved: readonly string[],
  ) {
    this.whole = span(subnet);
    this.range = ipRange ? span(ipRange) : this.whole;
    // The subnet's own address and the broadcast address belong to nobody.
    this.taken.add(this.whole.first);
    if (!isIPv6(subnet)) this.taken.add(this.whole.last);
    for (const address of reserved) this.taken.add(parse(address).bigInt());
  }

  /** A free address, or undefined when there is none. */
  take(): string | undefined {
    for (let value = this.range.first; value <= this.range.last; value++) {
      if (this.taken.has(value)) continue;
      this.taken.add(value);
      return toText(value, this.subnet);
    }
    return undefined;
  }

  /** Takes this address; false when another has it. */
  reserve(address: string): boolean {
    const value = parse(address).bigInt();
    if (this.taken.has(value)) return false;
    this.taken.add(value);
    return true;
  }

  release(address: string): void {
    this.taken.delete(parse(address).bigInt());
  }
}
