import {
  arcaContainerLogsWebsocket,
  arcaEventsWebsocket,
  arcaExecWebsocket,
  containerAttachWebsocket,
  containerExec,
  containerInspect,
  containerResize,
  execInspect,
  execResize,
} from '../generated/browser.gen.js';
import type {
  ArcaContainerLogsWebsocketData,
  ContainerAttachWebsocketData,
  EventMessage,
  SystemEventsData,
} from '../generated/types.gen.js';
import type { Client } from './client.js';
import type { Closing } from './socket-transport.js';
import type { SocketConnection } from './socket-connection.js';

/** The streams of a process in a container. Iterate over it once for what it writes. */
export interface ProcessConnection extends AsyncIterable<Uint8Array>, AsyncDisposable {
  /** Sends input; resolves when more may be sent. Rejects with a SocketClosedError when the connection is closed. */
  write(data: string | Uint8Array): Promise<void>;
  /** Sets the size of its terminal. */
  resize(columns: number, rows: number): Promise<void>;
  /** How the connection was closed: 1000 when the process has ended, or was let go of. */
  readonly closed: Promise<Closing>;
  /** Lets go of it; the process goes on. */
  close(): void;
}

/** Parameters of `attach`. */
export type AttachOptions = NonNullable<ContainerAttachWebsocketData['query']> & { signal?: AbortSignal };

/**
 * Takes hold of a container's streams by WebSocket, of any engine. Both outputs come mixed. `signal` lets go of them.
 * Throws NotFoundError.
 */
export async function attach(
  client: Client,
  id: string,
  { signal, ...query }: AttachOptions = {},
): Promise<ProcessConnection> {
  const all = { stream: true, stdin: true, stdout: true, stderr: true, ...query };
  const call = { client, path: { id }, ...(signal && { signal }), throwOnError: true as const };
  const { data } = await containerAttachWebsocket({ ...call, query: all }).catch(async (error: unknown) => {
    await containerInspect(call);
    throw error;
  });
  const resize = (w: number, h: number) =>
    containerResize({ client, path: { id }, query: { w, h }, throwOnError: true });
  return processConnection(data as SocketConnection<Uint8Array>, resize);
}

/** How a further process runs. */
export interface ExecOptions {
  env?: Readonly<Record<string, string>>;
  user?: string;
  workingDir?: string;
  privileged?: boolean;
  /** A terminal, of this size if it is told. */
  tty?: boolean | { columns: number; rows: number };
  /** Default: true. */
  stdin?: boolean;
  /** Keys that leave it, as the engine has them: `ctrl-p,ctrl-q`. */
  detachKeys?: string;
  /** Lets go of it; the process goes on. */
  signal?: AbortSignal;
}

/** A further process in a container. */
export interface ExecConnection extends ProcessConnection {
  readonly id: string;
  /** Its exit code; undefined while it runs. */
  exitCode(): Promise<number | undefined>;
}

/** Starts a command in a container, by Arca's WebSocket for it. Both outputs come mixed. Throws NotFoundError. */
export async function exec(
  client: Client,
  container: string,
  command: readonly string[],
  { env = {}, user, workingDir, privileged, tty = false, stdin = true, detachKeys, signal }: ExecOptions = {},
): Promise<ExecConnection> {
  const shared = { client, ...(signal && { signal }), throwOnError: true as const };
  const body = {
    ...{ Cmd: [...command], Tty: tty !== false, AttachStdin: stdin, AttachStdout: true, AttachStderr: true },
    Env: Object.entries(env).map(([name, value]) => `${name}=${value}`),
    ...(user !== undefined && { User: user }),
    ...(workingDir !== undefined && { WorkingDir: workingDir }),
    ...(privileged !== undefined && { Privileged: privileged }),
    ...(detachKeys !== undefined && { DetachKeys: detachKeys }),
  };
  const created = await containerExec({ ...shared, path: { id: container }, body });
  const path = { id: created.data.Id };
  const query = typeof tty === 'object' ? { w: tty.columns, h: tty.rows } : {};
  const { data } = await arcaExecWebsocket({ ...shared, path, query });
  const resize = (w: number, h: number) => execResize({ client, path, query: { w, h }, throwOnError: true });
  return {
    ...processConnection(data as SocketConnection<Uint8Array>, resize),
    id: created.data.Id,
    exitCode: async () =>
      (await execInspect({ client, path, throwOnError: true })).data.ExitCode ?? undefined,
  };
}

function processConnection(
  socket: SocketConnection<Uint8Array>,
  resize: (columns: number, rows: number) => Promise<unknown>,
): ProcessConnection {
  return {
    write: (data) => socket.write(data),
    resize: async (columns, rows) => void (await resize(columns, rows)),
    closed: socket.closed,
    close: () => socket.close(),
    [Symbol.asyncIterator]: () => socket[Symbol.asyncIterator](),
    [Symbol.asyncDispose]: () => socket[Symbol.asyncDispose](),
  };
}

/**
 * What a container has written, and with `follow` what it writes until it ends, by Arca's WebSocket for it: it takes none
 * of the few connections that a browser has for a host. Both outputs come mixed; `containerLogs` tells them apart.
 */
export async function* followLogs(
  client: Client,
  id: string,
  query: Partial<ArcaContainerLogsWebsocketData['query']> = {},
  signal?: AbortSignal,
): AsyncGenerator<Uint8Array> {
  const all = { stdout: true, stderr: true, follow: true, ...query };
  const call = { client, path: { id }, ...(signal && { signal }), throwOnError: true as const };
  const { data } = await arcaContainerLogsWebsocket({ ...call, query: all }).catch(async (error: unknown) => {
    await containerInspect(call);
    throw error;
  });
  yield* data as SocketConnection<Uint8Array>;
}

/** What happens, from now on or from `since`, until `until` or for ever, by Arca's WebSocket for it. */
export async function* watchEvents(
  client: Client,
  query: NonNullable<SystemEventsData['query']> = {},
  signal?: AbortSignal,
): AsyncGenerator<EventMessage> {
  const call = { client, query, ...(signal && { signal }), throwOnError: true as const };
  const { data } = await arcaEventsWebsocket(call);
  for await (const text of data as SocketConnection<string>) yield JSON.parse(text) as EventMessage;
}
