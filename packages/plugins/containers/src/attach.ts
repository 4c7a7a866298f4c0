import {
  hijackedType,
  parseDetachKeys,
  type Attachment,
  type Call,
  type ContainerRecord,
  type Containers,
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
  (containers: Containers, logs: Logs, streams: StreamBridge): OperationFunction<'ContainerAttach'> =>
  ({ params }, call) =>
    carry({ containers, logs, streams }, params, call, true);

/**
 * `GET /containers/{id}/attach/ws`: the same over a WebSocket, both outputs mixed and without frames. Before API 1.42
 * `stdin`, `stdout` and `stderr` are not looked at: all three are connected.
 */
export const attachWebsocket =
  (
    containers: Containers,
    logs: Logs,
    streams: StreamBridge,
  ): OperationFunction<'ContainerAttachWebsocket'> =>
  ({ params }, call) => {
    const all = call.atLeast('1.42') ? {} : { stdin: true, stdout: true, stderr: true };
    return carry({ containers, logs, streams }, { ...params, ...all }, call, false);
  };

interface Ports {
  containers: Containers;
  logs: Logs;
  streams: StreamBridge;
}

async function carry({ containers, logs, streams }: Ports, params: Params, call: Call, frames: boolean) {
  const { detachKeys } = params;
  if (detachKeys) parseDetachKeys(detachKeys);
  const container = containers.get(params.id);
  const terminal = container.body.Config.Tty === true;
  // Attached before the log is read: what is written meanwhile is in the stream, and at worst in both.
  const live = attachTo(containers, params);
  try {
    const past = params.logs ? pastOf(container, logs, params, call) : [];
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

function pastOf(container: ContainerRecord, logs: Logs, params: Params, { signal }: Call) {
  const { stdout = false, stderr = false } = params;
  return logLines(logs.read(container, { follow: false, signal }), { stdout, stderr });
}

type Groups = AsyncIterable<readonly OutputChunk[]> | Iterable<readonly OutputChunk[]>;

async function* inTurn(past: Groups, live: AsyncIterable<OutputChunk>): AsyncGenerator<OutputChunk> {
  for await (const group of past) yield* group;
  yield* live;
}
