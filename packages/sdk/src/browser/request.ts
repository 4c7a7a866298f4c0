import type { ClientRequest } from '../options.js';

type Body = NonNullable<RequestInit['body']>;

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
