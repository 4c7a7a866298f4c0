import {
  hijackedType,
  parseDetachKeys,
  type Attachment,
  type Call,
  type Clock,
  type ContainerRecord,
  type Containers,
  type LogReadOptions,
  type Logs,
  type OperationFunction,
  type OperationRequest,
  type OutputChunk,
  type StreamBridge,
} from '@arca/plugin-kit';
import { logLines } from './log-lines.js';

type Params = OperationRequest<'ContainerAttach'>['params'];

/**
 * `POST /containers/{id}/attach`: takes the connection over; with `logs` what the container has written goes to it
 * first, with `stream` it is then connected to the container's streams. 400 for bad detach keys, 409 for a container
 * that is frozen or about to be started again, 501 for `logs` of a driver that cannot be read from.
 */
export const attach =
  (
    containers: Containers,
    logs: Logs,
    streams: StreamBridge,
    clock: Pick<Clock, 'nanoseconds'>,
  ): OperationFunction<'ContainerAttach'> =>
  ({ params }, call) =>
    carry({ containers, logs, streams, clock }, params, call, true);

/**
 * `GET /containers/{id}/attach/ws`: the same over a WebSocket, both outputs mixed and without frames. Before API 1.42
 * `stdin`, `stdout` and `stderr` are not looked at: all three are connected.
 */
export const attachWebsocket =
  (
    containers: Containers,
    logs: Logs,
    streams: StreamBridge,
    clock: Pick<Clock, 'nanoseconds'>,
  ): OperationFunction<'ContainerAttachWebsocket'> =>
  ({ params }, call) => {
    const all = call.atLeast('1.42') ? {} : { stdin: true, stdout: true, stderr: true };
    return carry({ containers, logs, streams, clock }, { ...params, ...all }, call, false);
  };

interface Ports {
  containers: Containers;
  logs: Logs;
  streams: StreamBridge;
  clock: Pick<Clock, 'nanoseconds'>;
}

async function carry(ports: Ports, params: Params, call: Call, frames: boolean) {
  const { containers, logs, streams, clock } = ports;
  const { detachKeys } = params;
  if (detachKeys) parseDetachKeys(detachKeys);
  const container = containers.get(params.id);
  const terminal = container.body.Config.Tty === true;
  // What comes from now on is in the stream, and has a later time in the log.
  const until = clock.nanoseconds();
  const live = attachTo(containers, params);
  try {
    const past = params.logs
      ? pastOf(container, logs, params, { signal: call.signal, ...(params.stream && { until }) })
      : [];
    const connection = await call.hijack({ contentType: hijackedType(call, terminal) });
    const attachment: Attachment = {
      stdin: live.stdin,
      output: inTurn(past, live.output),
      detach: (reason) => live.detach(reason),
    };
    await streams.run(attachment, connection, { terminal, framed: frames && !terminal, detachKeys });
  } catch (error) {
    live.detach();
    throw error;
  }
}

/** Without `stream` the client is attached for a moment only, which refuses and tells what any other would. */
function attachTo(containers: Containers, params: Params): Attachment {
  const { id, stream = false, stdin = false, stdout = false, stderr = false } = params;
  if (stream) return containers.attach(id, { stdin, stdout, stderr });
  const attachment = containers.attach(id, {});
  attachment.detach();
  return attachment;
}

function pastOf(
  container: ContainerRecord,
  logs: Logs,
  params: Params,
  options: Pick<LogReadOptions, 'signal' | 'until'>,
) {
  const { stdout = false, stderr = false } = params;
  return logLines(logs.read(container, { follow: false, ...options }), { stdout, stderr });
}

type Groups = AsyncIterable<readonly OutputChunk[]> | Iterable<readonly OutputChunk[]>;

async function* inTurn(past: Groups, live: AsyncIterable<OutputChunk>): AsyncGenerator<OutputChunk> {
  for await (const group of past) yield* group;
  yield* live;
}
