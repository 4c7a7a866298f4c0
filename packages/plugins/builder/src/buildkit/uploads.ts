import { randomBytes } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pipeline, type Readable } from 'node:stream';
import { invalidParameter } from '@arca/plugin-kit';
import { setTimeout as delay } from 'node:timers/promises';

const PATIENCE = 5_000; // ms in which the two requests of a build find each other, as in dockerd

interface Upload {
  body: Readable;
  done: () => void;
}

/**
 * Contexts that come in the body of a request. BuildKit fetches them from a port of the loopback interface, under a path
 * that nobody else knows, once.
 */
export class Uploads {
  readonly #bodies = new Map<string, Upload>();
  readonly #waiting = new Map<string, PromiseWithResolvers<Upload>>();
  #server: Server | undefined;

  /** Gives a body the URL of a context while the work runs. */
  async serve<T>(body: Readable, work: (url: string) => Promise<T>): Promise<T> {
    const { promise: done, resolve } = Promise.withResolvers<void>();
    void done;
    return this.#serving({ body, done: resolve }, work);
  }

  /** The same for the body of another request, which came, or will, with `offer`. */
  async take<T>(id: string, work: (url: string) => Promise<T>): Promise<T> {
    const upload = await within(this.#meeting(id).promise);
    this.#waiting.delete(id);
    return this.#serving(upload, work);
  }

  /** The body of a request for a build that is another request. Resolves when it has been used. */
  async offer(id: string, body: Readable): Promise<void> {
    const { promise: used, resolve: done } = Promise.withResolvers<void>();
    const meeting = this.#meeting(id);
    meeting.resolve({ body, done });
    await used;
  }

  close(): void {
    this.#server?.close();
    this.#server?.closeAllConnections();
  }

  async #serving<T>(upload: Upload, work: (url: string) => Promise<T>): Promise<T> {
    const path = `/${randomBytes(24).toString('hex')}`;
    this.#bodies.set(path, upload);
    try {
      return await work(`http://127.0.0.1:${await this.#port()}${path}`);
    } finally {
      this.#bodies.delete(path);
      upload.done();
    }
  }

  #meeting(id: string): PromiseWithResolvers<Upload> {
    const known = this.#waiting.get(id) ?? Promise.withResolvers<Upload>();
    this.#waiting.set(id, known);
    return known;
  }

  async #port(): Promise<number> {
    this.#server ??= createServer(({ method, url = '' }, response) => {
      const upload = method === 'GET' ? this.#bodies.get(url) : undefined;
      this.#bodies.delete(url);
      response.statusCode = upload === undefined ? 404 : 200;
      if (upload === undefined) response.end();
      else pipeline(upload.body, response, () => upload.done());
    }).unref();
    const server = this.#server;
    if (!server.listening) await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return (server.address() as AddressInfo).port;
  }
}

async function within<T>(promise: Promise<T>): Promise<T> {
  const enough = new AbortController();
  const late = delay(PATIENCE, undefined, { signal: enough.signal }).then(() => {
    throw invalidParameter('no context has been sent for this build', 'build.upload');
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    enough.abort();
    late.catch(() => undefined);
  }
}
