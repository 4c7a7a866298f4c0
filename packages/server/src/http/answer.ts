import type { ByteStream } from '@arca/plugin-kit';
import { failureOf } from './failure.js';
import type { HttpCall } from './http-call.js';
import type { OperationRoute } from './operation-route.js';
import { stream } from './streamed-answer.js';

/** Answers with what the handler gave. Rejects when nothing has been sent yet and the answer cannot be made. */
export async function answer(call: HttpCall, { facts }: OperationRoute, result: unknown): Promise<void> {
  if (call.takenOver) return;
  const contentType = facts.mediaTypes[0];
  switch (facts.result) {
    case 'json':
      return call.end(facts.status, contentType, jsonLine(result));
    case 'text':
      return call.end(
        facts.status,
        `${contentType}; charset=utf-8`,
        facts.method === 'HEAD' ? '' : String(result),
      );
    case 'bytes':
      return stream(call, facts.status, contentType, result as ByteStream);
    case 'items':
      if (!isAsyncIterable(result)) return call.end(facts.status, contentType, jsonLine(result));
      return stream(call, facts.status, contentType, itemLines(call, result, facts.method === 'POST'));
    default:
      return call.end(facts.status);
  }
}

/** As Go's encoder ends a value. */
const jsonLine = (value: unknown): string => `${JSON.stringify(value ?? null)}\n`;

const isAsyncIterable = (value: unknown): value is AsyncIterable<unknown> =>
  typeof value === 'object' && value !== null && Symbol.asyncIterator in value;

/**
 * JSON values one a line. Those of a POST tell progress: there a failure after the first is told by a last value, which
 * clients know, and lines end as in dockerd's progress.
 */
async function* itemLines(
  call: HttpCall,
  items: AsyncIterable<unknown>,
  progress: boolean,
): AsyncGenerator<string> {
  const end = progress ? '\r\n' : '\n';
  try {
    for await (const item of items) yield JSON.stringify(item) + end;
  } catch (error) {
    if (!progress || !call.response.headersSent || call.response.destroyed) throw error;
    const { message } = failureOf(error);
    yield JSON.stringify({ errorDetail: { message }, error: message }) + end;
  }
}
