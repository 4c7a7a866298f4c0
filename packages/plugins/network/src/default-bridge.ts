import { systemError, type DefaultBridge } from '@arca/plugin-kit';
import { bridgeOption, type Range } from './record.js';
import { firstAddress, networkOf, prefixLength, overlap } from './subnets.js';

/**
 * What the network `bridge` has by the daemon's flags; `choose` gives a free subnet of a family. Throws System for a
 * range outside of its network.
 */
export async function defaultRanges(
  flags: DefaultBridge,
  choose: (family: 4 | 6) => Promise<string>,
): Promise<Range[]> {
  const range = async (family: 4 | 6, address: string, part: string): Promise<Range> => {
    const subnet = address || part ? networkOf(address || part) : await choose(family);
    const isInside = overlap(subnet, part || subnet) && prefixLength(part || subnet) >= prefixLength(subnet);
    if (!isInside)
      throw systemError(`${part} is not part of ${subnet}, the network of the bridge`, 'network.range');
    const gateway = address ? address.split('/')[0]! : firstAddress(subnet);
    return { subnet, gateway, ipRange: part && part !== subnet ? part : '', auxiliary: {} };
  };
  const ranges = [await range(4, flags.address, flags.range)];
  if (withIPv6(flags)) ranges.push(await range(6, flags.address6, flags.range6));
  return ranges;
}

export const withIPv6 = ({ ipv6, address6, range6 }: DefaultBridge): boolean =>
  ipv6 || address6 !== '' || range6 !== '';

/** Whether flags ask for something else than there is. */
export function isOutdated(
  { address, address6, range, range6, ...rest }: DefaultBridge,
  ranges: readonly Range[],
) {
  const [four, six] = [ranges[0], ranges[1]];
  const differs = (has: Range | undefined, asked: string, part: string) =>
    (asked !== '' && `${has?.gateway}/${prefixLength(has?.subnet ?? '/')}` !== asked) ||
    (part !== '' && part !== (has?.ipRange || has?.subnet));
  const wantsIPv6 = withIPv6({ address, address6, range, range6, ...rest });
  return differs(four, address, range) || differs(six, address6, range6) || wantsIPv6 !== (six !== undefined);
}

/** The driver options that flags stand for, as dockerd shows them; `name` is the bridge's. */
export const defaultOptions = (
  { icc, masquerade, mtu, hostAddress }: DefaultBridge,
  name: string,
): Record<string, string> => ({
  [bridgeOption('default_bridge')]: 'true',
  [bridgeOption('enable_icc')]: String(icc),
  [bridgeOption('enable_ip_masquerade')]: String(masquerade),
  [bridgeOption('host_binding_ipv4')]: hostAddress || '0.0.0.0',
  [bridgeOption('name')]: name,
  'com.docker.network.driver.mtu': String(mtu),
});
