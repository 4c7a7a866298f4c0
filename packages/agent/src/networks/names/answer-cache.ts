/** Answers that are kept, of all sandboxes together, and bytes of the largest. */
const MOST_ANSWERS = 2048;
const LARGEST = 4096;
/** Nobody's answer is kept for longer, s. */
const LONGEST = 600;

const NOERROR = 0;
const NXDOMAIN = 3;
const TYPE_SOA = 6;
const TYPE_OPT = 41;
const TRUNCATED = 0x02;

interface Kept {
  answer: Buffer;
  /** Where the TTLs of its records stand. */
  ttls: readonly number[];
  /** Milliseconds of the monotonic clock. */
  since: number;
  until: number;
}

/**
 * Answers of other servers, for as long as their records say (RFC 1035, 3.2.1), and what does not exist for as long as
 * its SOA says (RFC 2308). The key is whom was asked, from where, and the query without its id. The oldest go first.
 */
export class AnswerCache {
  private readonly kept = new Map<string, Kept>();

  constructor(private readonly now = () => performance.now()) {}

  static key(origin: string, query: Buffer): string {
    return `${origin} ${query.toString('latin1', 2)}`;
  }

  /** The answer with the query's id, and with what is left of its TTLs. */
  get(key: string, query: Buffer): Buffer | undefined {
    const found = this.kept.get(key);
    if (!found) return undefined;
    const now = this.now();
    if (now >= found.until) {
      this.kept.delete(key);
      return undefined;
    }
    const answer = Buffer.from(found.answer);
    query.copy(answer, 0, 0, 2);
    const age = Math.floor((now - found.since) / 1000);
    for (const place of found.ttls)
      answer.writeUInt32BE(Math.max(0, answer.readUInt32BE(place) - age), place);
    return answer;
  }

  put(key: string, answer: Buffer): void {
    if (answer.length > LARGEST) return;
    const records = lifeOf(answer);
    if (!records || records.seconds === 0) return;
    const since = this.now();
    this.kept.delete(key);
    this.kept.set(key, { answer, ttls: records.ttls, since, until: since + records.seconds * 1000 });
    const [oldest] = this.kept.keys();
    if (this.kept.size > MOST_ANSWERS && oldest !== undefined) this.kept.delete(oldest);
  }
}

/** How long an answer holds; undefined for one that is not to be kept. */
function lifeOf(answer: Buffer): { seconds: number; ttls: number[] } | undefined {
  const code = answer[3]! & 0xf;
  if ((code !== NOERROR && code !== NXDOMAIN) || answer[2]! & TRUNCATED) return undefined;
  const [questions, answers, authorities, additionals] = [4, 6, 8, 10].map((at) => answer.readUInt16BE(at));
  try {
    let at = 12;
    for (let index = 0; index < questions!; index++) at = pastName(answer, at) + 4;
    const ttls: number[] = [];
    let seconds = LONGEST;
    let isKnown = code === NOERROR && answers! > 0;
    for (let index = 0; index < answers! + authorities! + additionals!; index++) {
      at = pastName(answer, at);
      const type = answer.readUInt16BE(at);
      const end = at + 10 + answer.readUInt16BE(at + 8);
      if (type !== TYPE_OPT) {
        ttls.push(at + 4);
        seconds = Math.min(seconds, answer.readUInt32BE(at + 4));
      }
      if (type === TYPE_SOA && index >= answers!) {
        seconds = Math.min(seconds, answer.readUInt32BE(end - 4));
        isKnown = true;
      }
      at = end;
    }
    return isKnown && at <= answer.length ? { seconds, ttls } : undefined;
  } catch {
    return undefined; // shorter than it says
  }
}

function pastName(message: Buffer, start: number): number {
  let at = start;
  for (;;) {
    const length = message.readUInt8(at);
    if (length === 0) return at + 1;
    if (length >= 0xc0) return at + 2;
    at += 1 + length;
  }
}
