import { pipeline } from 'node:stream/promises';
import type { EventMessage } from '@arca/api';
import {
  invalidParameter,
  parseFilters,
  parseTimestamp,
  type Call,
  type Clock,
  type EventQuery,
  type Events,
  type OperationFunction,
  type OperationRequest,
} from '@arca/plugin-kit';

/**
 * `GET /events`: what happens, from `since` (else from now) to `until` (else for ever). The head of the answer goes out
 * at once. Filters that are not known let everything through, as in dockerd. 400 when `since` is after `until`.
 */
export const events =
  (bus: Events, clock: Clock): OperationFunction<'SystemEvents'> =>
  async ({ params }, call) => {
    const messages = bus.subscribe(queryOf(params, clock, call));
    call.flushHeaders('application/json');
    return call.atLeast('1.46') ? messages : withoutImageCreation(messages);
  };

/**
 * `GET /arca/events/ws`: the same over a WebSocket, each event the JSON of a text message. What the client sends is not
 * looked at. A client that does not read misses events.
 */
export const eventsWebsocket =
  (bus: Events, clock: Clock): OperationFunction<'ArcaEventsWebsocket'> =>
  async ({ params }, call) => {
    const messages = bus.subscribe(queryOf(params, clock, call));
    const connection = await call.hijack({ contentType: '', text: true });
    connection.resume();
    // Without the signal it would wait for ever for a connection that the client has closed in order.
    const { signal } = call;
    await pipeline(texts(messages), connection, { signal }).catch((error: NodeJS.ErrnoException) => {
      // A client that goes away is nobody's fault.
      if (!signal.aborted && error.code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error;
    });
  };

type Params = OperationRequest<'SystemEvents'>['params'];

function queryOf(params: Params, clock: Clock, { signal }: Call): EventQuery {
  const now = clock.nanoseconds();
  const since = params.since ? parseTimestamp(params.since, now) : undefined;
  const until = params.until ? parseTimestamp(params.until, now) : undefined;
  if (until !== undefined && until < (since ?? until)) {
    const message = `\`since\` time (${params.since}) cannot be after \`until\` time (${params.until})`;
    throw invalidParameter(message, 'events.range');
  }
  return { since, until, filters: parseFilters(params.filters), signal };
}

async function* texts(messages: AsyncIterable<EventMessage>): AsyncGenerator<string> {
  for await (const message of messages) yield JSON.stringify(message);
}

/** Events of images that come into being are new with 1.46. */
async function* withoutImageCreation(messages: AsyncIterable<EventMessage>): AsyncGenerator<EventMessage> {
  for await (const message of messages) {
    if (message.Type !== 'image' || message.Action !== 'create') yield message;
  }
}
