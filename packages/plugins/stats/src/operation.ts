import { setTimeout as delay } from 'node:timers/promises';
import { AgentError, type Agent } from '@arca/agent-proto';
import {
  ArcaError,
  invalidParameter,
  type ContainerRecord,
  type Containers,
  type OperationFunction,
} from '@arca/plugin-kit';
import { emptySample, sampleOf, type Sample } from './sample.js';

const INTERVAL = 1000;

/**
 * `GET /containers/{id}/stats`: a sample a second until the client leaves or the container is removed; with
 * `stream=false` one, taken a second after another that it is compared with, or with `one-shot` without that. A container
 * that does not run has samples of zeros. 404 for no such container, 400 for `one-shot` of a stream.
 */
export const stats =
  (containers: Containers, agent: Agent): OperationFunction<'ContainerStats'> =>
  async ({ params }, call) => {
    const container = containers.get(params.id);
    const stream = params.stream ?? true;
    const oneShot = (params['one-shot'] ?? false) && call.atLeast('1.41');
    if (stream && oneShot) {
      throw invalidParameter('cannot have stream=true and one-shot=true', 'stats.one-shot');
    }
    const samples = new Samples(containers, agent, container.id);
    if (stream) {
      call.flushHeaders('application/json');
      return samples.each(call.signal);
    }
    if (!samples.runs()) return emptySample(container);
    if (!oneShot) {
      await samples.next();
      await delay(INTERVAL, undefined, { signal: call.signal });
    }
    return (await samples.next()) ?? emptySample(container);
  };

/** The samples of one container for one client. */
class Samples {
  #previous: Sample = {};

  constructor(
    private readonly containers: Containers,
    private readonly agent: Agent,
    private readonly id: string,
  ) {}

  runs(): boolean {
    const container = this.#container();
    return container !== undefined && ['running', 'paused'].includes(container.state.status);
  }

  /** Undefined when the container has been removed. */
  async next(): Promise<Sample | undefined> {
    const container = this.#container();
    if (!container) return undefined;
    const sample = (await this.#take(container)) ?? emptySample(container, this.#previous);
    this.#previous = sample;
    return sample;
  }

  async *each(signal: AbortSignal): AsyncGenerator<Sample> {
    while (!signal.aborted) {
      const sample = await this.next();
      if (!sample) return;
      yield sample;
      await delay(INTERVAL, undefined, { signal }).catch(() => undefined);
    }
  }

  async #take(container: ContainerRecord): Promise<Sample | undefined> {
    if (!this.runs()) return undefined;
    try {
      const usage = await this.agent.observation.stats({ id: container.id });
      return sampleOf(container, usage, this.#previous, this.#ownNetwork(container));
    } catch (error) {
      // It has ended just now.
      if (error instanceof AgentError && ['NOT_FOUND', 'FAILED_PRECONDITION'].includes(error.code))
        return undefined;
      throw error;
    }
  }

  #container(reference = this.id): ContainerRecord | undefined {
    try {
      return this.containers.get(reference);
    } catch (error) {
      if (error instanceof ArcaError && error.kind === 'NotFound') return undefined;
      throw error;
    }
  }

  /** Not so with the host's network, its own or that of the container whose network it joined. */
  #ownNetwork(container: ContainerRecord): boolean {
    const { Config, HostConfig } = container.body;
    if (Config.NetworkDisabled) return false;
    const mode = HostConfig.NetworkMode ?? '';
    if (!mode.startsWith('container:')) return mode !== 'host';
    const other = this.#container(mode.slice('container:'.length));
    return other === undefined || other.id === container.id || this.#ownNetwork(other);
  }
}
