import {
  conflict,
  invalidParameter,
  outputType,
  parseTimestamp,
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
    const { lines, terminal } = linesOf({ containers, log, clock }, params, call);
    call.flushHeaders(outputType(call, terminal));
    return streams.encode(lines, terminal);
  };

/**
 * `GET /arca/containers/{id}/logs/ws`: the same over a WebSocket, both streams mixed and without frames. What the client
 * sends is not looked at.
 */
export const logsWebsocket =
  (
    containers: Containers,
    log: Logs,
    streams: StreamBridge,
    clock: Clock,
  ): OperationFunction<'ArcaContainerLogsWebsocket'> =>
  async ({ params }, call) => {
    const { lines } = linesOf({ containers, log, clock }, params, call);
    const connection = await call.hijack({ contentType: '' });
    const attachment = { stdin: null, output: ungrouped(lines), detach: () => undefined };
    await streams.run(attachment, connection, { terminal: false, framed: false });
  };

interface Ports {
  containers: Containers;
  log: Logs;
  clock: Clock;
}

function linesOf({ containers, log, clock }: Ports, params: Params, { signal }: Call) {
  const { stdout = false, stderr = false, timestamps, details } = params;
  if (!stdout && !stderr) {
    throw invalidParameter('Bad parameters: you must choose at least one stream', 'logs.no-stream');
  }
  const container = containers.get(params.id);
  refuseDead(container);
  const options = { ...readOptions(params, clock.nanoseconds()), signal };
  const lines = logLines(log.read(container, options), { stdout, stderr, timestamps, details });
  return { lines, terminal: container.body.Config.Tty === true };
}

async function* ungrouped(lines: AsyncIterable<readonly OutputChunk[]>): AsyncGenerator<OutputChunk> {
  for await (const group of lines) yield* group;
}

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
