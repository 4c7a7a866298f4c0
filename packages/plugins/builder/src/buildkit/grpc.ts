import type { Agent } from '@arca/agent-proto';
import { familiarReference, type Events, type OperationFunction } from '@arca/plugin-kit';
import { fromBinary, toBinary } from '@bufbuild/protobuf';
import type { ClientHttp2Session } from 'node:http2';
import {
  SolveRequestSchema,
  SolveResponseSchema,
  type SolveResponse,
} from '../generated/moby/buildkit/v1/control_pb.js';
import { available } from './availability.js';
import { openSession } from './control.js';
import { exportAnswer, takeExports, type Export } from './exporters.js';
import { forward, refuse, respond, startCall, type OwnCall } from './forward.js';
import { framed, messages } from './message.js';
import { requireH2c } from './upgrade.js';

const SOLVE = '/moby.buildkit.v1.Control/Solve';

/** What is needed to take images from BuildKit. */
export interface Taker {
  agent: Agent;
  events: Events;
}

/**
 * `POST /grpc`: BuildKit's services, of which only the exports of a build are changed, so that its image becomes one of
 * the store. 400 without the upgrade; 501 without a BuildKit.
 */
export const grpc =
  (taker: Taker): OperationFunction<'BuildKitGrpc'> =>
  async (_request, call) => {
    const { agent } = taker;
    await available(agent, call);
    requireH2c(call);
    const upstream = await openSession(agent);
    upstream.on('error', () => undefined);
    try {
      const client = await call.hijack({ contentType: 'application/grpc' });
      client.on('error', () => undefined);
      await forward(client, upstream, { [SOLVE]: solve(taker, upstream) });
    } finally {
      upstream.destroy();
    }
  };

const solve =
  (taker: Taker, upstream: ClientHttp2Session): OwnCall =>
  async (stream, headers) => {
    const [message] = await collect(messages(stream));
    if (message === undefined) throw new Error('the request is empty');
    const request = fromBinary(SolveRequestSchema, message);
    const exported = takeExports(request);
    const call = startCall(stream, upstream, headers);
    call.on('response', (head, flags) => {
      if (stream.destroyed) return;
      respond(stream, call, head, flags, async () => {
        const answers = await collect(messages(call));
        const taken = await Promise.all(
          answers.map(async (answer) => {
            const response = fromBinary(SolveResponseSchema, answer);
            await takeImages(taker, response, exported);
            return framed(toBinary(SolveResponseSchema, response));
          }),
        );
        return Buffer.concat(taken);
      });
    });
    call.once('close', () => {
      if (!stream.headersSent) refuse(stream, new Error('BuildKit has ended the call'));
    });
    call.end(framed(toBinary(SolveRequestSchema, request)));
  };

/** Makes what a build has exported images of the store, and tells the client their ids. */
export async function takeImages(
  { agent, events }: Taker,
  { exporterResponse }: SolveResponse,
  exported: readonly Export[],
): Promise<string | undefined> {
  const digest = exporterResponse['containerimage.digest'];
  let last: string | undefined;
  for (const item of exported) {
    const record = `${item.prefix}@${digest}`;
    const { imageId } = await agent.buildKit.adopt({ record, names: item.names });
    last = imageId;
    if (!item.pushed) exportAnswer(exporterResponse, item, imageId);
    else exporterResponse['image.name'] = item.names.join(',');
    events.emit({ type: 'image', action: 'create', id: imageId, attributes: { name: imageId } });
    for (const name of item.names)
      events.emit({
        type: 'image',
        action: 'tag',
        id: imageId,
        attributes: { name: familiarReference(name) },
      });
  }
  return last;
}

async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}
