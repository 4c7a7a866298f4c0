/* eslint-disable @typescript-eslint/no-unused-vars, @typescript-eslint/consistent-type-imports -- types are all that is used */
// The compiler is the test: good code compiles, misuse does not, and a line that it must refuse and does not is an error.
import type { Readable } from 'node:stream';
import {
  containerCreate,
  containerExport,
  containerInspect,
  containerKill,
  containerLogs,
  containerWait,
  createClient,
  Docker,
  DockerError,
  execStart,
  systemEvents,
  type ContainerInspectResponse,
  type ContainerKillErrors,
  type DockerErrorKind,
  type ErrorResponse,
  type EventMessage,
  type NewerValue,
  type RawConnection,
} from '../index.js';

/** Compiles when both are the same type. */
function same<One, Other>(
  ..._proof: (<T>() => T extends One ? 1 : 2) extends <T>() => T extends Other ? 1 : 2 ? [] : [never]
): void {}

type DataOf<T> = NonNullable<Awaited<T> extends { data: infer D } ? D : never>;

const client = null as unknown as ReturnType<typeof createClient>;
const docker = null as unknown as Docker;
const path = { id: 'a' };

/** Never called: it need not run, only compile. */
export async function operations(): Promise<void> {
  const inspected = await containerInspect({ client, path });
  if (inspected.error !== undefined) {
    same<typeof inspected.error, ErrorResponse>();
    same<typeof inspected.data, undefined>();
  } else same<typeof inspected.data, ContainerInspectResponse>();
  const thrown = await containerInspect({ client, path, throwOnError: true });
  same<typeof thrown.data, ContainerInspectResponse>();
  // @ts-expect-error a call that throws has no error to look at
  void thrown.error;

  // Statuses of failure are those of the operation.
  same<keyof ContainerKillErrors, 400 | 404 | 409 | 500>();
  // @ts-expect-error it has no such status
  type _None = ContainerKillErrors[418];

  // @ts-expect-error a path needs its parameters
  await containerInspect({ client });
  // @ts-expect-error a client is needed
  await containerInspect({ path });
  // @ts-expect-error there is no such parameter
  await containerKill({ client, path, query: { signals: 'TERM' } });
  // @ts-expect-error a number is no name of a signal
  await containerKill({ client, path, query: { signal: 9 } });
  // @ts-expect-error it has a body, and has to have one
  await containerCreate({ client });
  await containerCreate({ client, body: { Image: 'a', HostConfig: { Memory: 1, AutoRemove: true } } });
  // @ts-expect-error a field that is spelt otherwise
  await containerCreate({ client, body: { Image: 'a', HostConfig: { Memroy: 1 } } });
  // @ts-expect-error a value of another type
  await containerCreate({ client, body: { Image: 'a', HostConfig: { Memory: '1g' } } });
  // @ts-expect-error this one takes no body
  await containerKill({ client, path, body: {} });
}

/** Never called. */
export async function streams(): Promise<void> {
  same<DataOf<ReturnType<typeof containerExport<true>>>, Readable>();
  same<DataOf<ReturnType<typeof containerLogs<true>>>, Readable>();
  same<DataOf<ReturnType<typeof execStart<true>>>, RawConnection>();
  const { data } = await systemEvents({ client, throwOnError: true });
  for await (const event of data) same<typeof event, EventMessage>();
}

/** Never called. */
export async function objects(): Promise<void> {
  const { exitCode, stdout } = await docker.containers.run('busybox', ['true'], { input: 'a', Env: ['A=1'] });
  same<typeof exitCode, number>();
  same<typeof stdout, string>();
  // @ts-expect-error a command is a list
  await docker.containers.run('busybox', 'true');
  await using container = await docker.containers.create({ Image: 'a', name: 'b' });
  for await (const { stream, data } of container.logs({ follow: true })) {
    same<typeof stream, 'stdout' | 'stderr'>();
    same<typeof data, Buffer>();
  }
  await container.execStream(['sh'], { tty: { columns: 80, rows: 24 } });
  // @ts-expect-error a terminal has both
  await container.execStream(['sh'], { tty: { columns: 80 } });
  // @ts-expect-error there is no such condition
  await container.wait('running');
  await docker.containers.list({ filters: { label: ['a=b'] } });
  // @ts-expect-error values of filters are lists
  await docker.containers.list({ filters: { label: 'a=b' } });
  for await (const { stream } of docker.images.build({ context: '.', t: ['a'] }))
    same<typeof stream, string | undefined>();
  // @ts-expect-error there is no such option
  new Docker({ socketPath: '/s' });
}

/** Never called: values that newer engines answer are taken, and misspelt ones are not. */
export async function newerValues(): Promise<void> {
  const { State, HostConfig } = (await containerInspect({ client, path, throwOnError: true })).data;
  const status = State?.Status;
  switch (status) {
    case 'created':
    case 'running':
    case 'paused':
    case 'restarting':
    case 'removing':
    case 'exited':
    case 'dead':
    case undefined:
      return;
    default:
      same<typeof status, NewerValue>();
      void status.toUpperCase();
  }
  if (status === 'hibernating') return;
  // What one container has been given may be given to another.
  if (HostConfig) await docker.containers.create({ Image: 'a', HostConfig });
  await docker.containers.create({ HostConfig: { RestartPolicy: { Name: 'always' } } });
  // @ts-expect-error a body takes what is listed
  await docker.containers.create({ HostConfig: { RestartPolicy: { Name: 'allways' } } });
  await docker.containers.create({ HostConfig: { RestartPolicy: { Name: 'sometimes' as NewerValue } } });
  // @ts-expect-error and so does a parameter
  await containerWait({ client, path, query: { condition: 'next' } });
}

/** Never called: the discriminant and the classes lead to the same. */
export function errors(error: unknown): number {
  if (!(error instanceof DockerError)) return 0;
  same<typeof error.kind, DockerErrorKind>();
  switch (error.kind) {
    case 'not-found':
      return error.status;
    // @ts-expect-error there is no such kind
    case 'missing':
      return 1;
    default:
      return 2;
  }
}
