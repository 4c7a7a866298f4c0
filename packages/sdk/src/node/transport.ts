import type { Duplex, Readable } from 'node:stream';
// By its file: for the package's own name Bun has a stand-in without connections.
import { Pool, type Dispatcher } from 'undici/index.js';
import type { Transport, TransportRequest, TransportResponse } from '../transport.js';
import type { Address } from './address.js';
import { connectionError, tellFailures, type Asked } from './failures.js';
import { headersOf } from './headers.js';
import { openRawConnection } from './raw-connection.js';
import { retried } from './retries.js';
import { openWebSocket } from './web-socket.js';

export interface TransportOptions {
  /** How often a request is sent again at most. */
  retries: number;
  /** ms in which an answer must begin; 0 for ever. */
  timeout: number;
}

/**
 * Requests go by undici's `request`, which needs about half of what `fetch` and `node:http` need for a small answer.
 * What takes a connection over has one of its own.
 */
export class NodeTransport implements Transport {
  readonly origin: string;
  readonly #pool: Pool;
  readonly #taken = new Set<Duplex>();

  constructor(
    private readonly address: Address,
    private readonly options: TransportOptions,
  ) {
    this.origin = address.origin;
    // No Agent: it forgets an origin whose only connection has ended, with what has been asked of it meanwhile.
    this.#pool = new Pool(this.origin, {
      connect: connector(address),
      headersTimeout: options.timeout,
      // A stream of events is silent for as long as nothing happens.
      bodyTimeout: 0,
    });
  }

  send(request: TransportRequest): Promise<TransportResponse> {
    return retried(request, this.options.retries, () => this.#sendOnce(request));
  }

  async #sendOnce(request: TransportRequest): Promise<TransportResponse> {
    const { method, path, headers, signal = null } = request;
    const body = new Body(request.body);
    try {
      const answer = await this.#pool.request({
        ...{ method: method as Dispatcher.HttpMethod, path, headers, signal },
        body: body.sent as Dispatcher.DispatchOptions['body'],
      });
      return new Answer(answer, this.address, request);
    } catch (error) {
      throw body.failure ?? connectionError(error, this.address, request);
    }
  }

  async upgrade(request: TransportRequest, protocol: string) {
    const answer = await openRawConnection(this.address, request, protocol);
    if ('connection' in answer) this.#keep(answer.connection.stream);
    return answer;
  }

  async webSocket(request: Asked & { path: string }): Promise<Duplex> {
    const stream = await openWebSocket(this.address, this.#pool, request);
    this.#keep(stream);
    return stream;
  }

  #keep(stream: Duplex): void {
    // Whoever reads or writes learns of a failure; while nobody does it is no reason to end the process.
    stream.on('error', () => undefined);
    this.#taken.add(stream);
    stream.once('close', () => this.#taken.delete(stream));
  }

  async close(): Promise<void> {
    for (const stream of this.#taken) stream.destroy(new Error('the client is closed'));
    await this.#pool.destroy();
  }
}

/** What is sent. A failure to read it is told as it is. */
class Body {
  readonly sent: unknown;
  failure: Error | undefined;

  constructor(given: TransportRequest['body']) {
    const streamed = typeof given === 'object' && Symbol.asyncIterator in given;
    this.sent = streamed ? this.#read(given) : (given ?? null);
  }

  async *#read(given: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    try {
      yield* given;
    } catch (error) {
      throw (this.failure = error as Error);
    }
  }
}

class Answer implements TransportResponse {
  #headers: Headers | undefined;

  constructor(
    private readonly answer: Dispatcher.ResponseData,
    private readonly address: Address,
    private readonly asked: Asked,
  ) {}

  get status(): number {
    return this.answer.statusCode;
  }

  get headers(): Headers {
    return (this.#headers ??= headersOf(this.answer.headers));
  }

  text(): Promise<string> {
    return this.answer.body.text().catch((error: unknown) => {
      throw connectionError(error, this.address, this.asked);
    });
  }

  stream(): Readable {
    const { body } = this.answer;
    tellFailures(body, this.address, this.asked);
    return body;
  }
}

function connector({ socketPath, tls, dial }: Address): Pool.Options['connect'] {
  if (!dial) return { ...(socketPath !== undefined && { socketPath }), ...tls };
  // The pool is not ready for a connection that is there at once.
  return (_options, done) => setImmediate(() => done(null, dial() as never));
}
