import { completeBody, type PartialBody } from '../body.js';
import { never, type ContainerRecord, type ContainerState, type ImageFacts } from '../container.js';

const id = '4f1d'.repeat(16);

/** A small image with a command and a path. */
export function imageFacts(options: Partial<ImageFacts> = {}): ImageFacts {
  return {
    id: `sha256:${'5e'.repeat(32)}`,
    reference: 'example:latest',
    config: { Cmd: ['sh'], Env: ['PATH=/usr/bin:/bin'] },
    architecture: 'amd64',
    os: 'linux',
    ...options,
  };
}

/** What a case may say of its container; `body` is a create body as a request has it. */
export type RecordOptions = Partial<Omit<ContainerRecord, 'body' | 'state'>> & {
  body?: PartialBody;
  state?: Partial<ContainerState>;
};

/** A container that has been created and has not run. */
export function containerRecord({ body = {}, state, ...options }: RecordOptions = {}): ContainerRecord {
  return {
    id,
    name: 'brave_name',
    createdAt: '2024-05-06T07:08:09.123456789Z',
    image: { id: imageFacts().id, reference: imageFacts().reference },
    platform: 'linux',
    runtime: {},
    directory: `/var/lib/arca/containers/${id}`,
    execIds: [],
    ociRuntime: '',
    ...options,
    body: completeBody(body),
    state: {
      status: 'created',
      pid: 0,
      exitCode: 0,
      error: '',
      oomKilled: false,
      startedAt: never,
      finishedAt: never,
      stoppedByUser: false,
      restartCount: 0,
      ...state,
    },
  };
}
