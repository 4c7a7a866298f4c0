import { AF_INET, AF_INET6, attribute, nested, netlinkRequests, type NetlinkRequest } from './netlink.js';
import { NETLINK_NETFILTER, netlinkSocket } from './syscalls.js';

// linux/netfilter/nfnetlink.h and nfnetlink_conntrack.h; the filter's bits are the kernel's nf_internals.h.

const IPCTNL_MSG_CT_DELETE = (1 << 8) | 2; // subsystem NFNL_SUBSYS_CTNETLINK
const CTA_TUPLE_ORIG = 1;
const CTA_TUPLE_PROTO = 2;
const CTA_PROTO_NUM = 1;
const CTA_PROTO_DST_PORT = 3;
const CTA_FILTER = 25;
const CTA_FILTER_ORIG_FLAGS = 1;
const CTA_FILTER_F_CTA_PROTO_NUM = 1 << 3;
const CTA_FILTER_F_CTA_PROTO_DST_PORT = 1 << 5;
const IPPROTO_UDP = 17;

/**
 * Makes the kernel forget the UDP flows to a port of the host. A flow keeps its way for as long as it is used: one that
 * began before the port was published would never reach the container, and one to an earlier container never the new.
 */
export async function forgetUdpFlows(ports: readonly number[]): Promise<void> {
  if (ports.length === 0) return;
  const requests = ports.flatMap((port) => [AF_INET, AF_INET6].map((family) => flowsTo(family, port)));
  // Kernels without such filters (before 5.8) refuse; the flows then end by themselves when they are idle for 30 s.
  await netlinkRequests(netlinkSocket(NETLINK_NETFILTER), requests).catch(() => undefined);
}

function flowsTo(family: number, port: number): NetlinkRequest {
  const number = Buffer.alloc(2);
  number.writeUInt16BE(port);
  const flags = Buffer.alloc(4);
  flags.writeUInt32LE(CTA_FILTER_F_CTA_PROTO_NUM | CTA_FILTER_F_CTA_PROTO_DST_PORT);
  const protocol = nested(
    CTA_TUPLE_PROTO,
    attribute(CTA_PROTO_NUM, Buffer.of(IPPROTO_UDP)),
    attribute(CTA_PROTO_DST_PORT, number),
  );
  const body = Buffer.concat([
    Buffer.of(family, 0, 0, 0), // struct nfgenmsg
    nested(CTA_TUPLE_ORIG, protocol),
    nested(CTA_FILTER, attribute(CTA_FILTER_ORIG_FLAGS, flags)),
  ]);
  return { what: `udp flows to port ${port}`, type: IPCTNL_MSG_CT_DELETE, flags: 0, body };
}
