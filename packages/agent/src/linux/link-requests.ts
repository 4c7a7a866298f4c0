import { attribute, nested, NLM_F_CREATE, NLM_F_EXCL, text, uint32, type NetlinkRequest } from './netlink.js';

// The rtnetlink requests that make a veth pair between a bridge and a namespace (linux/if_link.h, veth.h).

const RTM_NEWLINK = 16;
const IFF_UP = 1;
const IFLA_ADDRESS = 1;
const IFLA_IFNAME = 3;
const IFLA_MTU = 4;
const IFLA_MASTER = 10;
const IFLA_LINKINFO = 18;
const IFLA_NET_NS_FD = 28;
const IFLA_INFO_KIND = 1;
const IFLA_INFO_DATA = 2;
const IFLA_INFO_SLAVE_KIND = 4;
const IFLA_INFO_SLAVE_DATA = 5;
const VETH_INFO_PEER = 1;
const IFLA_BRPORT_MODE = 4; // hairpin
const IFLA_BRPORT_ISOLATED = 33;

export interface VethPair {
  /** The host's end. */
  outside: string;
  /** The other end. */
  inside: string;
  /** Descriptor of the namespace that it is in. */
  namespace: number;
}

/** Makes the pair, both ends down. EEXIST when one of the names is taken. */
export function addVethPair({ outside, inside, namespace }: VethPair): NetlinkRequest {
  const peer = nested(
    VETH_INFO_PEER,
    interfaceHead(0),
    attribute(IFLA_IFNAME, text(inside)),
    attribute(IFLA_NET_NS_FD, uint32(namespace)),
  );
  const body = Buffer.concat([
    interfaceHead(0),
    attribute(IFLA_IFNAME, text(outside)),
    nested(IFLA_LINKINFO, attribute(IFLA_INFO_KIND, Buffer.from('veth')), nested(IFLA_INFO_DATA, peer)),
  ]);
  const flags = NLM_F_CREATE | NLM_F_EXCL;
  return { what: `veth pair ${outside}`, type: RTM_NEWLINK, flags, body };
}

/** Makes an interface a port of the bridge with this index, and sets it up. */
export function addBridgePort(name: string, bridge: number, mtu: number): NetlinkRequest {
  const body = Buffer.concat([
    interfaceHead(IFF_UP),
    attribute(IFLA_IFNAME, text(name)),
    attribute(IFLA_MTU, uint32(mtu)),
    attribute(IFLA_MASTER, uint32(bridge)),
  ]);
  return { what: `port ${name}`, type: RTM_NEWLINK, flags: 0, body };
}

/** Says how a bridge treats a port of its: whether back out of it, and whether to other isolated ones. */
export function setBridgePort(
  name: string,
  { hairpin, isolated }: { hairpin: boolean; isolated: boolean },
): NetlinkRequest {
  const body = Buffer.concat([
    interfaceHead(0),
    attribute(IFLA_IFNAME, text(name)),
    nested(
      IFLA_LINKINFO,
      attribute(IFLA_INFO_SLAVE_KIND, Buffer.from('bridge')),
      nested(
        IFLA_INFO_SLAVE_DATA,
        attribute(IFLA_BRPORT_MODE, Buffer.of(Number(hairpin))),
        attribute(IFLA_BRPORT_ISOLATED, Buffer.of(Number(isolated))),
      ),
    ),
  ]);
  return { what: `bridge port ${name}`, type: RTM_NEWLINK, flags: 0, body };
}

/** Gives an interface that is down an address of six bytes. */
export function setMac(index: number, mac: Uint8Array): NetlinkRequest {
  const body = Buffer.concat([interfaceHead(0, index), attribute(IFLA_ADDRESS, mac)]);
  return { what: `link ${index} address`, type: RTM_NEWLINK, flags: 0, body };
}

export function setMtu(index: number, mtu: number): NetlinkRequest {
  const body = Buffer.concat([interfaceHead(0, index), attribute(IFLA_MTU, uint32(mtu))]);
  return { what: `link ${index} mtu ${mtu}`, type: RTM_NEWLINK, flags: 0, body };
}

/** Only while the interface is down. */
export function setName(index: number, name: string): NetlinkRequest {
  const body = Buffer.concat([interfaceHead(0, index), attribute(IFLA_IFNAME, text(name))]);
  return { what: `link ${index} name ${name}`, type: RTM_NEWLINK, flags: 0, body };
}

/** struct ifinfomsg */
function interfaceHead(up: number, index = 0): Buffer {
  const head = Buffer.alloc(16);
  head.writeInt32LE(index, 4);
  head.writeUInt32LE(up, 8);
  head.writeUInt32LE(up, 12);
  return head;
}
