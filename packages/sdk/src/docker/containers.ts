import type { DockerClient } from '../docker-client.js';
import { NotFoundError } from '../docker-error.js';
import * as api from '../generated/sdk.gen.js';
import type {
  ContainerCreateData,
  ContainerListData,
  ContainerPruneResponse,
  ContainerSummary,
} from '../generated/types.gen.js';
import { Container, type Finished } from './container.js';
import { queryOf, type Filters, type WithFilters } from './filters.js';
import type { Images, TransferOptions } from './images.js';
import { collect } from './output.js';
import { during } from './removal.js';

/** A create body, with its name and platform. */
export type CreateOptions = NonNullable<ContainerCreateData['body']> & {
  name?: string;
  platform?: string;
} & Pick<TransferOptions, 'auth' | 'signal'>;

/** How a container runs a command to its end: a create body, and its input. */
export interface RunOptions extends Omit<CreateOptions, 'Image' | 'Cmd'> {
  /** Written to its standard input, which is closed then; a terminal (`Tty`) takes `\x04` for the end. */
  input?: string | Uint8Array;
}

/** The containers of a daemon. */
export class Containers {
  constructor(
    private readonly client: DockerClient,
    private readonly images: Images,
  ) {}

  /** Those that run; with `{ all: true }`, a limit or a filter on the status others as well. */
  async list(query: WithFilters<ContainerListData['query']> = {}): Promise<ContainerSummary[]> {
    const call = { client: this.client, query: queryOf(query) };
    return (await api.containerList({ ...call, throwOnError: true })).data;
  }

  /** By id, beginning of an id, or name. Throws NotFoundError. */
  async get(reference: string): Promise<Container> {
    const { data } = await api.containerInspect({
      client: this.client,
      path: { id: reference },
      throwOnError: true,
    });
    return new Container(this.client, data.Id ?? reference);
  }

  /**
   * Pulls the image first when it is not there. A signal ends the pull; when it comes while the container is made, it is
   * removed again, as nobody would know of it.
   */
  async create({ name, platform, auth, signal, ...body }: CreateOptions): Promise<Container> {
    const query = { ...(name !== undefined && { name }), ...(platform !== undefined && { platform }) };
    const call = { client: this.client, body, query };
    const make = () => {
      signal?.throwIfAborted();
      return api.containerCreate({ ...call, throwOnError: true });
    };
    const made = await make().catch(async (error: unknown) => {
      if (!(error instanceof NotFoundError) || !body.Image || !/no such image/i.test(error.message))
        throw error;
      for await (const _ of this.images.pull(body.Image, { platform, auth, signal }));
      return make();
    });
    const container = new Container(this.client, made.data.Id);
    if (!signal?.aborted) return container;
    await container[Symbol.asyncDispose]();
    throw signal.reason;
  }

  /** Runs a command to its end and removes the container, whatever happens. */
  async run(
    image: string,
    command: readonly string[] = [],
    { input, signal, ...options }: RunOptions = {},
  ): Promise<Finished> {
    const withInput = input !== undefined && { AttachStdin: true, OpenStdin: true, StdinOnce: true };
    const container = await this.create({
      ...options,
      Image: image,
      ...(command.length > 0 && { Cmd: [...command] }),
      ...withInput,
      signal,
    });
    return during(container, () => this.#runIn(container, input, options.Tty === true, signal));
  }

  async #runIn(
    container: Container,
    input: RunOptions['input'],
    tty: boolean,
    signal: AbortSignal | undefined,
  ): Promise<Finished> {
    const attached = { stdin: input !== undefined, ...(signal && { signal }) };
    const { stream, output } = await container.attach(attached);
    try {
      const collected = collect(output);
      collected.catch(() => undefined); // awaited below
      const { exitCode } = await container.watch('next-exit', signal);
      exitCode.catch(() => undefined);
      await container.start();
      // Engines take the end of what comes for a terminal as that of its output, too.
      if (input !== undefined) stream[tty ? 'write' : 'end'](input);
      const [code, texts] = await Promise.all([exitCode, collected]);
      return { exitCode: code, ...texts };
    } finally {
      stream.destroy();
    }
  }

  /** Removes those that do not run. */
  async prune(filters: Filters = {}): Promise<ContainerPruneResponse> {
    const query = queryOf({ filters });
    return (await api.containerPrune({ client: this.client, query, throwOnError: true })).data;
  }
}
