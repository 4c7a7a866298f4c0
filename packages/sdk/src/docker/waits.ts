import type { OutputFrame } from '../frames.js';
import type { ContainerInspectResponse } from '../generated/types.gen.js';
import { lines } from './lines.js';

/** How to wait. */
export interface UntilOptions {
  /** ms between two looks. */
  interval?: number;
  signal?: AbortSignal;
}

/** How to wait for an answer over HTTP. */
export interface UntilHttpOptions extends UntilOptions {
  /** Default: `http`. */
  protocol?: 'http' | 'https';
  /** Method, headers, body. */
  request?: RequestInit;
  /** Whether it is the answer that is waited for. Default: that its status is one of success. */
  accept?: (answer: Response) => boolean | Promise<boolean>;
}

/** An address of this host where a container's port is published. */
export interface PublishedPort {
  host: string;
  port: number;
}

/** Where a TCP port is published. Throws when it is not, and when the container has ended. */
export function publishedAt(
  { Id, State, NetworkSettings }: ContainerInspectResponse,
  port: number,
): PublishedPort {
  if (!State?.Running) throw new Error(`container ${Id} has ended before its port ${port} is open`);
  const [published] = NetworkSettings?.Ports?.[`${port}/tcp`] ?? [];
  if (!published) throw new Error(`container ${Id} does not publish its port ${port}`);
  const host = /^(0\.0\.0\.0|::|)$/.test(published.HostIp ?? '') ? '127.0.0.1' : published.HostIp!;
  return { host, port: Number(published.HostPort) };
}

/** Asks once; undefined when nobody answers, or what is not accepted. */
export async function askedOverHttp(
  { host, port }: PublishedPort,
  path: string,
  { protocol = 'http', request, accept = ({ ok }) => ok }: UntilHttpOptions,
  signal: AbortSignal | undefined,
): Promise<Response | undefined> {
  const origin = `${protocol}://${host.includes(':') ? `[${host}]` : host}:${port}`;
  const asked = new Request(new URL(path, origin), { ...request, ...(signal && { signal }) });
  const answer = await fetch(asked).catch(() => undefined);
  if (answer === undefined || (await accept(answer))) return answer;
  await answer.body?.cancel();
  return undefined;
}

/** Looks again and again until something is found. Rejects with the signal's reason. */
export async function poll<T>(
  look: (signal: AbortSignal | undefined) => Promise<T | undefined>,
  { interval = 200, signal }: UntilOptions,
): Promise<T> {
  for (;;) {
    signal?.throwIfAborted();
    const found = await look(signal);
    if (found !== undefined) return found;
    await pause(interval, signal);
  }
}

/** Resolves early when the signal comes. */
function pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal?.addEventListener('abort', done, { once: true });
  });
}

/** The first line of an output in which the pattern is found; undefined when there is none. */
export async function findLine(
  output: AsyncIterable<OutputFrame>,
  pattern: RegExp | string,
): Promise<string | undefined> {
  for await (const { line } of lines(output)) {
    if (typeof pattern === 'string' ? line.includes(pattern) : line.search(pattern) >= 0) return line;
  }
  return undefined;
}
