import type { EventMessage } from '@arca/api';
import {
  invalidParameter,
  parseFilters,
  parseTimestamp,
  type Clock,
  type Events,
  type OperationFunction,
} from '@arca/plugin-kit';

/**
 * `GET /events`: what happens, from `since` (else from now) to `until` (else for ever). The head of the answer goes out
 * at once. Filters that are not known let everything through, as in dockerd. 400 when `since` is after `until`.
 */
export const events =
  (bus: Events, clock: Clock): OperationFunction<'SystemEvents'> =>
  async ({ params }, call) => {
    const now = clock.nanoseconds();
    const since = params.since ? parseTimestamp(params.since, now) : undefined;
    const until = params.until ? parseTimestamp(params.until, now) : undefined;
    if (until !== undefined && until < (since ?? until)) {
      const message = `\`since\` time (${params.since}) cannot be after \`until\` time (${params.until})`;
      throw invalidParameter(message, 'events.range');
    }
    const filters = parseFilters(params.filters);
    const messages = bus.subscribe({ since, until, filters, signal: call.signal });
    call.flushHeaders('application/json');
    return call.atLeast('1.46') ? messages : withoutImageCreation(messages);
  };

/** Events of images that come into being are new with 1.46. */
async function* withoutImageCreation(messages: AsyncIterable<EventMessage>): AsyncGenerator<EventMessage> {
  for await (const message of messages) {
    if (message.Type !== 'image' || message.Action !== 'create') yield message;
  }
}
