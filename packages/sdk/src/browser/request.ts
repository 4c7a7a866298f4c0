import type { ClientRequest } from '../options.js';

type Body = NonNullable<RequestInit['body']>;

/** Path and query of a request. */
export function targetOf({ url, path, query }: ClientRequest): string {
  const values = (path ?? {}) as Record<string, unknown>;
  const filled = url.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = String(values[name] ?? '');
    // It would lead to another operation.
    if (value === '' || value === '.' || value === '..')
      throw new TypeError(`${url} needs a ${name}, got ${JSON.stringify(value)}`);
    return encodeURIComponent(value);
  });
  const text = new URLSearchParams();
  for (const [name, value] of Object.entries((query ?? {}) as Record<string, unknown>)) {
    for (const one of Array.isArray(value) ? value : [value])
      if (one !== undefined && one !== null) text.append(name, String(one));
  }
  return filled + (text.size === 0 ? '' : `?${text}`);
}

/**
 * Body and headers as `fetch` takes them. Browsers send no streams over HTTP/1.1, so that one is read to its end before
 * (into a Blob, which need not be in memory).
 */
export async function bodyOf({
  body,
  headers,
}: ClientRequest): Promise<{ body: Body | undefined; headers: Headers }> {
  const sent = new Headers();
  for (const [name, value] of Object.entries((headers ?? {}) as Record<string, unknown>))
    if (value !== undefined && value !== null) sent.set(name, String(value));
  if (body === undefined) {
    sent.delete('Content-Type');
    return { body: undefined, headers: sent };
  }
  if (sent.get('Content-Type') === 'application/json') return { body: JSON.stringify(body), headers: sent };
  return { body: await bytesOf(body), headers: sent };
}

async function bytesOf(body: unknown): Promise<Body> {
  if (typeof body === 'string' || body instanceof Blob || ArrayBuffer.isView(body)) return body as Body;
  if (body instanceof ReadableStream) return new Response(body).blob();
  const parts: Uint8Array<ArrayBuffer>[] = [];
  for await (const part of body as AsyncIterable<Uint8Array<ArrayBuffer>>) parts.push(part);
  return new Blob(parts);
}
