import { addressBytes } from './address-bytes.js';
import {
  AF_INET,
  AF_INET6,
  attribute,
  NLM_F_CREATE,
  NLM_F_EXCL,
  uint32,
  type NetlinkRequest,
} from './netlink.js';

// The few rtnetlink requests that set up an interface inside a namespace (linux/rtnetlink.h, if_addr.h, if_link.h).

const RTM_NEWLINK = 16;
const RTM_DELLINK = 17;
const RTM_NEWADDR = 20;
const RTM_NEWROUTE = 24;
const RTM_DELROUTE = 25;
const IFF_UP = 1;
const IFA_ADDRESS = 1;
const IFA_LOCAL = 2;
const IFA_BROADCAST = 4;
const IFA_F_NODAD = 2;
const RTA_OIF = 4;
const RTA_GATEWAY = 5;
const RT_TABLE_MAIN = 254;
const RTPROT_BOOT = 3;
const RTN_UNICAST = 1;
const RT_SCOPE_LINK = 253;
const RT_SCOPE_NOWHERE = 255;

/** Sets the interface up. */
export function linkUp(index: number): NetlinkRequest {
  const body = Buffer.alloc(16); // struct ifinfomsg
  body.writeInt32LE(index, 4);
  body.writeUInt32LE(IFF_UP, 8);
  body.writeUInt32LE(IFF_UP, 12);
  return { what: `link ${index} up`, type: RTM_NEWLINK, flags: 0, body };
}

/** Deletes the interface. */
export function deleteLink(index: number): NetlinkRequest {
  const body = Buffer.alloc(16); // struct ifinfomsg
  body.writeInt32LE(index, 4);
  return { what: `link ${index} delete`, type: RTM_DELLINK, flags: 0, body };
}

/** Adds an address. An IPv6 one is usable at once: nobody else can have it on a bridge whose addresses we give out. */
export function addAddress(index: number, address: string, prefix: number): NetlinkRequest {
  const bytes = addressBytes(address);
  const head = Buffer.alloc(8); // struct ifaddrmsg
  head[0] = bytes.length === 4 ? AF_INET : AF_INET6;
  head[1] = prefix;
  head[2] = bytes.length === 4 ? 0 : IFA_F_NODAD;
  head.writeInt32LE(index, 4);
  const parts = [head, attribute(IFA_LOCAL, bytes), attribute(IFA_ADDRESS, bytes)];
  if (bytes.length === 4 && prefix < 31) parts.push(attribute(IFA_BROADCAST, broadcast(bytes, prefix)));
  const flags = NLM_F_CREATE | NLM_F_EXCL;
  return { what: `address ${address}/${prefix}`, type: RTM_NEWADDR, flags, body: Buffer.concat(parts) };
}

/** Adds the default route of the gateway's family; `0.0.0.0` or `::`: to the interface itself. */
export function addDefaultRoute(index: number, gateway: string): NetlinkRequest {
  const bytes = addressBytes(gateway);
  const head = Buffer.alloc(12); // struct rtmsg
  head[0] = bytes.length === 4 ? AF_INET : AF_INET6;
  head[4] = RT_TABLE_MAIN;
  head[5] = RTPROT_BOOT;
  const isOnLink = bytes.every((byte) => byte === 0);
  if (isOnLink && bytes.length === 4) head[6] = RT_SCOPE_LINK;
  head[7] = RTN_UNICAST;
  const via = isOnLink ? [] : [attribute(RTA_GATEWAY, bytes)];
  const body = Buffer.concat([head, ...via, attribute(RTA_OIF, uint32(index))]);
  return { what: `default route via ${gateway}`, type: RTM_NEWROUTE, flags: NLM_F_CREATE | NLM_F_EXCL, body };
}

function broadcast(address: Buffer, prefix: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE((address.readUInt32BE() | (0xffffffff >>> prefix)) >>> 0);
  return bytes;
}

/** Removes a default route of a family; the kernel answers ESRCH when there is none. */
export function removeDefaultRoute(family: typeof AF_INET | typeof AF_INET6): NetlinkRequest {
  const head = Buffer.alloc(12); // struct rtmsg
  head[0] = family;
  head[4] = RT_TABLE_MAIN;
  head[6] = RT_SCOPE_NOWHERE; // of any
  return { what: 'default route', type: RTM_DELROUTE, flags: 0, body: head };
}
