import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { OperationFunction, OperationId } from '@arca/plugin-kit';
import { createHttpServer, type HttpServer } from '../server.js';
import { parseAnswer, RawClient, type RawAnswer } from './raw-client.js';

export type Handlers = { [K in OperationId]?: OperationFunction<K> };

/** A server on a socket of its own, with the handlers that a test gives it. */
export class TestServer {
  readonly folder = mkdtempSync(join(tmpdir(), 'arca-http-'));
  readonly path = join(this.folder, 's.sock');
  readonly logged: string[] = [];
  readonly http: HttpServer;
  handlers: Handlers = {};
  readonly #clients: RawClient[] = [];

  constructor() {
    this.http = createHttpServer({
      dispatcher: { find: (id) => this.handlers[id] },
      version: '28.5.1',
      apiVersion: '1.51',
      minApiVersion: '1.24',
      allowedOrigins: ['https://console.example'],
      log: (level, message) => this.logged.push(`${level} ${message}`),
    });
  }

  static async start(): Promise<TestServer> {
    const server = new TestServer();
    await server.http.listen(`unix://${server.path}`);
    return server;
  }

  async open(): Promise<RawClient> {
    const client = await RawClient.open(this.path);
    this.#clients.push(client);
    return client;
  }

  /** One request on a connection of its own. */
  async ask(line: string, body?: string, headers: Record<string, string> = {}): Promise<RawAnswer> {
    const client = await this.open();
    const all = { ...(body !== undefined && { 'Content-Type': 'application/json' }), ...headers };
    return client.write(requestText(line, all, body)).answer();
  }

  /** The same, up to the end of the connection: for answers without a length. */
  async askAll(line: string, body?: string, headers: Record<string, string> = {}): Promise<RawAnswer> {
    const client = await this.open();
    const all = {
      Connection: 'close',
      ...(body !== undefined && { 'Content-Type': 'application/json' }),
      ...headers,
    };
    return parseAnswer(await client.write(requestText(line, all, body)).all());
  }

  async close(): Promise<void> {
    for (const client of this.#clients) client.close();
    await this.http.close();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** A request as text; a body gets its length. */
export function requestText(line: string, headers: Record<string, string> = {}, body?: string): string {
  const length = body === undefined ? {} : { 'Content-Length': String(Buffer.byteLength(body)) };
  const lines = Object.entries({ Host: 'docker', ...length, ...headers }).map(
    ([name, value]) => `${name}: ${value}\r\n`,
  );
  return `${line} HTTP/1.1\r\n${lines.join('')}\r\n${body ?? ''}`;
}

/** The message of a failed request. */
export const messageOf = (answer: RawAnswer): string =>
  (JSON.parse(answer.rest) as { message: string }).message;
