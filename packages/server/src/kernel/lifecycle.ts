import type { Agent } from '@arca/agent-proto';
import type { ContainerInspectResponse, ContainerSummary } from '@arca/api';
import type { ContainerRecord, JsonObject, LifecycleContext, Log } from '@arca/plugin-kit';
import { hookFailure } from './failure.js';
import type { Host } from './host.js';
import type { Kernel } from './kernel.js';
import type { HookName, LoadedFeature } from './loaded-feature.js';

/** Runs the hooks that have effects, and those that answer for an existing container. */
export class Lifecycle {
  constructor(
    private readonly kernel: Pick<Kernel, 'features' | 'hookTimes'>,
    private readonly agent: Agent,
    private readonly host: Pick<Host, 'info'>,
    private readonly log: Log,
  ) {}

  /**
   * `created` in dependency order; gives by feature id what each returned. When one fails, `removed` runs for it and for
   * those before it, in reverse, and then this rejects with the failure.
   */
  async created(record: ContainerRecord, apiVersion: string): Promise<Record<string, JsonObject>> {
    const features = this.kernel.features.having('created');
    if (features.length === 0) return {};
    const context = await this.#context(record);
    const made: Record<string, JsonObject> = {};
    for (const feature of features) {
      try {
        const own = await feature.hooks.created(record.body, { ...context(feature), apiVersion });
        if (own) made[feature.id] = own;
      } catch (error) {
        const reached = this.kernel.features.upTo(feature);
        await this.#undo('removed', reached, { ...record, made }, { volumes: true });
        throw hookFailure(error, feature, 'created');
      }
    }
    return made;
  }

  /**
   * `start` in dependency order; gives by feature id what each returned. When one fails, `exited` runs for it and for
   * those before it, in reverse, and then this rejects with the failure.
   */
  async start(record: ContainerRecord): Promise<Record<string, JsonObject>> {
    const context = await this.#context(record);
    const runtimes: Record<string, JsonObject> = {};
    for (const feature of this.kernel.features.having('start')) {
      try {
        const made = await this.kernel.hookTimes.measure(feature.id, () =>
          feature.hooks.start(record.body, context(feature)),
        );
        if (made) runtimes[feature.id] = made;
      } catch (error) {
        const reached = this.kernel.features.upTo(feature);
        await this.#undo('exited', reached, { ...record, runtime: { ...record.runtime, ...runtimes } });
        throw hookFailure(error, feature, 'start');
      }
    }
    return runtimes;
  }

  /** `started` in dependency order; rejects with the first failure. The caller ends the process and calls `exited`. */
  async started(record: ContainerRecord): Promise<void> {
    const context = await this.#context(record);
    for (const feature of this.kernel.features.having('started')) {
      try {
        await feature.hooks.started(record.body, context(feature));
      } catch (error) {
        throw hookFailure(error, feature, 'started');
      }
    }
  }

  /** `exited` of all features, in reverse order. One that fails is logged, and the others run. */
  async exited(record: ContainerRecord): Promise<void> {
    await this.#undo('exited', this.kernel.features.having('exited'), record);
  }

  /** `removed` of all features, in reverse order. One that fails is logged, and the others run. */
  async removed(record: ContainerRecord, options: { volumes: boolean }): Promise<void> {
    await this.#undo('removed', this.kernel.features.having('removed'), record, options);
  }

  /** `recover` in dependency order. One that fails is logged, and the others run: the container runs anyway. */
  async recover(record: ContainerRecord): Promise<void> {
    const context = await this.#context(record);
    for (const feature of this.kernel.features.having('recover')) {
      await this.#logged('recover', feature, record, () =>
        feature.hooks.recover(record.body, context(feature)),
      );
    }
  }

  /** Lets every feature add its own fields to the answer of inspect. */
  inspect(record: ContainerRecord, apiVersion: string, answer: ContainerInspectResponse): void {
    this.kernel.features.each('inspect', ({ id, hooks }) =>
      hooks.inspect(record.body, { container: record, ...kept(record, id), apiVersion }, answer),
    );
  }

  /** Lets every feature add its own fields to an entry of the list. */
  list(record: ContainerRecord, apiVersion: string, answer: ContainerSummary): void {
    this.kernel.features.each('list', ({ id, hooks }) =>
      hooks.list(record.body, { container: record, ...kept(record, id), apiVersion }, answer),
    );
  }

  async #undo(
    hook: 'exited' | 'removed',
    features: readonly LoadedFeature[],
    record: ContainerRecord,
    options = { volumes: false },
  ): Promise<void> {
    const context = await this.#context(record);
    for (const feature of features.toReversed()) {
      const call = async () => feature.hooks[hook]?.(record.body, { ...context(feature), ...options });
      await this.#logged(hook, feature, record, call);
    }
  }

  async #logged(
    hook: HookName,
    feature: LoadedFeature,
    { id }: ContainerRecord,
    call: () => Promise<unknown>,
  ): Promise<void> {
    try {
      await call();
    } catch (error) {
      const { message, code, origin } = hookFailure(error, feature, hook);
      this.log('error', `hook ${hook} failed: ${message}`, { container: id, code, ...origin });
    }
  }

  async #context(record: ContainerRecord): Promise<(feature: LoadedFeature) => LifecycleContext> {
    const host = await this.host.info();
    return ({ id }) => ({ agent: this.agent, host, container: record, ...kept(record, id) });
  }
}

/** What a feature's hooks have returned for a container. */
const kept = ({ made, runtime }: ContainerRecord, id: string) => ({ made: made?.[id], runtime: runtime[id] });
