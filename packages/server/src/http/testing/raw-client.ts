import { connect, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';

/** What came back on a raw connection. */
export interface RawAnswer {
  status: number;
  reason: string;
  /** By lower-case name. */
  headers: Record<string, string>;
  /** All that followed the head, chunks still framed. */
  rest: string;
}

/** A connection on which a test writes bytes and reads bytes: what HTTP libraries would not let it do. */
export class RawClient {
  #received = Buffer.alloc(0);
  #ended = false;
  #wake: (() => void) | undefined;

  constructor(readonly socket: Duplex) {
    socket.on('data', (chunk: Buffer) => {
      this.#received = Buffer.concat([this.#received, chunk]);
      this.#wake?.();
    });
    const over = (): void => {
      this.#ended = true;
      this.#wake?.();
    };
    socket
      .on('end', () => over())
      .on('close', () => over())
      .on('error', over);
  }

  static async open(path: string): Promise<RawClient> {
    const socket: Socket = connect({ path, allowHalfOpen: true });
    await new Promise<void>((resolve, reject) => socket.once('connect', resolve).once('error', reject));
    return new RawClient(socket);
  }

  write(text: string): this {
    this.socket.write(text, 'latin1');
    return this;
  }

  /** Closes the sending half. */
  end(): this {
    this.socket.end();
    return this;
  }

  get text(): string {
    return this.#received.toString('latin1');
  }

  /** Waits until what has come satisfies the test, or the connection ends. */
  async until(satisfied: (text: string) => boolean): Promise<string> {
    while (!satisfied(this.text) && !this.#ended) await this.#more();
    return this.text;
  }

  /** Waits for the end of the connection. */
  async all(): Promise<string> {
    while (!this.#ended) await this.#more();
    return this.text;
  }

  /** Waits for the next whole answer with a length and takes it. */
  async answer(): Promise<RawAnswer> {
    const complete = (text: string): boolean => {
      const head = text.indexOf('\r\n\r\n');
      if (head === -1) return false;
      return (
        text.length - head - 4 >= Number(/\r\nContent-Length: (\d+)/i.exec(text.slice(0, head))?.[1] ?? 0)
      );
    };
    const text = await this.until(complete);
    const parsed = parseAnswer(text);
    const length = Number(parsed.headers['content-length'] ?? 0);
    const taken = text.length - parsed.rest.length + length;
    this.#received = this.#received.subarray(taken);
    return { ...parsed, rest: parsed.rest.slice(0, length) };
  }

  #more(): Promise<void> {
    return new Promise((resolve) => (this.#wake = resolve));
  }

  close(): void {
    this.socket.destroy();
  }
}

/** Takes the head of an answer apart. */
export function parseAnswer(text: string): RawAnswer {
  const end = text.indexOf('\r\n\r\n');
  const [first = '', ...lines] = text.slice(0, end).split('\r\n');
  const [, status = '0', ...reason] = first.split(' ');
  const headers = Object.fromEntries(
    lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 2)]),
  );
  return { status: Number(status), reason: reason.join(' '), headers, rest: text.slice(end + 4) };
}

/** The body of a chunked answer, and whether it came to its end. */
export function unchunk(rest: string): { body: string; complete: boolean } {
  let body = '';
  for (let at = 0; at < rest.length;) {
    const end = rest.indexOf('\r\n', at);
    if (end === -1) break;
    const size = Number.parseInt(rest.slice(at, end), 16);
    if (size === 0) return { body, complete: true };
    body += rest.slice(end + 2, end + 2 + size);
    at = end + 4 + size;
  }
  return { body, complete: false };
}
