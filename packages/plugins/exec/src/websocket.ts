import {
  invalidParameter,
  parseDetachKeys,
  terminalSize,
  type Containers,
  type Execs,
  type OperationFunction,
  type OperationRequest,
  type StreamBridge,
} from '@arca/plugin-kit';
import { refuseState } from './start.js';

type Params = OperationRequest<'ArcaExecWebsocket'>['params'];

/**
 * `GET /arca/exec/{id}/ws`: runs the process and connects a WebSocket to it, both outputs mixed and without frames. It
 * is started before the handshake, so that what cannot be started is refused before it: 400 for bad detach keys or sizes
 * and for a command that cannot be run, 404 for no such exec, 409 when it was started before or its container does not
 * run.
 */
export const startWebsocket =
  (containers: Containers, execs: Execs, streams: StreamBridge): OperationFunction<'ArcaExecWebsocket'> =>
  async ({ params }, call) => {
    const exec = execs.get(params.id);
    const { terminal } = exec.config;
    const detachKeys = params.detachKeys || exec.config.detachKeys;
    parseDetachKeys(detachKeys);
    const size = sizeOf(params, terminal);
    refuseState(containers, exec);
    const attachment = await execs.start(params.id, size);
    try {
      const connection = await call.hijack({ contentType: '' });
      await streams.run(attachment, connection, { terminal, framed: false, detachKeys });
    } catch (error) {
      attachment.detach();
      throw error;
    }
  };

function sizeOf({ h, w }: Params, terminal: boolean): { consoleSize?: [number, number] } {
  if (h === undefined && w === undefined) return {};
  if (h === undefined || w === undefined)
    throw invalidParameter('a size of the terminal needs both h and w', 'exec.size');
  if (!terminal) throw invalidParameter('an exec without a terminal has no size', 'exec.size');
  const { height, width } = terminalSize({ h, w });
  return { consoleSize: [height, width] };
}
