import { goBoolean, type DefaultBridge, type DefaultDns } from '@arca/plugin-kit';
import { isIP } from 'node:net';

/** Values of flags, by name. */
interface Values {
  bip?: string;
  bip6?: string;
  'fixed-cidr'?: string;
  'fixed-cidr-v6'?: string;
  ipv6?: boolean;
  icc?: string;
  'ip-masq'?: string;
  mtu?: string;
  ip?: string;
  dns?: string[];
  'dns-search'?: string[];
  'dns-opt'?: string[];
}

/** Throws an Error for the person at the terminal. */
export function defaultBridge(values: Values): DefaultBridge {
  const { ip: hostAddress = '', mtu = '1500' } = values;
  if (hostAddress !== '' && isIP(hostAddress) === 0)
    throw new Error(`--ip wants an address, got ${hostAddress}`);
  if (!/^\d{2,5}$/.test(mtu) || Number(mtu) < 68 || Number(mtu) > 65535)
    throw new Error(`--mtu wants 68 to 65535 bytes, got ${mtu}`);
  return {
    address: prefixed('--bip', values.bip, 4),
    address6: prefixed('--bip6', values.bip6, 6),
    range: prefixed('--fixed-cidr', values['fixed-cidr'], 4),
    range6: prefixed('--fixed-cidr-v6', values['fixed-cidr-v6'], 6),
    ipv6: values.ipv6 ?? false,
    icc: flag('--icc', values.icc),
    masquerade: flag('--ip-masq', values['ip-masq']),
    mtu: Number(mtu),
    hostAddress,
  };
}

/** Throws an Error for the person at the terminal. */
export function defaultDns(values: Values): DefaultDns {
  const { dns: servers = [], 'dns-search': search = [], 'dns-opt': options = [] } = values;
  const bad = servers.find((server) => isIP(server) === 0);
  if (bad !== undefined) throw new Error(`--dns wants an address, got ${bad}`);
  return { servers, search, options };
}

/** `driver=key=value` texts, by driver. Throws an Error for the person at the terminal. */
export function networkOptions(texts: readonly string[] = []): Record<string, Record<string, string>> {
  const found: Record<string, Record<string, string>> = {};
  for (const text of texts) {
    const [, driver, key, value] = /^([^=]+)=([^=]+)=(.*)$/.exec(text) ?? [];
    if (driver === undefined || key === undefined || value === undefined)
      throw new Error(`--default-network-opt wants driver=key=value, got ${text}`);
    (found[driver] ??= {})[key] = value;
  }
  return found;
}

function flag(name: string, text = 'true'): boolean {
  const value = goBoolean(text);
  if (value === undefined) throw new Error(`${name} wants true or false, got ${text}`);
  return value;
}

/** An address or a network with the length of its prefix. */
function prefixed(name: string, text = '', family: 4 | 6 = 4): string {
  const [address = '', length = '', ...more] = text.split('/');
  const isLength = /^\d{1,3}$/.test(length) && Number(length) <= (family === 4 ? 32 : 128);
  if (text !== '' && (isIP(address) !== family || !isLength || more.length > 0))
    throw new Error(`${name} wants an IPv${family} address/length, got ${text}`);
  return text;
}
