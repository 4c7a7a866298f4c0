import {
  AF_INET,
  attribute,
  nested,
  NLM_F_CREATE,
  NLM_F_EXCL,
  text,
  type NetlinkRequest,
} from './netlink.js';
import { batch, nftablesRequest } from './nftables-requests.js';

// The few nf_tables requests that lead what a namespace sends to one of its own addresses to other ports
// (linux/netfilter/nfnetlink.h, nf_tables.h). nft(8) would be two processes each time, and cost 20 ms.

const NFT_MSG_NEWTABLE = 0;
const NFT_MSG_DELTABLE = 2;
const NFT_MSG_NEWCHAIN = 3;
const NFT_MSG_NEWRULE = 6;
const NLM_F_APPEND = 0x800;
const NF_INET_LOCAL_OUT = 3;
const NF_IP_PRI_NAT_DST = -100;
const NETWORK_HEADER = 1;
const TRANSPORT_HEADER = 2;
const NFT_META_L4PROTO = 16;
const NFT_CMP_EQ = 0;
const NFT_NAT_DNAT = 1;
const protocols = { tcp: 6, udp: 17 } as const;

/** From a port of an address, as the namespace's own processes name it, to another port of that address. */
export interface Redirection {
  protocol: keyof typeof protocols;
  /** Four bytes. */
  address: Uint8Array;
  port: number;
  to: number;
}

/**
 * A table with these redirections alone. The kernel answers EEXIST when there is one of the name, unless that is to be
 * replaced, for which it takes 10 ms.
 */
export function redirect(
  table: string,
  redirections: readonly Redirection[],
  replace: boolean,
): NetlinkRequest[] {
  const named = attribute(1, text(table));
  const fresh = request('table', NFT_MSG_NEWTABLE, NLM_F_CREATE | NLM_F_EXCL, named);
  return batch([
    ...(replace ? [request('table', NFT_MSG_DELTABLE, 0, named)] : []),
    fresh,
    request('chain', NFT_MSG_NEWCHAIN, NLM_F_CREATE, named, ...chain()),
    ...redirections.map((redirection) =>
      request('rule', NFT_MSG_NEWRULE, NLM_F_CREATE | NLM_F_APPEND, named, ...rule(redirection)),
    ),
  ]);
}

const request = (what: string, message: number, flags: number, ...parts: Buffer[]): NetlinkRequest =>
  nftablesRequest(AF_INET, what, message, flags, ...parts);

function chain(): Buffer[] {
  const hook = nested(4, number(1, NF_INET_LOCAL_OUT), number(2, NF_IP_PRI_NAT_DST));
  return [attribute(3, text(OUTPUT)), hook, attribute(7, text('nat'))];
}

const OUTPUT = 'output';

/** `ip daddr ADDRESS PROTOCOL dport PORT dnat to ADDRESS:TO` */
function rule({ protocol, address, port, to }: Redirection): Buffer[] {
  const expressions = [
    payload(NETWORK_HEADER, 16, 4),
    equals(address),
    expression('meta', number(1, 1), number(2, NFT_META_L4PROTO)),
    equals(Uint8Array.of(protocols[protocol])),
    payload(TRANSPORT_HEADER, 2, 2),
    equals(bigEndian(port)),
    immediate(1, address),
    immediate(2, bigEndian(to)),
    expression('nat', number(1, NFT_NAT_DNAT), number(2, AF_INET), number(3, 1), number(5, 2)),
  ];
  return [attribute(2, text(OUTPUT)), nested(4, ...expressions.map((one) => nested(1, one)))];
}

/** Loads bytes of a header into the first register. */
const payload = (base: number, offset: number, length: number): Buffer =>
  expression('payload', number(1, 1), number(2, base), number(3, offset), number(4, length));

/** Goes on when the first register has this value. */
const equals = (value: Uint8Array): Buffer =>
  expression('cmp', number(1, 1), number(2, NFT_CMP_EQ), nested(3, attribute(1, value)));

const immediate = (register: number, value: Uint8Array): Buffer =>
  expression('immediate', number(1, register), nested(2, attribute(1, value)));

const expression = (name: string, ...data: Buffer[]): Buffer =>
  Buffer.concat([attribute(1, text(name)), nested(2, ...data)]);

/** Numbers of nf_tables are in network order. */
function number(type: number, value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value);
  return attribute(type, bytes);
}

function bigEndian(port: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16BE(port);
  return bytes;
}
