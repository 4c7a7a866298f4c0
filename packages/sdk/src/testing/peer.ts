import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Duplex } from 'node:stream';

/** An HTTP server for tests to talk with; it speaks what a test tells it to. */
export class Peer {
  readonly folder = mkdtempSync(join(tmpdir(), 'arca-sdk-'));
  readonly host = `unix://${join(this.folder, 's.sock')}`;
  /** What was asked, `GET /v1.51/info`. */
  readonly asked: string[] = [];
  version = '1.51';
  answer: RequestListener = (_, response) => response.end();
  upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void = (_, socket) => socket.destroy();
  readonly #server: Server;

  constructor() {
    this.#server = createServer((request, response) => {
      this.asked.push(`${request.method} ${request.url}`);
      if (request.url === '/_ping') response.setHeader('Api-Version', this.version).end('OK');
      else this.answer(request, response);
    });
    this.#server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
      this.asked.push(`${request.method} ${request.url}`);
      this.upgrade(request, socket, head);
    });
  }

  static async start(): Promise<Peer> {
    const peer = new Peer();
    await new Promise<void>((resolve) => peer.#server.listen(peer.host.slice('unix://'.length), resolve));
    return peer;
  }

  async close(): Promise<void> {
    const closed = new Promise((resolve) => this.#server.close(resolve));
    this.#server.closeAllConnections();
    await closed;
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** The body of a request as text. */
export async function bodyOf(request: IncomingMessage): Promise<string> {
  return Buffer.concat((await request.toArray()) as Buffer[]).toString('utf8');
}
