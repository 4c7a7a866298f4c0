import { isIP, SocketAddress } from 'node:net';
import { AgentError } from '@arca/agent-proto';
import { addressBytes } from '../linux/address-bytes.js';

/** An address with the length of its network's prefix. */
export interface Prefix {
  address: string;
  length: number;
  family: 4 | 6;
}

/** Reads `172.17.0.1/16` or `fd00::1/64`. INVALID_ARGUMENT when it is neither. */
export function parsePrefix(text: string): Prefix {
  const [, address = '', digits = ''] = /^([^/]+)\/(\d{1,3})$/.exec(text) ?? [];
  const family = isIP(address);
  const length = Number(digits);
  if ((family !== 4 && family !== 6) || length > (family === 4 ? 32 : 128)) {
    throw new AgentError('INVALID_ARGUMENT', `invalid address ${JSON.stringify(text)}`);
  }
  return { address: canonical(address), length, family };
}

/** One spelling per address: the one that the kernel's tools print. INVALID_ARGUMENT when it is none. */
export function canonical(address: string): string {
  const family = isIP(address);
  if (family === 0 || address.includes('%')) {
    throw new AgentError('INVALID_ARGUMENT', `invalid address ${JSON.stringify(address)}`);
  }
  return new SocketAddress({ address, family: family === 4 ? 'ipv4' : 'ipv6' }).address;
}

export function isIPv6(address: string): boolean {
  return isIP(address) === 6;
}

/** The network of an address: `172.17.0.0/16`. */
export function networkOf({ address, length, family }: Prefix): string {
  const bytes = addressBytes(address).map((byte, index) => byte & mask(length - index * 8));
  const text = family === 4 ? bytes.join('.') : Buffer.from(bytes).toString('hex').match(/.{4}/g)!.join(':');
  return `${canonical(text)}/${length}`;
}

/** The byte with that many leading ones, from 0 to 8. */
function mask(bits: number): number {
  return (0xff00 >> Math.max(0, Math.min(8, bits))) & 0xff;
}

/** Whether the address is in the prefix's network. */
export function contains(prefix: Prefix, address: string): boolean {
  if (isIP(address) !== prefix.family) return false;
  return networkOf(prefix) === networkOf({ address, length: prefix.length, family: prefix.family });
}
