import type { IPAMConfig } from '@arca/api';
import { forbidden, invalidParameter } from '@arca/plugin-kit';
import type { Networks } from './networks.js';
import type { Range } from './record.js';
import {
  contains,
  firstAddress,
  isAddress,
  isIPv6,
  isPrefixed,
  isSubnet,
  networkOf,
  overlap,
} from './subnets.js';

/**
 * The ranges that a create body asks for, or one of the pools for each family that is on and has none, IPv4's first.
 * Throws InvalidParameter, or Forbidden where another network has the addresses, as dockerd.
 */
export async function wantedRanges(
  networks: Networks,
  config: readonly IPAMConfig[],
  { enableIPv4, enableIPv6 }: { enableIPv4: boolean; enableIPv6: boolean },
): Promise<Range[]> {
  if (!enableIPv4 && !enableIPv6) throw invalidParameter('IPv4 or IPv6 must be enabled', 'network.no-family');
  config.forEach(checkSubnet);
  const four = config.filter(({ Subnet = '' }) => enableIPv4 && !isIPv6(Subnet));
  const six = config.filter(({ Subnet = '' }) => enableIPv6 && isIPv6(Subnet));
  if (four.length > 1 || six.length > 1)
    throw forbidden("bridge driver doesn't support multiple subnets", 'network.ranges');
  const ranges: Range[] = [];
  if (enableIPv4) ranges.push(four[0] ? asked(networks, four[0]) : whole(await networks.chooseSubnet(4)));
  if (enableIPv6) ranges.push(six[0] ? asked(networks, six[0]) : whole(await networks.chooseSubnet(6)));
  return ranges;
}

const whole = (subnet: string): Range => ({
  subnet,
  gateway: firstAddress(subnet),
  ipRange: '',
  auxiliary: {},
});

function checkSubnet({
  Subnet: subnet = '',
  Gateway: gateway,
  IPRange: range,
  AuxiliaryAddresses,
}: IPAMConfig): void {
  const refuse = (why: string) => invalidParameter(`invalid network config:\n${why}`, 'network.subnet');
  if (!isSubnet(subnet) && !isPrefixed(subnet))
    throw refuse(`invalid subnet ${subnet}: invalid CIDR block notation`);
  if (!isSubnet(subnet)) throw refuse(`invalid subnet ${subnet}: it should be ${networkOf(subnet)}`);
  const inside = { gateway, ...AuxiliaryAddresses };
  for (const [name, address] of Object.entries(inside)) {
    if (!address) continue;
    if (!isAddress(address)) throw refuse(`invalid ${name} address: ${address}`);
    if (!contains(subnet, address))
      throw refuse(`invalid ${name} ${address}: parent subnet ${subnet} doesn't contain this address`);
  }
  if (range && (!isSubnet(range) || !contains(subnet, range.split('/')[0]!)))
    throw refuse(`invalid ip-range ${range}: parent subnet ${subnet} doesn't contain this ip-range`);
}

function asked(
  networks: Networks,
  { Subnet: subnet = '', Gateway, IPRange, AuxiliaryAddresses }: IPAMConfig,
): Range {
  const other = networks
    .list()
    .find((network) => network.ranges.some((range) => overlap(range.subnet, subnet)));
  if (other) throw forbidden('Pool overlaps with other one on this address space', 'network.overlap');
  return {
    subnet,
    gateway: Gateway || firstAddress(subnet),
    ipRange: IPRange ?? '',
    auxiliary: { ...AuxiliaryAddresses },
  };
}
