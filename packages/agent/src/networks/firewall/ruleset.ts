import { addressBytes } from '../../linux/address-bytes.js';
import type { SetElement } from '../../linux/nftables-requests.js';

// The nft table of an instance: chains that never change, and sets and maps that they look things up in.

type FieldType = 'ifname' | 'ipv4_addr' | 'ipv6_addr' | 'inet_proto' | 'inet_service';

interface SetDefinition {
  key: readonly FieldType[];
  /** Of a map: what a key leads to. */
  value?: readonly FieldType[];
  /** Keys are networks. */
  interval?: boolean;
}

const port4: readonly FieldType[] = ['ipv4_addr', 'inet_service'];
const port6: readonly FieldType[] = ['ipv6_addr', 'inet_service'];

export const sets = {
  /** Our bridges. */
  bridges: { key: ['ifname'] },
  /** A bridge, twice: traffic among its own ports, where the kernel shows it to nft. */
  paths: { key: ['ifname', 'ifname'] },
  /** The same for bridges whose containers must not reach one another. */
  isolated: { key: ['ifname', 'ifname'] },
  /** Bridges with no way out. */
  internal: { key: ['ifname'] },
  /** All networks of our bridges. */
  networks4: { key: ['ipv4_addr'], interval: true },
  networks6: { key: ['ipv6_addr'], interval: true },
  /** Those whose traffic leaves the host under the host's address. */
  masquerade4: { key: ['ipv4_addr'], interval: true },
  masquerade6: { key: ['ipv6_addr'], interval: true },
  /** Those whose traffic leaves under another address of the host's. */
  source4: { key: ['ipv4_addr'], value: ['ipv4_addr'], interval: true },
  source6: { key: ['ipv6_addr'], value: ['ipv6_addr'], interval: true },
  /** Bridges whose containers are reached at their own addresses, at any port. */
  unprotected4: { key: ['ifname'] },
  unprotected6: { key: ['ifname'] },
  /** Those where it is the published ports alone, and pings. */
  routed4: { key: ['ifname'] },
  routed6: { key: ['ifname'] },
  open4: { key: ['ipv4_addr', 'inet_proto', 'inet_service'] },
  open6: { key: ['ipv6_addr', 'inet_proto', 'inet_service'] },
  /** Interfaces of the host from which a bridge's containers are reached. */
  trusted: { key: ['ifname', 'ifname'] },
  /** Published ports: protocol and port of the host → address and port of the container. */
  ports4: { key: ['inet_proto', 'inet_service'], value: port4 },
  ports6: { key: ['inet_proto', 'inet_service'], value: port6 },
  /** The same with one address of the host. */
  addressed4: { key: ['ipv4_addr', 'inet_proto', 'inet_service'], value: port4 },
  addressed6: { key: ['ipv6_addr', 'inet_proto', 'inet_service'], value: port6 },
} as const satisfies Record<string, SetDefinition>;

export type SetName = keyof typeof sets;

/** An element of a set, or of a map when it has a value. */
export interface Element {
  set: SetName;
  key: readonly string[];
  value?: readonly string[];
  /** Who answers for it: a sandbox's id, or `bridge/<name>`. Kept in nft as the element's comment. */
  owner: string;
}

/** For the administrator's own rules: whatever goes to or from containers is shown to it first. It is never emptied. */
export const userChain = 'user';

const chains: Record<string, readonly string[]> = {
  // `route_localnet` lets the host reach containers from 127.0.0.1; the way back from them must stay closed.
  raw: [
    'type filter hook prerouting priority raw; policy accept;',
    'iifname @bridges ip daddr 127.0.0.0/8 drop',
    'iifname @bridges ip saddr 127.0.0.0/8 drop',
  ],
  prerouting: [
    'type nat hook prerouting priority dstnat; policy accept;',
    'fib daddr type local dnat ip to ip daddr . meta l4proto . th dport map @addressed4',
    'fib daddr type local dnat ip to meta l4proto . th dport map @ports4',
    'fib daddr type local dnat ip6 to ip6 daddr . meta l4proto . th dport map @addressed6',
    'fib daddr type local dnat ip6 to meta l4proto . th dport map @ports6',
  ],
  // What the host itself sends. The kernel routes nothing from ::1 to elsewhere: there the agent's listener answers.
  output: [
    'type nat hook output priority -100; policy accept;',
    'ip6 daddr ::1 accept',
    'fib daddr type local dnat ip to ip daddr . meta l4proto . th dport map @addressed4',
    'fib daddr type local dnat ip to meta l4proto . th dport map @ports4',
    'fib daddr type local dnat ip6 to ip6 daddr . meta l4proto . th dport map @addressed6',
    'fib daddr type local dnat ip6 to meta l4proto . th dport map @ports6',
  ],
  postrouting: [
    'type nat hook postrouting priority srcnat; policy accept;',
    'oifname @bridges ip saddr 127.0.0.0/8 masquerade',
    // A container that uses a published port must get its answer from the host, not from its neighbour or itself.
    'oifname @bridges ct status dnat ip saddr @networks4 masquerade',
    'oifname @bridges ct status dnat ip6 saddr @networks6 masquerade',
    'oifname != @bridges snat ip to ip saddr map @source4',
    'oifname != @bridges snat ip6 to ip6 saddr map @source6',
    'oifname != @bridges ip saddr @masquerade4 masquerade',
    'oifname != @bridges ip6 saddr @masquerade6 masquerade',
  ],
  forward: [
    'type filter hook forward priority filter; policy accept;',
    'iifname != @bridges oifname != @bridges accept',
    `jump ${userChain}`,
    'ct state established,related accept',
    'iifname @internal iifname . oifname != @paths drop',
    'oifname @internal iifname . oifname != @paths drop',
    'ct status dnat accept',
    'oifname @routed4 ip daddr . meta l4proto . th dport @open4 accept',
    'oifname @routed6 ip6 daddr . meta l4proto . th dport @open6 accept',
    'iifname . oifname @isolated drop',
    'iifname . oifname @paths accept',
    'oifname @routed4 meta l4proto icmp accept',
    'oifname @routed6 meta l4proto ipv6-icmp accept',
    'oifname @unprotected4 meta nfproto ipv4 accept',
    'oifname @unprotected6 meta nfproto ipv6 accept',
    'iifname . oifname @trusted accept',
    'oifname @bridges drop',
  ],
};

