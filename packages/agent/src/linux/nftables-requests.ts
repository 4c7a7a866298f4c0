import { attribute, nested, NLM_F_CREATE, text, type NetlinkRequest } from './netlink.js';

// What all requests to nf_tables have in common, and those for elements of sets (linux/netfilter/nfnetlink.h,
// nf_tables.h). nft(8) first asks the kernel for all that there is, and takes 2 to 4 ms where these take 0.3.

const NFNL_MSG_BATCH_BEGIN = 16;
const NFNL_MSG_BATCH_END = 17;
const NFNL_SUBSYS_NFTABLES = 10;
const NFT_MSG_NEWSETELEM = 12;
const NFT_MSG_DELSETELEM = 14;
const NFPROTO_INET = 1;
/** A type of the userdata that nft(8) shows as `comment`. */
const COMMENT = 0;
/** The kernel takes lists of at most 64 KiB. */
const MOST_ELEMENTS = 200;

/** An element of a set, or with a value of a map, in the bytes of the wire. */
export interface SetElement {
  set: string;
  /** One for each field of a concatenation. */
  key: readonly Uint8Array[];
  value?: readonly Uint8Array[];
  comment: string;
}

/** The requests as one transaction. */
export const batch = (requests: readonly NetlinkRequest[]): NetlinkRequest[] => [
  mark(NFNL_MSG_BATCH_BEGIN),
  ...requests,
  mark(NFNL_MSG_BATCH_END),
];

function mark(type: number): NetlinkRequest {
  const head = Buffer.alloc(4); // struct nfgenmsg: family, version, resource in network order
  head.writeUInt16BE(NFNL_SUBSYS_NFTABLES, 2);
  return { what: 'batch', type, flags: 0, body: head, unanswered: true };
}

export function nftablesRequest(
  family: number,
  what: string,
  message: number,
  flags: number,
  ...parts: readonly Uint8Array[]
): NetlinkRequest {
  const body = Buffer.concat([Buffer.of(family, 0, 0, 0), ...parts]);
  return { what: `nf_tables ${what}`, type: (NFNL_SUBSYS_NFTABLES << 8) | message, flags, body };
}

/** Takes elements away and puts others in, in sets of a table of the family inet, as one transaction. */
export function elementRequests(
  table: string,
  { removed, added }: { removed: readonly SetElement[]; added: readonly SetElement[] },
): NetlinkRequest[] {
  const requests = (message: number, flags: number, elements: readonly SetElement[]) =>
    [...Map.groupBy(elements, ({ set }) => set)].flatMap(([set, all]) =>
      Array.from({ length: Math.ceil(all.length / MOST_ELEMENTS) }, (_, part) => {
        const some = all.slice(part * MOST_ELEMENTS, (part + 1) * MOST_ELEMENTS);
        const list = nested(3, ...some.map((element) => nested(1, ...parts(element))));
        const place = [attribute(1, text(table)), attribute(2, text(set))];
        return nftablesRequest(NFPROTO_INET, `elements of ${set}`, message, flags, ...place, list);
      }),
    );
  return batch([
    ...requests(
      NFT_MSG_DELSETELEM,
      0,
      removed.map(({ set, key, comment }) => ({ set, key, comment })),
    ),
    ...requests(NFT_MSG_NEWSETELEM, NLM_F_CREATE, added),
  ]);
}

function parts({ key, value, comment }: SetElement): Buffer[] {
  const note = text(comment);
  return [
    nested(1, attribute(1, concatenated(key))),
    ...(value ? [nested(2, attribute(1, concatenated(value)))] : []),
    attribute(6, Buffer.concat([Buffer.of(COMMENT, note.length), note])),
  ];
}

/** Each field begins at a multiple of four bytes. */
const concatenated = (fields: readonly Uint8Array[]): Buffer =>
  Buffer.concat(
    fields.map((field) => {
      const filled = Buffer.alloc(Math.ceil(field.length / 4) * 4);
      filled.set(field);
      return filled;
    }),
  );
