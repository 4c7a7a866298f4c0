import {
  conflict,
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
  async ({ params }, call) => {
    const { detachKeys } = params;
    if (detachKeys) parseDetachKeys(detachKeys);
    const container = containers.get(params.id);
    refuseState(params.id, container);
    const terminal = container.body.Config.Tty === true;
    // Attached before the log is read: what is written meanwhile is in the stream, and at worst in both.
    const live = params.stream ? attachTo(container, containers, params) : nothing;
    try {
      const past = params.logs ? pastOf(container, logs, params, call) : [];
      const connection = await call.hijack({ contentType: hijackedType(call, terminal) });
      const attachment: Attachment = {
        stdin: live.stdin,
        output: inTurn(past, live.output),
        detach: (reason) => live.detach(reason),
      };
      await streams.run(attachment, connection, { terminal, detachKeys });
    } catch (error) {
      live.detach();
      throw error;
    }
  };

function refuseState(reference: string, { state }: ContainerRecord): void {
  if (state.status === 'paused') {
    const message = `container ${reference} is paused, unpause the container before attach`;
    throw conflict(message, 'attach.paused');
  }
  if (state.status === 'restarting') {
    const message = `container ${reference} is restarting, wait until the container is running`;
    throw conflict(message, 'attach.restarting');
  }
}

/** What a client holds that does not ask for the streams. */
const nothing: Attachment = { stdin: null, output: (async function* () {})(), detach: () => undefined };

function attachTo({ id, body }: ContainerRecord, containers: Containers, params: Params): Attachment {
  const { stdin = false, stdout = false, stderr = false } = params;
  return containers.attach(id, { stdin: stdin && body.Config.OpenStdin === true, stdout, stderr });
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
