import type { Agent } from '@arca/agent-proto';
import { invalidParameter, type Call, type OperationFunction } from '@arca/plugin-kit';
import { fromBinary, toBinary, create } from '@bufbuild/protobuf';
import type { ClientHttp2Stream } from 'node:http2';
import type { Duplex } from 'node:stream';
import { BytesMessageSchema } from '../generated/moby/buildkit/v1/control_pb.js';
import { available } from './availability.js';
import { openSession } from './control.js';
import { closed } from './closed.js';
import { framed, messages } from './message.js';
import { requireH2c } from './upgrade.js';

const PATH = '/moby.buildkit.v1.Control/Session';
const PREFIX = 'x-docker-expose-session-';

/**
 * `POST /session`: from now on BuildKit calls the services of the client over this connection: files, secrets,
 * credentials. BuildKit takes it as the messages of one call. 400 without the upgrade or an id; 501 without a BuildKit.
 */
export const session =
  (agent: Agent): OperationFunction<'Session'> =>
  async (_request, call) => {
    await available(agent, call);
    requireH2c(call);
    const headers = sessionHeaders(call);
    const upstream = await openSession(agent);
    upstream.on('error', () => undefined);
    try {
      const stream = upstream.request({
        ...{ ':method': 'POST', ':path': PATH, 'content-type': 'application/grpc', te: 'trailers' },
        ...headers,
      });
      stream.on('error', () => undefined);
      const client = await call.hijack({ contentType: 'application/grpc' });
      client.on('error', () => undefined);
      await Promise.race([carry(client, stream), closed(stream), closed(client)]);
    } finally {
      upstream.destroy();
    }
  };

/** What the client says of itself. Node joins what is repeated, as are the names of the client's services. */
function sessionHeaders(call: Call): Record<string, string | string[]> {
  const names = Object.keys(call.headers).filter((name) => name.startsWith(PREFIX));
  if (!call.headers[`${PREFIX}uuid`]) throw invalidParameter('no session id in request', 'buildkit.session');
  return Object.fromEntries(names.map((name) => [name, String(call.headers[name]).split(', ')]));
}

async function carry(client: Duplex, stream: ClientHttp2Stream): Promise<void> {
  await Promise.all([
    (async () => {
      for await (const chunk of client)
        await write(
          stream,
          framed(toBinary(BytesMessageSchema, create(BytesMessageSchema, { data: chunk as Buffer }))),
        );
      stream.end();
    })(),
    (async () => {
      for await (const message of messages(stream))
        await write(client, fromBinary(BytesMessageSchema, message).data);
      client.end();
    })(),
  ]).catch(() => undefined); // either side has gone: so does the other
}

/** Resolves when more may be written, or nothing any more. */
function write(to: Duplex, data: Uint8Array): Promise<void> {
  return new Promise((resolve) => {
    if (to.write(data) || to.closed) return resolve();
    const go = () => {
      to.off('drain', go).off('close', go);
      resolve();
    };
    to.on('drain', go).on('close', go);
  });
}
