import { goBoolean, invalidParameter, notGoBoolean } from '@arca/plugin-kit';
import { isAddress, isIPv6 } from './subnets.js';

type Options = Readonly<Record<string, string>>;

const mtuOption = 'com.docker.network.driver.mtu';
const gatewayModes = ['nat', 'nat-unprotected', 'routed', 'isolated'];

/** Throws InvalidParameter in dockerd's words. */
function refuse(name: string, value: string, why: string): never {
  throw invalidParameter(`failed to parse ${name} value: ${value} (${why})`, 'network.option');
}

/** What Go reads as a boolean; `otherwise` when the option is not given. */
export function flagOption(options: Options, name: string, otherwise: boolean): boolean {
  const value = options[name];
  if (value === undefined) return otherwise;
  return goBoolean(value) ?? refuse(name, value, notGoBoolean(value));
}

/** Bytes; 0: the kernel's choice. */
export function mtuOf(options: Options): number {
  const value = options[mtuOption];
  if (value === undefined) return 0;
  if (!/^[+-]?\d{1,9}$/.test(value))
    return refuse(mtuOption, value, `strconv.Atoi: parsing ${JSON.stringify(value)}: invalid syntax`);
  if (Number(value) < 0) throw invalidParameter(`invalid MTU number: ${value}`, 'network.mtu');
  return Number(value);
}

/** An address; empty when the option is not given. */
export function addressOption(options: Options, name: string, family?: 4 | 6): string {
  const value = options[name];
  if (value === undefined) return '';
  if (!isAddress(value) || (family !== undefined && isIPv6(value) !== (family === 6)))
    return refuse(name, value, 'nil ip');
  return value;
}

/** Empty when the option is not given. */
export function gatewayModeOption(options: Options, name: string): string {
  const value = options[name] ?? '';
  return value === '' || gatewayModes.includes(value)
    ? value
    : refuse(name, value, `unknown gateway mode ${value}`);
}

/** What the interfaces of containers are called, before their number. */
export function interfacePrefix(options: Options): string {
  return options['com.docker.network.container_iface_prefix'] || 'eth';
}
