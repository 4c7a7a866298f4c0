import {
  conflict,
  invalidParameter,
  outputType,
  parseTimestamp,
  type Clock,
  type ContainerRecord,
  type Containers,
  type LogReadOptions,
  type Logs,
  type OperationFunction,
  type OperationRequest,
  type StreamBridge,
} from '@arca/plugin-kit';
import { logLines } from './log-lines.js';

type Params = OperationRequest<'ContainerLogs'>['params'];

/**
 * `GET /containers/{id}/logs`: what the container has written, as its logging driver kept it, and with `follow` what it
 * will. The head of the answer goes out at once. 400 when neither stream is wanted, 409 for a container that is being
 * removed, 501 when the driver cannot be read from.
 */
export const logs =
  (
    containers: Containers,
    log: Logs,
    streams: StreamBridge,
    clock: Clock,
  ): OperationFunction<'ContainerLogs'> =>
  async ({ params }, call) => {
    const { stdout = false, stderr = false, timestamps, details } = params;
    if (!stdout && !stderr) {
      throw invalidParameter('Bad parameters: you must choose at least one stream', 'logs.no-stream');
    }
    const container = containers.get(params.id);
    refuseDead(container);
    const options = { ...readOptions(params, clock.nanoseconds()), signal: call.signal };
    const lines = logLines(log.read(container, options), { stdout, stderr, timestamps, details });
    const terminal = container.body.Config.Tty === true;
    call.flushHeaders(outputType(call, terminal));
    return streams.encode(lines, terminal);
  };

function refuseDead({ state }: ContainerRecord): void {
  if (state.status !== 'removing' && state.status !== 'dead') return;
  const message = 'can not get logs from container which is dead or marked for removal';
  throw conflict(message, 'logs.dead');
}

function readOptions(params: Params, now: bigint): Omit<LogReadOptions, 'signal'> {
  const { since, until, tail, follow = false } = params;
  return {
    follow,
    ...(since && { since: parseTimestamp(since, now) }),
    // 0 has always stood for no end.
    ...(until && until !== '0' && { until: parseTimestamp(until, now) }),
    // Whatever is no number of lines means all of them, `all` among others.
    ...(tail && /^\+?\d+$/.test(tail) && { tail: Number(tail) }),
  };
}
