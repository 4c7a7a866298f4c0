import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { ArcaError, systemError, type Call, type HijackOptions } from '@arca/plugin-kit';
import { versionNumber } from './api-version.js';
import type { ServerContext } from './context.js';
import { originHeaders } from './cors.js';
import { failureBody, failureOf } from './failure.js';
import type { OperationRoute } from './operation-route.js';
import { endConnection, takeoverHead, type Takeover } from './takeover.js';
import { acceptWebSocket } from './websocket.js';
import type { WebSocketStream } from './websocket-stream.js';

/** A request on its way to its answer. Handlers see it as their `Call`. */
export class HttpCall implements Call {
  apiVersion: string;
  route: OperationRoute | undefined;
  /** Called when the client goes away; for the answer under way. */
  onLeave: (() => void) | undefined;
  readonly #context: ServerContext;
  readonly #request: IncomingMessage;
  readonly #takeover: Takeover | undefined;
  /** Of every answer, also of a failure. */
  readonly #commonHeaders: readonly string[];
  #headers: Map<string, readonly [name: string, value: string]> | undefined;
  #abort: AbortController | undefined;
  #left = false;
  #hijacked = false;
  #webSocket: WebSocketStream | undefined;

  constructor(
    context: ServerContext,
    request: IncomingMessage,
    readonly response: ServerResponse,
    takeover?: Takeover,
  ) {
    this.#context = context;
    this.#request = request;
    this.#takeover = takeover;
    this.apiVersion = context.facts.apiVersion;
    const forOrigin = originHeaders(request, context.allowedOrigins);
    this.#commonHeaders = forOrigin.length > 0 ? [...context.headers, ...forOrigin] : context.headers;
  }

  get headers(): IncomingMessage['headers'] {
    return this.#request.headers;
  }

  /** Made when asked for: most calls end before anyone looks. */
  get signal(): AbortSignal {
    this.#abort ??= new AbortController();
    if (this.#left) this.#abort.abort(GONE);
    return this.#abort.signal;
  }

  get takenOver(): boolean {
    return this.#hijacked;
  }

  /** The client has gone away, or the server stops. */
  leave(): void {
    this.#left = true;
    // First: what ends because of the signal would close it with a reason of its own.
    this.#webSocket?.leave();
    this.#abort?.abort(GONE);
    this.onLeave?.();
  }

  /**
   * The client has closed its sending half. Node tells whoever reads a body that it is cut off, but not when the request
   * also asked for an upgrade that it did not get.
   */
  sendingEnded(): void {
    // What is taken over is closed half by half.
    if (this.#takeover !== undefined) return;
    this.leave();
    const { complete, socket } = this.#request;
    if (!complete && !socket.writableEnded) this.#request.destroy(new Error('aborted'));
  }

  atLeast(version: string): boolean {
    return versionNumber(this.apiVersion) >= versionNumber(version);
  }

  setHeader(name: string, value: string): void {
    (this.#headers ??= new Map()).set(name.toLowerCase(), [name, value]);
  }

  flushHeaders(contentType?: string): void {
    if (this.response.headersSent || this.route === undefined) return;
    const { status, mediaTypes } = this.route.facts;
    this.writeHead(status, contentType ?? mediaTypes[0]);
    this.response.flushHeaders();
  }

  async hijack({ contentType, text = false }: HijackOptions): Promise<Duplex> {
    const takeover = this.#takeover;
    if (takeover === undefined || this.response.headersSent || this.#hijacked) {
      throw systemError('the connection cannot be taken over', 'http.hijack');
    }
    const { socket } = takeover;
    this.#hijacked = true;
    this.response.detachSocket(socket as never);
    const headers = [...this.#commonHeaders, ...[...(this.#headers?.values() ?? [])].flat()];
    if (this.route?.facts.websocket) {
      this.#webSocket = await acceptWebSocket(takeover, headers, { text });
      if (this.#left) this.#webSocket.leave();
      return this.#webSocket;
    }
    socket.write(takeoverHead(takeover, contentType, headers), 'latin1');
    return socket;
  }

  /** Sends status and headers. `length` is that of the body in bytes; without it the body is chunked. */
  writeHead(status: number, contentType: string | undefined, length?: number): void {
    const headers = [...this.#commonHeaders];
    if (contentType !== undefined && this.#headers?.has('content-type') !== true) {
      headers.push('Content-Type', contentType);
    }
    if (length !== undefined) headers.push('Content-Length', String(length));
    if (this.#headers) for (const [name, value] of this.#headers.values()) headers.push(name, value);
    this.response.writeHead(status, headers);
  }

  /** Answers with a body that is there in full, or with none. */
  end(status: number, contentType?: string, body?: string): void {
    const { response } = this;
    if (response.destroyed) return;
    if (!response.headersSent) {
      const bodiless = status === 204 || status === 304;
      this.writeHead(status, contentType, bodiless ? undefined : Buffer.byteLength(body ?? ''));
    }
    response.end(body);
  }

  /** Answers that the request has failed. */
  fail(error: unknown): void {
    const { status, message } = failureOf(error);
    if (status >= 500 && !this.#left) this.#report(status === 500 ? 'error' : 'debug', error, message);
    this.#webSocket?.destroy(error instanceof Error ? error : new Error(message));
    if (this.#hijacked) return;
    if (this.response.headersSent) {
      this.response.destroy();
      return;
    }
    // Headers of a success say nothing of a failure.
    this.#headers = undefined;
    if (status === 304) this.end(status);
    else this.end(status, 'application/json', failureBody(message));
  }

  /** Cuts the connection in the middle of an answer that fails: nothing else tells the client that it is no whole. */
  cut(error: unknown): void {
    if ((error as Error | undefined)?.name !== 'AbortError')
      this.#report('error', error, failureOf(error).message);
    this.response.destroy();
  }

  /** Ends a connection that was, or might have been, taken over. */
  finish(): void {
    const takeover = this.#takeover;
    if (takeover === undefined) return;
    if (this.#hijacked) {
      if (!this.route?.facts.websocket) endConnection(takeover.socket);
      else this.#webSocket?.end();
    } else if (this.response.writableFinished) endConnection(takeover.socket);
    else this.response.once('finish', () => endConnection(takeover.socket));
  }

  #report(level: 'error' | 'debug', error: unknown, message: string): void {
    const origin = error instanceof ArcaError ? error.origin : undefined;
    // The answer to a HEAD says nothing, so the log must: what lies behind the message as well.
    const reason = error instanceof ArcaError ? error.cause : error;
    const stack = level === 'error' && reason instanceof Error ? reason.stack : undefined;
    const operation = this.route?.id ?? `${this.#request.method} ${this.#request.url}`;
    this.#context.log(level, `${operation}: ${message}`, { ...origin, ...(stack ? { stack } : {}) });
  }
}

const GONE = new DOMException('the client has gone away', 'AbortError');
