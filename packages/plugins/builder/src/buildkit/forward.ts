import {
  constants,
  performServerHandshake,
  type ClientHttp2Session,
  type ClientHttp2Stream,
  type IncomingHttpHeaders,
  type OutgoingHttpHeaders,
  type ServerHttp2Stream,
} from 'node:http2';
import type { Duplex } from 'node:stream';
import { closed } from './closed.js';

/** Answers one call itself. Rejects with an Error that is told to the client as one of gRPC. */
export type OwnCall = (stream: ServerHttp2Stream, headers: OutgoingHttpHeaders) => Promise<void>;

const UNKNOWN = '2'; // gRPC's status for what has no code

/** Passes gRPC calls on, but for those that are answered otherwise. Ends when the client has gone. */
export async function forward(
  client: Duplex,
  upstream: ClientHttp2Session,
  own: Readonly<Record<string, OwnCall>>,
): Promise<void> {
  const session = performServerHandshake(client);
  session.on('error', () => undefined);
  session.on('stream', (stream, headers, _flags, raw) => {
    stream.on('error', () => undefined);
    const sent = outgoing(raw as unknown as string[]);
    const call = own[headers[':path'] ?? ''];
    if (call === undefined) passOn(stream, upstream, sent);
    else call(stream, sent).catch((error: unknown) => refuse(stream, error));
  });
  upstream.once('close', () => session.destroy());
  // HTTP/2 reads below the stream, where nobody sees the client's end; half a connection is of no use to it.
  client.once('end', () => client.destroy()).resume();
  await closed(client);
  session.destroy();
}

/** Of a call to the caller's stream: head, messages and the trailers with the status. */
function passOn(stream: ServerHttp2Stream, upstream: ClientHttp2Session, headers: OutgoingHttpHeaders): void {
  const call = startCall(stream, upstream, headers);
  call.on('response', (head, flags) => {
    if (!stream.destroyed) respond(stream, call, head, flags);
  });
  call.once('close', () => {
    if (!stream.destroyed && !stream.writableEnded) stream.close(call.rstCode || constants.NGHTTP2_CANCEL);
  });
  stream.pipe(call);
}

/** Begins a call that ends when its caller goes. */
export function startCall(
  stream: ServerHttp2Stream,
  upstream: ClientHttp2Session,
  headers: OutgoingHttpHeaders,
): ClientHttp2Stream {
  const call = upstream.request(headers, { endStream: false });
  call.on('error', () => undefined);
  stream.once('close', () => call.close(stream.rstCode || constants.NGHTTP2_CANCEL));
  return call;
}

/** Gives the caller what BuildKit answers. */
export function respond(
  stream: ServerHttp2Stream,
  call: ClientHttp2Stream,
  head: IncomingHttpHeaders,
  flags: number,
  body?: () => Promise<Buffer>,
): void {
  if (flags & constants.NGHTTP2_FLAG_END_STREAM) {
    stream.respond(plain(head), { endStream: true });
    return;
  }
  let trailers: IncomingHttpHeaders = {};
  call.once('trailers', (given) => (trailers = given));
  stream.respond(plain(head), { waitForTrailers: true });
  stream.once('wantTrailers', () => stream.sendTrailers(plain(trailers)));
  if (body === undefined) call.pipe(stream);
  else
    body().then(
      (data) => stream.end(data),
      (error: unknown) => {
        trailers = status(error);
        stream.end();
      },
    );
}

/** Answers a call with an error. */
export function refuse(stream: ServerHttp2Stream, error: unknown): void {
  if (stream.destroyed) return;
  if (stream.headersSent) stream.close(constants.NGHTTP2_INTERNAL_ERROR);
  else
    stream.respond(
      { ':status': 200, 'content-type': 'application/grpc', ...status(error) },
      { endStream: true },
    );
}

const status = (error: unknown) => ({
  'grpc-status': UNKNOWN,
  'grpc-message': encodeURIComponent(error instanceof Error ? error.message : String(error)),
});

/** Headers as they came: Node joins what is repeated, which gRPC would take for one value. */
function outgoing(raw: readonly string[]): OutgoingHttpHeaders {
  const headers: Record<string, string | string[]> = {};
  for (let index = 0; index < raw.length; index += 2) {
    const [name, value] = [raw[index]!, raw[index + 1]!];
    const before = headers[name];
    headers[name] = before === undefined ? value : [before, value].flat();
  }
  return headers;
}

/** Without what Node adds of its own. */
const plain = (headers: IncomingHttpHeaders): OutgoingHttpHeaders => ({ ...headers });
