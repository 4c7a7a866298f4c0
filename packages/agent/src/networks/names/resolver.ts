import {
  decode,
  encode,
  RECURSION_DESIRED,
  TRUNCATED_RESPONSE,
  RECURSION_AVAILABLE,
  type Answer,
  type DecodedPacket,
  type Question,
} from 'dns-packet';
import { isIPv4, isIPv6 } from 'node:net';
import { canonical } from '../addresses.js';
import { forward } from './forward.js';
import type { NamedNetwork, Zones } from './zones.js';

export type Transport = 'udp' | 'tcp';

/** Where the names of a sandbox are looked up. */
export interface View {
  networks: readonly NamedNetwork[];
  links: Readonly<Record<string, string>>;
  servers: readonly string[];
  /** They are the host's own, and asked from its namespace; others are asked from the sandbox. */
  hostServers: boolean;
  /** Nobody is asked from the host's namespace. */
  inside: boolean;
  searchOnly: boolean;
}

/** Seconds for which an answer may be kept, as dockerd's. */
const TTL = 600;
/** RFC 1035: what fits into a datagram unless EDNS says more. */
const SMALLEST_DATAGRAM = 512;
/** What kind of query it is; 0 is the only one of today. */
const OPCODE = 0x7800;
const SERVFAIL = 2;
const NOTIMP = 4;

/** What a query is answered with; no answer for what is no query. */
export interface OwnAnswer {
  answer?: Buffer;
  /** The same query gets the same answer until names change. */
  isFixed: boolean;
}

/** Answers a query as it came in a sandbox; undefined: others may know. */
export function resolveOwn(
  zones: Zones,
  view: View,
  query: Buffer,
  transport: Transport,
): OwnAnswer | undefined {
  const { packet, question } = parsed(query);
  if (packet?.type !== 'query' || !question) return { isFixed: false };
  if (((packet.flags ?? 0) & OPCODE) !== 0)
    return { answer: response(packet, question, NOTIMP, []), isFixed: false };
  const own = answersOf(zones, view, question);
  // Several are given in turn.
  if (own) return { answer: truncated(packet, question, own, transport), isFixed: own.length < 2 };
  if (view.searchOnly && isAddressType(question.type) && !question.name.includes('.'))
    return { answer: response(packet, question, 0, []), isFixed: true };
  return undefined;
}

/** The same of others, whom it asks from the sandbox `namespace`, or of their failure. */
export async function resolve(
  zones: Zones,
  view: View,
  query: Buffer,
  transport: Transport,
  namespace: string,
): Promise<Buffer | undefined> {
  const own = resolveOwn(zones, view, query, transport);
  if (own) return own.answer;
  const answer = await forward(query, view, transport, namespace);
  if (answer) return answer;
  const { packet, question } = parsed(query);
  return packet && question && response(packet, question, SERVFAIL, []);
}

function parsed(query: Buffer): { packet?: DecodedPacket; question?: Question } {
  try {
    const packet = decode(query);
    return { packet, question: packet.questions?.[0] };
  } catch {
    return {};
  }
}

const isAddressType = (type: Question['type']): boolean => type === 'A' || type === 'AAAA';

/** Undefined: others may know. A name that has no address of the family asked for has an empty answer. */
function answersOf(zones: Zones, { networks, links }: View, { name, type }: Question): Answer[] | undefined {
  if (isAddressType(type)) {
    const target = links[name.toLowerCase()] ?? name;
    const addresses = zones.find(networks, target);
    if (!addresses) return undefined;
    const isWanted = type === 'A' ? isIPv4 : isIPv6;
    return shuffled(addresses.filter(isWanted)).map((data) => ({ name, type, ttl: TTL, data }) as Answer);
  }
  if (type === 'PTR') {
    const address = addressOfReverse(name);
    const found = address && zones.reverse(networks, address);
    return found ? [{ name, type: 'PTR', ttl: TTL, data: found }] : undefined;
  }
  // A name of ours has nothing else, and nobody else knows it.
  return type === 'MX' && zones.find(networks, name) ? [] : undefined;
}

/** The address of `4.3.2.1.in-addr.arpa`, or of 32 digits below `ip6.arpa`. */
export function addressOfReverse(name: string): string | undefined {
  const four = /^(\d+)\.(\d+)\.(\d+)\.(\d+)\.in-addr\.arpa$/i.exec(name);
  if (four) return four.slice(1).reverse().join('.');
  const six = /^((?:[0-9a-f]\.){32})ip6\.arpa$/i.exec(name)?.[1];
  if (six === undefined) return undefined;
  const digits = six.split('.').slice(0, 32).reverse().join('');
  return canonical(digits.match(/.{4}/g)!.join(':'));
}

function shuffled<T>(list: readonly T[]): T[] {
  const copy = [...list];
  for (let index = copy.length - 1; index > 0; index--) {
    const other = Math.floor(Math.random() * (index + 1));
    [copy[index], copy[other]] = [copy[other]!, copy[index]!];
  }
  return copy;
}

function response(
  query: DecodedPacket,
  question: Question,
  code: number,
  answers: Answer[],
  flags = 0,
): Buffer {
  const desired = (query.flags ?? 0) & RECURSION_DESIRED;
  return encode({
    type: 'response',
    id: query.id,
    flags: flags | desired | RECURSION_AVAILABLE | code,
    questions: [question],
    answers,
  });
}

/** As many answers as the client can take, marked when some are left out: it asks again over TCP. */
function truncated(
  query: DecodedPacket,
  question: Question,
  answers: Answer[],
  transport: Transport,
): Buffer {
  const whole = response(query, question, 0, answers);
  if (transport === 'tcp') return whole;
  const extension = query.additionals?.find((record) => record.type === 'OPT');
  const size = Math.max(extension?.type === 'OPT' ? (extension.udpPayloadSize ?? 0) : 0, SMALLEST_DATAGRAM);
  if (whole.length <= size) return whole;
  const each = (whole.length - response(query, question, 0, []).length) / answers.length;
  const fits = Math.max(0, answers.length - Math.ceil((whole.length - size) / each));
  return response(query, question, 0, answers.slice(0, fits), TRUNCATED_RESPONSE);
}
