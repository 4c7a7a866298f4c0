import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

/** Status line and headers (lower-case names) of an answer read by hand. */
export interface Head {
  status: number;
  headers: Record<string, string>;
}

/** What a predicate over the bytes received so far is waiting for. */
export type Seen = (received: Buffer) => boolean;

/**
 * A connection to the engine's socket without an HTTP library in between: what is sent is sent as is, and
 * everything received after the answer's head is kept as raw bytes. For hijacked streams, broken requests, and
 * whatever depends on when a side closes.
 */
export class RawConnection {
  private received: Buffer = Buffer.alloc(0);
  private ended = false;
  private failure: Error | undefined;

  private constructor(readonly socket: Socket) {
    socket.on('data', (chunk: Buffer) => {
      this.received = Buffer.concat([this.received, chunk]);
      socket.emit('progress');
    });
    socket.on('end', () => this.finish());
    socket.on('error', (error) => this.finish(error));
    socket.on('close', () => this.finish());
  }

  static async open(socketPath: string): Promise<RawConnection> {
    // allowHalfOpen: the peer's end must not close our side before the test decides to.
    const socket = connect({ path: socketPath, allowHalfOpen: true });
    await once(socket, 'connect');
    return new RawConnection(socket);
  }

  private finish(error?: Error): void {
    this.ended = true;
    this.failure ??= error;
    this.socket.emit('progress');
  }

  write(data: string | Uint8Array): void {
    this.socket.write(data);
  }

  /** Sends a request line, headers and a JSON body; `headers` are added as they are. */
  send(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): void {
    const payload = body === undefined ? '' : JSON.stringify(body);
    const all: Record<string, string> = { Host: 'docker', ...headers };
    if (body !== undefined) Object.assign(all, { 'Content-Type': 'application/json' });
    if (method !== 'GET') all['Content-Length'] = String(Buffer.byteLength(payload));
    const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
    this.write(`${method} ${path} HTTP/1.1\r\n${lines.join('')}\r\n${payload}`);
  }

  /** Waits until the bytes received (and not yet taken) satisfy the predicate, or the peer has closed. */
  async until(seen: Seen, timeout = 15_000): Promise<Buffer> {
    const deadline = AbortSignal.timeout(timeout);
    while (!seen(this.received) && !this.ended) {
      try {
        await once(this.socket, 'progress', { signal: deadline });
      } catch {
        throw new Error(`nothing further came; received so far: ${JSON.stringify(this.received.toString())}`);
      }
    }
    return this.received;
  }

  /** Reads the head of an answer and takes it off; 1xx other than 101 is not expected from the engine. */
  async head(): Promise<Head> {
    const buffer = await this.until((bytes) => bytes.includes('\r\n\r\n'));
    const end = buffer.indexOf('\r\n\r\n');
    if (end < 0)
      throw this.failure ?? new Error(`closed before an answer: ${JSON.stringify(buffer.toString())}`);
    const [statusLine, ...lines] = buffer.subarray(0, end).toString().split('\r\n');
    this.received = buffer.subarray(end + 4);
    const headers: Record<string, string> = {};
    for (const line of lines) {
      const colon = line.indexOf(':');
      headers[line.slice(0, colon).toLowerCase()] = line.slice(colon + 1).trim();
    }
    return { status: Number(statusLine!.split(' ')[1]), headers };
  }

  /** Waits for a text among the bytes received. */
  async untilText(text: string, timeout?: number): Promise<string> {
    const buffer = await this.until((bytes) => bytes.includes(text), timeout);
    if (!buffer.includes(text)) {
      throw new Error(`closed before ${JSON.stringify(text)}: ${JSON.stringify(buffer.toString())}`);
    }
    return buffer.toString();
  }

  /** Waits until the engine has closed its side and returns all that came. */
  async end(timeout?: number): Promise<Buffer> {
    return this.until(() => false, timeout);
  }

  /** Closes our sending side; the engine may go on sending. */
  halfClose(): void {
    this.socket.end();
  }

  destroy(): void {
    this.socket.destroy();
  }
}