interface Listed {
  name: string;
  /** Of a chain that the kernel itself goes through. */
  hook?: string;
}

/**
 * Statements that empty the table of `listed` (as `nft -j` lists it) of what is ours, or was an earlier version's. The
 * administrator's chain stays, with the chains and sets that it may lead to; ours are emptied, since it may name them.
 */
export function clearStatements(table: string, listed: readonly Record<string, unknown>[]): string[] {
  const all = (kind: string) => listed.flatMap((object) => (object[kind] as Listed | undefined) ?? []);
  const own = all('chain')
    .filter(({ name, hook }) => name !== userChain && (name in chains || hook !== undefined))
    .map(({ name }) => name);
  const emptied = (kind: string) =>
    all(kind)
      .filter(({ name }) => name in sets)
      .map(({ name }) => `flush ${kind} inet ${table} ${name}`);
  return [
    ...own.map((name) => `flush chain inet ${table} ${name}`),
    ...own.map((name) => `delete chain inet ${table} ${name}`),
    ...emptied('set'),
    ...emptied('map'),
  ];
}

/** The rules of our chains in a table as `nft -j` lists it, comparable: the kernel's numbers for them left out. */
export function ownRules(listed: readonly Record<string, unknown>[]): string {
  const rules = listed.flatMap(({ rule }) => (rule as { chain: string; expr: unknown } | undefined) ?? []);
  const own = rules.filter(({ chain }) => chain in chains).map(({ chain, expr }) => ({ chain, expr }));
  const names = Object.keys(chains);
  own.sort((one, other) => names.indexOf(one.chain) - names.indexOf(other.chain));
  return JSON.stringify(own);
}

/** Statements that make the table, of which at most the administrator's chain is there, with these elements. */
export function tableStatements(table: string, elements: Iterable<Element>): string[] {
  const statements = [`add table inet ${table}`, `add chain inet ${table} ${userChain}`];
  for (const [name, definition] of Object.entries(sets))
    statements.push(setStatement(table, name, definition));
  for (const [name, [hook, ...rules]] of Object.entries(chains)) {
    statements.push(`add chain inet ${table} ${name} { ${hook} }`);
    for (const rule of rules) statements.push(`add rule inet ${table} ${name} ${rule}`);
  }
  for (const element of elements) statements.push(addStatement(table, element));
  return statements;
}

function setStatement(table: string, name: string, definition: SetDefinition): string {
  const key = definition.key.join(' . ');
  const flags = definition.interval ? 'flags interval; ' : '';
  if (definition.value)
    return `add map inet ${table} ${name} { type ${key} : ${definition.value.join(' . ')}; ${flags}}`;
  return `add set inet ${table} ${name} { type ${key}; ${flags}}`;
}

export function addStatement(table: string, element: Element): string {
  const definition: SetDefinition = sets[element.set];
  const value = definition.value ? ` : ${fields(definition.value, element.value ?? [])}` : '';
  const key = fields(definition.key, element.key);
  return `add element inet ${table} ${element.set} { ${key} comment "${element.owner}"${value} }`;
}

export function deleteStatement(table: string, element: Element): string {
  return `delete element inet ${table} ${element.set} { ${fields(sets[element.set].key, element.key)} }`;
}

function fields(types: readonly FieldType[], values: readonly string[]): string {
  return values.map((value, index) => (types[index] === 'ifname' ? `"${value}"` : value)).join(' . ');
}

const protocolNumbers: Readonly<Record<string, number>> = { tcp: 6, udp: 17, sctp: 132 };

/** The element as the kernel takes it; undefined in sets of networks, whose ends nft(8) computes. */
export function wireElement({ set, key, value, owner }: Element): SetElement | undefined {
  const definition: SetDefinition = sets[set];
  if (definition.interval) return undefined;
  const bytes = (types: readonly FieldType[], values: readonly string[]) =>
    values.map((text, index) => fieldBytes(types[index]!, text));
  return {
    ...{ set, key: bytes(definition.key, key), comment: owner },
    ...(definition.value && { value: bytes(definition.value, value ?? []) }),
  };
}

function fieldBytes(type: FieldType, text: string): Buffer {
  if (type === 'ipv4_addr' || type === 'ipv6_addr') return addressBytes(text);
  if (type === 'inet_proto') return Buffer.of(protocolNumbers[text]!);
  const bytes = Buffer.alloc(type === 'ifname' ? 16 : 2);
  if (type === 'ifname') bytes.write(text);
  else bytes.writeUInt16BE(Number(text));
  return bytes;
}
